/** Drafts of events as tests write them: valid, short, and timed by `given` unless `at` says when. */
import type { EventOf, EventType } from "../../events/registry.ts";
import type { Source } from "../../events/values.ts";

type Data<Type extends EventType> = EventOf<Type>["data"];
type More<Type extends EventType, Given extends PropertyKey> = Partial<Omit<Data<Type>, Given>>;

/** What a test posts. */
export type Posted = { type: EventType; occurredAt?: string; precision?: string; sources?: Source[]; data: unknown };

/** The day on which everything happens. */
export const day = "2025-02-10";

/** A clock's time on that day, `"09:30"`, or an instant. */
export const timeOf = (time: string): string => (time.includes("T") ? time : `${day}T${time}:00Z`);

/** The draft, at a time. */
export const at = (time: string, draft: Posted): Posted => ({ ...draft, occurredAt: timeOf(time) });

/** A draft of one type: its data is checked by the compiler. */
export const draft = <Type extends EventType>(type: Type, data: Data<Type>): Posted => ({ type, data });

export const said = (text = "no thank you", language = "en") => ({ text, language });
export const usd = (amount: string) => ({ amount, currency: "USD" });

export const opened = (more: Partial<Data<"StoryOpened">> = {}) =>
  draft("StoryOpened", { title: "A bid", language: "en", ...more });
/** Introduces a party whose name is its slug in capitals. */
export const party = (slug: string, more: More<"PartyIntroduced", "party"> = {}) =>
  draft("PartyIntroduced", { party: slug, name: slug.toUpperCase(), kind: "organization", ...more });
/** `a` offers for `t`. */
export const offer = (slug: string, more: More<"OfferMade", "offer"> = {}) =>
  draft("OfferMade", { offer: slug, by: "a", target: "t", ...more });
/** `b` answers with an offer for `a`. */
export const counter = (slug: string, inReplyTo: string, more: More<"CounterOffered", "offer" | "inReplyTo"> = {}) =>
  draft("CounterOffered", { offer: slug, inReplyTo, by: "b", target: "a", ...more });
export const revised = (slug: string, more: More<"OfferRevised", "offer"> = {}) =>
  draft("OfferRevised", { offer: slug, ...more });
export const rejected = (slug: string, by = "b", more: More<"OfferRejected", "offer" | "by"> = {}) =>
  draft("OfferRejected", { offer: slug, by, ...more });
export const accepted = (slug: string, by = "b") => draft("OfferAccepted", { offer: slug, by });
export const withdrawn = (slug: string) => draft("OfferWithdrawn", { offer: slug });
export const lapsed = (slug: string) => draft("OfferLapsed", { offer: slug });
export const closed = (slug: string, more: More<"DealClosed", "offer"> = {}) => draft("DealClosed", { offer: slug, ...more });
export const terminated = (slug: string, more: More<"DealTerminated", "offer"> = {}) =>
  draft("DealTerminated", { offer: slug, ...more });
/** `a` insults `b`. */
export const insult = (more: Partial<Data<"InsultPosted">> = {}) =>
  draft("InsultPosted", { by: "a", at: "b", quote: said("Swindler"), ...more });
export const statement = (more: Partial<Data<"StatementMade">> = {}) =>
  draft("StatementMade", { by: "b", quote: said("We are not for sale."), ...more });
export const development = (headline = "The summit goes on", parties?: string[]) =>
  draft("DevelopmentReported", { headline, ...(parties ? { parties } : {}) });
export const background = (headline = "An older deal", parties?: string[]) =>
  draft("BackgroundNoted", { headline, ...(parties ? { parties } : {}) });
export const question = (slug: string, text = "Why?") => draft("QuestionRaised", { question: slug, text });
export const answer = (slug: string, text = "For the data.") => draft("QuestionAnswered", { question: slug, text });
export const concluded = (outcome = "Everybody goes home.") => draft("StoryConcluded", { outcome });
export const corrected = (event: number, replacement: Data<"EventCorrected">["replacement"]) =>
  draft("EventCorrected", { event, reason: "It was wrong.", replacement });
export const retracted = (event: number, reason = "It never happened.") => draft("EventRetracted", { event, reason });

/** An open story with the parties `a`, `b`, `c` and `t`: versions 1 to 5. */
export const scene: readonly Posted[] = [opened(), party("a"), party("b"), party("c"), party("t")];
