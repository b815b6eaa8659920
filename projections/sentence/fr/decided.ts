/** What was decided, in French: an agreement, a deal that is closed, an offer that is rejected, withdrawn, lapsed, a deal that is off. */
import { french } from "../../../events/tell/fr/grammar.ts";
import { plainMoney } from "../../../events/tell/fr/money.ts";
import { isAmong } from "../../../events/tell/fr/names.ts";
import { numeral } from "../../../events/tell/fr/numbers.ts";
import { buyersOf, offerOf, own, ownOffer, theOffer } from "../../../events/tell/fr/offer.ts";
import type { Runs } from "../../../events/tell/runs.ts";
import type { Who } from "../../../events/tell/who.ts";
import type { Bid, Situation } from "../situation.ts";
import { rivalling } from "./bid.ts";
import { atStake, blocking, denial, hasBeen, hasDone, told } from "./clauses.ts";

const { say, name, names, by: byWhom, of, verb } = french;

type At<Stage extends Situation["stage"]> = Extract<Situation, { stage: Stage }>;

/** « Target a accepté l’offre de 10 milliards de dollars d’Alpha ; la CMA bloque l’opération ». */
export const agreedInFrench = ({ decision, deal, acceptedBy, toAgree, rivals }: At<"agreed">): Runs => {
  const main =
    acceptedBy.length === 0
      ? say`${offerOf(deal)} ${hasBeen(decision)} acceptée`
      : say`${hasDone(acceptedBy, decision, "accepté")} ${offerOf(deal, acceptedBy)}`;
  const votes = toAgree.length === 0 ? [] : say`${names(toAgree)} ${verb(toAgree, "doit", "doivent")} encore se prononcer`;
  return told(say`${main}${denial(decision)}`, [blocking(deal.blockedBy, atStake(deal, true)), votes, ...against(deal, rivals)]);
};

/** « Alpha a acquis Target pour 10 milliards de dollars ». */
export const closedInFrench = ({ decision, deal, buyers, rivals }: At<"closed">): Runs =>
  told(say`${bought(deal, buyers, decision.reported)}${denial(decision)}`, against(deal, rivals));

const bought = (deal: Bid, buyers: readonly Who[], reported: boolean): Runs => {
  if (deal.target === undefined) return say`${offerOf(deal)} ${reported ? "se serait" : "s’est"} concrétisée`;
  if (buyers.length > 0) return say`${hasDone(buyers, { reported }, "acquis")} ${name(deal.target)}${forPrice(deal)}`;
  return say`l’acquisition ${of([deal.target])}${forPrice(deal)} ${reported ? "serait" : "est"} bouclée`;
};

const forPrice = ({ price }: Bid): Runs => (price === undefined ? [] : say` pour ${plainMoney(price)}`);

/** The rivals that still bid: two are told, of more the number. */
const against = (deal: Bid, rivals: readonly Bid[]): Runs[] => [
  ...rivals.slice(0, 2).map((rival) => rivalling(rival, deal)),
  rivals.length > 2 ? say`${numeral(rivals.length, "feminine")} offres rivales sont sur la table` : [],
];

/** « Target a rejeté l’offre de 10 milliards de dollars d’Alpha », « …, qui avait été acceptée ». */
export const rejectedInFrench = ({ decision, deal, by, votedDown }: At<"rejected">): Runs => {
  const before = votedDown ? ", qui avait été acceptée" : "";
  if (by.length === 0)
    return told(say`${offerOf(deal)}${before && `${before},`} ${hasBeen(decision)} rejetée${denial(decision)}`, []);
  return told(say`${hasDone(by, decision, "rejeté")} ${offerOf(deal, by)}${before}${denial(decision)}`, []);
};

/** « Alpha a retiré son offre de 10 milliards de dollars sur Target ». */
export const withdrawnInFrench = ({ decision, deal, agreed }: At<"withdrawn" | "lapsed">): Runs => {
  const before = agreed ? ", qui avait été acceptée" : "";
  if (deal.by.length === 0)
    return told(say`${theOffer(deal)}${before && `${before},`} ${hasBeen(decision)} retirée${denial(decision)}`, []);
  return told(say`${hasDone(deal.by, decision, "retiré")} ${ownOffer(deal)}${before}${denial(decision)}`, []);
};

/** « L’offre de 10 milliards de dollars d’Alpha sur Target a expiré ». */
export const lapsedInFrench = ({ decision, deal, agreed }: At<"withdrawn" | "lapsed">): Runs =>
  told(
    say`${offerOf(deal)}${agreed ? ", qui avait été acceptée," : ""} ${decision.reported ? "aurait" : "a"} expiré${denial(decision)}`,
    [],
  );

/** « Alpha a mis fin à l’accord sur l’acquisition de Target pour 10 milliards de dollars ». */
export const terminatedInFrench = ({ decision, deal, by }: At<"terminated">): Runs => {
  const main =
    by.length === 0
      ? say`l’accord sur ${agreement(deal, by)} ${decision.reported ? "serait" : "est"} rompu`
      : say`${hasDone(by, decision, "mis fin")} à l’accord sur ${agreement(deal, by)}`;
  return told(say`${main}${denial(decision)}`, []);
};

/** What was agreed on: « l’acquisition de Target par Alpha », « son acquisition par Alpha », « sa proposition ». */
const agreement = (deal: Bid, by: readonly Who[]): Runs => {
  const { target } = deal;
  const buyers = buyersOf(deal);
  const isAlone = (whos: readonly Who[]): boolean => by.length === whos.length && whos.every((who) => isAmong(who, by));
  if (target === undefined) return by.length > 0 && isAlone(deal.by) ? ownOffer(deal) : offerOf(deal);
  const buying = buyers.length === 0 || (by.length > 0 && isAlone(buyers)) ? [] : say` ${byWhom(buyers)}`;
  const what = isAlone([target]) ? say`${own(by, "acquisition")}` : say`l’acquisition ${of([target])}`;
  return say`${what}${buying}${forPrice(deal)}`;
};
