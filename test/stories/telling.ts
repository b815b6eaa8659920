/** How the stories of this folder are written: a step is what the press learned on a day, and the sentences that a desk prints after it. */
import type { EventOf, EventType } from "../../events/registry.ts";
import type { Price } from "../../events/values.ts";
import type { Stage } from "../../projections/sentence/situation.ts";
import type { Posted } from "../support/drafts.ts";

type Data<Type extends EventType> = EventOf<Type>["data"];
type More<Type extends EventType, Given extends PropertyKey> = Partial<Omit<Data<Type>, Given>>;
type Facts = More<"PartyIntroduced", "party" | "name" | "kind">;

/** An event as it is posted; it happens on its step's day. */
export type Draft = Posted & { certainty?: "confirmed" | "reported" };

/** Where the story stands after a step; without it, it stands where it stood. */
export type Sentence = { stage: Stage; en: string; fr: string };
export type Step = { on: string; posts: readonly Draft[]; told?: Sentence };

/** A story: in which language its editors write, who is in it, and what happened. */
export type Telling = { title: string; language: "en" | "fr"; cast: readonly Draft[]; steps: readonly Step[] };

/** On that day this happened, and this is where the story stands. */
export const after = (on: string, posts: Draft | readonly Draft[], stage: Stage, en: string, fr: string): Step => ({
  ...still(on, posts),
  told: { stage, en, fr },
});

/** On that day this happened, and the story stands where it stood. */
export const still = (on: string, posts: Draft | readonly Draft[]): Step => ({
  on,
  posts: "type" in posts ? [posts] : posts,
});

const draft = <Type extends EventType>(type: Type, data: Data<Type>): Draft => ({ type, data });

const party =
  (kind: Data<"PartyIntroduced">["kind"]) =>
  (slug: string, name: string, facts: Facts = {}) =>
    draft("PartyIntroduced", { party: slug, name, kind, ...facts });
export const firm = party("organization");
export const person = party("person");
export const group = party("group");
/** A party's name in French. */
export const inFrench = (name: string, short?: string): Facts => ({ names: { fr: { name, ...(short ? { short } : {}) } } });
export const changed = (slug: string, changes: More<"PartyChanged", "party">) =>
  draft("PartyChanged", { party: slug, ...changes });

export const offer = (slug: string, by: string, more: More<"OfferMade", "offer" | "by">) =>
  draft("OfferMade", { offer: slug, by, ...more });
export const counter = (
  slug: string,
  inReplyTo: string,
  by: string,
  more: More<"CounterOffered", "offer" | "by" | "inReplyTo">,
) => draft("CounterOffered", { offer: slug, inReplyTo, by, ...more });
export const revised = (slug: string, more: More<"OfferRevised", "offer">) => draft("OfferRevised", { offer: slug, ...more });
export const rejected = (slug: string, by: string | string[], reason?: string) =>
  draft("OfferRejected", { offer: slug, by, ...(reason ? { reason } : {}) });
export const accepted = (slug: string, by: string | string[]) => draft("OfferAccepted", { offer: slug, by });
export const withdrawn = (slug: string) => draft("OfferWithdrawn", { offer: slug });
export const lapsed = (slug: string) => draft("OfferLapsed", { offer: slug });
export const blocked = (slug: string, by: string, reason?: string) =>
  draft("DealBlocked", { offer: slug, by, ...(reason ? { reason } : {}) });
export const cleared = (slug: string, by: string, conditions?: string) =>
  draft("DealCleared", { offer: slug, by, ...(conditions ? { conditions } : {}) });
export const closed = (slug: string, price?: Price) => draft("DealClosed", { offer: slug, ...(price ? { price } : {}) });
export const terminated = (slug: string, by?: string | string[]) =>
  draft("DealTerminated", { offer: slug, ...(by ? { by } : {}) });
export const news = (headline: string) => draft("DevelopmentReported", { headline });
export const announced = (what: string, at: string) => draft("DateAnnounced", { what, at });
export const insult = (by: string, at: string | string[], text: string) =>
  draft("InsultPosted", { by, at, quote: { text, language: "en" } });
export const statement = (by: string, text: string, language = "en") => draft("StatementMade", { by, quote: { text, language } });
export const takenBack = (event: number, by: string, how: Data<"WordsTakenBack">["how"]) =>
  draft("WordsTakenBack", { event, by, how });
export const confirmed = (event: number, by: string) => draft("ReportConfirmed", { event, by });
export const concluded = (outcome: string) => draft("StoryConcluded", { outcome });

/** What is only reported. */
export const reported = (told: Draft): Draft => ({ ...told, certainty: "reported" });

const money =
  (currency: string, more: Partial<Price> = {}) =>
  (amount: string, other: Partial<Price> = {}): Price => ({ amount, currency, ...more, ...other });
export const usd = money("USD");
export const eur = money("EUR");
export const usdAShare = money("USD", { basis: "per-share" });
export const eurAShare = money("EUR", { basis: "per-share" });
export const gbpAShare = money("GBP", { basis: "per-share" });
