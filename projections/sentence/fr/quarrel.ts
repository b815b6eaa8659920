/** A quarrel in French: who has insulted whom, how often, and when last. */
import { ofDate, onDate } from "../../../events/tell/fr/dates.ts";
import { french } from "../../../events/tell/fr/grammar.ts";
import { numeral } from "../../../events/tell/fr/numbers.ts";
import { thingIn } from "../../../events/tell/fr/offer.ts";
import { listed, type Runs } from "../../../events/tell/runs.ts";
import type { Who } from "../../../events/tell/who.ts";
import type { Feud, Situation } from "../situation.ts";
import { told } from "./clauses.ts";

const { say, name, names, of, verb } = french;

type Quarrel = Extract<Situation, { stage: "quarrel" }>;

/** How many of the pairs, and how many names, a sentence holds. */
const most = 3;

/** The sentence on a quarrel. */
export const quarrelInFrench = (quarrel: Quarrel, year?: number): Runs => {
  const [only, other, ...more] = quarrel.feuds;
  if (quarrel.count <= 1) return once(quarrel, year);
  if (only === undefined)
    return told(
      say`${numeral(quarrel.count, "feminine")} insultes ont été proférées, la dernière ${onDate(quarrel.last, year)}`,
      [],
    );
  if (other === undefined) return repeated([only], quarrel, year);
  if (more.length === 0 && isMutual(only, other)) return exchanged(only, other, quarrel, year);
  if (quarrel.feuds.every((feud) => feud.count === quarrel.count && isSameVictim(feud, only)))
    return repeated(quarrel.feuds, quarrel, year);
  return several(quarrel, year);
};

const isSameVictim = (one: Feud, other: Feud): boolean =>
  one.at?.party === other.at?.party && one.thing?.text === other.thing?.text;

/** « Ben Beta a insulté Ada Alpha le 5 juin ». */
const once = ({ latest: { by, at, thing }, last }: Quarrel, year?: number): Runs => {
  const has = say`${names(by)} ${verb(by, "a", "ont")}`;
  if (by.length === 0) return told(say`une insulte a été proférée ${onDate(last, year)}`, []);
  if (at.length > 0) return told(say`${has} insulté ${names(at)} ${onDate(last, year)}`, []);
  return told(say`${has} proféré une insulte${thing && say` contre ${thingIn(thing)}`} ${onDate(last, year)}`, []);
};

/** « Ben Beta a insulté Ada Alpha trois fois, la dernière le 8 juin », by one or by several together. */
const repeated = (feuds: readonly Feud[], { count, last }: Quarrel, year?: number): Runs => {
  const whos = feuds.map(({ by }) => by);
  const { at, thing } = feuds[0] ?? {};
  const what = at === undefined ? [] : say` insulté ${name(at)} ${numeral(count)} fois`;
  const insults = say` proféré ${numeral(count, "feminine")} insultes${thing && say` contre ${thingIn(thing)}`}`;
  return told(
    say`${names(whos)} ${verb(whos, "a", "ont")}${at === undefined ? insults : what}, la dernière ${onDate(last, year)}`,
    [],
  );
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
  if (isShared(quarrel)) return shared(quarrel, year);
  const isOnes = feuds.every(({ by }) => by.party === feuds[0]?.by.party);
  const shares = listed(
    feuds.slice(0, most).map((feud) => share(feud, !isOnes)),
    ", ",
    " et ",
  );
  const breakdown = feuds.length > most ? say`, dont ${shares}` : say` : ${shares}`;
  return told(say`${insulters(feuds)} ${numeral(count, "feminine")} insultes${breakdown}`, [latest(quarrel, year)]);
};

/** Whether some insult was by several or at several: what each has said does not add up to how many there were. */
const isShared = ({ feuds, count }: Quarrel): boolean => feuds.reduce((sum, feud) => sum + feud.count, 0) !== count;

/** « Ben Beta a insulté Ada Alpha et Elon Musk, et Ada Alpha a insulté Ben Beta ; la dernière des deux insultes date du 8 juin ». */
const shared = (quarrel: Quarrel, year?: number): Runs => {
  const { feuds, count } = quarrel;
  const all = say`${numeral(count, "feminine")} insultes`;
  if (feuds.some(({ at }) => at === undefined)) return told(say`${insulters(feuds)} ${all}`, [latest(quarrel, year)]);
  const shown = feuds.slice(0, most + 1);
  const isOnceEach = shown.every((feud) => feud.count === 1);
  const clauses = shown
    .map(({ by }) => by)
    .filter(isFirst)
    .map((by) => {
      const victims = shown
        .filter((feud) => feud.by.party === by.party)
        .map((feud) => say`${feud.at && name(feud.at)}${isOnceEach ? "" : ` ${numeral(feud.count, "feminine")} fois`}`);
      return say`${name(by)} ${verb([by], "a", "ont")} insulté ${listed(victims, ", ", " et ")}`;
    });
  return told(listed(clauses, ", ", ", et "), [say`la dernière des ${all} date ${ofDate(quarrel.last, year)}`]);
};

const share = ({ by, at, thing, count }: Feud, tellBy: boolean): Runs => {
  const whom = at === undefined ? thing && say` contre ${thingIn(thing)}` : say` contre ${name(at)}`;
  return say`${numeral(count, "feminine")}${tellBy ? say` ${of([by])}` : []}${whom}`;
};

/** « Elon Musk et Donald Trump en sont à »; of many, nobody by name. */
const insulters = (feuds: readonly Feud[]): Runs => {
  const whos = feuds.map(({ by }) => by).filter(isFirst);
  return whos.length > most ? say`la querelle en est à` : say`${names(whos)} ${verb(whos, "en est", "en sont")} à`;
};

const isFirst = ({ party }: Who, index: number, all: readonly Who[]): boolean =>
  all.findIndex((who) => who.party === party) === index;
