/** Searches the stories' titles, names and texts: all words, the last as the beginning of one. */
import type { Language } from "../../events/tell/languages.ts";
import type { Precision } from "../../events/values.ts";
import { projections } from "../../projections/registry.ts";
import { eventPath } from "../http/links.ts";
import type { Revision } from "../read/projections.ts";
import { type ListedStory, summarizeStories } from "../read/stories.ts";
import { DatabaseUnreachable, type MeteredDatabase } from "../store/d1.ts";
import {
  type SearchMatch,
  saidWordsOf,
  searchMatchOf,
  selectSaidWords,
  selectSearchMatches,
  selectSequenceMatches,
} from "../store/search.ts";
import type { IndexProgress } from "../store/search-index.ts";
import { excerptOf, type Piece } from "./excerpt.ts";
import { type IndexQuery, indexQueryOf, type Phrase, phrasesOf } from "./query.ts";

/** The most that a query may have, in UTF-16 code units. */
export const maxQueryLength = 200;
/** How many entries are found and counted: what stands behind them is not looked at. */
export const maxMatches = 200;
/** How many entries are shown of one story. */
const mostHits = 3;

/** An entry that was found, and its own address: it leads to the page of its story that shows it, wherever that is. */
type Hit = { version: number; occurredAt: string; precision: Precision; excerpt: Piece[]; page: string };

/** A story that was found: its best entries, and how many there are. */
export type FoundStory = ListedStory & { hits: Hit[]; found: number };

/**
 * Stories by their best entries; how many entries were found in all, and whether there are more than are counted; and the slugs of stories
 * that were found and cannot be read at the moment.
 */
export type SearchResult = {
  stories: FoundStory[];
  next: number | undefined;
  found: number;
  more: boolean;
  leftOut: string[];
};

/** What an answer is made of besides the log. Raise the first revision with any change to what is found, or to which words are indexed. */
export const searchRevisions = ({ indexed }: IndexProgress): Revision[] => [
  { name: "search", revision: 2 },
  { name: "indexed", revision: indexed },
  { name: "stories", revision: projections.status.revision },
];

/**
 * Reads a page of what is found, best first: what is so named comes before what says so, and of each the newest. Three round trips, the last
 * two at once; rows are read of at most twice `maxMatches` entries and of those that are shown, whatever is stored.
 */
export const searchStories = async (
  d1: MeteredDatabase,
  { q, from, limit, language }: { q: string; from: number; limit: number; language: Language },
): Promise<SearchResult> => {
  const phrases = phrasesOf(q);
  const query = indexQueryOf(phrases);
  const found = query ? await readMatches(d1, query) : [];
  const matches = found.slice(0, maxMatches);
  const groups = Map.groupBy(matches, ({ story }) => story);
  const shown = new Map([...groups].slice(from, from + limit));
  const [stories, excerpts] = await Promise.all([
    summarizeReadable(d1, [...shown.keys()], language),
    readExcerpts(d1, [...shown.values()].flatMap(best), phrases),
  ]);
  return {
    stories: stories.map((story) => {
      const entries = shown.get(story.story) ?? [];
      return { ...story, hits: best(entries).flatMap((match) => hitOf(match, excerpts)), found: entries.length };
    }),
    next: groups.size > from + limit ? from + limit : undefined,
    found: matches.length,
    more: found.length > maxMatches,
    leftOut: [...shown.keys()].filter((slug) => !stories.some(({ story }) => story === slug)),
  };
};

const best = (matches: readonly SearchMatch[]): readonly SearchMatch[] => matches.slice(0, mostHits);

/** Reads matches, each once and best first: one more than are counted, where there are more. */
const readMatches = async (
  d1: MeteredDatabase,
  { inNames, anywhere, sequences }: IndexQuery,
): Promise<readonly SearchMatch[]> => {
  const most = maxMatches + 1;
  const select = (keys: string) =>
    sequences.length > 0 ? selectSequenceMatches(d1, keys, sequences, most) : selectSearchMatches(d1, keys, most);
  const rows = (await d1.batch(select(inNames), select(anywhere))).flat();
  return [...new Map(rows.map((row) => [row.position, searchMatchOf(row)])).values()];
};

/** What a list tells of each story, but for those that cannot be read: these are left out, and trouble no other. */
const summarizeReadable = async (d1: MeteredDatabase, slugs: readonly string[], language: Language): Promise<ListedStory[]> => {
  const tell = (some: readonly string[]) => summarizeStories(d1, some, language);
  try {
    return await tell(slugs);
  } catch (error) {
    if (error instanceof DatabaseUnreachable) throw error;
    const told = await Promise.allSettled(slugs.map((slug) => tell([slug])));
    return told.flatMap((one) => (one.status === "fulfilled" ? one.value : []));
  }
};

const readExcerpts = async (
  d1: MeteredDatabase,
  matches: readonly SearchMatch[],
  phrases: readonly Phrase[],
): Promise<Map<number, Piece[]>> => {
  if (matches.length === 0) return new Map();
  const statement = selectSaidWords(
    d1,
    matches.map(({ position }) => position),
  );
  const [rows] = await d1.batch(statement);
  return new Map([...saidWordsOf(rows)].map(([position, said]) => [position, excerptOf(said, phrases)]));
};

/** Nothing where the entry was taken down since it was found. */
const hitOf = ({ position, story, version, occurredAt, precision }: SearchMatch, excerpts: Map<number, Piece[]>): Hit[] => {
  const excerpt = excerpts.get(position);
  return excerpt ? [{ version, occurredAt, precision, excerpt, page: eventPath({ slug: story }, version) }] : [];
};
