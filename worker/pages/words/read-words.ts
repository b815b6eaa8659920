/** The words of the pages as this Worker has them in memory: their texts are read from the static assets once. */
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { Language } from "../../../events/tell/languages.ts";
import type { App } from "../../env.ts";
import { wordsBeside } from "../../http/html/words-beside.ts";
import { joinWords } from "../words.ts";
import type { Words } from "./shape.ts";
import type { Texts } from "./texts/shape.ts";

// The build wrote them of texts of that shape.
const words = wordsBeside("words", (language, file) => joinWords(language, file as Texts));

/** Sees to it that the words are there in the reader's language. Throws where their file is not. */
export const readWords = async (c: Context<App>): Promise<void> => {
  await words.read(c, c.var.language);
};

/** Stands before every page. */
export const readWordsFirst = createMiddleware<App>(async (c, next) => {
  await readWords(c);
  await next();
});

/** The words in a language in which somebody reads, once they were read. */
export const wordsIn = (language: Language): Words => {
  const known = words.known(language);
  if (!known) throw new Error(`The words were not read: ${language}`);
  return known;
};
