/** A quarrel in French: who has insulted whom, how often, and when last. */
import { ofDate, onDate } from "../../../events/tell/fr/dates.ts";
import { french } from "../../../events/tell/fr/grammar.ts";
import { numeral } from "../../../events/tell/fr/numbers.ts";
import { inlined } from "../../../events/tell/fr/offer.ts";
import { listed, type Runs } from "../../../events/tell/runs.ts";
import type { Who } from "../../../events/tell/who.ts";
import type { Feud, Situation } from "../situation.ts";
import { told } from "./clauses.ts";

const { say, name, names, of, verb, words } = french;

type Quarrel = Extract<Situation, { stage: "quarrel" }>;

/** How many of the pairs, and how many names, a sentence holds. */
const most = 3;

/** The sentence on a quarrel. */
export const quarrelInFrench = (quarrel: Quarrel, year?: number): Runs => {
  const [only, other, ...more] = quarrel.feuds;
  if (only === undefined || quarrel.count === 1) return once(quarrel, year);
  if (other === undefined) return repeated(only, quarrel, year);
  if (more.length === 0 && isMutual(only, other)) return exchanged(only, other, quarrel, year);
  return several(quarrel, year);
};

/** « Ben Beta a insulté Ada Alpha le 5 juin ». */
const once = ({ latest: { by, at, thing }, last }: Quarrel, year?: number): Runs => {
  const has = say`${names(by)} ${verb(by, "a", "ont")}`;
  if (by.length === 0) return told(say`une insulte a été proférée ${onDate(last, year)}`, []);
  if (at.length > 0) return told(say`${has} insulté ${names(at)} ${onDate(last, year)}`, []);
  return told(say`${has} proféré une insulte${thing && say` contre ${thingOf(thing)}`} ${onDate(last, year)}`, []);
};

/** What was insulted, in words: between quotation marks where it is no part of a French sentence. */
const thingOf = (thing: NonNullable<Feud["thing"]>): Runs => inlined(thing) ?? say`« ${words(thing, 100)} »`;

/** « Ben Beta a insulté Ada Alpha trois fois, la dernière le 8 juin ». */
const repeated = ({ by, at, thing }: Feud, { count, last }: Quarrel, year?: number): Runs => {
  const has = say`${name(by)} ${verb([by], "a", "ont")}`;
  const what = at === undefined ? [] : say` insulté ${name(at)} ${numeral(count)} fois`;
  const words = say` proféré ${numeral(count, "feminine")} insultes${thing && say` contre ${thingOf(thing)}`}`;
  return told(say`${has}${at === undefined ? words : what}, la dernière ${onDate(last, year)}`, []);
};

const isMutual = (one: Feud, other: Feud): boolean =>
  one.at !== undefined && one.at.party === other.by.party && other.at?.party === one.by.party;

/** « Ben Beta et Ada Alpha ont échangé trois insultes, deux de Ben Beta et une d’Ada Alpha ; la dernière date du 8 juin ». */
const exchanged = (one: Feud, other: Feud, quarrel: Quarrel, year?: number): Runs => {
  const share = ({ by, count }: Feud): Runs => say`${numeral(count, "feminine")} ${of([by])}`;
  return told(
    say`${names([one.by, other.by])} ont échangé ${numeral(quarrel.count, "feminine")} insultes, ${share(one)} et ${share(other)}`,
    [latest(quarrel, year)],
  );
};

const latest = ({ last }: Quarrel, year?: number): Runs => say`la dernière date ${ofDate(last, year)}`;

/** « Elon Musk et Donald Trump en sont à trois insultes : une d’Elon Musk contre Donald Trump … ». */
const several = (quarrel: Quarrel, year?: number): Runs => {
  const { feuds, count } = quarrel;
  const shown = feuds.slice(0, most);
  const whole = shown.length === feuds.length;
  const shares = listed(shown.map(share), ", ", " et ");
  const breakdown = whole ? say` : ${shares}` : say`, dont ${shares}`;
  return told(say`${insulters(feuds)} ${numeral(count, "feminine")} insultes${breakdown}`, [latest(quarrel, year)]);
};

const share = ({ by, at, thing, count }: Feud): Runs => {
  const whom = at === undefined ? thing && say` contre ${thingOf(thing)}` : say` contre ${name(at)}`;
  return say`${numeral(count, "feminine")} ${of([by])}${whom}`;
};

/** « Elon Musk et Donald Trump en sont à »; of many, nobody by name. */
const insulters = (feuds: readonly Feud[]): Runs => {
  const whos = feuds.map(({ by }) => by).filter(isFirst);
  return whos.length > most ? say`la querelle en est à` : say`${names(whos)} ${verb(whos, "en est", "en sont")} à`;
};

const isFirst = ({ party }: Who, index: number, all: readonly Who[]): boolean =>
  all.findIndex((who) => who.party === party) === index;
