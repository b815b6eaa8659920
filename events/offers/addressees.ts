/** Who makes an offer, who decides on it, and for whom somebody speaks who answers it. */
import { get, type Offer, partyAt, type Story, type Word } from "../story.ts";
import type { Actor } from "./table.ts";

type Parties = Pick<Story, "parties">;
type Offers = Pick<Story, "offers">;
type Addressed = Pick<Offer, "by" | "partners" | "to" | "target" | "inReplyTo">;

/** Who makes an offer: the bidder first, then its partners. */
export const biddersOf = ({ by, partners }: Pick<Offer, "by" | "partners">): string[] => [by, ...partners];

/** Who decides on an offer: those whom it names; where it names nobody, of a counter-offer who made the offer that it answers, else the target. */
export const addresseesOf = ({ offers }: Offers, offer: Addressed): string[] => {
  if (offer.to.length > 0) return offer.to;
  const answered = offer.inReplyTo === undefined ? undefined : get(offers, offer.inReplyTo);
  if (answered) return [answered.by];
  return offer.target === undefined ? [] : [offer.target];
};

/**
 * For whom a party speaks on an offer. Who is of an addressee speaks for it, one step and no further, unless it stands itself in `to` or
 * `subjectTo`: then it speaks for itself alone. Who is of whom is asked as of a place in story order, or, without one, as of now.
 */
export const voiceOf = (
  story: Parties & Offers,
  offer: Offer,
  party: string,
  place?: string,
): { as: Actor; addressee?: string } => {
  const addressees = addresseesOf(story, offer);
  if (addressees.includes(party)) return { as: "addressee", addressee: party };
  if (offer.subjectTo.includes(party)) return { as: "subject" };
  const whole = partyAt(story, party, place)?.of;
  if (whole !== undefined && addressees.includes(whole)) return { as: "addressee", addressee: whole };
  // The partners of a bid answer a counter-offer to it together with its bidder.
  const answered = offer.inReplyTo === undefined || offer.to.length > 0 ? undefined : get(story.offers, offer.inReplyTo);
  return answered?.partners.includes(party) ? { as: "addressee", addressee: answered.by } : { as: "other" };
};

/** The words on an offer's newest move; of an agreement, on its newest price. */
export const freshWords = ({ words, fresh }: Pick<Offer, "words" | "fresh">): Word[] => words.slice(fresh);

const newest = (words: readonly Word[], is: (word: Word) => boolean): Word | undefined => words.findLast(is);

/** Whether a party's own newest word on an offer, as it stands, is yes, and decides. */
export const hasAccepted = (offer: Pick<Offer, "words" | "fresh">, party: string): boolean =>
  newest(freshWords(offer), (word) => word.party === party && word.as !== "other")?.yes ?? false;

/** The newest word for an addressee on an offer as it stands, its own or of somebody who speaks for it. */
export const wordFor = (offer: Pick<Offer, "words" | "fresh">, addressee: string): Word | undefined =>
  newest(freshWords(offer), (word) => word.addressee === addressee);

/** The body that a party spoke for as an authority when it ruled: what it was of then, else itself. */
const bodyOf = (story: Parties, { party, place }: { party: string; place: string }): string =>
  partyAt(story, party, place)?.of ?? party;

/** Who has blocked an offer that is open, rejected or accepted, where that is the newest word of its body: the person or body that said so. */
export const blockersOf = (
  story: Parties,
  { status, rulings }: Pick<Offer, "status" | "rulings">,
): { party: string; body: string }[] => {
  if (status !== "open" && status !== "rejected" && status !== "accepted") return [];
  const newestOf = new Map(rulings.map((ruling) => [bodyOf(story, ruling), ruling]));
  return [...newestOf].flatMap(([body, { party, blocked }]) => (blocked ? [{ party, body }] : []));
};
