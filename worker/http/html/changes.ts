/** What a correction has changed, in words that can stand struck through beside the new ones. */
import { plain, type Runs } from "../../../events/tell/runs.ts";
import type { Quote } from "../../../events/values.ts";
import type { Entry } from "../../../projections/timeline.ts";
import { tellsWhole, withoutQuotations } from "./runs.tsx";

type Saying = Entry["corrected"][number]["before"];
type Words = { text: string; language?: string; runs?: Runs };
/** Words that were replaced; one of the two may not have been there. */
export type Change = { was?: Words | undefined; is?: Words | undefined };
/** What changed, and the names of fields whose change no words here tell of. */
export type Changes = { told: Change[]; others: string[] };

/** What an editor has written in words of their own: what can be read beside what was written before. */
const written = new Set(["headline", "text", "reason", "terms", "conditions", "subject", "outcome", "what", "thing", "summary"]);

/** How times are written, the story's language, and whether quotations may be told: of what was retracted since, nobody is quoted any more. */
type Telling = { time: (saying: Saying) => string; language: string; quotes: boolean };

/** What changed between two sayings of one event. */
export const changesBetween = ({ time, language, quotes }: Telling, before: Saying, after: Saying): Changes => {
  const own = (saying: Saying): Map<string, Words> => {
    const runs = quotes ? saying.headlineRuns : withoutQuotations(saying.headlineRuns);
    const words = new Map<string, Words>([
      ["headline", { text: plain(runs), runs }],
      ["occurredAt", { text: time(saying) }],
    ]);
    for (const [field, value] of Object.entries(saying.data)) {
      const told = field === "quote" && !quotes ? undefined : wordsOf(field, value, language);
      if (told && !tellsWhole(runs, told.text)) words.set(field, told);
    }
    return words;
  };
  const [was, is] = [own(before), own(after)];
  const changed = [...new Set([...was.keys(), ...is.keys()])].filter((key) => was.get(key)?.text !== is.get(key)?.text);
  const told = changed.map((key) => ({ was: was.get(key), is: is.get(key) }));
  const others = fieldsOf(before, after).filter((field) => !was.has(field) && !is.has(field));
  // A new headline tells of the fields that it is made of.
  return { told, others: changed.includes("headline") ? [] : others };
};

const wordsOf = (field: string, value: unknown, language: string): Words | undefined => {
  if (field === "quote" && value) {
    // The schema of every type says what a quote is.
    const { text, language: tag, translationOf } = value as Quote;
    return translationOf ?? { text, language: tag };
  }
  return written.has(field) && typeof value === "string" ? { text: value, language } : undefined;
};

/** What may be said of an event besides its data. */
const attributes = ["sources", "byline", "key", "certainty", "media"] as const;

const fieldsOf = (before: Saying, after: Saying): string[] => {
  const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);
  const fields = [...new Set([...Object.keys(before.data), ...Object.keys(after.data)])];
  return [
    ...fields.filter((field) => differs(before.data[field], after.data[field])),
    ...attributes.filter((name) => differs(before[name], after[name])),
  ];
};
