/** Searches the stories' titles, names and texts: all words, the last as the beginning of one. */
import type { Language } from "../../events/tell/languages.ts";
import type { Precision } from "../../events/values.ts";
import { projections } from "../../projections/registry.ts";
import { eventPath } from "../http/links.ts";
import type { Revision } from "../read/projections.ts";
import { type ListedStory, summarizeStories } from "../read/stories.ts";
import type { MeteredDatabase } from "../store/d1.ts";
import { type IndexProgress, type SearchMatch, searchMatchOf, selectSearchMatches } from "../store/search.ts";

/** The most that a query may have, in UTF-16 code units. */
export const maxQueryLength = 200;
/** How many matches are ranked and counted: what stands behind them is not looked at. */
export const maxMatches = 200;
/** How many entries are shown of one story. */
const mostHits = 3;

/** A part of what an entry says, and whether it is what was searched for. */
type Piece = { text: string; hit: boolean };

/** An entry that was found, and its own address: it leads to the page of its story that shows it, wherever that is. */
type Hit = { version: number; occurredAt: string; precision: Precision; excerpt: Piece[]; page: string };

/** A story that was found: its best entries, and how many there are. */
export type FoundStory = ListedStory & { hits: Hit[]; found: number };

/** Stories by their best entries; how many entries were found in all, and whether there are more than are counted. */
export type SearchResult = { stories: FoundStory[]; next: number | undefined; found: number; more: boolean };

/** What an answer is made of besides the log. Raise the first revision with any change to what is found, or to which words are indexed. */
export const searchRevisions = ({ indexed }: IndexProgress): Revision[] => [
  { name: "search", revision: 1 },
  { name: "indexed", revision: indexed },
  { name: "stories", revision: projections.status.revision },
];

/** Reads a page of what is found: two round trips, and so many rows: `maxMatches` and one, and two a story. */
export const searchStories = async (
  d1: MeteredDatabase,
  { q, from, limit, language }: { q: string; from: number; limit: number; language: Language },
): Promise<SearchResult> => {
  const query = ftsQuery(q);
  const [rows = []] = query === "" ? [] : await d1.batch(selectSearchMatches(d1, query, maxMatches + 1));
  const matches = rows.slice(0, maxMatches).map(searchMatchOf);
  const groups = [...Map.groupBy(matches, ({ story }) => story)].sort(([, a], [, b]) => rankOf(a) - rankOf(b));
  const shown = groups.slice(from, from + limit);
  const stories = await summarizeStories(
    d1,
    shown.map(([slug]) => slug),
    language,
  );
  return {
    stories: stories.map((story, index) => {
      const found = shown[index]?.[1] ?? [];
      return { ...story, hits: found.slice(0, mostHits).map(hitOf), found: found.length };
    }),
    next: groups.length > from + limit ? from + limit : undefined,
    found: matches.length,
    more: rows.length > maxMatches,
  };
};

/** What a story ranks by: the entries of it that are shown. */
const rankOf = (matches: readonly SearchMatch[]): number => matches.slice(0, mostHits).reduce((sum, { rank }) => sum + rank, 0);

/** A phrase in quotation marks, or a word. */
const phrases = /"([^"]*)"|“([^”]*)”|«([^»]*)»|([^\s"“«]+)/gu;

/** All that FTS5 takes for the letters of words. */
const notLetters = /[^\p{L}\p{M}\p{N}\p{Co}]+/gu;

/**
 * The query in the syntax of FTS5 (https://www.sqlite.org/fts5.html#full_text_query_syntax), empty where there is no word in it. Between its
 * quotation marks stand letters and spaces alone: nothing that is typed can be read as syntax.
 */
export const ftsQuery = (q: string): string => {
  const all = [...q.normalize("NFC").matchAll(phrases)].flatMap(([, ...kinds]) => {
    const letters = (kinds.find((kind) => kind !== undefined) ?? "").replaceAll(notLetters, " ").trim();
    return letters === "" ? [] : [{ letters, isWord: kinds[3] !== undefined }];
  });
  return all.map(({ letters, isWord }, index) => `"${letters}"${isWord && index === all.length - 1 ? "*" : ""}`).join(" ");
};

const hitOf = ({ story, version, occurredAt, precision, excerpt }: SearchMatch): Hit => ({
  version,
  occurredAt,
  precision,
  excerpt: piecesOf(excerpt),
  page: eventPath({ slug: story }, version),
});

const piecesOf = (excerpt: string): Piece[] =>
  excerpt.split("\u0002").flatMap((part, index) => {
    const [first = "", rest = ""] = index === 0 ? ["", part] : part.split("\u0003");
    return [
      { text: first, hit: true },
      { text: rest, hit: false },
    ].filter(({ text }) => text !== "");
  });
