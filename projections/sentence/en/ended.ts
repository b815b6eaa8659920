/** What became of the offer whose fate was decided last: it was rejected, withdrawn or terminated, or has lapsed. */
import { english } from "../../../events/tell/en/grammar.ts";
import {
  agreementOn,
  areSame,
  buyersOf,
  buyTarget,
  forPrice,
  inBrackets,
  isAmong,
  offerOf,
  ownIn,
  ownOffer,
  wordsWithin,
} from "../../../events/tell/en/offer.ts";
import type { Runs } from "../../../events/tell/runs.ts";
import type { Who } from "../../../events/tell/who.ts";
import type { Bid, Situation } from "../situation.ts";
import { denial, hearsayOf, passive, perfect } from "./clauses.ts";

const { say, names } = english;

type Rejected = Extract<Situation, { stage: "rejected" }>;
type Terminated = Extract<Situation, { stage: "terminated" }>;
type Gone = Pick<Rejected, "decision" | "deal"> & { agreed: boolean };

/** “Anglo American has rejected BHP’s £31.1bn offer”, “the members have voted down the agreement on Boeing’s proposal …”. */
export const rejectedSentence = ({ decision, deal, by, votedDown }: Rejected): Runs => {
  const what = say`${votedDown ? "the agreement on " : ""}${offerOf(deal, by)}`;
  const participle = votedDown && by.every(({ facts }) => facts.kind === "group") ? "voted down" : "rejected";
  const told =
    by.length === 0
      ? say`${what} ${passive(participle, decision)}`
      : say`${names(by)} ${perfect(by, participle, decision)} ${what}`;
  return say`${told}${denial(hearsayOf(decision, deal))}`;
};

/** “BHP has withdrawn its £38.6bn offer for Anglo American”. */
export const withdrawnSentence = ({ decision, deal, agreed }: Gone): Runs => {
  const told =
    deal.by.length === 0
      ? say`${offerOf(deal)} ${passive("withdrawn", decision)}`
      : say`${names(deal.by)} ${perfect(deal.by, "withdrawn", decision)} ${ownOffer(deal)}`;
  return say`${told}${agreed ? " after it had been accepted" : ""}${denial(hearsayOf(decision, deal))}`;
};

/** “BBVA’s €17bn offer for Sabadell has lapsed”. */
export const lapsedSentence = ({ decision, deal, agreed }: Gone): Runs =>
  say`${offerOf(deal)} ${decision.reported ? "is reported to have lapsed" : "has lapsed"}${agreed ? " after it had been accepted" : ""}${denial(hearsayOf(decision, deal))}`;

/** “Alpha has terminated its agreement to buy Target for $10bn”. */
export const terminatedSentence = ({ decision, deal, by }: Terminated): Runs => {
  const told =
    by.length === 0
      ? say`${agreementOn(deal)} ${passive("terminated", decision)}`
      : say`${names(by)} ${perfect(by, "terminated", decision)} ${ended(deal, by)}`;
  return say`${told}${denial(hearsayOf(decision, deal))}`;
};

/** The agreement as it is told of who ended it: its buyer, its target, both sides, or somebody else. */
const ended = (deal: Bid, by: readonly Who[]): Runs => {
  const buyers = buyersOf(deal);
  const { target, subject } = deal;
  const isBoth = by.length > 1 && [...deal.by, ...deal.to].every((side) => isAmong(side, by));
  if (subject !== undefined && isBoth) return say`their agreement on ${wordsWithin(subject)}${inBrackets(deal)}`;
  if (target === undefined || buyers.length === 0) return agreementOn(deal);
  if (areSame(by, buyers)) return say`${ownIn(by) ?? "an"} agreement to ${buyTarget(deal)}`;
  const own = areSame(by, [target]) ? ownIn(by) : undefined;
  if (own !== undefined) return say`${own} agreement to be bought by ${names(buyers)}${forPrice(deal)}`;
  if (isAmong(target, by) && buyers.every((buyer) => isAmong(buyer, by)))
    return say`their agreement for ${names(buyers)} to ${buyTarget(deal)}`;
  return agreementOn(deal);
};
