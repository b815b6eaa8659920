/** Drafts of events as tests write them: valid, short, and timed by `given` unless `at` says when. */
import type { Picture } from "../../events/attribution.ts";
import type { EventOf, EventType } from "../../events/registry.ts";
import type { Certainty, Edit, Source } from "../../events/values.ts";

type Data<Type extends EventType> = EventOf<Type>["data"];
type More<Type extends EventType, Given extends PropertyKey> = Partial<Omit<Data<Type>, Given>>;

/** What a test posts. */
export type Posted = {
  type: EventType;
  occurredAt?: string;
  precision?: string;
  sources?: Source[];
  key?: boolean;
  certainty?: Certainty;
  media?: Picture[];
  data: unknown;
};

/** Who acts: one party, or several. */
type Parties = string | string[];

/** The day on which everything happens. */
export const day = "2025-02-10";

/** A clock's time on that day, `"09:30"`, or an instant. */
export const timeOf = (time: string): string => (time.includes("T") ? time : `${day}T${time}:00Z`);

/** The draft, at a time. */
export const at = (time: string, draft: Posted): Posted => ({ ...draft, occurredAt: timeOf(time) });

/** The draft, known to the day alone: the day on which everything happens, or another. */
export const sameDay = (draft: Posted, date = day): Posted => ({ ...draft, occurredAt: `${date}T00:00:00Z`, precision: "day" });

/** The draft, told by somebody and confirmed by nobody. */
export const reported = (draft: Posted): Posted => ({ ...draft, certainty: "reported" });

/** The draft, with a source. */
export const sourced = (draft: Posted): Posted => ({ ...draft, sources: [{ publisher: "AFP" }] });

/** A draft of one type: its data is checked by the compiler. */
export const draft = <Type extends EventType>(type: Type, data: Data<Type>): Posted => ({ type, data });

export const said = (text = "no thank you", language = "en") => ({ text, language });
export const usd = (amount: string) => ({ amount, currency: "USD" });

export const opened = (more: Partial<Data<"StoryOpened">> = {}) =>
  draft("StoryOpened", { title: "A bid", language: "en", ...more });
/** Introduces a party whose name is its slug in capitals. */
export const party = (slug: string, more: More<"PartyIntroduced", "party"> = {}) =>
  draft("PartyIntroduced", { party: slug, name: slug.toUpperCase(), kind: "organization", ...more });
export const changed = (slug: string, more: More<"PartyChanged", "party"> = {}) =>
  draft("PartyChanged", { party: slug, ...more });
export const summarised = (...points: string[]) => draft("StorySummarised", { points });
/** `a` offers for `t`. */
export const offer = (slug: string, more: More<"OfferMade", "offer"> = {}) =>
  draft("OfferMade", { offer: slug, by: "a", target: "t", ...more });
/** `a` proposes something to `b`. */
export const proposal = (slug: string, more: More<"OfferMade", "offer"> = {}) =>
  draft("OfferMade", { offer: slug, by: "a", to: "b", subject: "A cage fight", ...more });
/** `t` answers with an offer for `a`. */
export const counter = (slug: string, inReplyTo: string, more: More<"CounterOffered", "offer" | "inReplyTo"> = {}) =>
  draft("CounterOffered", { offer: slug, inReplyTo, by: "t", target: "a", ...more });
export const revised = (slug: string, more: More<"OfferRevised", "offer"> = {}) =>
  draft("OfferRevised", { offer: slug, ...more });
export const rejected = (slug: string, by: Parties = "t", more: More<"OfferRejected", "offer" | "by"> = {}) =>
  draft("OfferRejected", { offer: slug, by, ...more });
export const accepted = (slug: string, by: Parties = "t", more: More<"OfferAccepted", "offer" | "by"> = {}) =>
  draft("OfferAccepted", { offer: slug, by, ...more });
export const withdrawn = (slug: string, more: More<"OfferWithdrawn", "offer"> = {}) =>
  draft("OfferWithdrawn", { offer: slug, ...more });
export const lapsed = (slug: string, more: More<"OfferLapsed", "offer"> = {}) => draft("OfferLapsed", { offer: slug, ...more });
export const blocked = (slug: string, by = "c", more: More<"DealBlocked", "offer" | "by"> = {}) =>
  draft("DealBlocked", { offer: slug, by, ...more });
export const cleared = (slug: string, by = "c", more: More<"DealCleared", "offer" | "by"> = {}) =>
  draft("DealCleared", { offer: slug, by, ...more });
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
export const announced = (what = "The board meets", when = "2025-03-10", parties?: string[]) =>
  draft("DateAnnounced", { what, at: when, ...(parties ? { parties } : {}) });
/** `a` takes back what was said. */
export const takenBack = (event: number, more: Partial<Data<"WordsTakenBack">> = {}) =>
  draft("WordsTakenBack", { event, by: "a", how: "deleted", ...more });
export const confirmed = (event: number, by?: Parties) => draft("ReportConfirmed", { event, ...(by ? { by } : {}) });
export const denied = (event: number, by?: Parties) => draft("ReportDenied", { event, ...(by ? { by } : {}) });
export const question = (slug: string, text = "Why?") => draft("QuestionRaised", { question: slug, text });
export const answer = (slug: string, text = "For the data.") => draft("QuestionAnswered", { question: slug, text });
export const concluded = (outcome = "Everybody goes home.") => draft("StoryConcluded", { outcome });
export const reopened = (reason?: string) => draft("StoryReopened", reason === undefined ? {} : { reason });
export const corrected = (event: number, replacement: Data<"EventCorrected">["replacement"]) =>
  draft("EventCorrected", { event, reason: "It was wrong.", replacement });
/** A correction of a kind: a minor one says nothing of why. */
export const edited = (edit: Edit, event: number, replacement: Data<"EventCorrected">["replacement"]) =>
  draft("EventCorrected", { event, edit, replacement, ...(edit === "minor" ? {} : { reason: "So it is." }) });
export const retracted = (event: number, reason = "It never happened.") => draft("EventRetracted", { event, reason });
export const reinstated = (event: number, reason = "It did happen.") => draft("EventReinstated", { event, reason });

/** An event's texts in another language. */
export const translated = (event: number, texts: Data<"TextTranslated">["texts"], more: Partial<Data<"TextTranslated">> = {}) =>
  draft("TextTranslated", { event, language: "fr", texts, ...more });

/** An open story with the parties `a`, `b`, `c` and `t`: versions 1 to 5. */
export const scene: readonly Posted[] = [opened(), party("a"), party("b"), party("c"), party("t")];
