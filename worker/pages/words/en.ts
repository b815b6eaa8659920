/** The pages' words in English. */
import type { OfferStatus } from "../../../events/story.ts";
import type { Stage } from "../../../projections/status.ts";

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
  concluded: "Over",
};

const statuses: Record<OfferStatus, string> = {
  open: "Open",
  rejected: "Rejected",
  accepted: "Accepted",
  withdrawn: "Withdrawn",
  lapsed: "Lapsed",
  closed: "Closed",
  terminated: "Terminated",
};

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
    isOwed: (owing: string, by: string) => `${owing} owes ${by} an answer`,
    awaiting: "Awaiting an answer",
    lastMove: "Last move",
    outcome: "Outcome",
    version: (version: number) => `version ${version}`,
    asItWas: (version: number) => `This is the story as it was after event ${version}.`,
    asKnown: "This is the story as it was known on",
    now: "See it as it is now",
  },
  event: (version: number) => `Event ${version}`,

  offers: {
    title: "Offers",
    none: "No offer has been made yet.",
    offer: "Offer",
    price: "Price",
    ratio: "Ratio",
    status: "Status",
    for: "for",
    with: "with",
    addressee: "addressed to",
    noPrice: "Not stated",
    was: "was",
    reported: "reported as",
    ratioOf: "of the offer it answers",
    noRatio: "–",
    answers: (by: string) => `Answers the offer by ${by}`,
    rejectedBy: "Rejected by",
    unsolicited: "Unsolicited",
    expires: "Expires",
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

  quote: { translation: (language: string) => `In ${language}`, translatedBy: "translated by" },

  questions: {
    title: "What we don’t know yet",
    none: "No question is open.",
    answered: "Answered",
  },

  cast: {
    title: "Cast",
    none: "Nobody has been introduced yet.",
    kinds: { person: "Person", organization: "Organization" },
    offersMade: count("offer", "offers"),
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
    none: "Nothing stands here.",
    next: { desc: "Earlier events", asc: "Later events" },
    first: { desc: "Back to the latest", asc: "Back to the first" },
    labels: { background: "Background", question: "Not known yet", answer: "Found out" },
    sources: count("source", "sources"),
    source: "Source",
    reason: "Reason",
    terms: "Terms",
    involved: "Also involved",
    corrected: "Corrected",
    retracted: "Retracted",
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
  },
};
