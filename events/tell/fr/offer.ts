/** Offers in French: « l’offre de 97,4 milliards de dollars d’Elon Musk sur OpenAI », « la proposition du syndicat (une hausse de 25 %) ». */
import type { OfferTold, Wording } from "../offer-told.ts";
import { type Runs, textOf } from "../runs.ts";
import { firstSentences } from "../shorten.ts";
import type { Who } from "../who.ts";
import { french } from "./grammar.ts";
import { plainMoney } from "./money.ts";
import { isAmong, isSeveral } from "./names.ts";

const { say, name, of, by, words } = french;

/** How many characters of an offer's terms or subject a sentence holds. */
const most = 100;

/** What an offer is called; each is feminine: « offre », « contre-offre », « demande », « proposition », « contre-proposition ». */
export const offerNoun = ({ kind, counter, price }: OfferTold): string => {
  if (kind === "bid") return counter ? "contre-offre" : "offre";
  if (kind === "ask" && price !== undefined) return "demande";
  return counter ? "contre-proposition" : "proposition";
};

/** An offer and whose it is. Its target is not told where it is among `known`. */
export const offerOf = (offer: OfferTold, known: readonly Who[] = []): Runs =>
  say`${definite(offerNoun(offer))}${size(offer)}${whose(offer)}${forWhat(offer, known)}${inBrackets(offer)}`;

/** An offer, whoever it is from: « l’offre de 97,4 milliards de dollars sur OpenAI ». */
export const theOffer = (offer: OfferTold, known: readonly Who[] = []): Runs =>
  say`${definite(offerNoun(offer))}${rest(offer, known)}`;

/** An offer where its bidder is the subject: « son offre sur OpenAI »; of several « leur offre ». */
export const ownOffer = (offer: OfferTold, known: readonly Who[] = []): Runs =>
  say`${own(offer.by, offerNoun(offer))}${rest(offer, known)}`;

/** An offer that is told for the first time: « une offre de 97,4 milliards de dollars sur OpenAI ». */
export const anOffer = (offer: OfferTold, known: readonly Who[] = []): Runs => say`une ${offerNoun(offer)}${rest(offer, known)}`;

const rest = (offer: OfferTold, known: readonly Who[]): Runs => say`${size(offer)}${forWhat(offer, known)}${inBrackets(offer)}`;

/** A feminine noun with its article: « l’offre », « la proposition ». */
export const definite = (noun: string): string => (/^[aeiouyh]/.test(noun) ? `l’${noun}` : `la ${noun}`);

/** A feminine noun as somebody's own: « son offre », « sa proposition », « leur proposition ». */
export const own = (whos: readonly Who[], noun: string): string => {
  if (isSeveral(whos)) return `leur ${noun}`;
  return /^[aeiouyh]/.test(noun) ? `son ${noun}` : `sa ${noun}`;
};

/** « de 97,4 milliards de dollars », with the space before it; nothing without a price. */
export const size = ({ price }: OfferTold): Runs => (price === undefined ? [] : say` de ${plainMoney(price)}`);

const whose = (offer: OfferTold): Runs => {
  if (offer.by.length === 0) return [];
  return offerNoun(offer) === "demande" ? say` formulée ${by(offer.by)}` : say` ${of(offer.by)}`;
};

/** « sur OpenAI », with the space before it; nothing where it goes without saying: who is to sell itself, what is known. */
export const forWhat = ({ kind, by: bidders, target }: OfferTold, known: readonly Who[] = []): Runs => {
  if (target === undefined || isAmong(target, known) || (kind === "ask" && isAmong(target, bidders))) return [];
  return kind === "ask" ? say` pour ${name(target)}` : say` sur ${name(target)}`;
};

/** What an offer is about, in brackets with the space before them: without a price its terms, and of a proposal else its subject. */
export const inBrackets = ({ kind, price, terms, subject }: OfferTold): Runs => {
  const about =
    kind === "proposal" ? (price === undefined ? (terms ?? subject) : subject) : price === undefined ? terms : undefined;
  return about === undefined ? [] : bracketed(about);
};

/** An editor's words in brackets, with the space before them; square ones where they have round ones themselves. */
export const bracketed = (wording: Wording): Runs => {
  const within = wordsWithin(wording);
  return isFrench(wording) && /[()]/.test(textOf(within)) ? say` [${within}]` : say` (${within})`;
};

const isFrench = ({ language }: Wording): boolean => /^fr\b/i.test(language);

/** Words that begin with a capital only where a sentence begins. */
const common =
  /^(?:une?|des|les?|la|du|de|en|tout|toute|deux|trois|quatre|cinq|six|sept|huit|dix|hausse|moitié|dernière) |^l[’']/i;

/** An editor's words as they stand within a sentence: cut short, and between guillemets where they are in another language. */
export const wordsWithin = ({ text, language }: Wording): Runs => {
  const first = { text: firstSentences(text, most), language };
  const [run] = words(first);
  if (!isFrench(first)) return inGuillemets(first);
  return run === undefined
    ? []
    : [{ ...run, text: common.test(run.text) ? run.text.charAt(0).toLowerCase() + run.text.slice(1) : run.text }];
};

const inGuillemets = (wording: Wording): Runs => say`« ${words(wording, most)} »`;

/** What an object of a verb begins with. */
const article = /^(?:une?|des|les?|la|du|deux|trois|quatre|cinq|six|sept|huit|dix) |^l[’']/;

/** An editor's words as a part of the sentence, where they are French and begin with an article or a numeral: « une hausse de 25 % »; else nothing. */
export const inlined = (wording: Wording | undefined): Runs | undefined => {
  if (wording === undefined || !isFrench(wording)) return undefined;
  const within = wordsWithin(wording);
  const text = textOf(within);
  return article.test(text) && !/[.:;!?…(]/.test(text) ? within : undefined;
};

/** A thing that an editor names, after a preposition: « contre le projet de loi », « contre « the spending bill » ». */
export const thingIn = (wording: Wording): Runs => inlined(wording) ?? inGuillemets(wording);

/** Who is to buy: of an ask, those to whom it was made. */
export const buyersOf = ({ kind, by: bidders, to }: OfferTold): Who[] => (kind === "ask" ? to : bidders);
