/** What a sentence is made of: runs of text, names and quotations, each with its language and direction. */

/**
 * One run. Plain text has `text` alone and is in the sentence's own language. A name, a quotation or an editor's words may be in another,
 * where that is known (BCP 47).
 */
export type Run = {
  text: string;
  as?: "name" | "quote" | "words" | undefined;
  /** The slug of the party that a name names. */
  party?: string | undefined;
  language?: string | undefined;
  /** Set where it is not the sentence's own. */
  direction?: "ltr" | "rtl" | undefined;
};
export type Runs = readonly Run[];

/** The text of runs, and nothing else. */
export const textOf = (runs: Runs): string => runs.map(({ text }) => text).join("");

/** Runs as plain text: those whose direction is not the sentence's stand isolated (U+2068 … U+2069), and no others. */
export const plain = (runs: Runs): string =>
  runs.map(({ text, direction }) => (direction === undefined ? text : `\u2068${text}\u2069`)).join("");

/** Whether a run is the sentence's own text. */
export const isText = (run: Run | undefined): run is Run =>
  run !== undefined && run.as === undefined && run.language === undefined && run.direction === undefined;

/** Runs in as few as there can be: neighbours that are plain text are one, and none is empty. */
export const merged = (runs: Runs): Runs => {
  const all: Run[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (run.text === "") continue;
    if (isText(run) && isText(last)) all[all.length - 1] = { text: last.text + run.text };
    else all.push(run);
  }
  return all;
};

/** Items as a list: `between` stands between two, `last` before the last. */
export const listed = (items: readonly Runs[], between: string, last: string): Runs =>
  merged(
    items.flatMap((item, index) => {
      if (index === 0) return item;
      return [{ text: index === items.length - 1 ? last : between }, ...item];
    }),
  );
