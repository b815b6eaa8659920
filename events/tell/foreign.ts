/** Runs for what is not the language's own words: names, quotations, an editor's words. */
import type { Quote } from "../values.ts";
import { directionOf, directionOfLanguage } from "./direction.ts";
import type { Wording } from "./offer-told.ts";
import type { Run } from "./runs.ts";
import { inOneLine, shorten, withoutFullStop } from "./shorten.ts";
import { nameIn, type Who } from "./who.ts";

/** A party's name as a run of a sentence in `language`. */
export const nameRun = (who: Who, language: string): Run => {
  const named = nameIn(who, language);
  return foreignRun({ text: evenDots(inOneLine(named.text)), as: "name", party: who.party }, named.language, language);
};

/** An editor's words, cut at `most` characters, without a full stop. */
export const wordsRun = ({ text, language: own }: Wording, language: string, most?: number): Run =>
  foreignRun({ text: withoutFullStop(evenDots(shorten(text, most))), as: "words" }, own, language);

/** The words of a quotation, without quotation marks: what was said, in the language in which it was said. */
export const quoteRun = ({ text, language: own, translationOf }: Quote, language: string, most?: number): Run => {
  const said = translationOf ?? { text, language: own };
  return foreignRun({ text: shorten(said.text, most), as: "quote" }, said.language, language);
};

/** Dots in a row are an ellipsis. */
const evenDots = (text: string): string => text.replace(/\.{2,}/g, "…");

/** A run with the language and the direction that it does not share with its sentence. */
const foreignRun = (run: Run, own: string | undefined, language: string): Run => {
  const direction = directionOf(run.text);
  return {
    ...run,
    ...(own !== undefined && own !== language ? { language: own } : {}),
    ...(direction !== undefined && direction !== directionOfLanguage(language) ? { direction } : {}),
  };
};
