/** The texts of a story's page, of its past and of what leads elsewhere, in English. */

export const story = {
  story: {
    awaiting: "Awaiting an answer",
    agreed: "Agreed",
    blockedBy: "Blocked by",
    next: "What comes next",
    facts: "In short",
    lastMove: "Last move",
    outcome: "Outcome",
    updated: "recorded",
    trust: "Can you trust it?",
    verify: "Verify the log",
    contents: "On this page",
  },

  brief: {
    essentials: "What you need to know",
    asOf: "As of",
    latest: "Latest",
    keyMoments: "Key moments",
  },

  /** In whose time times are told. */
  times: {
    updated: "Updated",
  },

  /** A page of an event's own. */
  eventPage: {
    standing: "Where it stood then",
    inStory: "Read it in the story",
    around: "Before and after",
    before: "What came before",
    after: "What came next",
  },

  past: {
    title: "The story as it was",
    clocks:
      "Two clocks run here. One says when something happened: the timeline follows it. The other says when we learned it: each event that an editor recorded made a new version. Go back to a version or a day, and this page shows what was known then, and no more.",
    asKnown: "This is the story as it was known on",
    nothingLater: "Nothing was recorded since.",
    now: "See it as it is now",
    first: "First version",
    previous: "One version back",
    next: "One version on",
    version: "Version",
    go: "Show",
  },

  since: {
    sinceThen: "Since you were last here",
    /** The instant follows. */
    sinceInstant: "Since",
    none: "nothing was added or changed.",
    show: "Read them",
    all: "See the whole story",
    isNew: "New",
    isAmended: "Changed",
  },

  corrections: {
    title: "Corrections",
    lead: "What was wrong here, what is right, why and when it was put right. Nothing is changed in silence.",
    none: "Nothing had to be corrected so far.",
    of: "Entry",
    back: "To the story",
  },

  share: {
    title: "Follow and share",
    follow: "Follow elsewhere",
    embed: "Show it on your own site",
    live: "In a frame that is as high as it needs to be and changes as the story does. Where the script may not run, it scrolls. Each part has its own address:",
    code: "Code to copy",
    whole: "The whole story",
    status: "Where it stands",
  },

  /** Lists that show so many of their items at a time. */
  lists: {
    before: "Those before",
    after: "Those after",
  },
};
