/** An offer as a main clause: who is bidding, asking or proposing what. */
import { english } from "../../../events/tell/en/grammar.ts";
import { anOffer, areSame, forWhat, inBrackets, isAmong, wordsWithin } from "../../../events/tell/en/offer.ts";
import { listed, type Runs } from "../../../events/tell/runs.ts";
import type { Who } from "../../../events/tell/who.ts";
import type { Bid } from "../situation.ts";
import { denial, passive, perfect, progressive } from "./clauses.ts";

const { say, name, names, possessive } = english;

/** “Musk is bidding $97.4bn for OpenAI”, “Target has countered by asking Alpha to pay $15bn”. A target among `known` is not named again. */
export const moveClause = (bid: Bid, known: readonly Who[] = []): Runs => {
  if (bid.by.length === 0) return say`${anOffer(bid, known)} ${passive("made", bid)}`;
  if (bid.kind === "proposal") return proposalClause(bid);
  if (bid.kind === "ask") return askClause(bid);
  if (bid.counter)
    return say`${names(bid.by)} ${perfect(bid.by, "countered", bid)} with ${anOffer({ ...bid, counter: false }, known)}`;
  if (bid.target === undefined) return say`${names(bid.by)} ${perfect(bid.by, "made", bid)} ${anOffer(bid)}`;
  const isAgain = bid.price === undefined && isAmong(bid.target, known);
  return say`${names(bid.by)} ${progressive(bid.by, isAgain ? "also bidding" : "bidding", bid)}${stake(bid, known)}`;
};

/** “ $97.4bn for OpenAI”, “ for OpenAI (all in shares)”. */
const stake = (bid: Bid, known: readonly Who[]): Runs =>
  say`${bid.price && ` ${money(bid.price)}`}${forWhat(bid, known)}${inBrackets(bid)}`;

const money = (price: NonNullable<Bid["price"]>): string => english.money(price, "sentence");

const askClause = (bid: Bid): Runs => {
  const { by, to, price, counter } = bid;
  if (price === undefined)
    return say`${names(by)} ${perfect(by, "made", bid)} ${names(to)}${to.length > 0 ? " " : ""}${anOffer(bid)}`;
  const asked = to.length === 0 ? say`${money(price)}` : say`${names(to)} to pay ${money(price)}`;
  return counter
    ? say`${names(by)} ${perfect(by, "countered", bid)} by asking ${asked}${forWhat(bid)}`
    : say`${names(by)} ${progressive(by, "asking", bid)} ${asked}${forWhat(bid)}`;
};

const proposalClause = (bid: Bid): Runs => {
  const { by, to, subject, counter } = bid;
  if (counter) return say`${names(by)} ${perfect(by, "countered", bid)} with ${anOffer({ ...bid, counter: false })}`;
  const receivers = to.length === 0 ? [] : say` to ${names(to)}`;
  if (subject === undefined) return say`${names(by)} ${perfect(by, "made", bid)} ${anOffer(bid)}${receivers}`;
  return say`${names(by)} ${perfect(by, "proposed", bid)} ${wordsWithin(subject)}${inBrackets(bid)}${receivers}`;
};

/** Whether a bid is told by its price and target alone, so that the next one can be told without its verb. */
const isPlainBid = ({ kind, counter, by, target, price, denied }: Bid): boolean =>
  kind === "bid" && !counter && by.length > 0 && target !== undefined && price !== undefined && !denied;

const haveOneTarget = (one: Bid, other: Bid): boolean => one.target !== undefined && one.target.party === other.target?.party;

/** The clause of an offer after another one's: “Beta $12bn” after “Alpha is bidding $15bn for Target”. */
const nextClause = (bid: Bid, before: Bid, known: readonly Who[]): Runs => {
  const isShort = isPlainBid(before) && isPlainBid(bid) && before.reported === bid.reported;
  return isShort ? say`${names(bid.by)}${stake(bid, known)}` : moveClause(bid, known);
};

/** Offers as clauses after a sentence's first, in which the parties `known` were named. */
export const rivalClauses = (rivals: readonly Bid[], known: readonly Who[]): Runs[] =>
  rivals.map((bid, index) => {
    const before = rivals[index - 1];
    // Once a bid for something else was told, what the next one is for no longer goes without saying.
    const clear = rivals.slice(0, index).every(({ target }) => target === undefined || isAmong(target, known)) ? known : [];
    return say`${before === undefined ? moveClause(bid, clear) : nextClause(bid, before, clear)}${denial(bid)}`;
  });

/** Two offers side by side: “Alpha is bidding $15bn for Target, and Beta $12bn”. */
export const sideBySide = (first: Bid, second: Bid): Runs => {
  if (isPlainBid(first) && isPlainBid(second) && first.reported === second.reported && areSame(first.by, second.by))
    return ofOneBidder(first, second);
  const known = haveOneTarget(first, second) && first.target !== undefined && first.kind === "bid" ? [first.target] : [];
  if (areBothBare(first, second)) {
    const all = [...first.by, ...second.by];
    return say`${names(all)} ${progressive(all, "both bidding", first)} for ${first.target && name(first.target)}`;
  }
  const told = second.price === undefined && second.kind === "bid" && second.counter ? [] : known;
  return say`${moveClause(first)}${denial(first)}, and ${nextClause(second, first, told)}${denial(second)}`;
};

const ofOneBidder = (first: Bid, second: Bid): Runs =>
  haveOneTarget(first, second)
    ? say`${names(first.by)} ${perfect(first.by, "made", first)} two offers${forWhat(first)}, ${listed([of(first), of(second)], ", ", " and ")}`
    : say`${moveClause(first)} and${stake(second, [])}`;

const of = (bid: Bid): Runs => say`of ${bid.price && money(bid.price)}`;

/** Whether nothing is known of two bids but who made them for the same thing. */
const areBothBare = (first: Bid, second: Bid): boolean =>
  haveOneTarget(first, second) &&
  [first, second].every(
    ({ kind, counter, price, terms, by, denied }) =>
      kind === "bid" && !counter && price === undefined && terms === undefined && by.length === 1 && !denied,
  ) &&
  first.reported === second.reported;

/** A short name for one of two offers: “Alpha’s offer”, “the offer”; where one bidder made both, “the former”. */
export const shortOffer = ({ by, kind }: Bid, rank: "former" | "latter", other: Bid): Runs => {
  if (by.length > 0 && areSame(by, other.by)) return say`the ${rank}`;
  const noun = kind === "proposal" ? "proposal" : "offer";
  return by.length === 0 ? say`the ${noun}` : say`${possessive(by)} ${noun}`;
};
