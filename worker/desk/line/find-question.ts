/** Which open question an answer is to: the one that its words before the colon name, else the only one. */
import { foldText, foldWord } from "../typed/fold-text.ts";
import type { LineContext } from "./line-context.ts";
import type { Piece } from "./line-words.ts";

type Question = LineContext["questions"][number];

/** The open questions that begin so: each of the words begins one of theirs, or is their slug. */
export const questionsNamed = ({ questions }: Pick<LineContext, "questions">, said: readonly string[]): Question[] =>
  questions.filter(({ question, text }) => {
    const words = foldText(text).split(/\s+/).map(foldWord);
    return said.every((one) => one === question || words.some((word) => word.startsWith(one)));
  });

/** The pieces between an answer and its colon. */
export const namingPieces = (pieces: readonly Piece[]): Piece[] => {
  const colon = pieces.findIndex(({ kind }) => kind === "colon");
  return pieces.slice(0, Math.max(0, colon)).filter(({ kind }) => kind === "word");
};
