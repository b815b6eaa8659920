/** What a problem type means and what to do about it. */
import type { Context } from "hono";
import type { App } from "../env.ts";
import { type ProblemType, problems } from "../http/problem.ts";
import { readApartWords } from "./words/apart.ts";

/** A problem's explanation in the reader's language; its title alone where the words cannot be read: they may be what failed. */
export const explain = async (c: Context<App>, type: ProblemType): Promise<{ title: string; text: string }> => {
  const words = await readApartWords(c).catch(() => undefined);
  return words?.explanations[type] ?? { title: problems[type].title, text: "" };
};

/** An explanation as a paragraph. */
export const Explanation = ({ text }: { text: string }) => (
  <p class="explained">{text.split("`").map((part, index) => (index % 2 === 0 ? part : <code>{part}</code>))}</p>
);
