/** The state of one story that rules and projections may see. */
import type { Place } from "./order.ts";
import type { Said } from "./recorded.ts";
import type { Price, Source } from "./values.ts";

/** What has become of an offer. */
export type OfferStatus = "open" | "rejected" | "accepted" | "withdrawn" | "lapsed" | "closed" | "terminated";

/** An offer as it stands at a moment of the story. */
export type Standing = {
  /** Its place in story order: when it was made. */
  at: string;
  version: number;
  by: string;
  target: string;
  to?: string | undefined;
  inReplyTo?: string | undefined;
  status: OfferStatus;
  /** A counter-offer has answered it since it was last open. */
  countered: boolean;
  /** Who has rejected it since it was last open. */
  rejectedBy: string[];
  price?: Price | undefined;
};

/** What became of an event: what it said, what it says now (nothing, once it was retracted or taken down), and why. */
export type Amendment = {
  version: number;
  event: number;
  type: string;
  kind: "corrected" | "retracted" | "taken-down";
  reason: string;
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

/** A story's state. A plain JSON value: it is kept in snapshots. Records are read by `get`, for a slug may be any word. */
export type Story = {
  /** The version of the newest event; 0 before the first. */
  version: number;
  recordedAt: string;
  title: string;
  summary?: string | undefined;
  language: string;
  /** Every slug that an effective event introduces, wherever it stands in story order, and that event's version. */
  introduced: { party: Record<string, number>; offer: Record<string, number>; question: Record<string, number> };
  names: Record<string, string>;
  offers: Record<string, Standing>;
  /** The questions answered so far, and the version of the answer. */
  answers: Record<string, number>;
  concluded?: { version: number; at: string; outcome: string } | undefined;
  /** The last place in story order that an event has taken. */
  last?: Place | undefined;
  amendments: Amendment[];
};

/** What a projection's fold may see of its story: only what comes before in story order. */
export type Moment = Pick<Story, "offers">;

/** The revision of the story's state: raise it with any change to its shape or its fold, and snapshots of the old one are left aside. */
export const storyRevision = 1;

/** A story before its first event. */
export const unopened = (): Story => ({
  version: 0,
  recordedAt: "",
  title: "",
  language: "en",
  introduced: { party: {}, offer: {}, question: {} },
  names: {},
  offers: {},
  answers: {},
  amendments: [],
});

/** The record's own entry of that slug, never what it inherits. */
export const get = <Value>(record: Readonly<Record<string, Value>>, slug: string): Value | undefined =>
  Object.hasOwn(record, slug) ? record[slug] : undefined;

/** The party that owes an answer to an offer: whom it was made to, else who made the offer it replies to, else its target. */
export const owes = (moment: Moment, offer: Standing): string =>
  offer.to ?? (offer.inReplyTo === undefined ? undefined : get(moment.offers, offer.inReplyTo)?.by) ?? offer.target;
