/** Which stories there are, and what a list tells of each: a row a story, written with each append. */
import * as z from "zod/mini";
import { type Story, storyRevision } from "../../events/story.ts";
import { type Language, languages } from "../../events/tell/languages.ts";
import type { Runs } from "../../events/tell/runs.ts";
import { storyIn, translationOf } from "../../events/tell/story-in.ts";
import { type Card, cardOf, partiesOf } from "../../projections/card.ts";
import type { Folded } from "../../projections/fold.ts";
import { projections } from "../../projections/registry.ts";
import { type Stage, stages } from "../../projections/sentence/situation.ts";
import { type StatusState, whereItStands } from "../../projections/status.ts";
import type { MeteredDatabase, Row } from "./d1.ts";
import { type HeldTags, heldParameters, isHeld, noTags } from "./held-tags.ts";

/** What a list tells of a story, in each language; `parties`: the slugs by which it is found. */
export type Listing = {
  version: number;
  title: string;
  language: string;
  stage: Stage;
  /** `title`: where it is translated, with the language that it is in then. */
  headlines: Record<
    Language,
    { headline: string; headlineRuns: Runs; title?: string | undefined; language?: string | undefined }
  >;
  card: Card;
  parties: readonly string[];
};

/** The code that makes listings today: one of another is made anew. */
const listingRevision = `listing.2+story.${storyRevision}+status.${projections.status.revision}+${languages.join("+")}`;

/** What a list tells of a story that was folded. */
export const listingOf = ({ story, states }: Folded): Listing => {
  // The status' own state: whoever lists a story has folded it.
  const state = states.status as StatusState;
  const told = languages.map((language) => [language, whereItStands(state, storyIn(story, language), language)] as const);
  const headlines = told.map(([language, { headline, headlineRuns }]) => [
    language,
    { headline, headlineRuns, ...titleIn(story, language) },
  ]);
  const { version, title, language } = story;
  // A member for each language, as the registry names them.
  return {
    version,
    title,
    language,
    stage: told[0]?.[1].stage ?? "opened",
    headlines: Object.fromEntries(headlines) as Listing["headlines"],
    card: cardOf(state, story),
    parties: partiesOf(state, story),
  };
};

/** What of a listing lies in columns of its own, in the order in which the statements name them. */
const columnsOf = ({ version, title, language, stage, headlines, card, parties }: Listing) =>
  [
    version,
    title,
    language,
    stage,
    JSON.stringify(headlines),
    listingRevision,
    JSON.stringify(card),
    ` ${parties.join(" ")} `,
  ] as const;

const titleIn = (story: Story, language: Language) => {
  const translation = translationOf(story, 1, language);
  return translation ? { title: translation.texts.title, language: translation.language } : {};
};

/** Notes in a story's row that it was written to: when, what a list tells of it now, and how many bytes of bodies came with how many takedowns. */
export const touchStory = (
  { sql }: MeteredDatabase,
  story: string,
  folded: Folded,
  { takedowns, bytes, isNew }: { takedowns: number; bytes: number; isNew: boolean },
): D1PreparedStatement => {
  return sql(
    `INSERT INTO stories (slug, active_at, takedowns, version, title, language, stage, headlines, revision, card, parties, bytes, first_hash)
    VALUES (?1, ?2, ?3, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, iif(?5, ?4, NULL),
      iif(?5, (SELECT hash FROM events WHERE story = ?1 AND version = 1), NULL))
    ON CONFLICT (slug) DO UPDATE SET active_at = excluded.active_at, takedowns = takedowns + excluded.takedowns,
      version = excluded.version, title = excluded.title, language = excluded.language, stage = excluded.stage,
      headlines = excluded.headlines, revision = excluded.revision, card = excluded.card, parties = excluded.parties, bytes = bytes + ?4`,
    story,
    folded.story.recordedAt,
    takedowns,
    bytes,
    isNew ? 1 : 0,
    ...columnsOf(listingOf(folded)),
  );
};

/** Notes that a story was written to that nobody could fold, and drops what lists tell of it, for that may be what is erased. */
export const dropListing = (
  { sql }: MeteredDatabase,
  story: string,
  { takedowns, bytes, at }: { takedowns: number; bytes: number; at: string },
): D1PreparedStatement =>
  sql(
    `UPDATE stories SET active_at = ?2, takedowns = takedowns + ?3, bytes = bytes + ?4,
      version = NULL, title = NULL, language = NULL, stage = NULL, headlines = NULL, revision = NULL, card = NULL, parties = NULL
    WHERE slug = ?1`,
    story,
    at,
    takedowns,
    bytes,
  );

/** Puts a listing into the row of a story that nobody has written to since. */
export const saveListing = ({ sql }: MeteredDatabase, story: string, listing: Listing): D1PreparedStatement =>
  sql(
    `UPDATE stories SET version = ?2, title = ?3, language = ?4, stage = ?5, headlines = ?6, revision = ?7, card = ?8, parties = ?9
    WHERE slug = ?1 AND ?2 = (SELECT version FROM events WHERE story = ?1 ORDER BY version DESC LIMIT 1)`,
    story,
    ...columnsOf(listing),
  );

/** The columns of a story's row, as `listedRowOf` wants them. */
export const listingColumns = "slug, active_at, version, title, language, stage, headlines, revision, card, parties";

/** The hashes of the first event of a story (of one that was opened by the code of before, it is looked up), and of the whole log. */
const firstHashes = `coalesce(first_hash, (SELECT hash FROM events WHERE events.story = stories.slug AND events.version = 1)) AS first_hash,
  (SELECT hash FROM events ORDER BY position LIMIT 1) AS log_hash`;

/** A page of stories, latest activity first, after the one that `before` names: two rows each. None where the reader has it: a tag tells of the newest event of all. */
export const selectStories = (
  { sql }: MeteredDatabase,
  before: { activeAt: string; slug: string } | undefined,
  limit: number,
  held: HeldTags = noTags,
): D1PreparedStatement => {
  const bound = before ? "WHERE active_at <= ?7 AND (active_at < ?7 OR slug < ?8)" : "";
  return sql(
    `SELECT ${listingColumns}, ${firstHashes} FROM stories ${bound} ORDER BY active_at DESC, slug DESC
    LIMIT coalesce((SELECT iif(${isHeld("e.position", "e.hash", 2)}, 0, ?1) FROM events AS e ORDER BY e.position DESC LIMIT 1), 0)`,
    limit,
    ...heldParameters(held),
    ...(before ? [before.activeAt, before.slug] : []),
  );
};

/** The rows of stories by their slugs. */
export const selectListings = ({ sql }: MeteredDatabase, slugs: readonly string[]): D1PreparedStatement =>
  sql(
    `SELECT ${listingColumns.replaceAll(/\w+/g, "s.$&")} FROM json_each(?1) AS wanted CROSS JOIN stories AS s ON s.slug = wanted.value`,
    JSON.stringify(slugs),
  );

const runs = z.array(z.looseObject({ text: z.string() }));
const headline = z.object({
  headline: z.string(),
  headlineRuns: runs,
  title: z.optional(z.string()),
  language: z.optional(z.string()),
});
const listingRow = z.object({
  version: z.int(),
  title: z.string(),
  language: z.string(),
  stage: z.enum(stages),
  headlines: z.record(z.enum(languages), headline),
  card: z.looseObject({ facts: z.record(z.enum(languages), z.looseObject({})), news: z.array(z.looseObject({})) }),
  parties: z.string(),
});

/**
 * A story of a list: when it was last active, and its listing, undefined where the row has none that can be read; `isCurrent`: made by today's
 * code. `firstHash` and `logHash`: those of its first event and of the log's, where they were asked for.
 */
export type StoryRow = {
  slug: string;
  activeAt: string;
  firstHash: string;
  logHash: string;
  listing?: Listing | undefined;
  isCurrent: boolean;
};

/** A row that `selectStories` or `selectListings` found. */
export const listedRowOf = (row: Row): StoryRow => {
  const { slug, activeAt } = storyRowOf(row);
  const [firstHash, logHash] = [row.first_hash, row.log_hash].map((hash) => String(hash ?? ""));
  const isCurrent = row.revision === listingRevision;
  return { slug, activeAt, firstHash: firstHash ?? "", logHash: logHash ?? "", listing: parseListing(row), isCurrent };
};

const parseListing = (row: Row): Listing | undefined => {
  try {
    const parsed = listingRow.safeParse({
      ...row,
      headlines: JSON.parse(String(row.headlines)),
      card: JSON.parse(String(row.card)),
    });
    if (!parsed.success) return undefined;
    // Runs and cards are told as they were written: their members are the headline's own affair, and the card's.
    return { ...parsed.data, parties: parsed.data.parties.trim().split(" ") } as unknown as Listing;
  } catch {
    return undefined;
  }
};

/** So many stories stand in one map of the site: each of them under several addresses. */
export const storiesPerSitemap = 1000;

/** The stories of one map of the site, by slug, after the one that is named: a row each. One more where another map follows. */
export const selectSitemapStories = ({ sql }: MeteredDatabase, after: string): D1PreparedStatement =>
  sql("SELECT slug, active_at FROM stories WHERE slug > ?1 ORDER BY slug LIMIT ?2", after, storiesPerSitemap + 1);

/** The last story of each map that another follows: a row is read for every story that there is. */
export const selectSitemapEnds = ({ sql }: MeteredDatabase): D1PreparedStatement =>
  sql(
    `SELECT slug, active_at FROM (SELECT slug, active_at, row_number() OVER (ORDER BY slug) AS place FROM stories)
    WHERE place % ?1 = 0 AND slug < (SELECT max(slug) FROM stories)`,
    storiesPerSitemap,
  );

const storyRow = z.object({ slug: z.string(), active_at: z.string() });

/** A row that one of these found. */
export const storyRowOf = (row: Row): { slug: string; activeAt: string } => {
  const { slug, active_at } = storyRow.parse(row);
  return { slug, activeAt: active_at };
};

/** How many takedowns a story has had: one row. */
export const selectTakedowns = ({ sql }: MeteredDatabase, story: string): D1PreparedStatement =>
  sql("SELECT takedowns FROM stories WHERE slug = ?1", story);
