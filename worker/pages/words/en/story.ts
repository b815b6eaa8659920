/** The words of a story's page, of its past and of what leads elsewhere, in English. */

import { english } from "../../../../events/tell/en/grammar.ts";
import type { Runs } from "../../../../events/tell/runs.ts";
import { count, names, say, type Whos } from "./say.ts";

const isGreenwich = (zone: string): boolean => english.zoneName(zone) === "GMT";

export const story = {
  story: {
    awaiting: "Awaiting an answer",
    isOwed: (owing: Whos, by: Whos): Runs => say`from ${names(owing)} to ${names(by)}`,
    agreed: "Agreed",
    toAgree: (whos: Whos): Runs => say`Still to agree: ${names(whos)}`,
    blockedBy: "Blocked by",
    speaksFor: (body: Whos): Runs => say`for ${names(body)}`,
    next: "What comes next",
    facts: "In short",
    lastMove: "Last move",
    outcome: "Outcome",
    version: (version: number) => `Version ${version}`,
    updated: "recorded",
    trust: "Can you trust it?",
    verify: "Verify the log",
    contents: "On this page",
  },

  brief: {
    essentials: "What you need to know",
    morePoints: count("more point", "more points"),
    asOf: "As of",
    since: count("event since", "events since"),
    latest: "Latest",
    keyMoments: "Key moments",
    openKeyMoments: count("key moment", "key moments"),
  },

  /** In whose time times are told. */
  times: {
    updated: "Updated",
    zone: (zone: string) => (isGreenwich(zone) ? "Greenwich Mean Time" : `Times in ${english.zoneName(zone)}`),
    /** What the script says: braces stand for what it fills in. */
    told: (zone: string) => ({
      own: "Show my time",
      back: isGreenwich(zone) ? "Show GMT" : `Show times in ${english.zoneName(zone)}`,
      zone: "Times in {zone}",
      stamp: "{clock} in {zone}",
      hour: "about {clock}",
      copied: "Copied",
    }),
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
    asItWas: (version: number) => `This is the story as it was after event ${version}.`,
    asKnown: "This is the story as it was known on",
    later: (n: number) => `${n === 1 ? "One event was" : `${n} events were`} recorded since.`,
    nothingLater: "Nothing was recorded since.",
    now: "See it as it is now",
    first: "First version",
    previous: "One version back",
    next: "One version on",
    version: "Version",
    day: (zone: string) => `At the end of a day (${english.zoneName(zone)})`,
    go: "Show",
  },

  since: {
    sinceThen: "Since you were last here",
    /** The instant follows. */
    sinceInstant: "Since",
    added: count("new event", "new events"),
    amended: count("event changed, retracted or taken down", "events changed, retracted or taken down"),
    none: "nothing was added or changed.",
    show: "Read them",
    all: "See the whole story",
    isNew: "New",
    isAmended: "Changed",
  },

  corrections: {
    title: "Corrections",
    count: (n: number) => (n === 0 ? "No correction so far" : n === 1 ? "1 correction" : `${n} corrections`),
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
    frozen: (version: number) =>
      `In a frame that is as high as it needs to be and stays as the story was after event ${version}. Each part has its own address:`,
    code: "Code to copy",
    whole: "The whole story",
    status: "Where it stands",
  },

  /** Lists that show so many of their items at a time. */
  lists: {
    window: (from: number, to: number, total: number) => `${from}–${to} of ${total}`,
    before: "Those before",
    after: "Those after",
    more: (n: number) => `and ${n} more`,
  },
};
