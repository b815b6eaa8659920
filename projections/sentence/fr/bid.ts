/** A bid, an ask or a proposal that stands, as a clause: « Alpha offre 10 milliards de dollars pour Target ». */
import { french } from "../../../events/tell/fr/grammar.ts";
import { isAmong } from "../../../events/tell/fr/names.ts";
import { anOffer, bracketed, forWhat, inBrackets, inlined, offerNoun, size } from "../../../events/tell/fr/offer.ts";
import type { Runs } from "../../../events/tell/runs.ts";
import type { Who } from "../../../events/tell/who.ts";
import type { Bid } from "../situation.ts";
import { denial, hasBeen, hasDone } from "./clauses.ts";

const { say, name, names, to, money, verb } = french;

/** Who makes it, and what it comes to; only reported, in the conditional, and with who denies it. A target among `known` is not named again. */
export const bidding = (bid: Bid, known: readonly Who[] = []): Runs => say`${clause(bid, known)}${denial(bid)}`;

const clause = (bid: Bid, known: readonly Who[]): Runs => {
  if (bid.by.length === 0) return say`${anOffer(bid, known)} ${hasBeen(bid)} faite`;
  if (bid.kind === "bid") return bidOf(bid, known);
  return bid.kind === "ask" ? askOf(bid) : proposalOf(bid);
};

/** The subject and its verb: « Alpha offre », « Les frères Beta offrent », « Alpha aurait offert ». */
const acting = (bid: Bid, one: string, several: string, participle: string): Runs =>
  bid.reported ? hasDone(bid.by, bid, participle) : say`${names(bid.by)} ${verb(bid.by, one, several)}`;

const makes = (bid: Bid): Runs => acting(bid, "fait", "font", "fait");

const bidOf = (bid: Bid, known: readonly Who[]): Runs => {
  if (hasPrice(bid)) return say`${acting(bid, "offre", "offrent", "offert")} ${stake(bid, known)}`;
  const isAnother = !bid.counter && bid.target !== undefined && isAmong(bid.target, known);
  const also = isAnother && bid.price === undefined ? " aussi" : "";
  return say`${makes(bid)}${also} une ${offerNoun(bid)}${size(bid)}${forWhat(bid, known)}${inBrackets(bid)}`;
};

/** Whether a bid is told by its price: it is no counter-offer, and has one. */
const hasPrice = ({ kind, counter, price, target }: Bid): boolean =>
  kind === "bid" && !counter && price !== undefined && target !== undefined;

/** « 10 milliards de dollars pour Target ». */
const stake = ({ price, target }: Bid, known: readonly Who[]): Runs =>
  say`${price && money(price, "sentence")}${target && !isAmong(target, known) ? say` pour ${name(target)}` : []}`;

const askOf = (bid: Bid): Runs => {
  const { price } = bid;
  if (price === undefined) return say`${makes(bid)} une ${offerNoun(bid)}${inBrackets(bid)}${forWhat(bid)}${addressed(bid)}`;
  const asks = say`${acting(bid, "demande", "demandent", "demandé")}${answering(bid)}`;
  return say`${asks} ${money(price, "sentence")}${forWhat(bid)}${addressed(bid)}`;
};

const answering = ({ counter }: Bid): string => (counter ? " en retour" : "");

/** « à Boeing », « aux actionnaires », with the space before it. */
const addressed = ({ to: addressees }: Bid): Runs => (addressees.length === 0 ? [] : say` ${to(addressees)}`);

const proposalOf = (bid: Bid): Runs => {
  const content = contentOf(bid);
  if (content === undefined) return say`${makes(bid)} une ${offerNoun(bid)}${size(bid)}${inBrackets(bid)}${addressed(bid)}`;
  return say`${acting(bid, "propose", "proposent", "proposé")}${answering(bid)} ${content}${addressed(bid)}`;
};

/** What is proposed, where French words that begin with an article can be the verb's object. A price alone cannot: it does not say who is to pay. */
const contentOf = ({ price, terms, subject }: Bid): Runs | undefined => {
  const what = inlined(subject);
  if (what === undefined) return price === undefined ? inlined(terms) : undefined;
  if (price !== undefined) return say`${what} (${money(price, "sentence")})`;
  return terms === undefined ? what : say`${what}${bracketed(terms)}`;
};

/** Whom the clause names last: whoever « qui » after it would speak of. */
export const namedLast = (bid: Bid): readonly Who[] => {
  if (bid.by.length === 0 || bid.denied) return [];
  if (bid.kind === "bid") return bid.target === undefined ? [] : [bid.target];
  return bid.to;
};

/** Two bids side by side: « Alpha offre 15 milliards de dollars pour Target, et Beta 12 milliards de dollars ». */
export const sideBySide = (one: Bid, other: Bid): Runs => {
  if (isTerse(one) && isTerse(other) && isSame(one.by, other.by) && one.reported === other.reported)
    return ofOneBidder(one, other);
  const known = one.kind === "bid" && one.target !== undefined ? [one.target] : [];
  if (areBare(one, other)) {
    const both = { ...one, by: [...one.by, ...other.by] };
    return say`${makes(both)} des offres concurrentes${forWhat(one)}`;
  }
  return say`${bidding(one)}, et ${following(other, one, known)}`;
};

/** A bid after another one: without its verb where that is the same. */
export const following = (bid: Bid, before: Bid | undefined, known: readonly Who[]): Runs => {
  const isShort = before !== undefined && isTerse(before) && isTerse(bid) && before.reported === bid.reported;
  return isShort ? say`${names(bid.by)} ${stake(bid, known)}` : bidding(bid, known);
};

const isTerse = (bid: Bid): boolean => hasPrice(bid) && bid.by.length > 0 && !bid.denied;

const ofOneBidder = (one: Bid, other: Bid): Runs => {
  if (one.target?.party !== other.target?.party) return say`${bidding(one)} et ${stake(other, [])}`;
  return say`${makes(one)} deux offres${forWhat(one)}, l'une${size(one)}, l'autre${size(other)}`;
};

/** Whether all that is known of two bids is who makes them, for the same thing. */
const areBare = (one: Bid, other: Bid): boolean =>
  one.target !== undefined &&
  one.target.party === other.target?.party &&
  one.reported === other.reported &&
  isBare(one) &&
  isBare(other);

const isBare = ({ kind, counter, price, terms, by, denied }: Bid): boolean =>
  kind === "bid" && !counter && price === undefined && terms === undefined && by.length > 0 && !denied;

/** Whether the same parties are meant, in any order. */
export const isSame = (some: readonly Who[], others: readonly Who[]): boolean =>
  some.length === others.length && some.every((who) => isAmong(who, others));
