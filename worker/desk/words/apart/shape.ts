/** Which words apart a language has to have: those that the English ones have. */
import type { en } from "./en.ts";

/** The words of stories at the desk, in one language. */
export type ApartWords = typeof en;
