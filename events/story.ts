/** The state of one story that rules and projections may see. */
import type { Said } from "./recorded.ts";
import type { Texts } from "./texts.ts";
import type { Certainty, Edit, Equivalent, Precision, Price, Source } from "./values.ts";

/** What has become of an offer. */
export const offerStatuses = ["open", "rejected", "accepted", "withdrawn", "lapsed", "terminated", "closed"] as const;
export type OfferStatus = (typeof offerStatuses)[number];

/** A place in story order: a text that sorts, and the version of the event that stands there. See `order.ts`. */
export type Place = { place: string; version: number };

/** When something happened, and the version of the event that tells of it. */
export type Moment = { version: number; occurredAt: string; precision: Precision };

/** What is known of a party. `short` is what sentences use; `names` are by language (BCP 47). */
export type PartyFacts = {
  name: string;
  short?: string | undefined;
  names?: Record<string, { name: string; short?: string | undefined }> | undefined;
  nameLanguage?: string | undefined;
  kind: "person" | "organization" | "group";
  plural?: boolean | undefined;
  of?: string | undefined;
  role?: string | undefined;
  sameAs?: string[] | undefined;
};

/** A party: which event introduced it, where that stands and when it begins; and what was known of it from which place on, oldest first: the first holds from the beginning. */
export type Party = { introduced: number; at: string; start: string; history: (Place & { facts: PartyFacts })[] };

/** What an offer says, and what a revision may change. `to` are the parties that were named, none where the target or the bidder is meant. */
export type OfferTerms = {
  by: string;
  partners: string[];
  to: string[];
  target?: string | undefined;
  /** What is proposed, in words, where nothing is to be bought. */
  subject?: string | undefined;
  subjectTo: string[];
  price?: Price | undefined;
  equivalents?: Equivalent[] | undefined;
  terms?: string | undefined;
  expiresAt?: string | undefined;
};

/**
 * A party's word on an offer. `as` says for whom it spoke: for an addressee, for itself as one whom the agreement is subject to, or as
 * somebody else, whose word is advice.
 */
export type Word = Moment &
  Place & { party: string; yes: boolean; as: "addressee" | "subject" | "other"; addressee?: string | undefined };

/** What an authority or a court has said of an offer. The newest word of each body counts. */
type Ruling = Moment & Place & { party: string; blocked: boolean };

/** What an act has changed of an offer's terms; null where it took something away. */
export type OfferChange = { [Name in keyof OfferTerms]?: OfferTerms[Name] | null };

/** What was done to an offer, by which it can be told as it was at any place: its state after it, and what was changed of its terms. */
type OfferAct = Place & { status: OfferStatus; change?: OfferChange | undefined };

/** What has become of an offer's state last, by which event, and by whom. */
type Decision = Moment & Place & { status: OfferStatus; by: string[] };

/** An offer as it stands at a moment of the story. */
export type Offer = OfferTerms &
  Moment &
  Place & {
    inReplyTo?: string | undefined;
    solicited?: boolean | undefined;
    /** A side deal: shown, and never the headline. */
    aside: boolean;
    status: OfferStatus;
    /** Its newest move: when it was made, or more of it revised than its deadline. */
    moved: Place;
    /** All words on it, in story order; those from `fresh` on are on its newest move (of an agreement: on its newest price). */
    words: Word[];
    fresh: number;
    rulings: Ruling[];
    decided?: Decision | undefined;
    /** Where it was agreed to last, and carried out. */
    agreed?: Place | undefined;
    closed?: Place | undefined;
    /** What it said when it was made. */
    made: OfferTerms;
    acts: OfferAct[];
  };

/** What became of what an event says, without changing it: words taken back, a report confirmed or denied. */
export type Remark = Moment & {
  kind: "takenBack" | "confirmed" | "denied";
  by: string[];
  how?: "deleted" | "apologised" | "denied" | "clarified" | undefined;
};

/** What became of an event: what it said, what it says now (nothing, once it was retracted or taken down), and why. */
export type Amendment = {
  version: number;
  event: number;
  type: string;
  kind: "corrected" | "retracted" | "reinstated" | "taken-down";
  /** Of what kind a correction is. */
  edit?: Edit | undefined;
  /** Where the amended event stands in story order, if it has a place in it. */
  place?: string | undefined;
  reason?: string | undefined;
  recordedAt: string;
  recordedBy: string;
  /** When the amended event entered the log, and by whom. */
  eventRecordedAt: string;
  eventRecordedBy: string;
  sources?: Source[] | undefined;
  /** Without its data, where that was erased. */
  before: Said | Pick<Said, "occurredAt" | "precision">;
  after?: Said | undefined;
};

/** What an event says in another language: by which event, in which language (BCP 47), and by whom. */
export type Translation = { version: number; language: string; texts: Texts; translator?: string | undefined };

/** A story's state. A plain JSON value: it is kept in snapshots. Records are read by `get`, for a slug may be any word. */
export type Story = {
  /** The version of the newest event; 0 before the first. */
  version: number;
  recordedAt: string;
  title: string;
  summary?: string | undefined;
  language: string;
  timeZone?: string | undefined;
  /** What a latecomer needs to know, by an editor's hand: the newest. */
  points?: { version: number; points: string[]; occurredAt: string; precision: Precision } | undefined;
  /** Every slug that an effective event introduces, wherever it stands in story order, and that event's version. */
  introduced: { party: Record<string, number>; offer: Record<string, number>; question: Record<string, number> };
  parties: Record<string, Party>;
  offers: Record<string, Offer>;
  /** The questions answered so far, and the version of the answer. */
  answers: Record<string, number>;
  concluded?: (Place & { outcome: string }) | undefined;
  /** From where to where in story order it was concluded, and by which event; the last of them to this day, where it has no end. */
  closures: (Place & { until?: string | undefined })[];
  /** Events that were only reported, by version, with the offer that each is about. */
  reports: Record<string, { type: string; offer?: string | undefined }>;
  /** What became of what events say, by the event's version. */
  remarks: Record<string, Remark[]>;
  /** The translations that hold, by the version of the event that they tell again, and by their language in small letters. */
  translations: Record<string, Record<string, Translation>>;
  /** The last place in story order, and the latest beginning of any event that has one: what begins no earlier comes last. */
  last?: Place | undefined;
  latest: string;
  /** Whether each event stands where it was recorded, and each introduction holds true: then the index of story order and `parties` have all places. */
  unmoved: boolean;
  /** What was recorded within the last ten minutes: what the same thing said again is known by. */
  recent: { version: number; recordedAt: string; likeness: string }[];
  amendments: Amendment[];
};

/** The certainty of an event that was recorded with `said`, once what confirms it is counted in. */
export const certaintyWith = ({ remarks }: Pick<Story, "remarks">, version: number, said: Certainty | undefined): Certainty =>
  said === "reported" && !get(remarks, `${version}`)?.some(({ kind }) => kind === "confirmed") ? "reported" : "confirmed";

/** The certainty of an event that holds true. */
export const certaintyOf = (story: Pick<Story, "reports" | "remarks">, version: number): Certainty =>
  certaintyWith(story, version, get(story.reports, `${version}`) && "reported");

/** The revision of the story's state: raise it with any change to its shape or its fold, and snapshots of the old one are left aside. */
export const storyRevision = 4;

/** A story before its first event. */
export const unopened = (): Story => ({
  version: 0,
  recordedAt: "",
  title: "",
  language: "en",
  introduced: { party: {}, offer: {}, question: {} },
  parties: {},
  offers: {},
  answers: {},
  closures: [],
  reports: {},
  remarks: {},
  translations: {},
  latest: "",
  unmoved: true,
  recent: [],
  amendments: [],
});

/** The record's own entry of that slug, never what it inherits. */
export const get = <Value>(record: Readonly<Record<string, Value>>, slug: string): Value | undefined =>
  Object.hasOwn(record, slug) ? record[slug] : undefined;

/** What is known of a party: just before a place in story order, or, without one, by all that has happened. Undefined where it was never introduced. */
export const partyAt = ({ parties }: Pick<Story, "parties">, slug: string, at?: string): PartyFacts | undefined => {
  const history = get(parties, slug)?.history;
  if (!history) return undefined;
  const entry = at === undefined ? history.at(-1) : history.findLast(({ place }, index) => index === 0 || place < at);
  return entry?.facts;
};
