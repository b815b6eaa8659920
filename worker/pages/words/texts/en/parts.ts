/** The texts of the lists beside a timeline: insults, questions, who is who, in English. */

export const parts = {
  insults: {
    title: "Insults",
    none: "Nobody has insulted anybody yet.",
    to: "to",
    on: "on",
  },

  quote: {
    translatedBy: "translated by",
  },

  questions: {
    title: "What we don’t know yet",
    none: "No question is open.",
    answered: "Answered",
  },

  cast: {
    title: "Who’s who",
    none: "Nobody has been introduced yet.",
    kinds: { person: "Person", organization: "Organization", group: "Group" },
    lastSeen: "Last seen",
    inTimeline: "In the timeline",
  },
};
