/** The words of an event, read from its schema: what a search finds it by. */
import type { EventType } from "./registry.ts";
import { slotsBy, visit } from "./slots.ts";
import type { WordsKind } from "./values.ts";

/** What an event says in words, in the order of its schema: what it names things by, and all other texts. */
export type Words = Record<WordsKind, string[]>;

const slotsFor = slotsBy(({ "x-words": kind }) => kind as WordsKind | undefined);

/**
 * The words in the data of an event of that type. Slugs, amounts, languages and addresses are none; nor is what is no text, where a log came
 * by other ways than the API.
 */
export const wordsOf = (type: EventType, data: unknown): Words => {
  const words: Words = { name: [], text: [] };
  for (const { mark, path } of slotsFor(type)) visit(data, path, (said) => typeof said === "string" && words[mark].push(said));
  return words;
};
