/** A party as a sentence names it: its slug, and what was known of it then. */
import type { PartyFacts } from "../story.ts";

export type Who = { party: string; facts: PartyFacts };
