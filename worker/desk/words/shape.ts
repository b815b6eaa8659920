/** Which words of the desk a language has to have: those that the English ones have. */
import type { en } from "./en.ts";

/** The desk's words of one language. */
export type DeskWords = typeof en;
