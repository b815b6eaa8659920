/** Every word of the pages, in each language. A new language is a file and a line here. */
import type { Language } from "../../events/tell/languages.ts";
import { en } from "./words/en.ts";
import { fr } from "./words/fr.ts";
import type { Words } from "./words/shape.ts";

/** The words of the pages, by language. */
export const words: Record<Language, Words> = { en, fr };
