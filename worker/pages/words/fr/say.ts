/** What the French words are said with. A no-break space stands before : ; ? and inside « ». */
import { french } from "../../../../events/tell/fr/grammar.ts";
import { textOf } from "../../../../events/tell/runs.ts";

/** A template with names in it; names in a row, and after “de”, “à” and “par”. */
export const { say, names, of, to, by } = french;

/** A template as text: the spaces that do not break are set. */
export const set = (template: TemplateStringsArray, ...parts: readonly (string | number)[]): string =>
  textOf(say(template, ...parts.map(String)));

/** So many of something: one, or several. */
export const count = (one: string, many: string) => (n: number) => `${n} ${n < 2 ? one : many}`;
