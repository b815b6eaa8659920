/** Templates of a language: its own words are typeset, and what is put between them is joined as the language joins it. */
import type { Part } from "./grammar.ts";
import { isText, merged, type Run, type Runs } from "./runs.ts";

/**
 * A language's typography. `typeset` sets a template's own words; `join` may change how plain text ends and how the run after it begins
 * (an elision, an article that contracts). Texts that are put in are not typeset: who made them has done so.
 */
export type Typography = {
  typeset: (words: string) => string;
  join: (before: string, after: Run) => [string, Run];
};

/** A template of runs in a language's typography. What is undefined leaves nothing behind. */
export const templateOf =
  ({ typeset, join }: Typography) =>
  (template: TemplateStringsArray, ...parts: readonly Part[]): Runs => {
    const runs: Run[] = [];
    const add = (run: Run): void => {
      const last = runs.at(-1);
      if (run.text === "") return;
      if (!isText(last)) {
        runs.push(run);
        return;
      }
      const [before, after] = join(last.text, run);
      runs.splice(-1, 1, ...merged([{ text: before }, after]));
    };
    for (const [index, words] of template.entries()) {
      add({ text: typeset(words) });
      for (const run of runsOf(parts[index])) add(run);
    }
    return runs;
  };

/** A part as runs: none where nothing is to be said. */
const runsOf = (part: Part): Runs => {
  if (part === undefined) return [];
  if (typeof part === "string") return [{ text: part }];
  return "text" in part ? [part] : part;
};

/** Typography of a language that joins words as they stand. */
export const asItStands: Typography = { typeset: (words) => words, join: (before, after) => [before, after] };
