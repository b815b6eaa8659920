/** An offer, and what has become of it, as pages and pictures show it: its status, and whether a deal has superseded it while it was open. */
import type { ViewOf } from "../../projections/registry.ts";

/** An offer as the projection tells it. */
export type Offer = ViewOf<"offers">["offers"][number];

/** What pages say has become of an offer. */
export type Outcome = Offer["status"] | "superseded";

/** What has become of an offer: a deal that superseded it says more than its status. */
export const outcomeOf = ({ status, superseded }: Offer): Outcome => (superseded ? "superseded" : status);
