/** The words apart, in each language. A new language is a file and a line here. Scripts alone import this: the Worker reads what they make of it. */
import type { Language } from "../../../../events/tell/languages.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import type { ApartWords } from "./shape.ts";

/** The words of pages that few ask for, by language. */
export const apartWords: Record<Language, ApartWords> = { en, fr };
