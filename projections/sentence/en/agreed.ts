/** What was agreed, who stands in its way, who has still to agree, who is a rival; and what was carried out. */
import { english } from "../../../events/tell/en/grammar.ts";
import { areSame, buyTarget, forPrice, inBrackets, offerOf, wordsWithin } from "../../../events/tell/en/offer.ts";
import type { Runs } from "../../../events/tell/runs.ts";
import type { Situation } from "../situation.ts";
import { blockClause, denial, hearsayOf, passive, perfect, withClauses } from "./clauses.ts";
import { rivalClauses } from "./moves.ts";

const { say, name, names, verb } = english;

type Agreed = Extract<Situation, { stage: "agreed" }>;
type Closed = Extract<Situation, { stage: "closed" }>;

/** “OpenAI has agreed to be bought by Musk for $97.4bn; the CMA has blocked the deal, and the shareholders still have to agree”. */
export const agreedSentence = (situation: Agreed): Runs => {
  const { decision, deal, toAgree, rivals } = situation;
  const it = say`the ${deal.kind === "proposal" ? "agreement" : "deal"}`;
  const owing = toAgree.length === 0 ? [] : [say`${names(toAgree)} still ${verb(toAgree, "has", "have")} to agree`];
  return withClauses(say`${agreement(situation)}${denial(hearsayOf(decision, deal))}`, [
    ...blockClause(deal.blockedBy, it),
    ...owing,
    ...rivalClauses(rivals, deal.target === undefined ? [] : [deal.target]),
  ]);
};

const agreement = ({ decision, deal, acceptedBy }: Agreed): Runs => {
  const { kind, by, to, target } = deal;
  if (acceptedBy.length === 0) return say`${offerOf(deal)} ${passive("accepted", decision)}`;
  const who = names(acceptedBy);
  if (kind === "bid" && target !== undefined && target.facts.kind !== "person" && by.length > 0 && areSame(acceptedBy, [target]))
    return say`${who} ${perfect(acceptedBy, "agreed", decision)} to be bought by ${names(by)}${forPrice(deal)}`;
  if (kind === "ask" && target !== undefined && areSame(acceptedBy, to))
    return say`${who} ${perfect(acceptedBy, "agreed", decision)} to ${buyTarget(deal)}`;
  return say`${who} ${perfect(acceptedBy, "accepted", decision)} ${offerOf(deal, acceptedBy)}`;
};

/** “Musk has bought Twitter for $54.20 a share”, “Boeing and the union have carried out their agreement on a new contract”. */
export const closedSentence = ({ decision, deal, buyers, rivals }: Closed): Runs =>
  withClauses(
    say`${deal.target === undefined ? carriedOut(decision, deal) : purchase(decision, deal, buyers)}${denial(hearsayOf(decision, deal))}`,
    rivalClauses(rivals, []),
  );

const purchase = (decision: Closed["decision"], deal: Closed["deal"], buyers: Closed["buyers"]): Runs => {
  const target = deal.target && name(deal.target);
  if (buyers.length === 0) return say`${target} ${passive("bought", decision)}${forPrice(deal)}`;
  return say`${names(buyers)} ${perfect(buyers, "bought", decision)} ${target}${forPrice(deal)}`;
};

/** Both sides of a proposal carry it out. */
const carriedOut = (decision: Closed["decision"], deal: Closed["deal"]): Runs => {
  const sides = [...deal.by, ...deal.to];
  if (deal.by.length === 0 || deal.to.length === 0 || deal.subject === undefined)
    return say`${offerOf(deal)} ${passive("carried out", decision)}`;
  return say`${names(sides)} ${perfect(sides, "carried out", decision)} their agreement on ${wordsWithin(deal.subject)}${inBrackets(deal)}`;
};
