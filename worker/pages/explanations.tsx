/** What each problem type means and what to do about it, in each language. */
import type { Language } from "../../events/tell.ts";
import type { ProblemType } from "../http/problem.ts";
import { en } from "./explanations/en.ts";
import { fr } from "./explanations/fr.ts";

/** `text`: plain, but for code, which stands between backticks. */
export type Explanations = Record<ProblemType, { title: string; text: string }>;

export const explanations: Record<Language, Explanations> = { en, fr };

/** An explanation as a paragraph. */
export const Explained = ({ text }: { text: string }) => (
  <p class="explained">{text.split("`").map((part, index) => (index % 2 === 0 ? part : <code>{part}</code>))}</p>
);
