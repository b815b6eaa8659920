/** Clauses that French sentences on where a story stands have in common: what is only reported, who denies it, who stands in the way. */
import { french } from "../../../events/tell/fr/grammar.ts";
import { listed, type Runs } from "../../../events/tell/runs.ts";
import type { Who } from "../../../events/tell/who.ts";
import type { Bid, Blocker, Hearsay } from "../situation.ts";

const { say, name, names, of, verb } = french;

/** What somebody has done: « Alpha a rejeté », « Les actionnaires ont rejeté »; only reported, « Alpha aurait rejeté ». */
export const hasDone = (whos: readonly Who[], { reported }: Pick<Hearsay, "reported">, participle: string): Runs =>
  say`${names(whos)} ${reported ? verb(whos, "aurait", "auraient") : verb(whos, "a", "ont")} ${participle}`;

/** « a été » or, only reported, « aurait été ». */
export const hasBeen = ({ reported }: Pick<Hearsay, "reported">): string => (reported ? "aurait été" : "a été");

/** « , ce que dément Alpha »; nothing where nobody denies it. */
export const denial = ({ denied, deniedBy }: Hearsay): Runs => {
  if (deniedBy.length > 0) return say`, ce que ${verb(deniedBy, "dément", "démentent")} ${names(deniedBy)}`;
  return denied ? say`, mais l’information est démentie` : [];
};

/** What is known of a decision, and of the offer that it is about where the decision is only reported, and denied by nobody itself. */
export const hearsayOf = (decision: Hearsay, { denied, deniedBy }: Hearsay): Hearsay =>
  decision.denied || !decision.reported ? decision : { ...decision, denied, deniedBy };

/** A sentence: its main clause, and after a semicolon what else there is to say, if there is. */
export const told = (main: Runs, more: readonly Runs[]): Runs => {
  const clauses = more.filter((clause) => clause.length > 0);
  return french.sentence(clauses.length === 0 ? main : say`${main} ; ${listed(clauses, ", ", ", et ")}`);
};

/** « la CMA bloque l’opération », « Joe Biden, au nom de la Maison Blanche, bloque l’opération »; nothing where nobody does. */
export const blocking = (blockers: readonly Blocker[], what: Runs): Runs => {
  if (blockers.length === 0) return [];
  const all = listed(blockers.map(blocker), ", ", " et ");
  const whos = blockers.map(({ by }) => by);
  return say`${all} ${verb(whos, "bloque", "bloquent")} ${what}`;
};

const blocker = ({ by, body }: Blocker): Runs =>
  body === undefined || body.party === by.party ? name(by) : say`${name(by)}, au nom ${of([body])},`;

/** « l’opération »: what somebody blocks. */
export const atStake = ({ kind }: Bid, agreed: boolean): Runs => {
  if (kind !== "proposal") return say`l’opération`;
  return agreed ? say`l’accord` : say`la proposition`;
};

/** What is said of a number of offers, some of which are only reported. */
export const confirmedOrNot = (bids: readonly Bid[]): string =>
  bids.some(({ reported }) => reported) ? ", confirmées ou non," : "";
