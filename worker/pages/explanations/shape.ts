/** What a language has to explain: every problem type. */
import type { ProblemType } from "../../http/problem.ts";

/** `text`: plain, but for code, which stands between backticks. */
export type Explanations = Record<ProblemType, { title: string; text: string }>;
