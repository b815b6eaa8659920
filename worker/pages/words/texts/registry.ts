/**
 * The texts of the pages, by language: what the build makes files of beside the Worker, which reads them for its first page. A new language is a
 * file and a line here.
 */
import type { Language } from "../../../../events/tell/languages.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import type { Texts } from "./shape.ts";

/** All of them. */
export const texts: Record<Language, Texts> = { en, fr };
