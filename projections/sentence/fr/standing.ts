/** What stands, in French: one bid with its deadline, who stands in its way and who is silent; two side by side; the number of more. */
import { untilDate } from "../../../events/tell/fr/dates.ts";
import { french } from "../../../events/tell/fr/grammar.ts";
import { numeral } from "../../../events/tell/fr/numbers.ts";
import { definite, offerNoun } from "../../../events/tell/fr/offer.ts";
import type { Runs } from "../../../events/tell/runs.ts";
import { type Bid, onlyAgainst, type Situation } from "../situation.ts";
import { bidding, isSame, namedLast, sideBySide } from "./bid.ts";
import { atStake, blocking, confirmedOrNot, told } from "./clauses.ts";

const { say, names, of, to, verb } = french;

type Standing = Extract<Situation, { stage: "offered" | "countered" }>;

/** The sentence on the offers that stand. */
export const standingInFrench = ({ bids, standing }: Standing, year?: number): Runs => {
  const [one, other] = bids;
  const number = standing > bids.length ? say`${count(standing, bids)}` : [];
  if (one === undefined) return told(say`${count(standing, bids)}`, []);
  if (other === undefined) {
    const it = definite(offerNoun(one));
    return told(say`${bidding(one)}${silence(one)}`, [...facts(one, say`${it}`, true, year), ...answers(one), number]);
  }
  const [it, that] = isSame(one.by, other.by) ? [say`la première`, say`la seconde`] : [named(one), named(other)];
  const both = [...facts(one, it, false, year), ...facts(other, that, false, year)];
  return told(sideBySide(one, other), [...both, ...silences(one, other), number]);
};

/** « l’offre d’Alpha »: of two that several make, whose it is. */
const named = (bid: Bid): Runs => say`${definite(offerNoun(bid))}${bid.by.length === 0 ? [] : say` ${of(bid.by)}`}`;

/** « trois offres sont sur la table »; where some are only reported, « trois offres, confirmées ou non, … ». */
const count = (standing: number, bids: readonly Bid[]): string => {
  const noun = bids.some(({ kind }) => kind === "proposal") ? "proposition" : "offre";
  if (standing < 2) return `${numeral(standing, "feminine")} ${noun} est sur la table`;
  return `${numeral(standing, "feminine")} ${noun}s${confirmedOrNot(bids)} sont sur la table`;
};

/** What there is to say of a bid besides its price: how long it is open, who blocks it, who is against it and who for it. */
const facts = (bid: Bid, it: Runs, alone: boolean, year?: number): Runs[] => {
  const { openUntil, reported, blockedBy, inFavour } = bid;
  const against = onlyAgainst(bid);
  const is = reported ? "serait" : "est";
  return [
    openUntil === undefined ? [] : say`${it} ${is} valable ${untilDate(openUntil, year)}`,
    blocking(blockedBy, alone ? atStake(bid, false) : it),
    against.length === 0 ? [] : say`${names(against)} ${verb(against, "s’oppose", "s’opposent")} à ${it}`,
    inFavour.length === 0 ? [] : backing(bid, alone && against.length > 0, it),
  ];
};

/** « le fonds est favorable à l’offre », « le fonds y est favorable ». */
const backing = ({ inFavour }: Bid, isKnown: boolean, it: Runs): Runs =>
  isKnown
    ? say`${names(inFavour)} y ${verb(inFavour, "est favorable", "sont favorables")}`
    : say`${names(inFavour)} ${verb(inFavour, "est favorable", "sont favorables")} à ${it}`;

/** Of a rumour nobody has to answer. */
const isAwaited = ({ awaiting, reported }: Bid): boolean => awaiting.length > 0 && !reported;

/** « , qui n’a pas encore répondu », where that is whom the clause has just named. */
const silence = (bid: Bid): Runs =>
  isAwaited(bid) && bid.acceptedBy.length === 0 && isSame(bid.awaiting, namedLast(bid))
    ? say`, qui ${verb(bid.awaiting, "n’a", "n’ont")} pas encore répondu`
    : [];

/** « North a accepté », « South n’a pas encore répondu »: who has said yes, and who is silent where that was not told yet. */
const answers = (bid: Bid): Runs[] => {
  const { acceptedBy, awaiting } = bid;
  return [
    acceptedBy.length === 0 || bid.reported ? [] : say`${names(acceptedBy)} ${verb(acceptedBy, "a", "ont")} accepté`,
    isAwaited(bid) && silence(bid).length === 0
      ? say`${names(awaiting)} ${verb(awaiting, "n’a", "n’ont")} pas encore répondu`
      : [],
  ];
};

/** Who has yet to answer two bids: « Target n’a encore répondu ni à Alpha ni à Beta », « Target n’a pas encore répondu à Alpha ». */
const silences = (one: Bid, other: Bid): Runs[] => {
  const awaited = [one, other].filter((bid) => isAwaited(bid) && bid.by.length > 0);
  const has = ({ awaiting }: Bid): Runs => say`${names(awaiting)} ${verb(awaiting, "n’a", "n’ont")}`;
  const isOnes = isSame(one.by, other.by);
  if (awaited.length === 2 && isSame(one.awaiting, other.awaiting))
    return [
      isOnes
        ? say`${has(one)} encore répondu ni à l'une ni à l'autre`
        : say`${has(one)} encore répondu ni ${to(one.by)} ni ${to(other.by)}`,
    ];
  const whom = (bid: Bid): Runs => (isOnes ? say`${bid === one ? "à la première" : "à la seconde"}` : to(bid.by));
  return awaited.map((bid) => say`${has(bid)} pas encore répondu ${whom(bid)}`);
};
