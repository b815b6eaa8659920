/** What has become of an offer, as pages and pictures show it: its status, and whether a deal has superseded it while it was open. */
import type { Offer } from "./story/offers.tsx";

export type Fate = Offer["status"] | "superseded";

export const fateOf = ({ status, superseded }: Offer): Fate => (superseded ? "superseded" : status);
