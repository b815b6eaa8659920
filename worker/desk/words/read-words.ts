/**
 * The words of the desk. They are files beside the Worker, so that no reader waits for a Worker that has to start with them.
 */
import type { Context } from "hono";
import type { Language } from "../../../events/tell/languages.ts";
import type { App } from "../../env.ts";
import type { DeskWords } from "./shape.ts";

/** Read once for as long as this Worker stays in memory. A promise is not kept: it would hang on the request that made it. */
const inMemory = new Map<Language, DeskWords>();

/** The desk's words in a language. Throws where their file is not there. */
export const readDeskWords = async (c: Context<App>, language: Language): Promise<DeskWords> => {
  const known = inMemory.get(language);
  if (known) return known;
  const answer = await c.env.ASSETS.fetch(new URL(`/vendor/desk-words.${language}.json`, c.req.url));
  if (!answer.ok) throw new Error(`The words are not there: ${answer.status}`);
  const words = await answer.json<DeskWords>();
  inMemory.set(language, words);
  return words;
};
