/** The languages that Riposte's own sentences come in. A further one is a file in each room that has words, and a line in its registry. */
import { english } from "./en/grammar.ts";
import { french } from "./fr/grammar.ts";
import type { Grammar } from "./grammar.ts";

export const languages = ["en", "fr"] as const;
export type Language = (typeof languages)[number];

const grammars: Readonly<Record<Language, Grammar>> = { en: english, fr: french };

/** What sentences in a language are made with. */
export const grammarOf = (language: Language): Grammar => grammars[language];
