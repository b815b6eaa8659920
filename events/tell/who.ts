/** A party as a sentence names it: its slug, and what was known of it then. */
import type { PartyFacts } from "../story.ts";

export type Who = { party: string; facts: PartyFacts };

/** A name, and the language that it is in, where that is known. */
export type Named = { text: string; language?: string | undefined };

/** What a party is called in a language: by its name in it, else by its own; the short one where there is one, unless the full one is wanted. */
export const nameIn = ({ facts }: Who, language: string, form: "short" | "full" = "short"): Named => {
  const key = lookedUp(Object.keys(facts.names ?? {}), language);
  const own = key === undefined ? undefined : facts.names?.[key];
  const { name, short } = own ?? facts;
  return { text: (form === "short" ? short : undefined) ?? name, language: own === undefined ? facts.nameLanguage : key };
};

/** The tag among `tags` that answers to a language: by RFC 4647 section 3.4 (fr-CA is served by fr), else another form of the same (fr by fr-CA). */
export const lookedUp = (tags: readonly string[], language: string): string | undefined => {
  for (let range = language.toLowerCase(); range !== ""; range = range.replace(/-?[^-]*$/, "")) {
    const tag = tags.find((tag) => tag.toLowerCase() === range);
    if (tag !== undefined) return tag;
  }
  const primary = `${language.toLowerCase().split("-")[0]}-`;
  return tags.find((tag) => tag.toLowerCase().startsWith(primary));
};

/** Whether a verb takes its plural: of several parties, or of one whose name is plural. */
export const isPlural = (whos: readonly Who[]): boolean => whos.length > 1 || whos[0]?.facts.plural === true;
