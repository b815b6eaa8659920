/** Which words apart a language has to have: those that the English ones have, and an explanation of every problem type. */
import type { ProblemType } from "../../../http/problem.ts";
import type { docs } from "./en/docs.ts";
import type { verify } from "./en/verify.ts";

/** The words of pages that few ask for, in one language. They are data: no word of them is a function. */
export type ApartWords = {
  /** `text`: plain, but for code, which stands between backticks. */
  explanations: Record<ProblemType, { title: string; text: string }>;
} & typeof docs &
  typeof verify;
