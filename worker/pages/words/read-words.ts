/** The words of the pages as this Worker has them in memory: their texts are read from the static assets once. */
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { Language } from "../../../events/tell/languages.ts";
import type { App } from "../../env.ts";
import { joinWords } from "../words.ts";
import type { Words } from "./shape.ts";
import type { Texts } from "./texts/shape.ts";

/** Read once for as long as this Worker stays in memory. A promise is not kept: it would hang on the request that made it. */
const inMemory = new Map<Language, Words>();

/** Sees to it that the words are there in the reader's language. Throws where their file is not. */
export const readWords = async (c: Context<App>): Promise<void> => {
  const { language } = c.var;
  if (inMemory.has(language)) return;
  const answer = await c.env.ASSETS.fetch(new URL(`/vendor/words.${language}.json`, c.req.url));
  if (!answer.ok) throw new Error(`The words are not there: ${answer.status}`);
  inMemory.set(language, joinWords(language, await answer.json<Texts>()));
};

/** Stands before every page. */
export const readWordsFirst = createMiddleware<App>(async (c, next) => {
  await readWords(c);
  await next();
});

/** The words in a language in which somebody reads, once they were read. */
export const wordsIn = (language: Language): Words => {
  const words = inMemory.get(language);
  if (!words) throw new Error(`The words were not read: ${language}`);
  return words;
};
