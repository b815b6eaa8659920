/** The phrases of the offers, in English. */
import type { Runs } from "../../../../events/tell/runs.ts";
import { names, say, type Whos } from "./say.ts";

export const offers = {
  offers: {
    whole: (n: number): string => (n === 1 ? "The offer in detail" : "All offers in detail"),
    to: (whos: Whos): Runs => say`Addressed to ${names(whos)}`,
    subjectTo: (whos: Whos): Runs => say`Subject to the agreement of ${names(whos)}`,
    answers: (by: Whos): Runs => say`Answers the offer by ${names(by)}`,
    acts: {
      accepted: (by: Whos): Runs => say`Accepted by ${names(by)}`,
      rejected: (by: Whos): Runs => say`Rejected by ${names(by)}`,
      inFavour: (by: Whos): Runs => say`In favour: ${names(by)}`,
      against: (by: Whos): Runs => say`Against: ${names(by)}`,
      blocked: (by: Whos): Runs => say`Blocked by ${names(by)}`,
      cleared: (by: Whos): Runs => say`Cleared by ${names(by)}`,
      withdrawn: (by: Whos): Runs => say`Withdrawn by ${names(by)}`,
      lapsed: (_: Whos): Runs => say`Lapsed`,
      terminated: (by: Whos): Runs => (by.length === 0 ? say`Terminated` : say`Terminated by ${names(by)}`),
      closed: (_: Whos): Runs => say`Closed`,
    },
  },
};
