/** Which words a language has to have: those that the English ones have. */
import type { en } from "./en.ts";
import type { Texts } from "./texts/shape.ts";

/** What numbers, dates and names are said with, in one language. */
export type Phrases = typeof en;

/** The words of one language. */
export type Words = Phrases & Texts;
