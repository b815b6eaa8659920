/** How an offer is made, or countered, in an English headline. */
import type { Headline, HeadlineContext, Making } from "../headline.ts";
import type { OfferTold } from "../offer-told.ts";
import type { Runs } from "../runs.ts";
import { english } from "./grammar.ts";
import { subject, type Verb, wordsAfter } from "./headlines.ts";
import { forWhat, inBrackets, isAmong, wordsWithin } from "./offer.ts";

const { say, name, names } = english;
type Certainty = Pick<HeadlineContext, "certainty">;

/** “Musk bids $97.4bn for OpenAI”, “The union proposes a pay deal to Boeing: 40 per cent over three years”. */
export const offerIsMade: Headline<Making> = (data, context) => {
  const offer = context.making(data);
  return say`${made[offer.kind](offer, context)}${terms(offer)}`;
};

/** “Altman counters with an offer of $9.74bn for Twitter”. */
export const offerIsCountered: Headline<Making> = (data, context) => {
  const offer = context.making(data);
  const counters = subject(offer.by, ["counters", "counter", "countered"], context);
  return say`${counters} with ${answer(offer)}${terms(offer)}`;
};

const answer = (offer: OfferTold): Runs => {
  const what = forWhat(offer);
  if (offer.kind === "proposal") return say`a proposal${what}${price(offer)}`;
  if (offer.kind === "bid") return say`an offer${offer.price && ` of ${money(offer)}`}${what}`;
  return offer.price ? say`a price of ${money(offer)}${what}` : say`an offer to sell${sold(offer)}`;
};

const makes: Verb = ["makes", "make", "made"];
const offers: Verb = ["offers", "offer", "offered"];

const bid = (offer: OfferTold, context: Certainty): Runs => {
  const { by, to } = offer;
  const what = forWhat(offer);
  if (isPutToOthers(offer))
    return offer.price
      ? say`${subject(by, offers, context)} ${names(to)} ${money(offer)}${what}`
      : say`${subject(by, makes, context)} ${names(to)} an offer${what}`;
  if (!offer.price) return say`${subject(by, makes, context)} an offer${what}`;
  return context.certainty === "reported"
    ? say`${names(by)} ${english.verb(by, "is", "are")} reported to be bidding ${money(offer)}${what}`
    : say`${names(by)} ${english.verb(by, "bids", "bid")} ${money(offer)}${what}`;
};

const ask = (offer: OfferTold, context: Certainty): Runs => {
  const { by, target } = offer;
  if (!offer.price) return say`${subject(by, offers, context)} to sell${sold(offer)}`;
  return target && isAmong(target, by)
    ? say`${subject(by, ["sets", "set", "set"], context)} a price of ${money(offer)}`
    : say`${subject(by, ["asks", "ask", "asked"], context)} ${money(offer)}${forWhat(offer)}`;
};

const proposal = (offer: OfferTold, context: Certainty): Runs => {
  const to = offer.to.length === 0 ? [] : say` to ${names(offer.to)}`;
  return offer.subject
    ? say`${subject(offer.by, ["proposes", "propose", "proposed"], context)} ${wordsWithin(offer.subject)}${price(offer)}${to}`
    : say`${subject(offer.by, makes, context)} a proposal${price(offer)}${to}`;
};

const made: Record<OfferTold["kind"], (offer: OfferTold, context: Certainty) => Runs> = { bid, ask, proposal };

/** What is to be sold, where a bidder does not sell itself. */
const sold = ({ by, target }: OfferTold): Runs => (target && !isAmong(target, by) ? say` ${name(target)}` : []);

/** Whether others than the target decide: its owner, its shareholders. */
const isPutToOthers = ({ to, target }: OfferTold): boolean => to.length > 0 && to.every(({ party }) => party !== target?.party);

const money = ({ price }: OfferTold): string => (price ? english.money(price, "sentence") : "");

/** A proposal's price. */
const price = (offer: OfferTold): Runs => (offer.price ? inBrackets(offer) : []);

/** On what terms, where there is no price. */
const terms = (offer: OfferTold): Runs => (offer.price ? [] : wordsAfter(offer.terms));
