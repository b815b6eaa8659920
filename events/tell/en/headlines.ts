/** What English headlines have in common: verbs, an offer as its own bidder's, what is denied. */
import type { HeadlineContext } from "../headline.ts";
import type { OfferTold, Wording } from "../offer-told.ts";
import type { Runs } from "../runs.ts";
import { firstSentences } from "../shorten.ts";
import type { Who } from "../who.ts";
import { english } from "./grammar.ts";
import { forWhat, offerNoun, offerOf, ownIn } from "./offer.ts";

const { say } = english;

/** A verb: “bids”, “bid”, and its past participle. */
export type Verb = readonly [one: string, several: string, past: string];

/** A verb in the present that agrees with its subject; of what is only reported, “is reported to have …”. */
export const act = (
  whos: readonly Who[],
  [one, several, past]: Verb,
  { certainty }: Pick<HeadlineContext, "certainty">,
): string =>
  certainty === "reported" ? `${english.verb(whos, "is", "are")} reported to have ${past}` : english.verb(whos, one, several);

/** Names and their verb: the beginning of a headline. */
export const subject = (whos: readonly Who[], verb: Verb, context: Pick<HeadlineContext, "certainty">): Runs =>
  say`${english.names(whos)} ${act(whos, verb, context)}`;

/** The same of what is done to a thing, by nobody who is named: “is withdrawn”, “is reported to have been withdrawn”. */
export const passive = (participle: string, { certainty }: Pick<HeadlineContext, "certainty">): string =>
  certainty === "reported" ? `is reported to have been ${participle}` : `is ${participle}`;

/** An offer as its own bidder's: “its offer of $97.4bn for OpenAI”; with `agreed`, one that was accepted. */
export const ownOffer = (offer: OfferTold, { priced = false, agreed = false } = {}): Runs => {
  const price = priced && offer.price ? ` of ${english.money(offer.price, "sentence")}` : "";
  return say`${ownIn(offer.by) ?? "the"}${agreed ? " agreed" : ""} ${offerNoun(offer)}${price}${forWhat(offer)}`;
};

/** An offer as others tell it, who need not be named again. */
export const offerBy = (offer: OfferTold | undefined, others: readonly Who[] = []): Runs =>
  offer ? offerOf(offer, others) : say`the offer`;

/** An editor's words that may be long: their first sentences. */
export const firstWords = ({ text, language }: Wording): Runs => english.words({ text: firstSentences(text, 160), language });

/** Terms, a reason, an outcome: what is told at the end of a headline. */
export const wordsAfter = (wording: Wording | undefined): Runs => (wording ? say`: ${firstWords(wording)}` : []);

/** What is added to a headline that somebody denies, or nobody who is named. */
export const denialInEnglish = (by: readonly Who[]): Runs =>
  by.length === 0 ? say`; the report is denied` : say`; ${english.names(by)} ${english.verb(by, "denies", "deny")} it`;
