/** The words of opening a story, of its settings and of the front page's order, in English. */
export const open = {
  open: {
    now: "now",
    noTitle: "say what the story is about.",
    noSlug: "it has 3 to 80 of the characters a–z, 0–9 and -.",
    taken: "there is a story at this address already. Choose another name.",
    tooMany: "at most 19 at once. Introduce the others afterwards.",
    /** The languages that are offered, and the time zones that stand first. */
    languages: ["en", "fr", "de", "es", "it", "nl", "pt", "pl", "uk", "ru", "tr", "ar", "he", "hi", "zh", "ja", "ko"],
    zones: ["Europe/London", "America/New_York", "America/Los_Angeles", "UTC"],
  },
  firstSteps: {
    title: "What happens first?",
    line: "Nothing has happened yet. Try the line: write who did what, and who reported it. For example:",
    offer: "{who} offers 97.4bn USD for {whom} @reuters",
    said: "{who} says “Not for sale” @ft",
    or: "Or choose a form below; nothing counts before you have seen it as readers will.",
  },
  settings: {
    title: "Story settings",
    lead: "Each change is previewed, and stands in the story’s record.",
    opening: "Change the title, language or time zone",
    points: "Summary for latecomers",
    parties: "Who is who",
    keys: "Key moments",
    mark: "Make a key moment:",
    unmark: "No longer a key moment:",
    keysReason: "An editor’s choice of key moments.",
    dates: "What comes next",
    end: "How it ends",
  },
  front: {
    title: "Front page",
    lead: "One story leads, up to twelve are pinned below it, the others follow by what happened last.",
    up: "Move up: {name}",
    down: "Move down: {name}",
    show: "Show the order",
    save: "Set the front page",
    seen: "What readers will see",
    done: "The front page is set. Readers see it within seconds.",
    meanwhile:
      "{who} has set the front page since you opened this, as it stands here. Yours, below, is not set: set it all the same, or discard it.",
  },
};
