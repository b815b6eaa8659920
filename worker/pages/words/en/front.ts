/** The words of the front page and of the search, in English. */
import type { Runs } from "../../../../events/tell/runs.ts";
import { count, names, say, type Whos } from "./say.ts";

export const front = {
  stories: {
    title: "Stories",
    lastActivity: "Updated",
    next: "Older stories",
    first: "Latest stories",
    empty: "No story yet",
    emptyLead: "Stories appear here as soon as an editor opens one.",
    noMore: "No story comes after these.",
    steps: ["Add an editor: the command prints a token, once.", "Open the story, with the token."],
    more: "What else can be recorded",
  },

  front: {
    concluded: "Concluded",
    filters: "Pick stories",
    all: "All",
    section: "Section",
    language: "Language of the story",
    party: "Who is in it",
    any: "Any",
    show: "Show",
    clear: "All stories",
    none: "No story of this kind among those looked at.",
    inLastDay: (n: number, more: boolean) => `${more ? "more than " : ""}${n} new in the last day`,
    sinceVisit: { one: "{n} new since {when}", other: "{n} new since {when}", date: "{when}", more: "more than " },
  },

  fact: {
    bids: count("bid", "bids"),
    agreed: "agreed",
    until: (date: string) => `until ${date}`,
    insults: count("insult", "insults"),
    last: (when: string) => `last ${when}`,
    on: (date: string) => `on ${date}`,
    next: (date: string, what: Runs): Runs => say`${date}: ${what}`,
    awaiting: (whos: Whos): Runs => say`awaiting ${names(whos)}`,
  },

  search: {
    label: "Search titles, names and texts",
    button: "Search",
    clear: "All stories",
    title: (q: string) => `“${q}”`,
    found: (entries: number, more: boolean) =>
      more ? `more than ${entries} entries` : entries === 0 ? "nothing found" : count("entry", "entries")(entries),
    none: "No entry has all of these words. Try fewer of them, or the beginning of one: the last word may be unfinished.",
    others: (n: number) => (n === 1 ? "And one more entry in this story." : `And ${n} more entries in this story.`),
    next: "More stories",
    first: "Back to the best",
  },
};
