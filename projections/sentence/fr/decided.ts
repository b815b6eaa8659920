/** What was decided, in French: an agreement, a deal that is closed, an offer that is rejected, withdrawn, lapsed, a deal that is off. */
import { french } from "../../../events/tell/fr/grammar.ts";
import { plainMoney } from "../../../events/tell/fr/money.ts";
import { isAmong } from "../../../events/tell/fr/names.ts";
import { numeral } from "../../../events/tell/fr/numbers.ts";
import { buyersOf, inBrackets, offerOf, own, ownOffer, theOffer } from "../../../events/tell/fr/offer.ts";
import type { Runs } from "../../../events/tell/runs.ts";
import type { Who } from "../../../events/tell/who.ts";
import type { Bid, Hearsay, Situation } from "../situation.ts";
import { following, isSame } from "./bid.ts";
import { atStake, blocking, confirmedOrNot, denial, hasBeen, hasDone, hearsayOf, told } from "./clauses.ts";

const { say, name, names, by: byWhom, of, verb } = french;

type At<Stage extends Situation["stage"]> = Extract<Situation, { stage: Stage }>;

/** « Target a accepté l’offre de 10 milliards de dollars d’Alpha ; la CMA bloque l’opération ». */
export const agreedInFrench = ({ decision, deal, acceptedBy, toAgree, rivals }: At<"agreed">): Runs => {
  const main =
    acceptedBy.length === 0
      ? say`${offerOf(deal)} ${hasBeen(decision)} acceptée`
      : say`${hasDone(acceptedBy, decision, "accepté")} ${offerOf(deal, acceptedBy)}`;
  const votes = toAgree.length === 0 ? [] : say`${names(toAgree)} ${verb(toAgree, "doit", "doivent")} encore se prononcer`;
  return told(say`${main}${denial(hearsayOf(decision, deal))}`, [
    blocking(deal.blockedBy, atStake(deal, true)),
    votes,
    ...against(deal, rivals),
  ]);
};

/** « Alpha a acquis Target pour 10 milliards de dollars », « Boeing et le syndicat ont concrétisé leur accord (a new contract) ». */
export const closedInFrench = ({ decision, deal, buyers, rivals }: At<"closed">): Runs => {
  const main = deal.target === undefined ? carriedOut(deal, decision) : bought(deal, deal.target, buyers, decision);
  return told(say`${main}${denial(hearsayOf(decision, deal))}`, against(deal, rivals));
};

const carriedOut = (deal: Bid, decision: Hearsay): Runs => {
  const sides = [...deal.by, ...deal.to];
  if (deal.by.length === 0 || deal.to.length === 0)
    return say`${offerOf(deal)} ${decision.reported ? "se serait" : "s’est"} concrétisée`;
  return say`${hasDone(sides, decision, "concrétisé")} leur accord${forPrice(deal)}${inBrackets(deal)}`;
};

const bought = (deal: Bid, target: Who, buyers: readonly Who[], decision: Hearsay): Runs => {
  if (buyers.length > 0) return say`${hasDone(buyers, decision, "acquis")} ${name(target)}${forPrice(deal)}${inBrackets(deal)}`;
  return say`l’acquisition ${of([target])}${forPrice(deal)} ${decision.reported ? "serait" : "est"} bouclée`;
};

/** « pour 10 milliards de dollars », with the space before it; of a proposal « de ». */
const forPrice = ({ price, target }: Bid): Runs =>
  price === undefined ? [] : say` ${target === undefined ? "de" : "pour"} ${plainMoney(price)}`;

/** The rivals that still bid: three are told, of more the number. */
const against = (deal: Bid, rivals: readonly Bid[]): Runs[] => {
  const known = deal.target === undefined ? [] : [deal.target];
  const shown = rivals.slice(0, 3).map((rival, index) => {
    // Once a bid for something else was told, what the next one is for no longer goes without saying.
    const isClear = rivals.slice(0, index).every(({ target }) => target === undefined || isAmong(target, known));
    return following(rival, rivals[index - 1], isClear ? known : []);
  });
  return [
    ...shown,
    rivals.length > 3 ? say`${numeral(rivals.length, "feminine")} offres rivales${confirmedOrNot(rivals)} sont sur la table` : [],
  ];
};

/** « Target a rejeté l’offre de 10 milliards de dollars d’Alpha »; where it had been accepted, « a rejeté l’accord sur l’offre … ». */
export const rejectedInFrench = ({ decision, deal, by, votedDown }: At<"rejected">): Runs => {
  const what = votedDown ? say`l’accord sur ${offerOf(deal, by)}` : offerOf(deal, by);
  const main =
    by.length === 0
      ? say`${what} ${hasBeen(decision)} ${votedDown ? "rejeté" : "rejetée"}`
      : say`${hasDone(by, decision, "rejeté")} ${what}`;
  return told(say`${main}${denial(hearsayOf(decision, deal))}`, []);
};

/** « Alpha a retiré son offre de 10 milliards de dollars sur Target ». */
export const withdrawnInFrench = ({ decision, deal, agreed }: At<"withdrawn" | "lapsed">): Runs => {
  const before = agreed ? ", qui avait été acceptée" : "";
  if (deal.by.length === 0)
    return told(
      say`${theOffer(deal)}${before && `${before},`} ${hasBeen(decision)} retirée${denial(hearsayOf(decision, deal))}`,
      [],
    );
  return told(say`${hasDone(deal.by, decision, "retiré")} ${ownOffer(deal)}${before}${denial(hearsayOf(decision, deal))}`, []);
};

/** « L’offre de 10 milliards de dollars d’Alpha sur Target a expiré ». */
export const lapsedInFrench = ({ decision, deal, agreed }: At<"withdrawn" | "lapsed">): Runs =>
  told(
    say`${offerOf(deal)}${agreed ? ", qui avait été acceptée," : ""} ${decision.reported ? "aurait" : "a"} expiré${denial(hearsayOf(decision, deal))}`,
    [],
  );

/** « Alpha a mis fin à l’accord sur l’acquisition de Target pour 10 milliards de dollars ». */
export const terminatedInFrench = ({ decision, deal, by }: At<"terminated">): Runs => {
  const main =
    by.length === 0
      ? say`l’accord sur ${agreedOn(deal, by)} ${decision.reported ? "serait" : "est"} rompu`
      : say`${hasDone(by, decision, "mis fin")} à ${ended(deal, by)}`;
  return told(say`${main}${denial(hearsayOf(decision, deal))}`, []);
};

/** The agreement as it is told of who ended it: « leur accord » of both sides. */
const ended = (deal: Bid, by: readonly Who[]): Runs => {
  const sides = [...buyersOf(deal), ...(deal.target === undefined ? deal.to : [deal.target])];
  const isTheirs = by.length > 1 && sides.length > 1 && sides.every((side) => isAmong(side, by));
  if (isTheirs && deal.target === undefined) return say`leur accord${forPrice(deal)}${inBrackets(deal)}`;
  return say`${isTheirs ? "leur" : "l’"}${isTheirs ? " " : ""}accord sur ${agreedOn(deal, by)}`;
};

/** What was agreed on: « l’acquisition de Target par Alpha », « son acquisition par Alpha », « sa proposition ». */
const agreedOn = (deal: Bid, by: readonly Who[]): Runs => {
  const { target } = deal;
  const buyers = buyersOf(deal);
  if (target === undefined) return by.length > 0 && isSame(by, deal.by) ? ownOffer(deal) : offerOf(deal);
  const buying = buyers.length === 0 || isSame(by, buyers) ? [] : say` ${byWhom(buyers)}`;
  const what = isSame(by, [target]) ? say`${own(by, "acquisition")}` : say`l’acquisition ${of([target])}`;
  return say`${what}${buying}${forPrice(deal)}`;
};
