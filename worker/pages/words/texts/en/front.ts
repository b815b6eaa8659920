/** The texts of the front page and of the search, in English. */

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
    sinceVisit: { one: "{n} new since {when}", other: "{n} new since {when}", date: "{when}", more: "more than " },
  },

  fact: {
    agreed: "agreed",
  },

  search: {
    label: "Search titles, names and texts",
    button: "Search",
    clear: "All stories",
    none: "No entry has all of these words. Try fewer of them, or the beginning of one: the last word may be unfinished.",
    next: "More stories",
    first: "Back to the best",
  },
};
