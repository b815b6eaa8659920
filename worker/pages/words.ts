/**
 * The words of the pages, in each language: phrases, which are code, and texts, which are files beside the Worker, so that not every start of it
 * pays for them. A new language is a file and a line here, and the same in `words/texts/registry.ts`.
 */
import type { Language } from "../../events/tell/languages.ts";
import { en } from "./words/en.ts";
import { fr } from "./words/fr.ts";
import type { Phrases, Words } from "./words/shape.ts";
import type { Texts } from "./words/texts/shape.ts";

/** The phrases of the pages, by language. */
export const phrases: Record<Language, Phrases> = { en, fr };

type Tree = { readonly [name: string]: unknown };

/** All words of a language. A part of them may have phrases and texts. */
export const joinWords = (language: Language, texts: Texts): Words =>
  // Each name stands in one of both, or is a part that both have: so their types say.
  joined(phrases[language], texts) as Words;

const joined = (one: Tree, other: Tree): Tree => ({
  ...one,
  ...other,
  ...Object.fromEntries(
    Object.entries(one).flatMap(([name, part]) => {
      const same = other[name];
      return isTree(part) && isTree(same) ? [[name, joined(part, same)]] : [];
    }),
  ),
});

const isTree = (part: unknown): part is Tree => typeof part === "object" && part !== null;
