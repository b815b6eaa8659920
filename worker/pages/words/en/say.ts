/** What the English words are said with. */
import { english } from "../../../../events/tell/en/grammar.ts";
import type { Who } from "../../../../events/tell/who.ts";

/** A template with names in it, and names in a row. */
export const { say, names } = english;

/** Those who are named. */
export type Whos = readonly Who[];

/** So many of something: one, or several. */
export const count = (one: string, many: string) => (n: number) => `${n} ${n === 1 ? one : many}`;
