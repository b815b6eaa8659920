/** Which stories there are. */
import * as z from "zod/mini";
import type { MeteredDatabase, Row } from "./d1.ts";

/** A page of stories, latest activity first, after the one that `before` names: a row each. */
export const selectStories = (
  { sql }: MeteredDatabase,
  before: { activeAt: string; slug: string } | undefined,
  limit: number,
): D1PreparedStatement =>
  before
    ? sql(
        `SELECT slug, active_at FROM stories WHERE active_at <= ?1 AND (active_at < ?1 OR slug < ?2)
        ORDER BY active_at DESC, slug DESC LIMIT ?3`,
        before.activeAt,
        before.slug,
        limit,
      )
    : sql("SELECT slug, active_at FROM stories ORDER BY active_at DESC, slug DESC LIMIT ?1", limit);

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
