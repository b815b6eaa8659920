/** Insults and no offer: who has insulted whom, how often, when last. */
import { onDateInEnglish } from "../../../events/tell/en/dates.ts";
import { english } from "../../../events/tell/en/grammar.ts";
import { wordsWithin } from "../../../events/tell/en/offer.ts";
import { listed, type Runs } from "../../../events/tell/runs.ts";
import type { Who } from "../../../events/tell/who.ts";
import type { Feud, Situation } from "../situation.ts";
import { inWords, times } from "./clauses.ts";

const { say, names } = english;

type Quarrel = Extract<Situation, { stage: "quarrel" }>;

/** How many pairs are told one by one. */
const most = 4;

/** “Elon Musk and Donald Trump have traded seven insults, the latest on 6 July”. */
export const quarrelSentence = ({ feuds, count, last, latest }: Quarrel, year: number | undefined): Runs => {
  const on = onDateInEnglish(last, year);
  if (count <= 1) return say`${names(latest.by)} insulted ${victims(latest)} ${on}`;
  const [first, second, ...others] = feuds;
  if (first === undefined) return say`${inWords(count)} insults have been traded, the latest ${on}`;
  if (second === undefined)
    return say`${names([first.by])} ${haveInsulted([first.by])} ${victim(first)} ${times(count)}, most recently ${on}`;
  if (others.length === 0 && areMutual(first, second))
    return say`${names([first.by, second.by])} have traded ${inWords(count)} insults, the latest ${on}`;
  if (feuds.every((feud) => feud.count === count && isSameVictim(feud, first)))
    return say`${names(feuds.map(({ by }) => by))} have insulted ${victim(first)} ${times(count)}, most recently ${on}`;
  return say`${several(feuds.slice(0, most))}; the latest of ${feuds.length > most ? "all" : "the"} ${inWords(count)} insults came ${on}`;
};

/** “Musk has insulted Trump five times and the bill once, and Trump has insulted Musk twice”; where each was insulted once, not how often. */
const several = (feuds: readonly Feud[]): Runs => {
  const isOnceEach = feuds.every(({ count }) => count === 1);
  const bySubject = new Map<string, Feud[]>();
  for (const feud of feuds) bySubject.set(feud.by.party, [...(bySubject.get(feud.by.party) ?? []), feud]);
  const clauses = [...bySubject.values()].map((own) => {
    const by = own.slice(0, 1).map((feud) => feud.by);
    const objects = own.map((feud) => say`${victim(feud)}${isOnceEach ? "" : ` ${times(feud.count)}`}`);
    return say`${names(by)} ${haveInsulted(by)} ${listed(objects, ", ", " and ")}`;
  });
  return listed(clauses, ", ", clauses.length === 2 && feuds.length === 2 ? " and " : ", and ");
};

const haveInsulted = (whos: readonly Who[]): string => english.verb(whos, "has insulted", "have insulted");

const victim = ({ at, thing }: Pick<Feud, "at" | "thing">): Runs => {
  if (at !== undefined) return names([at]);
  return thing === undefined ? say`others` : wordsWithin(thing);
};

const victims = ({ at, thing }: Quarrel["latest"]): Runs => (at.length > 0 ? names(at) : victim({ thing }));

const areMutual = (one: Feud, other: Feud): boolean => one.by.party === other.at?.party && other.by.party === one.at?.party;

const isSameVictim = (one: Feud, other: Feud): boolean =>
  one.at?.party === other.at?.party && one.thing?.text === other.thing?.text;
