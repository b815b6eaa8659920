/** What English sentences on where a story stands are joined of: verbs, hearsay, clauses after the main one. */
import { english } from "../../../events/tell/en/grammar.ts";
import { listed, type Runs, textOf } from "../../../events/tell/runs.ts";
import type { Who } from "../../../events/tell/who.ts";
import type { Blocker, Hearsay } from "../situation.ts";

const { say, names, verb } = english;

type Reported = Pick<Hearsay, "reported">;

/** “has accepted”, “have accepted”; of what is only reported, “is reported to have accepted”. */
export const perfect = (whos: readonly Who[], participle: string, { reported }: Reported): string =>
  reported ? `${verb(whos, "is", "are")} reported to have ${participle}` : `${verb(whos, "has", "have")} ${participle}`;

/** “is bidding”, “are reported to be bidding”. */
export const progressive = (whos: readonly Who[], participle: string, { reported }: Reported): string =>
  `${verb(whos, "is", "are")} ${reported ? "reported to be " : ""}${participle}`;

/** Of one thing that nobody is named for: “has been rejected”, “is reported to have been rejected”. */
export const passive = (participle: string, { reported }: Reported): string =>
  reported ? `is reported to have been ${participle}` : `has been ${participle}`;

/** What follows a report that is denied: “, a report that OpenAI denies”. */
export const denial = ({ denied, deniedBy }: Hearsay): Runs => {
  if (!denied) return [];
  return deniedBy.length === 0
    ? say`, a report that has been denied`
    : say`, a report that ${names(deniedBy)} ${verb(deniedBy, "denies", "deny")}`;
};

/** What is known of a decision, and of the offer that it is about where the decision itself is denied by nobody. */
export const hearsayOf = (decision: Hearsay, offer: Hearsay): Hearsay =>
  decision.denied || !decision.reported ? decision : { ...decision, denied: offer.denied, deniedBy: offer.deniedBy };

/** A main clause and those that follow it: “…; the CMA has blocked it, and Target has yet to answer”. */
export const withClauses = (main: Runs, clauses: readonly Runs[]): Runs => {
  if (clauses.length === 0) return main;
  const isPlain = clauses.length === 2 && clauses.every((clause) => !textOf(clause).includes(" and "));
  return say`${main}; ${listed(clauses, ", ", isPlain ? " and " : ", and ")}`;
};

/** Who blocks `it`, each with the body that it spoke for: “Biden of the White House has blocked it”; nothing where nobody does. */
export const blockClause = (blockers: readonly Blocker[], it: Runs): Runs[] => {
  if (blockers.length === 0) return [];
  const told = blockers.map(({ by, body }) => (body === undefined ? names([by]) : say`${names([by])} of ${names([body])}`));
  const by = blockers.map((blocker) => blocker.by);
  return [say`${listed(told, ", ", " and ")} ${verb(by, "has", "have")} blocked ${it}`];
};

const numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** A number in words up to ten. */
export const inWords = (count: number): string => numbers[count] ?? String(count);

/** “once”, “twice”, “three times”. */
export const times = (count: number): string => (count === 1 ? "once" : count === 2 ? "twice" : `${inWords(count)} times`);
