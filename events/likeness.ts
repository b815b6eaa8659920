/** What an event is known by where the same thing is said again: its type, whom and what it names, and, where it is talk, its words. */
import { referencesOf } from "./references.ts";
import type { StoryEvent } from "./registry.ts";
import { canonical } from "./seal.ts";

/** For how long an event is remembered, in milliseconds. */
export const rememberedFor = 10 * 60_000;

/** Of words, so many characters are compared. */
const mostWords = 200;

/** The words that tell talk apart, folded: case, accents, punctuation and spaces do not count. */
const talk = ["headline", "text", "what", "outcome", "points"] as const;

const folded = (words: unknown): string =>
  String(words)
    .slice(0, mostWords)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

/** Two events with the same likeness say the same thing. */
export const likenessOf = ({ type, data }: Pick<StoryEvent, "type" | "data">): string => {
  const names = referencesOf(type, data).flatMap(({ kind, name, introduces }) => (introduces ? [] : `${kind}:${name}`));
  const { quote, price, ...said } = data as { quote?: { text: string }; price?: { amount: string } } & Record<string, unknown>;
  const words = talk.flatMap((field) => (said[field] === undefined ? [] : folded(said[field])));
  return canonical([type, names.sort(), words, folded(quote?.text ?? ""), price?.amount ?? ""]);
};
