/** The words apart, by language: what the build makes files of. A new language is a file and a line here. */
import type { Language } from "../../../../events/tell/languages.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import type { ApartWords } from "./shape.ts";

/** All of them. */
export const apartDeskWords: Record<Language, ApartWords> = { en, fr };
