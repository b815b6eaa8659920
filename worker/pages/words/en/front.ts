/** The phrases of the front page and of the search, in English. */
import type { Runs } from "../../../../events/tell/runs.ts";
import { count, names, say, type Whos } from "./say.ts";

export const front = {
  front: {
    inLastDay: (n: number, more: boolean) => `${more ? "more than " : ""}${n} new in the last day`,
  },

  fact: {
    bids: count("bid", "bids"),
    until: (date: string) => `until ${date}`,
    insults: count("insult", "insults"),
    last: (when: string) => `last ${when}`,
    on: (date: string) => `on ${date}`,
    next: (date: string, what: Runs): Runs => say`${date}: ${what}`,
    awaiting: (whos: Whos): Runs => say`awaiting ${names(whos)}`,
  },

  search: {
    title: (q: string) => `“${q}”`,
    found: (entries: number, more: boolean) =>
      more ? `more than ${entries} entries` : entries === 0 ? "nothing found" : count("entry", "entries")(entries),
    others: (n: number) => (n === 1 ? "And one more entry in this story." : `And ${n} more entries in this story.`),
  },
};
