/** How an offer is made, or countered, in a French headline. */
import type { Headline, HeadlineContext, Making } from "../headline.ts";
import type { OfferTold } from "../offer-told.ts";
import type { Runs } from "../runs.ts";
import { french } from "./grammar.ts";
import { atPrice, subject, type Verb, wordsAfter } from "./headlines.ts";
import { plainMoney } from "./money.ts";
import { isAmong, isSeveral } from "./names.ts";
import { bracketed, forWhat, inlined } from "./offer.ts";

const { say, name, to } = french;
type Certainty = Pick<HeadlineContext, "certainty">;

/** « Musk offre 97,4 milliards de dollars pour OpenAI », « Le syndicat propose à Boeing une hausse de 40 % ». */
export const offerIsMade: Headline<Making> = (data, context) => {
  const offer = context.making(data);
  return say`${made[offer.kind](offer, context)}${terms(offer)}`;
};

/** « Altman riposte par une offre de 9,74 milliards de dollars sur Twitter ». */
export const offerIsCountered: Headline<Making> = (data, context) => {
  const offer = context.making(data);
  const counters = subject(offer.by, ["riposte", "ripostent", "riposté"], context);
  return say`${counters} ${answer[offer.kind](offer)}${terms(offer)}`;
};

const answer: Record<OfferTold["kind"], (offer: OfferTold) => Runs> = {
  bid: (offer) => say`par une offre${size(offer)}${forWhat(offer)}`,
  ask: (offer) => {
    if (!offer.price) return say`en proposant de ${sale(offer)}`;
    return isItself(offer)
      ? say`en fixant ${ownPrice(offer)} ${atPrice(offer.price)}`
      : say`en demandant ${money(offer)}${forWhat(offer)}`;
  },
  proposal: (offer) => {
    const what = inlined(offer.subject);
    return what ? say`en proposant ${what}${price(offer)}` : say`par une proposition${size(offer)}${about(offer)}`;
  },
};

const makes: Verb = ["fait", "font", "fait"];
const offers: Verb = ["offre", "offrent", "offert"];
const proposes: Verb = ["propose", "proposent", "proposé"];
const asks: Verb = ["demande", "demandent", "demandé"];
const sets: Verb = ["fixe", "fixent", "fixé"];

const bid = (offer: OfferTold, context: Certainty): Runs => {
  const { by, target } = offer;
  const addressed = isPutToOthers(offer) ? say` ${to(offer.to)}` : undefined;
  if (!offer.price) return say`${subject(by, makes, context)}${addressed} une offre${forWhat(offer)}`;
  return say`${subject(by, offers, context)}${addressed} ${money(offer)}${target && say` pour ${name(target)}`}`;
};

const ask = (offer: OfferTold, context: Certainty): Runs => {
  const { by } = offer;
  if (!offer.price) return say`${subject(by, proposes, context)} de ${sale(offer)}`;
  return isItself(offer)
    ? say`${subject(by, sets, context)} ${ownPrice(offer)} ${atPrice(offer.price)}`
    : say`${subject(by, asks, context)} ${money(offer)}${forWhat(offer)}`;
};

const proposal = (offer: OfferTold, context: Certainty): Runs => {
  const { by } = offer;
  const addressees = offer.to.length === 0 ? [] : say` ${to(offer.to)}`;
  const what = inlined(offer.subject);
  return what
    ? say`${subject(by, proposes, context)}${addressees} ${what}${price(offer)}`
    : say`${subject(by, makes, context)}${addressees} une proposition${size(offer)}${about(offer)}`;
};

const made: Record<OfferTold["kind"], (offer: OfferTold, context: Certainty) => Runs> = { bid, ask, proposal };

const ownPrice = ({ by }: OfferTold): string => (isSeveral(by) ? "leur prix" : "son prix");

/** Whether a bidder asks a price for itself. */
const isItself = ({ by, target }: OfferTold): boolean => target !== undefined && isAmong(target, by);

/** « vendre Messi », « se vendre ». */
const sale = (offer: OfferTold): Runs => (offer.target && !isItself(offer) ? say`vendre ${name(offer.target)}` : say`se vendre`);

/** Whether others than the target decide: its owner, its shareholders. */
const isPutToOthers = (offer: OfferTold): boolean =>
  offer.to.length > 0 && offer.to.every(({ party }) => party !== offer.target?.party);

const money = ({ price }: OfferTold): string => (price ? french.money(price, "sentence") : "");

const size = ({ price }: OfferTold): Runs => (price ? say` de ${plainMoney(price)}` : []);

/** A proposal's price, after its subject. */
const price = (offer: OfferTold): string => (offer.price ? ` (${money(offer)})` : "");

/** A proposal's subject that cannot be a part of the phrase. */
const about = ({ subject }: OfferTold): Runs => (subject ? bracketed(subject) : []);

/** On what terms, where there is no price. */
const terms = (offer: OfferTold): Runs => (offer.price ? [] : wordsAfter(offer.terms));
