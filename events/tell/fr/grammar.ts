/** French, as Le Monde sets it. */
import { quoteRun, wordsRun } from "../foreign.ts";
import type { Grammar } from "../grammar.ts";
import type { Run, Runs } from "../runs.ts";
import { asSentence } from "../sentence.ts";
import type { Who } from "../who.ts";
import { date, dateAndTime, timeOfDay, zoneName } from "./dates.ts";
import { money } from "./money.ts";
import { isSeveral, name, names, of, to } from "./names.ts";
import { say } from "./typography.ts";

/** What French has besides: names after « de », « à » and « par ». */
type FrenchGrammar = Grammar & {
  /** « d’Alpha, du Real Madrid et des actionnaires ». */
  of: (whos: readonly Who[]) => Runs;
  /** « à Alpha, au Real Madrid et aux actionnaires ». */
  to: (whos: readonly Who[]) => Runs;
  /** « par Alpha, le Real Madrid et les actionnaires ». */
  by: (whos: readonly Who[]) => Runs;
};

/** Guillemets around what was said; those inside it are set as inner ones. */
const quotation = (run: Run): Runs => {
  const inner = run.text.replace(/«\s*/gu, "“").replace(/\s*»/gu, "”");
  return say`« ${{ ...run, text: inner }} »`;
};

/** French: « du Real Madrid », « d’Hermès », « 97,4 milliards de dollars », « le 1er mars ». */
export const french: FrenchGrammar = {
  language: "fr",
  say,
  name,
  names,
  of,
  to,
  by: (whos) => say`par ${names(whos)}`,
  verb: (whos, one, several) => (isSeveral(whos) ? several : one),
  money,
  date,
  dateAndTime,
  timeOfDay,
  zoneName,
  quotation: (quote, most) => quotation(quoteRun(quote, "fr", most)),
  words: (wording, most) => [wordsRun(wording, "fr", most)],
  sentence: asSentence,
};
