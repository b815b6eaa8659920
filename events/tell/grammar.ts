/** What sentences and headlines are made with, whatever the language. A language adds what it alone needs: a possessive, an elision. */
import type { Precision, Price, Quote } from "../values.ts";
import type { Wording } from "./offer-told.ts";
import type { Run, Runs } from "./runs.ts";
import type { Who } from "./who.ts";

/** An instant or a coarser time. `zone` is the story's (IANA), where it has one: else the time is told in the offset that it was written in. */
export type When = { at: string; precision: Precision; zone?: string | undefined };

/** What may be put into a template. Text is in the grammar's own language. Nothing is said of what is undefined. */
export type Part = string | Run | Runs | undefined;

export type Grammar = {
  /** BCP 47. */
  language: string;
  /** A template: its own words are set in the language's typography, and what is put into it joined as the language joins it. */
  say: (words: TemplateStringsArray, ...parts: readonly Part[]) => Runs;
  /** A party's name, by language, short where it has a short one. */
  name: (who: Who) => Runs;
  /** Names as a list: “A, B and C”. */
  names: (whos: readonly Who[]) => Runs;
  /** The form of a verb that agrees with its subject: several parties, or one whose name is plural, take the second. */
  verb: (whos: readonly Who[], one: string, several: string) => string;
  /** An amount or a price: in words in a sentence (“$97.4bn a share”, « 97,4 milliards de dollars »), short in a table (« 97,4 Md$ »). */
  money: (price: Pick<Price, "amount" | "currency"> & Partial<Price>, form: "sentence" | "table") => string;
  /** A day, a month or a year, as exactly as it is known. The year is left out where it is `year`. */
  date: (when: When, year?: number) => string;
  /** A date, and the time of day and its zone where they are known. */
  dateAndTime: (when: When, year?: number) => string;
  /** The time of day alone: “8.30pm”, « 20 h 30 »; undefined where it is not known. */
  timeOfDay: (when: When) => string | undefined;
  /** Whose time a zone (IANA) is: “New York”, « heure de New York ». */
  zoneName: (zone: string) => string;
  /** What was said, in the language in which it was said, in this language's quotation marks; cut at `most` characters. */
  quotation: (quote: Quote, most?: number) => Runs;
  /** An editor's words, without quotation marks and without a full stop at their end; cut at `most` characters. */
  words: (wording: Wording, most?: number) => Runs;
  /** Runs as a sentence: a capital first, and one full stop last, whatever they end in. */
  sentence: (runs: Runs) => Runs;
};
