/** What stands, in French: one bid with its addressee's silence or its deadline, two side by side, the number of more. */
import { untilDate } from "../../../events/tell/fr/dates.ts";
import { french } from "../../../events/tell/fr/grammar.ts";
import { numeral } from "../../../events/tell/fr/numbers.ts";
import { definite, offerNoun } from "../../../events/tell/fr/offer.ts";
import { listed, type Runs } from "../../../events/tell/runs.ts";
import type { Who } from "../../../events/tell/who.ts";
import type { Bid, Situation } from "../situation.ts";
import { bidding, biddingTogether, namedLast } from "./bid.ts";
import { atStake, blocking, told } from "./clauses.ts";

const { say, names, of, verb } = french;

type Standing = Extract<Situation, { stage: "offered" | "countered" }>;

/** The sentence on the offers that stand. */
export const standingInFrench = ({ bids, standing }: Standing, year?: number): Runs => {
  const [one, other] = bids;
  if (one === undefined) return told(say`${count(standing, bids)}`, []);
  const number = standing > bids.length ? say`${count(standing, bids)}` : [];
  if (other === undefined) return told(say`${bidding(one)}${silence(one)}`, [...besides(one, year), number]);
  const both = biddingTogether(one, other) ?? say`${bidding(one)} ; ${bidding(other)}`;
  return told(both, [blockingOne(one), blockingOne(other), number]);
};

const count = (standing: number, bids: readonly Bid[]): string => {
  const noun = bids.length > 0 && bids.every(({ kind }) => kind === "proposal") ? "proposition" : "offre";
  const s = standing < 2 ? "" : "s";
  return `${numeral(standing, "feminine")} ${noun}${s} ${standing < 2 ? "est" : "sont"} sur la table`;
};

/** « , qui n’a pas encore répondu », where that is whom the clause has just named. A deadline tells more; of a rumour nobody has to answer. */
const silence = (bid: Bid): Runs =>
  isAwaited(bid) && bid.acceptedBy.length === 0 && isSame(bid.awaiting, namedLast(bid))
    ? say`, qui ${verb(bid.awaiting, "n’a", "n’ont")} pas encore répondu`
    : [];

const isAwaited = ({ awaiting, reported, openUntil }: Bid): boolean =>
  awaiting.length > 0 && !reported && openUntil === undefined;

const isSame = (some: readonly Who[], others: readonly Who[]): boolean =>
  some.length === others.length && some.every(({ party }) => others.some((who) => who.party === party));

/** What else there is to say of one bid. */
const besides = (bid: Bid, year?: number): Runs[] => {
  const noun = definite(offerNoun(bid));
  return [
    answers(bid),
    bid.openUntil === undefined ? [] : say`${noun} est valable ${untilDate(bid.openUntil, year)}`,
    blocking(bid.blockedBy, atStake(bid, false)),
    advice(bid, noun),
  ];
};

/** « North a accepté, South n’a pas encore répondu »: who has said yes, and who is silent where that was not told yet. */
const answers = (bid: Bid): Runs => {
  const { acceptedBy, awaiting } = bid;
  const yes = acceptedBy.length === 0 ? [] : say`${names(acceptedBy)} ${verb(acceptedBy, "a", "ont")} accepté`;
  const isTold = silence(bid).length > 0 || (yes.length === 0 && !isAwaited(bid)) || awaiting.length === 0;
  const silent = isTold ? [] : say`${names(awaiting)} ${verb(awaiting, "n’a", "n’ont")} pas encore répondu`;
  return listed(
    [yes, silent].filter((clause) => clause.length > 0),
    ", ",
    ", ",
  );
};

/** « Target s’oppose à l’offre, et le fonds y est favorable ». */
const advice = ({ against, inFavour }: Bid, noun: string): Runs => {
  const no = against.length === 0 ? [] : say`${names(against)} ${verb(against, "s’oppose", "s’opposent")} à ${noun}`;
  if (inFavour.length === 0) return no;
  const is = verb(inFavour, "est favorable", "sont favorables");
  if (no.length === 0) return say`${names(inFavour)} ${is} à ${noun}`;
  return say`${no}, mais ${names(inFavour)} y ${is}`;
};

/** « la CMA bloque l’offre d’Alpha »: of two, whose it is. */
const blockingOne = (bid: Bid): Runs =>
  blocking(bid.blockedBy, say`${definite(offerNoun(bid))}${bid.by.length === 0 ? [] : say` ${of(bid.by)}`}`);
