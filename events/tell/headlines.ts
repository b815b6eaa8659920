/** The headline of an event in a language: what its type says, a capital first, and who denies it. */
import { denialInEnglish } from "./en/headlines.ts";
import { denialInFrench } from "./fr/headlines.ts";
import type { Headline, HeadlineContext } from "./headline.ts";
import type { Language } from "./languages.ts";
import { merged, type Runs } from "./runs.ts";
import { capitalized } from "./sentence.ts";
import type { Who } from "./who.ts";

/** What is added to a headline that is denied, by somebody or by nobody who is named. */
const denials: { [Name in Language]: (by: readonly Who[]) => Runs } = { en: denialInEnglish, fr: denialInFrench };

/** How an event of that type reads: a phrase with a capital first and no full stop, and beside it who denies it. `data` is of that type. */
export const headlineOf = (
  definition: { headline: { [Name in Language]: Headline<never> } },
  language: Language,
  data: unknown,
  context: HeadlineContext,
): Runs => {
  // The definition of an event's type only meets data of its own, which `never` stands for here.
  const [first, ...rest] = definition.headline[language](data as never, context);
  if (first === undefined) return [];
  const denial = context.denied === undefined ? [] : denials[language](context.denied);
  return merged([{ ...first, text: capitalized(first.text) }, ...rest, ...denial]);
};
