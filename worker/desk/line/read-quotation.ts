/** Reads the quotation of a clause, and its translation. */
import { guessLanguage } from "../typed/quotation-language.ts";
import type { LineContext } from "./line-context.ts";
import type { Piece } from "./line-words.ts";
import { placeOf, type Reading } from "./read-clause.ts";

/** A quotation as it was said, and, where a second one stands beside it, that as its translation into the story's language. */
const quoteOf = (context: LineContext, said: string, translated: string | undefined) => {
  const language = guessLanguage(said);
  if (translated === undefined) return { text: said, language: language ?? context.language };
  const into = guessLanguage(translated) ?? context.language;
  // Nothing is in the language that it was translated into: one that nothing tells is undetermined.
  return {
    text: translated,
    language: into,
    translationOf: { text: said, language: language === undefined || language === into ? "und" : language },
  };
};

/** Puts the quotation of a clause where its act takes one; a second one is its translation. */
export const readQuotation = (
  { act, context, chips, used }: Reading,
  pieces: readonly Piece[],
  data: Record<string, unknown>,
): void => {
  const [quoted, translated] = pieces.filter(({ kind }) => kind === "quotation");
  if (quoted) used.add(quoted);
  if (quoted && act.quote) {
    data.quote = quoteOf(context, quoted.text, translated?.text);
    if (translated) used.add(translated);
    for (const piece of [quoted, translated]) if (piece) chips.push({ kind: "quote", text: piece.text, given: placeOf([piece]) });
  } else if (quoted && act.text) data[act.text] = quoted.text;
  else if (!quoted && (act.whom === "at" || act.type === "StatementMade"))
    chips.push({ kind: "quote", text: "", problem: "missing" });
};
