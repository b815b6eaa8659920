/**
 * The words of pages that few ask for: what explains the API, a problem, the verification of a log. They are files beside the Worker, made of
 * `apart/`, so that not every start of the Worker pays for them.
 */
import type { Context } from "hono";
import type { Language } from "../../../events/tell/languages.ts";
import type { App } from "../../env.ts";
import type { ApartWords } from "./apart/shape.ts";

/** Read once for as long as this Worker stays in memory. A promise is not kept: it would hang on the request that made it. */
const inMemory = new Map<Language, ApartWords>();

/** The words apart in the reader's language, from the static assets. Throws where they are not there. */
export const readApartWords = async (c: Context<App>): Promise<ApartWords> => {
  const { language } = c.var;
  const known = inMemory.get(language);
  if (known) return known;
  const answer = await c.env.ASSETS.fetch(new URL(`/vendor/words.${language}.json`, c.req.url));
  if (!answer.ok) throw new Error(`The words are not there: ${answer.status}`);
  const words = await answer.json<ApartWords>();
  inMemory.set(language, words);
  return words;
};
