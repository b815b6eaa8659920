/** What becomes of an offer or an agreement, in an English headline: “Musk completes the purchase of Twitter for $44bn”. */
import type { Price } from "../../values.ts";
import type { Headline } from "../headline.ts";
import { othersThan, sidesOf, targetBeside } from "../headlines-agreement.ts";
import type { OfferTold } from "../offer-told.ts";
import type { Runs } from "../runs.ts";
import type { Who } from "../who.ts";
import { english } from "./grammar.ts";
import { act, offerBy, ownOffer, passive, subject } from "./headlines.ts";
import { buyersOf, wordsWithin } from "./offer.ts";

const { say, name, names, money } = english;
type OnOffer = { offer: string };

/** “Musk withdraws the offer of $97.4bn for OpenAI”. */
export const offerIsWithdrawn: Headline<OnOffer> = (data, context) => {
  const offer = context.offer(data.offer);
  if (!offer) return say`the offer ${passive("withdrawn", context)}`;
  const own = ownOffer(offer, { priced: true, agreed: offer.status === "accepted" });
  return say`${subject(offer.by, ["withdraws", "withdraw", "withdrawn"], context)} ${own}`;
};

/** “Musk’s $97.4bn offer for OpenAI lapses”. */
export const offerLapses: Headline<OnOffer> = (data, context) => {
  const offer = context.offer(data.offer);
  const lapses = act([], ["lapses", "lapse", "lapsed"], context);
  return offer?.status === "accepted" ? say`the agreement on ${offerBy(offer)} ${lapses}` : say`${offerBy(offer)} ${lapses}`;
};

/** “The CMA blocks Microsoft’s $69bn offer for Activision”. */
export const dealIsBlocked: Headline<OnOffer & { by: string }> = (data, context) =>
  say`${subject(context.whos(data.by), ["blocks", "block", "blocked"], context)} ${offerBy(context.offer(data.offer))}`;

/** “The CMA clears Microsoft’s $69bn offer for Activision, on conditions”. */
export const dealIsCleared: Headline<OnOffer & { by: string; conditions?: string | undefined }> = (data, context) => {
  const clears = subject(context.whos(data.by), ["clears", "clear", "cleared"], context);
  return say`${clears} ${offerBy(context.offer(data.offer))}${data.conditions === undefined ? "" : ", on conditions"}`;
};

/** “Musk completes the purchase of Twitter for $44bn”. */
export const dealIsClosed: Headline<OnOffer & { price?: Price | undefined }> = (data, context) => {
  const offer = context.offer(data.offer);
  if (!offer) return say`the deal ${passive("completed", context)}`;
  const buyers = buyersOf(offer);
  if (!offer.target || buyers.length === 0)
    return say`${offerBy(offer)} ${act([], ["takes effect", "take effect", "taken effect"], context)}`;
  const price = data.price ?? offer.price;
  const completes = subject(buyers, ["completes", "complete", "completed"], context);
  return say`${completes} the ${deal(offer.target, price && money(price, "sentence"))}`;
};

/** Nobody is bought who is a person: a player, for one. */
const deal = (target: Who, price: string | undefined): Runs =>
  target.facts.kind === "person"
    ? say`deal for ${name(target)}${price && ` at ${price}`}`
    : say`purchase of ${name(target)}${price && ` for ${price}`}`;

/** “Musk terminates the agreement with Twitter”, “Alpha and Target terminate their agreement”. */
export const dealIsTerminated: Headline<OnOffer & { by?: string | readonly string[] | undefined }> = (data, context) => {
  const offer = context.offer(data.offer);
  const by = context.whos(data.by);
  if (by.length === 0) return say`${agreement(offer)} ${passive("terminated", context)}`;
  const terminates = subject(by, ["terminates", "terminate", "terminated"], context);
  return say`${terminates} ${offer ? among(by, offer) : "the agreement"}`;
};

const agreement = (offer: OfferTold | undefined): Runs => {
  if (!offer) return say`the agreement`;
  const sides = sidesOf(offer);
  return sides.length < 2
    ? say`the agreement on ${offerBy(offer)}`
    : say`the agreement between ${names(sides)}${about(offer, sides)}`;
};

/** The agreement as those who end it tell it: with whom it was, where others are left. */
const among = (by: readonly Who[], offer: OfferTold): Runs => {
  const sides = sidesOf(offer);
  const others = othersThan(by, sides);
  // A stranger has no other side, and neither has who stands on both.
  if (others.length === sides.length || (others.length === 0 && by.length === 1)) return agreement(offer);
  const what = about(offer, [...by, ...others]);
  return others.length === 0 ? say`their agreement${what}` : say`the agreement with ${names(others)}${what}`;
};

/** “ on Messi”, “ on a new contract”. */
const about = (offer: OfferTold, named: readonly Who[]): Runs => {
  if (offer.subject) return say` on ${wordsWithin(offer.subject)}`;
  const target = targetBeside(offer, named);
  return target ? say` on ${name(target)}` : [];
};
