/** Every word of the pages, in each language. A new language is a file and a line here. */
import type { Language } from "../../events/tell.ts";
import { en } from "./words/en.ts";
import { fr } from "./words/fr.ts";

/** The words of one language: the English ones say which there are. */
export type Words = typeof en;

export const words: Record<Language, Words> = { en, fr };
