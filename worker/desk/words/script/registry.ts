/** The words of the desk's scripts, by language: bundled for browsers, and no part of the Worker. A new language is a file and a line here. */
import type { Language } from "../../../../events/tell/languages.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

/** All of them. */
export const scriptWords: Record<Language, typeof en> = { en, fr };
