/** Offers that stand: one with its deadline, who stands in its way and who is silent; two side by side, and how many there are in all. */
import { english } from "../../../events/tell/en/grammar.ts";
import { areSame } from "../../../events/tell/en/offer.ts";
import type { Runs } from "../../../events/tell/runs.ts";
import type { Who } from "../../../events/tell/who.ts";
import { type Bid, onlyAgainst } from "../situation.ts";
import { blockClause, denial, inWords, withClauses } from "./clauses.ts";
import { moveClause, shortOffer, sideBySide } from "./moves.ts";

const { say, names, verb, date } = english;

/** “Musk is bidding $97.4bn for OpenAI; OpenAI has yet to answer”. */
export const offersThatStand = (bids: readonly Bid[], standing: number, year: number | undefined): Runs => {
  const [first, second] = bids;
  if (first === undefined) return say`nothing has been reported yet`;
  const count = standing > bids.length ? [countOf(bids, standing)] : [];
  if (second === undefined) return oneOffer(first, year, count);
  const [one, other] = [shortOffer(first, "former", second), shortOffer(second, "latter", first)];
  const facts = [...factsOf(first, one, one, year), ...factsOf(second, other, other, year)];
  return withClauses(sideBySide(first, second), [...facts, ...silences(first, second), ...count]);
};

const oneOffer = (bid: Bid, year: number | undefined, count: readonly Runs[]): Runs => {
  const noun = say`the ${bid.kind === "proposal" ? "proposal" : "offer"}`;
  const facts = factsOf(bid, noun, say`it`, year);
  const main = say`${moveClause(bid)}${denial(bid)}`;
  if (bid.reported) return withClauses(main, [...facts, ...count]);
  const accepted =
    bid.acceptedBy.length === 0 ? [] : [say`${names(bid.acceptedBy)} ${verb(bid.acceptedBy, "has", "have")} accepted`];
  if (accepted.length === 0 && endsWithReceivers(bid))
    return withClauses(say`${main}, ${relativeOf(bid.to)} ${silence(bid.awaiting)}`, [...facts, ...count]);
  const silent = bid.awaiting.length === 0 ? [] : [say`${names(bid.awaiting)} ${silence(bid.awaiting)}`];
  return withClauses(main, [...facts, ...accepted, ...silent, ...count]);
};

/** Whether its main clause ends with whom it waits for: “has proposed a cage fight to Zuckerberg, who …”. */
const endsWithReceivers = ({ kind, counter, to, awaiting, denied }: Bid): boolean =>
  kind === "proposal" && !counter && !denied && to.length > 0 && areSame(to, awaiting);

const relativeOf = (whos: readonly Who[]): string => (whos.every(({ facts }) => facts.kind === "organization") ? "which" : "who");

const silence = (whos: readonly Who[]): string => `${verb(whos, "has", "have")} yet to answer`;

/** What is to be told of an offer besides its price: called `first` once, and `then` from then on. */
const factsOf = (bid: Bid, first: Runs, then: Runs, year: number | undefined): Runs[] => {
  const { openUntil, reported, blockedBy, inFavour } = bid;
  const against = onlyAgainst(bid);
  const facts: ((it: Runs) => Runs[])[] = [];
  if (openUntil !== undefined)
    facts.push((it) => [say`${it} is ${reported ? "said to be " : ""}open until ${date(openUntil, year)}`]);
  if (blockedBy.length > 0) facts.push((it) => blockClause(blockedBy, it));
  if (against.length > 0) facts.push((it) => [say`${names(against)} ${verb(against, "opposes", "oppose")} ${it}`]);
  if (inFavour.length > 0) facts.push((it) => [say`${names(inFavour)} ${verb(inFavour, "backs", "back")} ${it}`]);
  return facts.flatMap((told, index) => told(index === 0 ? first : then));
};

/** Who has yet to answer two offers. */
const silences = (first: Bid, second: Bid): Runs[] => {
  const waiting = [first, second].filter(({ awaiting, reported, by }) => awaiting.length > 0 && by.length > 0 && !reported);
  if (waiting.length === 2 && areSame(first.awaiting, second.awaiting))
    return [say`${names(first.awaiting)} ${silence(first.awaiting)} either`];
  const isOnes = areSame(first.by, second.by);
  return waiting.map((bid) => {
    const whom = isOnes ? `the ${bid === first ? "former" : "latter"}` : names(bid.by);
    return say`${names(bid.awaiting)} ${silence(bid.awaiting)} ${whom}`;
  });
};

const countOf = (bids: readonly Bid[], standing: number): Runs => {
  const noun = bids.some(({ kind }) => kind === "proposal") ? "proposals" : "offers";
  const isSure = bids.every(({ reported }) => !reported);
  return say`${isSure ? "" : "counting those only reported, "}${inWords(standing)} ${noun} are on the table`;
};
