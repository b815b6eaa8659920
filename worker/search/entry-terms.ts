/** What the index holds of an entry, as words that SQLite parts at spaces and otherwise leaves alone. */
import { type Term, termsOf } from "./terms.ts";

/** How texts that an event says apart are kept apart where they are shown in a row. */
export const between = " · ";

/**
 * `words` are an entry's terms in their order, between spaces: what stands in a row in them is a phrase. `keys` are what it is found by
 * besides: two terms in a row (`a+b`), the beginnings of words (`beg*`), and all of it once more for what names alone say (`=a`).
 */
export type EntryTerms = { words: string; keys: string };

/** The longest beginning of a word that is a key, in code points. */
export const longestPrefix = 16;

/** The API admits no text of so many terms: what else has come into a log is found by its first. */
const mostTerms = 20_000;

/** The key of two terms in a row. */
export const pairKey = (first: string, second: string): string => `${first}+${second}`;

/** The key of the beginning of a word. */
export const prefixKey = (beginning: string): string => `${beginning}*`;

/** The key of what a name says. */
export const nameKey = (key: string): string => `=${key}`;

/** The terms of an entry's names and of its texts, each a row of texts between which ` · ` stands. */
export const entryTermsOf = ({ names, texts }: { names: string; texts: string }): EntryTerms => {
  const [named, said] = [names, texts].map((row) => row.split(between).map((text) => termsOf(text).slice(0, mostTerms)));
  const keys = new Set<string>();
  for (const terms of named ?? []) for (const key of [...keysOf(terms), ...exactOf(terms)]) keys.add(key).add(nameKey(key));
  for (const terms of said ?? []) for (const key of keysOf(terms)) keys.add(key);
  // Two spaces part what is no row of words.
  const words = [...(named ?? []), ...(said ?? [])].flatMap(sequencesOf).join("  ");
  return { words: ` ${words} `, keys: [...keys].join(" ") };
};

const exactOf = (terms: readonly Term[]): string[] => terms.map(({ term }) => term);

/** The pairs and the beginnings of terms. */
function* keysOf(terms: readonly Term[]): Generator<string> {
  const starting = Map.groupBy(terms, ({ at }) => at);
  for (const { term, isWord, at, width } of terms) {
    for (const next of starting.get(at + width) ?? []) yield pairKey(term, next.term);
    if (!isWord) continue;
    let beginning = "";
    for (const letter of [...term].slice(0, longestPrefix)) {
      beginning += letter;
      yield prefixKey(beginning);
    }
  }
}

/** How many terms on either side of a joined word are kept in a row with it. */
const around = 4;

/** The terms in their order; and each joined word among its neighbours, where it stands in a phrase. */
const sequencesOf = (terms: readonly Term[]): string[] => {
  const single = terms.filter(({ width }) => width === 1).map(({ term }) => term);
  const joined = terms.filter(({ width }) => width > 1);
  return [
    single.join(" "),
    ...joined.map(({ term, at, width }) =>
      [...single.slice(Math.max(0, at - around), at), term, ...single.slice(at + width, at + width + around)].join(" "),
    ),
  ];
};
