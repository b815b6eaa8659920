/** Offers in English: “Musk’s $97.4bn offer for OpenAI”, “the union’s proposal for a new contract (25% over four years)”. */
import type { OfferTold, Wording } from "../offer-told.ts";
import { type Runs, textOf } from "../runs.ts";
import { firstSentences } from "../shorten.ts";
import type { Who } from "../who.ts";
import { english, isPluralInEnglish } from "./grammar.ts";
import { indefinite, isCompact, moneyBeforeNoun, moneyInEnglish } from "./money.ts";

const { say, name, names, possessive, words } = english;

/** How many characters of an offer's terms a sentence holds. */
const most = 100;

/** What an offer is called: an offer, a counter-offer, an asking price, a proposal, a counter-proposal. */
export const offerNoun = ({ kind, counter, price }: OfferTold): string => {
  if (kind === "proposal") return counter ? "counter-proposal" : "proposal";
  if (kind === "ask" && price !== undefined) return "asking price";
  return counter ? "counter-offer" : "offer";
};

/** An offer and whose it is: “Musk’s $97.4bn offer for OpenAI”. Without “for OpenAI” where its target is among `known`. */
export const offerOf = (offer: OfferTold, known: readonly Who[] = []): Runs =>
  offer.by.length === 0 ? theOffer(offer, known) : say`${possessive(offer.by)} ${bareOffer(offer, known)}`;

/** “the $97.4bn offer for OpenAI”. */
export const theOffer = (offer: OfferTold, known: readonly Who[] = []): Runs => say`the ${bareOffer(offer, known)}`;

/** “a $97.4bn offer for OpenAI”. */
export const anOffer = (offer: OfferTold, known: readonly Who[] = []): Runs => {
  const bare = bareOffer(offer, known);
  return say`${indefinite(textOf(bare))} ${bare}`;
};

/** An offer where its bidder is the subject: “its $97.4bn offer for OpenAI”; of a person “a $97.4bn offer for OpenAI”. */
export const ownOffer = (offer: OfferTold): Runs => {
  const own = ownIn(offer.by);
  return own === undefined ? anOffer(offer) : say`${own} ${bareOffer(offer, [])}`;
};

/** “its” or “their”; nothing of a person, of whom it is not known whether “his” or “her”. */
export const ownIn = (whos: readonly Who[]): "its" | "their" | undefined => {
  if (isPluralInEnglish(whos)) return "their";
  return whos[0] === undefined || whos[0].facts.kind === "person" ? undefined : "its";
};

const bareOffer = (offer: OfferTold, known: readonly Who[]): Runs => {
  const { kind, price } = offer;
  const noun = offerNoun(offer);
  const what = forWhat(offer, known);
  if (price === undefined || kind === "proposal") return say`${noun}${what}${inBrackets(offer)}`;
  return isCompact(price) ? say`${moneyBeforeNoun(price)} ${noun}${what}` : say`${noun} of ${moneyInEnglish(price)}${what}`;
};

/** “ for OpenAI”, “ for a new contract”; nothing where it is not known, or goes without saying. */
export const forWhat = ({ kind, by, target, subject, price }: OfferTold, known: readonly Who[] = []): Runs => {
  if (subject !== undefined) return say` for ${wordsWithin(subject)}`;
  if (target === undefined || isAmong(target, known) || (kind === "ask" && isAmong(target, by))) return [];
  // Whoever is to sell makes no offer “for” what is sold.
  return say` ${kind === "ask" && price === undefined ? "over" : "for"} ${name(target)}`;
};

/** The size of an offer that cannot be told before its noun: a proposal's price, else what its terms are; nothing of a priced bid. */
export const inBrackets = ({ kind, price, terms }: OfferTold): Runs => {
  if (price !== undefined) return kind === "proposal" ? say` (${moneyInEnglish(price)})` : [];
  return terms === undefined ? [] : say` (${wordsWithin(terms)})`;
};

/** Words that begin with a capital only where a sentence begins. */
const common =
  /^(?:A|All|An|At|Best|Both|By|Cash|Each|Final|For|From|Half|In|No|One|Part|Partly|Some|Ten|The|Three|Twelve|Two|Up|With)(?=[\s,:])/;

/** An editor's words as they stand within a sentence: cut short, and in quotation marks where they are in another language. */
export const wordsWithin = ({ text, language }: Wording): Runs => {
  const first = firstSentences(text, most);
  return /^en\b/i.test(language)
    ? words({ text: first.replace(common, (word) => word.toLowerCase()), language })
    : say`“${words({ text: first, language })}”`;
};

/** Who is to pay: of an ask, those to whom it was made. */
export const buyersOf = ({ kind, by, to }: OfferTold): Who[] => (kind === "ask" ? to : by);

/** “buy OpenAI for $97.4bn”: what a bid or an ask comes to, after “to”. */
export const buyTarget = (offer: OfferTold): Runs => say`buy ${offer.target && name(offer.target)}${forPrice(offer)}`;

/** “ for $97.4bn”, or the terms in brackets. */
export const forPrice = (offer: OfferTold): Runs =>
  offer.price === undefined ? inBrackets(offer) : say` for ${moneyInEnglish(offer.price)}`;

/** An agreement: “the agreement for Musk to buy OpenAI for $97.4bn”, “the agreement on Boeing’s proposal for a new contract”. */
export const agreementOn = (offer: OfferTold): Runs => {
  const buyers = buyersOf(offer);
  if (offer.target === undefined || buyers.length === 0) return say`the agreement on ${offerOf(offer)}`;
  return say`the agreement for ${names(buyers)} to ${buyTarget(offer)}`;
};

/** Whether parties are the same, in any order. */
export const areSame = (some: readonly Who[], others: readonly Who[]): boolean =>
  some.length === others.length && some.every((who) => isAmong(who, others));

/** Whether a party is among others. */
export const isAmong = ({ party }: Who, whos: readonly Who[]): boolean => whos.some((who) => who.party === party);
