/** English as the Financial Times sets it. */

import { nameRun, quoteRun, wordsRun } from "../foreign.ts";
import type { Grammar } from "../grammar.ts";
import { listed, merged, type Runs } from "../runs.ts";
import { asSentence } from "../sentence.ts";
import { asItStands, templateOf } from "../template.ts";
import { nameIn, type Who } from "../who.ts";
import { dateAndTimeInEnglish, dateInEnglish, timeOfDayInEnglish, zoneNameInEnglish } from "./dates.ts";
import { moneyInEnglish } from "./money.ts";

const language = "en";
const say = templateOf(asItStands);
const name = (who: Who): Runs => [nameRun(who, language)];
const names = (whos: readonly Who[]): Runs => listed(whos.map(name), ", ", " and ");

/** Whether a name is plural: as was said of it, else a group's that reads so (“the shareholders”). */
const isPluralName = (who: Who): boolean => {
  const { plural, kind } = who.facts;
  return plural ?? (kind === "group" && /[a-rt-z]s$/i.test(nameIn(who, language).text));
};

/** Whether parties take a plural verb. */
export const isPluralInEnglish = (whos: readonly Who[]): boolean =>
  whos.length > 1 || (whos[0] !== undefined && isPluralName(whos[0]));

/** Whose: “Musk’s”, “the shareholders’”, “Jones’s”, “Alpha and Beta’s”. */
const possessive = (whos: readonly Who[]): Runs => {
  const last = whos.at(-1);
  if (last === undefined) return [];
  const { text } = nameIn(last, language);
  const isBare = /s$/i.test(text) ? isPluralName(last) : /s\.$/i.test(text) && /[a-z]s\.$/.test(text);
  return merged([...names(whos), { text: isBare ? "’" : "’s" }]);
};

/** English, and what it alone needs: a possessive. */
export const english: Grammar & { possessive: (whos: readonly Who[]) => Runs } = {
  language,
  say,
  name,
  names,
  verb: (whos, one, several) => (isPluralInEnglish(whos) ? several : one),
  money: moneyInEnglish,
  date: dateInEnglish,
  dateAndTime: dateAndTimeInEnglish,
  timeOfDay: timeOfDayInEnglish,
  zoneName: zoneNameInEnglish,
  quotation: (quote, most) => {
    const { text, ...run } = quoteRun(quote, language, most);
    return merged([{ text: "“" }, { ...run, text: quotedWithin(text) }, { text: "”" }]);
  },
  words: (wording, most) => [wordsRun(wording, language, most)],
  sentence: asSentence,
  possessive,
};

/** Words as they stand within quotation marks: what they quote in single ones, and no full stop at their end. */
const quotedWithin = (text: string): string =>
  text
    .replace(/“([^“”]*)”/gu, "‘$1’")
    .replace(/(^|[\s(])"([^"]*)"/gu, "$1‘$2’")
    .replace(/(?<!\.)\.$/u, "");
