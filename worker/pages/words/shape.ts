/** Which words a language has to have: those that the English ones have. */
import type { en } from "./en.ts";

/** The words of one language. */
export type Words = typeof en;
