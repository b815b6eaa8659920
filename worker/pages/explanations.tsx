/** What each problem type means and what to do about it, in each language. */
import type { Language } from "../../events/tell/languages.ts";
import { en } from "./explanations/en.ts";
import { fr } from "./explanations/fr.ts";
import type { Explanations } from "./explanations/shape.ts";

/** The explanations, by language. */
export const explanations: Record<Language, Explanations> = { en, fr };

/** An explanation as a paragraph. */
export const Explanation = ({ text }: { text: string }) => (
  <p class="explained">{text.split("`").map((part, index) => (index % 2 === 0 ? part : <code>{part}</code>))}</p>
);
