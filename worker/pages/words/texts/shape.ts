/** Which texts a language has to have: those that the English ones have. */
import type { en } from "./en.ts";

/** The texts of one language. They are data: none of them is a function. */
export type Texts = typeof en;
