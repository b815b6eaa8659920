/**
 * The words of forms, of the line and of stories at the desk. They are files beside the Worker, made of `apart/`, so that no reader waits for a
 * Worker that has to start with them.
 */
import type { Context } from "hono";
import type { Language } from "../../../events/tell/languages.ts";
import type { App } from "../../env.ts";
import type { ApartWords } from "./apart/shape.ts";
import type { DeskWords } from "./shape.ts";

/** Read once for as long as this Worker stays in memory. A promise is not kept: it would hang on the request that made it. */
const inMemory = new Map<Language, ApartWords>();

const readWords = async (c: Context<App>, language: Language): Promise<ApartWords> => {
  const known = inMemory.get(language);
  if (known) return known;
  const answer = await c.env.ASSETS.fetch(new URL(`/vendor/desk-words.${language}.json`, c.req.url));
  if (!answer.ok) throw new Error(`The words are not there: ${answer.status}`);
  const words = await answer.json<ApartWords>();
  inMemory.set(language, words);
  return words;
};

/** All words of the desk in one language. */
export type AllDeskWords = DeskWords & ApartWords;

/** A visit with all words of the desk, in its language. Throws where their file is not there. */
export const withAllWords = async <Visit extends { language: Language; words: DeskWords }>(
  c: Context<App>,
  visit: Visit,
): Promise<Omit<Visit, "words"> & { words: AllDeskWords }> => ({
  ...visit,
  words: { ...visit.words, ...(await readWords(c, visit.language)) },
});

/** A sentence with what stands in braces filled in: “{field}: this is missing”. */
export const fillIn = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (braces, name: string) => String(values[name] ?? braces));
