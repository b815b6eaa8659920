/** Words that are files beside the Worker: no start of it pays for them. */
import type { Context } from "hono";
import type { Language } from "../../../events/tell/languages.ts";
import type { App } from "../../env.ts";

/** The words of the files `/vendor/{name}.{language}.json`, as `made` of what stands there: each is read once for as long as this Worker stays in memory. */
export const wordsBeside = <Words>(name: string, made: (language: Language, file: unknown) => Words) => {
  // A promise is not kept: it would hang on the request that made it.
  const inMemory = new Map<Language, Words>();
  return {
    /** The words in a language. Throws where their file is not there. */
    read: async (c: Context<App>, language: Language): Promise<Words> => {
      const known = inMemory.get(language);
      if (known) return known;
      const answer = await c.env.ASSETS.fetch(new URL(`/vendor/${name}.${language}.json`, c.req.url));
      if (!answer.ok) throw new Error(`The words are not there: ${answer.status}`);
      const words = made(language, await answer.json());
      inMemory.set(language, words);
      return words;
    },
    /** Those that were read already. */
    known: (language: Language): Words | undefined => inMemory.get(language),
  };
};
