/** What a correction has changed, in words that can stand struck through beside the new ones. */
import type { Quote } from "../../../events/values.ts";
import type { Entry } from "../../../projections/timeline.ts";
import type { Reader } from "../reader.ts";
import { formatTime } from "../times.tsx";

type Saying = Pick<Entry, "headline" | "occurredAt" | "precision" | "sources" | "data">;
type Words = { text: string; language?: string };
/** Words that were replaced; one of the two may not have been there. */
export type Change = { was?: Words | undefined; is?: Words | undefined };
/** What changed, and the names of fields whose change no words here tell of. */
export type Changes = { told: Change[]; others: string[] };

/** What changed between two sayings of one event. `language` is the story's. */
export const changesBetween = (reader: Reader, language: string, before: Saying, after: Saying): Changes => {
  const own = (saying: Saying): Map<string, Words> => {
    const words = new Map<string, Words>([
      ["headline", { text: saying.headline }],
      ["occurredAt", { text: formatTime(reader, saying) }],
    ]);
    for (const [field, value] of Object.entries(saying.data)) {
      const text = wordsOf(field, value, language);
      if (text && !saying.headline.includes(text.text)) words.set(field, text);
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
  if (field === "quote") {
    // The schema of every type says what a quote is.
    const { text, language: tag, translationOf } = value as Quote;
    return translationOf ?? { text, language: tag };
  }
  return typeof value === "string" ? { text: value, language } : undefined;
};

const fieldsOf = (before: Saying, after: Saying): string[] => {
  const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);
  const fields = [...new Set([...Object.keys(before.data), ...Object.keys(after.data)])];
  const data = fields.filter((field) => differs(before.data[field], after.data[field]));
  return differs(before.sources, after.sources) ? [...data, "sources"] : data;
};
