/** The words of the front page and of the search, in English. */
import { count } from "./say.ts";

export const front = {
  stories: {
    title: "Stories",
    lastActivity: "Last activity",
    next: "Older stories",
    first: "Latest stories",
    empty: "No story yet",
    emptyLead: "Stories appear here as soon as an editor opens one.",
    noMore: "No story comes after these.",
    steps: ["Add an editor: the command prints a token, once.", "Open the story, with the token."],
    more: "What else can be recorded",
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
