/** The pages' words in English. */
import type { Kept } from "../../../events/audit.ts";
import type { Kind } from "../../../events/define.ts";
import type { Unreadable } from "../../../events/exported.ts";
import type { Remark } from "../../../events/story.ts";
import { english } from "../../../events/tell/en/grammar.ts";
import type { Runs } from "../../../events/tell/runs.ts";
import type { Who } from "../../../events/tell/who.ts";
import type { Broken } from "../../../events/verify.ts";
import type { Stage } from "../../../projections/sentence/situation.ts";
import type { Outcome } from "../outcome.ts";
import type { Fate } from "../story/fate.ts";

const { say, names } = english;
type Whos = readonly Who[];

const count = (one: string, many: string) => (n: number) => `${n} ${n === 1 ? one : many}`;

const stages: Record<Stage, string> = {
  opened: "Open",
  offered: "Offer on the table",
  countered: "Countered",
  rejected: "Turned down",
  agreed: "Agreed",
  withdrawn: "Withdrawn",
  lapsed: "Lapsed",
  closed: "Deal done",
  terminated: "Deal off",
  quarrel: "War of words",
  concluded: "Over",
};

const statuses: Record<Outcome, string> = {
  open: "Open",
  rejected: "Rejected",
  accepted: "Accepted",
  withdrawn: "Withdrawn",
  lapsed: "Lapsed",
  superseded: "Superseded",
  closed: "Closed",
  terminated: "Terminated",
};

/** The words, in English; these say which words a language has to have. */
export const en = {
  /** The language's own name. */
  name: "English",
  locale: "en-GB",
  tagline: "Who offered what, who turned it down, who countered, who insulted whom.",
  skip: "Skip to the content",
  languages: "Language",
  menu: "Riposte",
  nav: { stories: "Stories", docs: "API" },
  footer:
    "Every fact here is an event in a log that only grows. What was wrong is struck through, never silently gone. Times are in UTC.",
  asData: "This page as data",
  colon: ": ",
  names: (whos: Whos): Runs => names(whos),
  stages,
  statuses,

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

  story: {
    awaiting: "Awaiting an answer",
    isOwed: (owing: Whos, by: Whos): Runs => say`from ${names(owing)} to ${names(by)}`,
    agreed: "Agreed",
    toAgree: (whos: Whos): Runs => say`Still to agree: ${names(whos)}`,
    blockedBy: "Blocked by",
    speaksFor: (body: Whos): Runs => say`for ${names(body)}`,
    next: "What comes next",
    lastMove: "Last move",
    outcome: "Outcome",
    version: (version: number) => `version ${version}`,
    updated: "recorded",
    trust: "Can you trust it?",
    contents: "On this page",
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
    day: "At the end of a day (UTC)",
    go: "Show",
  },

  since: {
    after: (version: number) => `Since version ${version}`,
    added: count("new event", "new events"),
    amended: count("event changed, retracted or taken down", "events changed, retracted or taken down"),
    more: (n: number) => `more than ${n} events were added or changed.`,
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
    of: (version: number) => `Event ${version}`,
    back: "To the story",
  },
  event: (version: number) => `Event ${version}`,

  /** Lists that show so many of their items at a time. */
  lists: {
    window: (from: number, to: number, total: number) => `${from}–${to} of ${total}`,
    before: "Those before",
    after: "Those after",
    more: (n: number) => `and ${n} more`,
  },

  offers: {
    title: "Offers",
    none: "No offer has been made yet.",
    offer: "Offer",
    price: "Price",
    ratio: "Ratio",
    status: "Status",
    for: "for",
    with: "with",
    to: (whos: Whos): Runs => say`Addressed to ${names(whos)}`,
    subjectTo: (whos: Whos): Runs => say`Subject to the agreement of ${names(whos)}`,
    asks: "Asking price",
    aside: "Side deal",
    noPrice: "Not stated",
    was: "was",
    equivalents: { conversion: "that is", "equity-value": "equity value", "enterprise-value": "enterprise value" },
    ratioOf: "of the offer it answers",
    noRatio: "–",
    answers: (by: Whos): Runs => say`Answers the offer by ${names(by)}`,
    unsolicited: "Unsolicited",
    openUntil: "Open until",
    deadline: "Deadline",
    scales: "A bar compares with those for the same target, in the same currency, for the whole or for a share alike.",
    earlier: "on earlier terms",
    conditions: "Conditions",
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

  insults: {
    title: "Insults",
    none: "Nobody has insulted anybody yet.",
    total: count("insult so far", "insults so far"),
    to: "to",
    times: (n: number) => (n === 1 ? "once" : n === 2 ? "twice" : `${n} times`),
    on: "on",
    latest: (n: number) => `The latest ${n}`,
  },

  quote: {
    translation: (language: string) => `In ${language}`,
    translatedBy: "translated by",
    /** What became of the words since. */
    takenBack: {
      deleted: (by: Whos): Runs => say`Deleted since by ${names(by)}`,
      apologised: (by: Whos): Runs => say`Apologised for since by ${names(by)}`,
      denied: (by: Whos): Runs => say`Denied since by ${names(by)}`,
      clarified: (by: Whos): Runs => say`Clarified since by ${names(by)}`,
    } satisfies Record<NonNullable<Remark["how"]>, (by: Whos) => Runs>,
  },

  questions: {
    title: "What we don’t know yet",
    none: "No question is open.",
    answered: "Answered",
  },

  cast: {
    title: "Cast",
    none: "Nobody has been introduced yet.",
    kinds: { person: "Person", organization: "Organization", group: "Group" },
    of: (whos: Whos): Runs => say`of ${names(whos)}`,
    offersMade: count("offer", "offers"),
    raises: count("raise", "raises"),
    withdrawals: count("withdrawal", "withdrawals"),
    acceptances: count("acceptance", "acceptances"),
    rejections: count("rejection", "rejections"),
    insultsPosted: count("insult posted", "insults posted"),
    insultsReceived: count("insult received", "insults received"),
    statements: count("statement", "statements"),
    lastSeen: "Last seen",
    elsewhere: (name: string, site: string) => `${name} on ${site}`,
  },

  timeline: {
    title: "Timeline",
    order: "Order",
    newest: "Newest first",
    oldest: "Oldest first",
    pick: "Pick by kind or by name",
    kind: "Kind",
    all: "All kinds",
    party: "Name",
    everybody: "Everybody",
    kinds: {
      offers: "Offers",
      insults: "Insults",
      statements: "Statements",
      developments: "Developments",
      background: "Background",
      questions: "Questions",
      people: "Who is who",
    } satisfies Record<Kind, string>,
    none: "Nothing stands here.",
    next: { desc: "Earlier events", asc: "Later events" },
    first: { desc: "Back to the latest", asc: "Back to the first" },
    labels: { background: "Background", question: "Not known yet", answer: "Found out", announced: "What comes next" },
    keyMoment: "Key moment",
    reported: "Only reported",
    confirmed: (by: Whos): Runs => (by.length === 0 ? say`Confirmed` : say`Confirmed by ${names(by)}`),
    denied: (by: Whos): Runs => (by.length === 0 ? say`Denied` : say`Denied by ${names(by)}`),
    byline: (name: string) => `By ${name}`,
    sources: count("source", "sources"),
    source: "Source",
    reason: "Reason",
    terms: "Terms",
    conditions: "Conditions",
    involved: "Also involved",
    corrected: "Corrected",
    updated: "Updated",
    clarified: "Clarified",
    retracted: "Retracted",
    reinstated: "Reinstated",
    takenDown: "Taken down",
    why: "Why",
    by: "by",
    before: "It said:",
    after: "It says:",
    also: "Also changed",
    recorded: "Recorded",
    atThisPoint: "The story at this point",
  },

  problems: { title: "Problem", status: "Status", all: "All problem types", seen: "Your address asks for something else in" },
  notFound: {
    back: "To the stories",
    version: (version: number) => `The story has not come that far: it stands at version ${version}.`,
  },
  docs: {
    title: "The API",
    lead: "Read a story as data, record what happened, follow all stories.",
    noScript: "The description below is drawn by a script. Without it, read the description itself:",
    file: "OpenAPI description",
    operations: "Operations",
    offers: "The life of an offer, drawn from the table that decides it",
  },

  offerLife: {
    title: "The life of an offer",
    lead: "What each act makes of an offer in each state. Riposte decides by this table, and by nothing else.",
    first:
      "An offer or a counter-offer is open when it is made. Of the rows of an act, the first that fits counts; where none fits, the act is refused.",
    columns: { heading: "Acts and states", act: "Act", when: "By whom, and when", from: "From", to: "To" },
    or: " or ",
    actors: {
      addressee: "by an addressee, or by somebody who speaks for one",
      subject: "by a party whom the agreement is subject to",
      other: "by anybody else",
    },
    conditions: {
      accepted: "who has accepted it",
      notAccepted: "who has not accepted it",
      complete: "every addressee having accepted",
      incomplete: "another addressee having yet to accept",
      deadlineAlone: "where the deadline alone changes",
    },
    unchanged: "no change",
    counts: { advice: "advice", vote: "a vote" },
  },

  verify: {
    title: "Verify the log",
    link: "Verify the log",
    lead: "Your browser reads the whole log and checks every seal in it, one after the other. The server’s word is not taken for anything.",
    progress: "Events that were checked",
    noScript: "Your browser runs no scripts here. Verify the log on your own machine: see below.",
    kept: {
      title: "Checkpoints",
      lead: "A checkpoint says how many events the log has and what the hash of the newest is, and is signed. Keep one: it will tell whether the log has only grown since, and whether others were shown the same.",
      today: "Today’s checkpoint",
      keep: "Keep this checkpoint",
      note: "A checkpoint that you kept",
      key: "The key that signed it",
      check: "Check it against the log",
    },
    elsewhere: {
      title: "On your own machine",
      lead: "This page’s script comes from the same server as the log. Who does not want to trust it takes Riposte from elsewhere and verifies there:",
      gone: "What had to be taken down by law is gone from the log for good. Its place, its seal and the event that says who took it down, when and why remain, and are verified with the rest.",
    },
    /** What the script says: braces stand for what it fills in. */
    told: {
      reading: "The log is being read and checked…",
      holds: "Every event holds, {version} in all.",
      head: "Hash of the newest event: {hash}",
      broken: "Event {version} does not hold: {why}. All before it holds.",
      unreadable: "Line {line} of the log could not be read: {why}.",
      unjudged: "{unjudged} of them hold by their seals alone: they could not be held to the rules of this edition.",
      same: "What this site shows of the story is what the log comes to.",
      other: "But this site shows something else than the log comes to ({name}): “{shown}”, and not “{folded}”.",
      otherPart: "But this site shows something else than the log comes to: {name}.",
      unseen: "Whether events are missing at the end, or the whole was written anew, no log tells of itself: a checkpoint does.",
      failed: "The log could not be read to its end. Try again.",
      insecure: "This browser checks seals only on pages that come over HTTPS.",
      notKey: "This is no key: a key is a line, NAME+ID+KEY.",
      unsigned: "This checkpoint was not signed by this key, or was changed since.",
      noSignatures: "This browser cannot check such signatures (Ed25519).",
      whys: {
        story: "it is an event of another story",
        version: "another version stands in its place",
        body: "its data, its sources or its pictures are not those that were sealed",
        envelope: "its envelope or its place is not the one that was sealed",
        unexplained: "its content is gone, and no event says that it was taken down",
        refused: "no deployment would have recorded it",
      } satisfies Record<Broken["code"], string>,
      lines: {
        "too-long": "it is longer than any event",
        "not-utf8": "it is not UTF-8",
        "not-json": "it is not JSON",
        "named-twice": "it names a member twice",
        "not-an-event": "it is not an event of a log, or has members that no seal covers",
      } satisfies Record<Unreadable["code"], string>,
      kept: {
        grew: "The checkpoint of event {size} is of this log, which has only grown since.",
        rewritten: "The log was rewritten: the events up to {size} are not those of the checkpoint.",
        shorter: "Events are missing: the log ends before event {size}, where the checkpoint was made.",
        unreached: "What the checkpoint of event {size} makes of it cannot be told: the log does not hold that far.",
        absent: "The checkpoint is of another story, “{story}”.",
      } satisfies Record<Kept, string>,
    },
  },

  picture: { others: (n: number) => `and ${n} more offers`, credit: "Picture" },

  share: {
    title: "Follow and share",
    follow: "Follow elsewhere",
    embed: "Show it on your own site",
    live: "In a frame that runs no script and loads itself anew every minute while the story goes on. Each part has its own address:",
    frozen: (version: number) =>
      `In a frame that runs no script and stays as the story was after event ${version}. Each part has its own address:`,
    code: "Code to copy",
    whole: "The whole story",
    status: "Where it stands",
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

  news: {
    bar: {
      label: "News of this story",
      show: "Show what is new",
      changed: "Something that you had read has changed",
      close: "Dismiss",
    },
    /** What the script says: braces stand for what it fills in; of each count, the word for one and the word for several. */
    told: {
      added: { one: "{n} new", other: "{n} new" },
      corrected: { one: "{n} corrected", other: "{n} corrected" },
      retracted: { one: "{n} retracted", other: "{n} retracted" },
      "taken-down": { one: "{n} taken down", other: "{n} taken down" },
      updated: { one: "{n} updated", other: "{n} updated" },
      reinstated: { one: "{n} reinstated", other: "{n} reinstated" },
      "taken-back": { one: "{n} taken back", other: "{n} taken back" },
      confirmed: { one: "{n} confirmed", other: "{n} confirmed" },
      denied: { one: "{n} denied", other: "{n} denied" },
      amended: { one: "{n} changed", other: "{n} changed" },
      changed: "The page has changed",
      since: "Since your last visit, {when}: {what}.",
      marks: {
        added: "New",
        corrected: "Corrected",
        updated: "Updated",
        retracted: "Retracted",
        reinstated: "Reinstated",
        "taken-down": "Taken down",
        "taken-back": "Taken back",
        confirmed: "Confirmed",
        denied: "Denied",
      } satisfies Record<Fate | "added", string>,
    },
  },
};
