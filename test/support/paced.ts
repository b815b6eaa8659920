/** Drafts in story order. */
import { day, type Posted } from "./drafts.ts";

const noon = Date.parse(`${day}T12:00:00Z`);

/** The drafts a minute apart, from `from` minutes after noon on, but for those that have a time of their own. */
export const paced = (drafts: readonly Posted[], from = 0): Posted[] =>
  drafts.map((draft, index) => ({ occurredAt: new Date(noon + (from + index) * 60_000).toISOString(), ...draft }));
