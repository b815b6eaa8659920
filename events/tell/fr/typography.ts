/** How French is set and joined: its spaces and apostrophes, what elides and what contracts. */
import type { Run } from "../runs.ts";
import { templateOf } from "../template.ts";
import { elides } from "./elision.ts";

const marks: readonly [RegExp, string][] = [
  [/'/g, "’"],
  [/ (?=[;!?])/g, "\u202f"],
  [/ (?=[:»])/g, "\u00a0"],
  [/(?<=«) /g, "\u00a0"],
];

/** The language's own words: no line breaks before `;` `:` `!` `?` or inside guillemets, and apostrophes are curved. */
const typeset = (words: string): string => marks.reduce((set, [mark, hard]) => set.replace(mark, hard), words);

/** The word before a name, where it ends the text. */
const ending = /(^|[^\p{L}])(de|à|que|jusque|lorsque|puisque) $/iu;

/** Joins text and the run after it: « d’Orange », « qu’Orange », and, of names with a small article, « du Real Madrid », « aux salariés ». */
const join = (before: string, after: Run): [string, Run] => {
  const word = ending.exec(before)?.[2];
  if (word === undefined) return [before, after];
  const kept = before.slice(0, -word.length - 1);
  const article = contracts(word) && isFrench(after) && after.as === "name" ? /^les? (?=\S)/u.exec(after.text)?.[0] : undefined;
  if (article !== undefined) return [kept + contracted(word, article), { ...after, text: after.text.slice(article.length) }];
  if (word.toLowerCase() === "à" || !mayElide(after) || !elides(after.text)) return [before, after];
  return [`${kept}${word.slice(0, -1)}’`, after];
};

const contracts = (word: string): boolean => /^(?:de|à)$/i.test(word);

const isFrench = ({ language }: Run): boolean => language === undefined || /^fr\b/i.test(language);

/** Before the sentence's own words and names; of other words and quotations, where they are French. */
const mayElide = (run: Run): boolean => run.as === "name" || (run.as !== "quote" && isFrench(run));

/** « de » or « à » with an article: « du », « des », « au », « aux », with a space after it. */
export const contracted = (word: string, article: string): string => {
  const [one, several] = word.toLowerCase() === "de" ? ["du", "des"] : ["au", "aux"];
  const made = /^les/i.test(article) ? several : one;
  return `${word === word.toLowerCase() ? made : made.charAt(0).toUpperCase() + made.slice(1)} `;
};

/** A template in French. */
export const say = templateOf({ typeset, join });
