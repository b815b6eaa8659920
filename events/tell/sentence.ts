/** Runs as a sentence, in any language that ends one with a full stop. */
import { merged, type Run, type Runs, textOf } from "./runs.ts";

/** What ends a sentence, and what may close after it. */
const ended = /[.!?…。！？؟۔।][”"»’'\u00a0\u202f ]{0,3}$/u;
/** A bracket that ends a sentence is one that began as a sentence. */
const endedInBrackets = /(?:^|[.!?…]\s)\([^()]*[.!?…]\)$/u;
/** What may stand before the first letter. */
const opening = /^[\p{Ps}\p{Pi}"¿¡\u00a0\u202f ]*\p{Ll}/u;

/** A capital first, and one full stop last, whatever the runs end in: “Yahoo!”, “Inc.” and “?” take none. */
export const asSentence = (runs: Runs): Runs => {
  const told = trimmed(withCapital(merged(runs)));
  const text = textOf(told);
  return ended.test(text) || endedInBrackets.test(text) ? told : merged([...told, { text: "." }]);
};

const withCapital = ([first, ...rest]: Runs): Runs =>
  first === undefined ? [] : [{ ...first, text: capitalized(first.text) }, ...rest];

/** The text with a capital first, a quotation mark before it left alone. */
export const capitalized = (text: string): string =>
  text.replace(opening, (begin) => begin.slice(0, -1) + begin.slice(-1).toLocaleUpperCase());

/** Without spaces, commas, colons and semicolons at the end. */
const trimmed = (runs: Runs): Runs => {
  const last: Run | undefined = runs.at(-1);
  if (last === undefined) return runs;
  const text = last.text.replace(/[\s,;:–—-]+$/u, "");
  return text === "" ? trimmed(runs.slice(0, -1)) : [...runs.slice(0, -1), { ...last, text }];
};
