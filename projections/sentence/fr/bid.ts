/** A bid, an ask or a proposal that stands, as a clause: « Alpha offre 10 milliards de dollars pour Target ». */
import { french } from "../../../events/tell/fr/grammar.ts";
import { anOffer, bracketed, forWhat, inBrackets, inlined, offerNoun, size } from "../../../events/tell/fr/offer.ts";
import type { Runs } from "../../../events/tell/runs.ts";
import type { Who } from "../../../events/tell/who.ts";
import type { Bid } from "../situation.ts";
import { denial, hasBeen, hasDone } from "./clauses.ts";

const { say, name, names, to, money, verb } = french;

/** Who makes it, and what it comes to; only reported, in the conditional, and with who denies it. */
export const bidding = (bid: Bid): Runs => say`${told(bid)}${denial(bid)}`;

const told = (bid: Bid): Runs => {
  if (bid.by.length === 0) return say`${anOffer(bid)} ${hasBeen(bid)} faite`;
  if (bid.kind === "bid") return bidOf(bid);
  return bid.kind === "ask" ? askOf(bid) : proposalOf(bid);
};

/** The subject and its verb: « Alpha offre », « Les frères Beta offrent », « Alpha aurait offert ». */
const acting = (bid: Bid, one: string, several: string, participle: string): Runs =>
  bid.reported ? hasDone(bid.by, bid, participle) : say`${names(bid.by)} ${verb(bid.by, one, several)}`;

const makes = (bid: Bid): Runs => acting(bid, "fait", "font", "fait");

const bidOf = (bid: Bid): Runs => {
  if (!isPlainBid(bid)) return say`${makes(bid)} une ${offerNoun(bid)}${size(bid)}${inBrackets(bid)}${forWhat(bid)}`;
  return say`${acting(bid, "offre", "offrent", "offert")} ${stake(bid)}`;
};

/** A bid that is told by its price: no counter-offer, and not without a price. */
const isPlainBid = ({ kind, counter, price, target }: Bid): boolean =>
  kind === "bid" && !counter && price !== undefined && target !== undefined;

/** « 10 milliards de dollars pour Target ». */
const stake = ({ price, target }: Bid): Runs => say`${price && money(price, "sentence")}${target && say` pour ${name(target)}`}`;

const askOf = (bid: Bid): Runs => {
  const { price } = bid;
  if (price === undefined) return say`${makes(bid)} une ${offerNoun(bid)}${inBrackets(bid)}${forWhat(bid)}${addressed(bid)}`;
  return say`${acting(bid, "demande", "demandent", "demandé")} ${money(price, "sentence")}${forWhat(bid)}${addressed(bid)}`;
};

/** « à Boeing », « aux actionnaires », with the space before it. */
const addressed = ({ to: addressees }: Bid): Runs => (addressees.length === 0 ? [] : say` ${to(addressees)}`);

const proposalOf = (bid: Bid): Runs => {
  const content = contentOf(bid);
  if (content === undefined) return say`${makes(bid)} une ${offerNoun(bid)}${inBrackets(bid)}${addressed(bid)}`;
  const answering = bid.counter ? " en retour" : "";
  return say`${acting(bid, "propose", "proposent", "proposé")}${answering} ${content}${addressed(bid)}`;
};

/** What is proposed, where it can be the verb's object: a price, or French words that begin with an article. */
const contentOf = (bid: Bid): Runs | undefined => {
  const { price, terms, subject } = bid;
  if (price !== undefined) return say`${money(price, "sentence")}${inBrackets(bid)}`;
  const size = inlined(terms);
  const what = inlined(subject);
  if (size !== undefined || what === undefined) return size;
  return terms === undefined ? what : say`${what}${bracketed(terms)}`;
};

/** Whom the clause names last: whoever « qui » after it would speak of. */
export const namedLast = (bid: Bid): readonly Who[] => {
  if (bid.by.length === 0 || bid.denied) return [];
  if (bid.kind === "bid") return bid.target === undefined ? [] : [bid.target];
  return bid.to;
};

/** Two bids of which one clause can tell: « Alpha offre 15 milliards de dollars pour Target, et Beta 12 milliards de dollars »; else nothing. */
export const biddingTogether = (one: Bid, other: Bid): Runs | undefined => {
  if (!(isTerse(one) && isTerse(other)) || one.target?.party !== other.target?.party) return undefined;
  if (one.by.some(({ party }) => other.by.some((who) => who.party === party))) return undefined;
  return say`${bidding(one)}, et ${names(other.by)} ${other.price && money(other.price, "sentence")}`;
};

const isTerse = (bid: Bid): boolean => isPlainBid(bid) && bid.by.length > 0 && !bid.reported && !bid.denied;

/** A rival's bid beside a deal: « Beta offre 12 milliards de dollars », for what only where that is another thing. */
export const rivalling = (bid: Bid, deal: Bid): Runs => {
  if (!isTerse(bid) || bid.target?.party !== deal.target?.party) return bidding(bid);
  return say`${acting(bid, "offre", "offrent", "offert")} ${bid.price && money(bid.price, "sentence")}`;
};
