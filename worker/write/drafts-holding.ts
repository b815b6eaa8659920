/** Which drafts hold what is taken down: the same words, or a correction of it. */
import type { MeteredDatabase } from "../store/d1.ts";
import { readHeldWords } from "../store/drafts.ts";
import { textsIn } from "./draft-gist.ts";

/** So many characters of words in a row are the same words. */
const fewest = 20;

/** Words, whatever stands between them; where a script writes none apart, its characters. */
const words =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{N}\p{M}]+/gu;

/** Each row of words that just has that length, from each word on: two texts that share a longer one share one of these. */
const rowsOfWords = function* (text: string): Generator<string> {
  const all = text.normalize("NFKC").toLowerCase().match(words) ?? [];
  let end = 0;
  let length = 0;
  for (let start = 0; start < all.length; start += 1) {
    while (length < fewest && end < all.length) length += (all[end++] ?? "").length + 1;
    if (length < fewest) return;
    yield all.slice(start, end).join(" ");
    length -= (all[start] ?? "").length + 1;
  }
};

/** Addresses are many texts' alike. */
const isAddress = (text: string): boolean => /^https?:\/\/\S+$/.test(text);

/** An event that is erased; what it said, where that is there and can be read. */
type Erased = { version: number; data?: unknown };

/** The ids of the drafts, of whatever story and whoever's, that hold words of these entries, or amend one of them. */
export const draftsHolding = async (d1: MeteredDatabase, story: string, erased: readonly Erased[]): Promise<string[]> => {
  const said = erased.flatMap(({ data }) => textsIn(data));
  const taken = new Set(said.filter((text) => !isAddress(text)).flatMap((text) => [...rowsOfWords(text)]));
  const versions = new Set(erased.map(({ version }) => String(version)));
  const found: string[] = [];
  for await (const rows of readHeldWords(d1))
    for (const { id, story: of, held } of rows) {
      const [content, ...besides] = JSON.parse(String(held));
      const isAmending = of === story && amended(content).some((version) => versions.has(version));
      const repeats = (text: string): boolean => rowsOfWords(text).some((row) => taken.has(row));
      if (isAmending || textsIn([content, besides]).some(repeats)) found.push(String(id));
    }
  return found;
};

/** The versions that a draft's corrections, retractions and the like name: all of them say so in `event`. */
const amended = ({ form = {}, events = [] }: { form?: Record<string, string[]>; events?: unknown[] }): string[] => [
  ...Object.entries(form).flatMap(([name, values]) =>
    /^\d+\.data\.event$/.test(name) ? values.map((value) => value.trim()) : [],
  ),
  ...events.flatMap((event) => {
    const named = (event as { data?: { event?: unknown } } | null)?.data?.event;
    return named === undefined ? [] : [String(named)];
  }),
];
