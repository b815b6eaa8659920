/** An index as large as one likes, written by SQL alone; and searches of every kind, the worst that are known among them. */
import { entryTermsOf } from "../../worker/search/entry-terms.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { opened } from "./drafts.ts";
import { paced } from "./paced.ts";
import type { Server } from "./server.ts";

const stories = 20;
const halves = Array.from({ length: 10 }, (_, nth) => `half${"abcdefghij"[nth]}`);

/** What the entry of a number says: news like any other, and what is made to be dear to a search. */
const textOf = (nth: number, chance: Chance): string => {
  const rare = Array.from({ length: 10 }, () => `w${Math.floor(chance.below(3000) ** 3 / 3000 ** 2)}`);
  const half = halves.filter(() => chance.maybe(0.5));
  const side = nth % 2 === 0 ? "even the one" : "odd one the";
  const said = `${rare.join(" ")} common ${side} word${nth} ${half.join(" ")} ${nth % 100 === 0 ? "quarrel" : ""} l’été 価格上昇`;
  if (nth % 400 === 1) return `${said} ${"the a of to in ".repeat(190)}`;
  return nth % 400 === 2 ? `${said} ${"ωω ".repeat(1300)}` : said;
};

/** Fills the index with so many entries of twenty stories, which there are, and the log without them. */
export const fillIndex = async (server: Server, entries: number): Promise<void> => {
  for (let nth = 0; nth < stories; nth += 1) await server.record(`story-${nth}`, paced([opened({ title: `Common ${nth}` })]));
  const chance = chanceOf(1);
  const batch = 1000;
  for (let from = 0; from < entries; from += batch) {
    const rows = Array.from({ length: Math.min(batch, entries - from) }, (_, index) => {
      const texts = textOf(from + index, chance);
      const story = `story-${(from + index) % stories}`;
      return { position: 1000 + from + index, story, version: from + index + 1, texts, ...entryTermsOf({ names: "", texts }) };
    });
    for (let at = 0; at < rows.length; at += 250)
      await server.db
        .prepare(
          `INSERT INTO search (rowid, story, version, occurred_at, precision, names, texts, words, keys)
          SELECT value ->> 'position', value ->> 'story', value ->> 'version', '2025-02-10T12:00:00Z', 'day', '',
            value ->> 'texts', value ->> 'words', value ->> 'keys' FROM json_each(?)`,
        )
        .bind(JSON.stringify(rows.slice(at, at + 250)))
        .run();
  }
};

/** A search of one word like any other: what the others are measured by. */
export const plainSearch = "quarrel";

/** Searches, each named by what is dear about it. */
export const dearSearches: Readonly<Record<string, string>> = {
  "a word of every entry": "common",
  "one letter": "c",
  "a letter that most words begin with": "w",
  "the beginning of a word of every entry": "comm",
  "the beginning of as many words as entries": "word",
  "a word that is nowhere": "zzzz",
  "two common words that never meet": "odd even",
  "ten words of half the entries each": halves.join(" "),
  "ten, and one that is nowhere": `${halves.join(" ")} zzzz`,
  "ten single letters": "a b c d e f g h i j",
  "one letter a hundred times": "a ".repeat(100).trim(),
  "“the” fifty times": "the ".repeat(50).trim(),
  "“ωω” sixty-six times": "ωω ".repeat(66).trim(),
  "the commonest words, again and again": "the a of to in is and ".repeat(10).slice(0, 200),
  "a phrase of two common words": '"one the"',
  "a phrase of common words that is nowhere": '"the common one the"',
  "a phrase of thirty-nine words": `"${"the ".repeat(39).trim()}"`,
  "a phrase with a beginning that is nowhere": "a-of-to-in-the-a-of-zz",
  "eight phrases of four": '"the a of to" '.repeat(8).trim(),
  "Chinese letters": "価格上昇",
  "two hundred Chinese letters": "価格上昇".repeat(50),
  "a word and marks without end": `common${"\u0301".repeat(190)}`,
  "apostrophes without end": "l'été'".repeat(33),
};

/** The shortest of some times that a search takes, in milliseconds. Caches that stand before D1 are passed by. */
export const timeOfSearch = async (server: Pick<Server, "get">, q: string, times = 5): Promise<number> => {
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const start = performance.now();
    const answer = await server.get(`/api/search?q=${encodeURIComponent(q)}`);
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${q} was answered with ${answer.status}`);
    taken.push(performance.now() - start);
  }
  return Math.min(...taken);
};
