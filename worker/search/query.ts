/** What is searched for: phrases of terms, and what is asked of the index for them. */
import { longestPrefix, nameKey, pairKey, prefixKey } from "./entry-terms.ts";
import { termsOf } from "./terms.ts";

/** Terms in a row: a word that was typed, or several in quotation marks. Where it is open, the last may be the beginning of a word. */
export type Phrase = { terms: readonly string[]; isOpen: boolean };

/** The most keys that the index is asked for at once. */
const mostKeys = 10;

/** A phrase in quotation marks, or a word. */
const marks = /"([^"]*)"|“([^”]*)”|«([^»]*)»|([^\s"“«]+)/gu;

/** The phrases of a query, each once: all of them are to be found, the last as the beginning of a word where it was not quoted. */
export const phrasesOf = (q: string): Phrase[] => {
  const all = [...q.normalize("NFC").matchAll(marks)].flatMap(([, ...kinds]) => {
    const terms = termsOf(kinds.find((kind) => kind !== undefined) ?? "").filter(({ width }) => width === 1);
    return terms.length > 0 ? [{ terms, isQuoted: kinds[3] === undefined }] : [];
  });
  const phrases = all.map(({ terms, isQuoted }, index) => ({
    terms: terms.map(({ term }) => term),
    isOpen: index === all.length - 1 && !isQuoted && terms.at(-1)?.isWord === true,
  }));
  return [...new Map(phrases.map((phrase) => [sequenceOf(phrase), phrase])).values()];
};

/** What is asked of the index: keys, all of which an entry has, and what has to stand in its words, which few entries are looked at for. */
export type IndexQuery = { anywhere: string; inNames: string; sequences: readonly string[] };

/**
 * Asks for phrases in the syntax of FTS5 (https://www.sqlite.org/fts5.html#full_text_query_syntax): between its quotation marks stand folded
 * letters and the marks of keys alone, so that nothing that is typed can be read as syntax. Undefined where there is nothing to ask for.
 */
export const indexQueryOf = (phrases: readonly Phrase[]): IndexQuery | undefined => {
  if (phrases.length === 0) return undefined;
  const wanted = phrases.map((phrase) => ({ phrase, ...keysOf(phrase) }));
  // Pairs and long words are rare: what is asked for first leaves the least to look at.
  const keys = [...new Set(wanted.flatMap((one) => one.keys))].sort((a, b) => rarity(b) - rarity(a)).slice(0, mostKeys);
  const asked = new Set(keys);
  const open = wanted.filter((one) => !one.isExact || one.keys.some((key) => !asked.has(key)));
  return {
    anywhere: allOf(keys),
    inNames: allOf(keys.map(nameKey)),
    sequences: open.map(({ phrase }) => sequenceOf(phrase)),
  };
};

const rarity = (key: string): number => key.length + (key.includes("+") ? 100 : 0);
const allOf = (keys: readonly string[]): string => keys.map((key) => `"${key}"`).join(" ");

/** A phrase as it stands in an entry's words. */
const sequenceOf = ({ terms, isOpen }: Phrase): string => ` ${terms.join(" ")}${isOpen ? "" : " "}`;

/** The keys that an entry has in which a phrase stands; exact where it stands in every entry that has them. */
const keysOf = ({ terms, isOpen }: Phrase): { keys: string[]; isExact: boolean } => {
  const closed = isOpen ? terms.slice(0, -1) : terms;
  const pairs = closed.slice(1).map((term, index) => pairKey(closed[index] ?? "", term));
  const keys = pairs.length > 0 ? pairs : [...closed];
  if (!isOpen) return { keys, isExact: terms.length <= 2 };
  const beginning = [...(terms.at(-1) ?? "")];
  keys.push(prefixKey(beginning.slice(0, longestPrefix).join("")));
  return { keys, isExact: terms.length === 1 && beginning.length <= longestPrefix };
};
