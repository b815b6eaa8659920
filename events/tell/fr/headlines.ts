/** What French headlines have in common: verbs, an offer as its own bidder's, what is denied. */
import type { Price } from "../../values.ts";
import type { HeadlineContext } from "../headline.ts";
import type { OfferTold, Wording } from "../offer-told.ts";
import type { Runs } from "../runs.ts";
import { firstSentences } from "../shorten.ts";
import type { Who } from "../who.ts";
import { french } from "./grammar.ts";
import { plainMoney } from "./money.ts";
import { forWhat, offerNoun, offerOf, own } from "./offer.ts";

const { say } = french;
type Certainty = Pick<HeadlineContext, "certainty">;

/** A verb: « offre », « offrent », and its past participle, after « avoir »: names have no known gender. */
export type Verb = readonly [one: string, several: string, past: string];

/** A verb in the present that agrees with its subject; of what is only reported, « aurait … ». */
export const act = (whos: readonly Who[], [one, several, past]: Verb, { certainty }: Certainty): string =>
  certainty === "reported" ? `${french.verb(whos, "aurait", "auraient")} ${past}` : french.verb(whos, one, several);

/** Names and their verb: the beginning of a headline. */
export const subject = (whos: readonly Who[], verb: Verb, context: Certainty): Runs =>
  say`${french.names(whos)} ${act(whos, verb, context)}`;

/** The same of what is done to a thing, by nobody who is named; the participle agrees with the thing. */
export const passive = (participle: string, { certainty }: Certainty): string =>
  certainty === "reported" ? `aurait été ${participle}` : `est ${participle}`;

/** An offer as its own bidder's: « son offre sur OpenAI »; with `agreed`, one that was accepted. */
export const ownOffer = (offer: OfferTold, { agreed = false } = {}): Runs =>
  say`${own(offer.by, offerNoun(offer))}${agreed ? " acceptée" : ""}${forWhat(offer)}`;

/** An offer as others tell it, who need not be named again. */
export const offerBy = (offer: OfferTold | undefined, others: readonly Who[] = []): Runs =>
  offer ? offerOf(offer, others) : say`l’offre`;

/** « à 10 milliards de dollars », « entre 10 et 12 milliards de dollars ». */
export const atPrice = (price: Price): string =>
  price.upTo === undefined ? `à ${plainMoney(price)}` : french.money(price, "sentence");

/** An editor's words that may be long: their first sentences. */
export const firstWords = ({ text, language }: Wording): Runs => french.words({ text: firstSentences(text, 160), language });

/** Terms, a reason, an outcome: what is told at the end of a headline. */
export const wordsAfter = (wording: Wording | undefined): Runs => (wording ? say` : ${firstWords(wording)}` : []);

/** What is added to a headline that somebody denies, or nobody who is named. */
export const denialInFrench = (by: readonly Who[]): Runs =>
  by.length === 0 ? say` ; l’information est démentie` : say` ; ${french.names(by)} le ${french.verb(by, "dément", "démentent")}`;
