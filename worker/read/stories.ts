/** Reads the list of stories. */
import type { Language } from "../../events/tell/languages.ts";
import type { Runs } from "../../events/tell/runs.ts";
import type { Stage } from "../../projections/sentence/situation.ts";
import { DatabaseUnreachable, type MeteredDatabase } from "../store/d1.ts";
import { type LogEnd, logEndOf, selectLogEnd } from "../store/log.ts";
import { knownStoryOf, selectKnownStory } from "../store/snapshots.ts";
import {
  type Listing,
  listedRowOf,
  listingOf,
  type StoryRow,
  saveListing,
  selectListings,
  selectStories,
} from "../store/stories.ts";
import { loadHead } from "./load-fold.ts";
import { etagOf, heldOf, type Revision } from "./projections.ts";

/** Where a page of stories begins: after the one that was last active then. */
type StoriesStart = { activeAt: string; slug: string };

/** A story in the list. */
export type ListedStory = {
  story: string;
  title: string;
  language: string;
  version: number;
  stage: Stage;
  headline: string;
  headlineRuns: Runs;
  lastActivity: string;
};

/** What a reader asks for, and the ETags of what the reader has; `made`: what the list is made of besides the stories. */
export type StoriesQuery = {
  before?: StoriesStart | undefined;
  limit: number;
  language: Language;
  held?: readonly string[];
  made: readonly Revision[];
};

/** A page of stories; `leftOut`: those of it that nothing can be told of, since their logs cannot be read. `last`: where the next page begins. */
export type StoriesPage = {
  etag: string;
  stories: ListedStory[];
  leftOut: string[];
  next: StoriesStart | undefined;
  /** The hash of the first event of each story of the page, by its slug, and of the first event of all, where there is any. */
  firstHashes: ReadonlyMap<string, string>;
  logHash: string | undefined;
};

/** Reads a page of stories, latest activity first: one round trip, and two rows a story. A story that cannot be read costs the others nothing. */
export const listStories = async (
  d1: MeteredDatabase,
  { before, limit, language, held = [], made }: StoriesQuery,
): Promise<({ kind: "list" } & StoriesPage) | { kind: "unmodified"; etag: string }> => {
  const tags = heldOf(made, { story: "", language, held });
  const [end, rows = []] = await d1.batch(selectLogEnd(d1), selectStories(d1, before, limit + 1, tags));
  const etag = etagOf(made, pointOf(logEndOf(end)), language);
  if (held.includes(etag) || held.includes("*")) return { kind: "unmodified", etag };
  const found = rows.map(listedRowOf);
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  const { stories, leftOut } = await toldOf(d1, shown, language);
  const firstHashes = new Map(shown.map(({ slug, firstHash }) => [slug, firstHash]));
  const next = last && { activeAt: last.activeAt, slug: last.slug };
  return { kind: "list", etag, stories, leftOut, next, firstHashes, logHash: found[0]?.logHash };
};

/** Reads when anything was recorded last, undefined in an empty log, and the ETag of a list then: two rows. */
export const readListHead = async (
  d1: MeteredDatabase,
  { made, language }: Pick<StoriesQuery, "made" | "language">,
): Promise<{ activeAt: string | undefined; etag: string }> => {
  const [end, rows = []] = await d1.batch(selectLogEnd(d1), selectStories(d1, undefined, 1));
  const [newest] = rows;
  return { activeAt: newest && listedRowOf(newest).activeAt, etag: etagOf(made, pointOf(logEndOf(end)), language) };
};

/** The newest event of all, as ETags of lists tell of it. */
const pointOf = ({ position, hash }: LogEnd) => ({ version: position, hash });

/** Tells of each of these stories what a list does, but for those of which nothing can be told: one round trip and two rows a story. */
export const summarizeStories = async (
  d1: MeteredDatabase,
  slugs: readonly string[],
  language: Language,
): Promise<ListedStory[]> => {
  if (slugs.length === 0) return [];
  const [rows = []] = await d1.batch(selectListings(d1, slugs));
  return (await toldOf(d1, rows.map(listedRowOf), language)).stories;
};

/** Tells of stories by their rows. */
const toldOf = async (
  d1: MeteredDatabase,
  rows: readonly StoryRow[],
  language: Language,
): Promise<Pick<StoriesPage, "stories" | "leftOut">> => {
  const told = await readListings(d1, rows);
  return {
    stories: told.flatMap(({ listing, ...row }) => (listing ? listedStoryOf({ ...row, listing }, language) : [])),
    leftOut: told.filter(({ listing }) => !listing).map(({ slug }) => slug),
  };
};

/** What a list tells of a story. */
export const listedStoryOf = (
  { slug, activeAt, listing }: Pick<StoryRow, "slug" | "activeAt"> & { listing: Listing },
  language: Language,
): ListedStory => {
  const { title, version, stage, headlines } = listing;
  const { title: translated = title, language: own = listing.language, ...headline } = headlines[language];
  return { story: slug, title: translated, language: own, version, stage, ...headline, lastActivity: activeAt };
};

/** The listings of rows: those that are not of today's code are made anew first; none of a story of which nothing can be told. */
export const readListings = async (
  d1: MeteredDatabase,
  rows: readonly StoryRow[],
): Promise<Pick<StoryRow, "slug" | "activeAt" | "listing">[]> => {
  const old = rows.filter(({ listing, isCurrent }) => !listing || !isCurrent).map(({ slug }) => slug);
  const anew = await listAnew(d1, old);
  return rows.map(({ slug, activeAt, listing }) => ({ slug, activeAt, listing: anew.get(slug) ?? listing }));
};

/** Makes listings anew and puts them into the stories' rows; of a story that cannot be read there is none. */
const listAnew = async (d1: MeteredDatabase, slugs: readonly string[]): Promise<Map<string, Listing>> => {
  const made = new Map<string, Listing>();
  if (slugs.length === 0) return made;
  const answers = await d1.batch(...slugs.map((slug) => selectKnownStory(d1, slug, ["status"], { amendments: false })));
  for (const [index, slug] of slugs.entries()) {
    try {
      const known = await knownStoryOf(answers[index], ["status"], { amendments: false });
      if (known) made.set(slug, listingOf((await loadHead(d1, slug, known)).folded));
    } catch (error) {
      if (error instanceof DatabaseUnreachable) throw error;
      console.error(JSON.stringify({ story: slug, error: String(error) }));
    }
  }
  if (made.size > 0) await d1.batch(...[...made].map(([slug, listing]) => saveListing(d1, slug, listing)));
  return made;
};
