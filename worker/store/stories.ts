/** Which stories there are. */
import * as z from "zod/mini";
import type { Meter, Row } from "./d1.ts";

/** A page of stories, latest activity first, after the one that `before` names: a row each. */
export const selectStories = (
  { sql }: Meter,
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

const storyRow = z.object({ slug: z.string(), active_at: z.string() });

/** A row that `selectStories` found. */
export const storyRowOf = (row: Row): { slug: string; activeAt: string } => {
  const { slug, active_at } = storyRow.parse(row);
  return { slug, activeAt: active_at };
};

/** How many takedowns a story has had: one row. */
export const selectTakedowns = ({ sql }: Meter, story: string): D1PreparedStatement =>
  sql("SELECT takedowns FROM stories WHERE slug = ?1", story);
