/** Every word of the desk, in each language. A new language is a file and a line here. */
import type { Language } from "../../events/tell/languages.ts";
import { en } from "./words/en.ts";
import { fr } from "./words/fr.ts";
import type { DeskWords } from "./words/shape.ts";

/** The words of the desk, by language. */
export const deskWords: Record<Language, DeskWords> = { en, fr };
