/** What becomes of an offer or an agreement, in a French headline: « Musk finalise l’achat de Twitter pour 44 milliards de dollars ». */
import type { Price } from "../../values.ts";
import type { Headline } from "../headline.ts";
import { othersThan, sidesOf, targetBeside } from "../headlines-agreement.ts";
import type { OfferTold } from "../offer-told.ts";
import type { Runs } from "../runs.ts";
import type { Who } from "../who.ts";
import { french } from "./grammar.ts";
import { offerBy, passive, subject } from "./headlines.ts";
import { plainMoney } from "./money.ts";
import { bracketed, buyersOf, inlined, ownOffer } from "./offer.ts";

const { say, name, names, of } = french;
type OnOffer = { offer: string };

/** « Musk retire son offre de 97,4 milliards de dollars sur OpenAI ». */
export const offerIsWithdrawn: Headline<OnOffer> = (data, context) => {
  const offer = context.offer(data.offer);
  if (!offer) return say`l’offre ${passive("retirée", context)}`;
  const agreed = offer.status === "accepted" ? ", qui avait été acceptée" : "";
  return say`${subject(offer.by, ["retire", "retirent", "retiré"], context)} ${ownOffer(offer)}${agreed}`;
};

/** « L’offre de 97,4 milliards de dollars de Musk sur OpenAI devient caduque ». */
export const offerLapses: Headline<OnOffer> = (data, context) => {
  const offer = context.offer(data.offer);
  const isReported = context.certainty === "reported";
  return offer?.status === "accepted"
    ? say`l’accord sur ${offerBy(offer)} ${isReported ? "serait devenu caduc" : "devient caduc"}`
    : say`${offerBy(offer)} ${isReported ? "serait devenue caduque" : "devient caduque"}`;
};

/** « La CMA bloque l’offre de 69 milliards de dollars de Microsoft sur Activision ». */
export const dealIsBlocked: Headline<OnOffer & { by: string }> = (data, context) =>
  say`${subject(context.whos(data.by), ["bloque", "bloquent", "bloqué"], context)} ${offerBy(context.offer(data.offer))}`;

/** « La CMA autorise sous conditions l’offre de 69 milliards de dollars de Microsoft sur Activision ». */
export const dealIsCleared: Headline<OnOffer & { by: string; conditions?: string | undefined }> = (data, context) => {
  const clears = subject(context.whos(data.by), ["autorise", "autorisent", "autorisé"], context);
  return say`${clears}${data.conditions === undefined ? "" : " sous conditions"} ${offerBy(context.offer(data.offer))}`;
};

/** « Musk finalise l’achat de Twitter pour 44 milliards de dollars ». */
export const dealIsClosed: Headline<OnOffer & { price?: Price | undefined }> = (data, context) => {
  const offer = context.offer(data.offer);
  if (!offer) return say`l’accord ${passive("exécuté", context)}`;
  const buyers = buyersOf(offer);
  const isReported = context.certainty === "reported";
  if (!offer.target || buyers.length === 0)
    return say`${offerBy(offer)} ${isReported ? "serait entrée en vigueur" : "entre en vigueur"}`;
  const price = data.price ?? offer.price;
  const completes = subject(buyers, ["finalise", "finalisent", "finalisé"], context);
  return say`${completes} ${deal(offer.target)}${price && ` pour ${plainMoney(price)}`}`;
};

/** Nobody is bought who is a person: a player, for one. */
const deal = (target: Who): Runs =>
  target.facts.kind === "person" ? say`l’accord sur ${name(target)}` : say`l’achat ${of([target])}`;

/** « Musk rompt l’accord avec Twitter », « Alpha et Target rompent leur accord ». */
export const dealIsTerminated: Headline<OnOffer & { by?: string | readonly string[] | undefined }> = (data, context) => {
  const offer = context.offer(data.offer);
  const by = context.whos(data.by);
  if (by.length === 0) return say`${agreement(offer)} ${passive("rompu", context)}`;
  const terminates = subject(by, ["rompt", "rompent", "rompu"], context);
  return say`${terminates} ${offer ? among(by, offer) : "l’accord"}`;
};

const agreement = (offer: OfferTold | undefined): Runs => {
  if (!offer) return say`l’accord`;
  const sides = sidesOf(offer);
  return sides.length < 2 ? say`l’accord sur ${offerBy(offer)}` : say`l’accord entre ${names(sides)}${about(offer, sides)}`;
};

/** The agreement as those who end it tell it: with whom it was, where others are left. */
const among = (by: readonly Who[], offer: OfferTold): Runs => {
  const sides = sidesOf(offer);
  const others = othersThan(by, sides);
  // A stranger has no other side, and neither has who stands on both.
  if (others.length === sides.length || (others.length === 0 && by.length === 1)) return agreement(offer);
  const what = about(offer, [...by, ...others]);
  return others.length === 0 ? say`leur accord${what}` : say`l’accord avec ${names(others)}${what}`;
};

/** « sur Messi », « sur un cessez-le-feu », with the space before it. */
const about = (offer: OfferTold, named: readonly Who[]): Runs => {
  if (offer.subject) {
    const what = inlined(offer.subject);
    return what ? say` sur ${what}` : bracketed(offer.subject);
  }
  const target = targetBeside(offer, named);
  return target ? say` sur ${name(target)}` : [];
};
