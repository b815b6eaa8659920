/** The phrases of a timeline's entries, in English. */
import type { Runs } from "../../../../events/tell/runs.ts";
import { publishersInRow } from "../publishers.ts";
import { count, names, say, type Whos } from "./say.ts";

export const timeline = {
  timeline: {
    folded: { desc: count("earlier event", "earlier events"), asc: count("later event", "later events") },
    reportedBy: (publishers: readonly string[]): Runs =>
      publishers.length === 0 ? say`Not confirmed` : say`Reported by ${publishersInRow(publishers, " and ")}, not confirmed`,
    confirmed: (by: Whos): Runs => (by.length === 0 ? say`Confirmed` : say`Confirmed by ${names(by)}`),
    denied: (by: Whos): Runs => (by.length === 0 ? say`Denied` : say`Denied by ${names(by)}`),
    byline: (name: string) => `By ${name}`,
  },
};
