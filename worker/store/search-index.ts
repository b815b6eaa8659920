/** The index that a search reads, as it is written: from the log alone, a row an event, up to a position and no further. */
import * as z from "zod/mini";
import type { Precision } from "../../events/values.ts";
import type { MeteredDatabase, Row } from "./d1.ts";
import { jsonBatchesOf } from "./parameters.ts";
import { eventColumns } from "./rows.ts";

/** How far the index has come, and how far the log has: positions. */
export type IndexProgress = { indexed: number; head: number };

const progressRow = z.object({ indexed: z.int(), head: z.int() });

/** Reads the progress: two rows. Where nothing is known of it, the index stands at the beginning. */
export const selectIndexProgress = ({ sql }: MeteredDatabase): D1PreparedStatement =>
  sql(
    `SELECT coalesce((SELECT position FROM search_progress), 0) AS indexed,
      (SELECT coalesce(max(position), 0) FROM events) AS head`,
  );

/** What `selectIndexProgress` found. */
export const indexProgressOf = (rows: readonly Row[] | undefined): IndexProgress => progressRow.parse(rows?.[0]);

const positionRow = z.object({ version: z.int(), position: z.int() });

/** Reads the positions of a story's events: a row each. */
export const selectPositions = ({ sql }: MeteredDatabase, story: string, versions: readonly number[]): D1PreparedStatement =>
  sql(
    "SELECT version, position FROM events WHERE story = ?1 AND version IN (SELECT value FROM json_each(?2))",
    story,
    JSON.stringify(versions),
  );

/** What `selectPositions` found, by version. */
export const positionsOf = (rows: readonly Row[] = []): Map<number, number> =>
  new Map(rows.map((row) => positionRow.parse(row)).map(({ version, position }) => [version, position]));

/** What the index is to have of an event. Its words were said last by the story's event of the version `said`. */
export type IndexEntry = {
  position: number;
  occurredAt: string;
  precision: Precision;
  said: number;
  names: string;
  texts: string;
  words: string;
  keys: string;
};

/**
 * Why the index has nothing of an event: its type or its schema is of a newer version of this code, it cannot be read, or its story cannot
 * and with it what a correction or a retraction comes to.
 */
export type LeftOutReason = "newer" | "unreadable" | "story-unreadable";

/** An event that the index could not take. */
export type LeftOut = { position: number; reason: LeftOutReason };

/**
 * A step of the index through the log: what changes between two positions. A step that goes nowhere tries `again` what was left out at these
 * positions.
 */
export type IndexStep = {
  from: number;
  to: number;
  again?: readonly number[];
  entries: readonly IndexEntry[];
  gone: readonly number[];
  leftOut: readonly LeftOut[];
};

/** Where the index stands elsewhere than at `?1`, another was first. */
const here = "coalesce((SELECT position FROM search_progress), 0) = ?1";

/**
 * Takes a step, in one transaction; its last statement answers with a row. Where another was first, nothing is changed and there is no row.
 * Words that a takedown has erased since they were read are not written.
 */
export const indexStepStatements = (
  { sql }: MeteredDatabase,
  { from, to, again = [], entries, gone, leftOut }: IndexStep,
): D1PreparedStatement[] => [
  // What an earlier walk through the log has left there. FTS5 looks at these rows alone where the bounds are integers.
  sql(`DELETE FROM search WHERE rowid > CAST(?1 AS INTEGER) AND rowid <= CAST(?2 AS INTEGER) AND ${here}`, from, to),
  sql(
    `DELETE FROM search_left_out WHERE ((position > ?1 AND position <= ?2) OR position IN (SELECT value FROM json_each(?3))) AND ${here}`,
    from,
    to,
    JSON.stringify(again),
  ),
  ...(gone.length > 0
    ? [sql(`DELETE FROM search WHERE rowid IN (SELECT value FROM json_each(?2)) AND ${here}`, from, JSON.stringify(gone))]
    : []),
  ...jsonBatchesOf(entries).map((json) =>
    sql(
      `INSERT OR REPLACE INTO search (rowid, story, version, occurred_at, precision, names, texts, words, keys)
      SELECT e.position, e.story, e.version, entry.value ->> 'occurredAt', entry.value ->> 'precision',
        entry.value ->> 'names', entry.value ->> 'texts', entry.value ->> 'words', entry.value ->> 'keys'
      FROM json_each(?2) AS entry
      CROSS JOIN events AS e ON e.position = entry.value ->> 'position'
      CROSS JOIN events AS said ON said.story = e.story AND said.version = entry.value ->> 'said'
      WHERE e.body IS NOT NULL AND said.body IS NOT NULL AND ${here}`,
      from,
      json,
    ),
  ),
  ...(leftOut.length > 0
    ? [
        sql(
          `INSERT OR REPLACE INTO search_left_out (position, reason)
          SELECT value ->> 'position', value ->> 'reason' FROM json_each(?2) WHERE ${here}`,
          from,
          JSON.stringify(leftOut),
        ),
      ]
    : []),
  sql(
    `INSERT INTO search_progress (id, position) SELECT 1, ?2 WHERE ${here}
    ON CONFLICT (id) DO UPDATE SET position = excluded.position RETURNING position`,
    from,
    to,
  ),
];

/** Sends the index back to the beginning of the log. Each step from there puts new rows in place of the old ones. */
export const resetIndex = ({ sql }: MeteredDatabase): D1PreparedStatement =>
  sql("INSERT INTO search_progress (id, position) VALUES (1, 0) ON CONFLICT (id) DO UPDATE SET position = 0");

/** How many of the events that were left out are told, and tried again at once. */
const mostLeftOut = 100;

/** Reads the first events that the index could not take: two rows each. */
export const selectLeftOut = ({ sql }: MeteredDatabase): D1PreparedStatement =>
  sql(
    `SELECT e.position, e.story, e.version, l.reason
    FROM search_left_out AS l CROSS JOIN events AS e ON e.position = l.position ORDER BY l.position LIMIT ${mostLeftOut}`,
  );

const leftOutRow = z.object({
  position: z.int(),
  story: z.string(),
  version: z.int(),
  reason: z.enum(["newer", "unreadable", "story-unreadable"]),
});

/** What `selectLeftOut` found. */
export const leftOutOf = (rows: readonly Row[] = []): (LeftOut & { story: string; version: number })[] =>
  rows.map((row) => leftOutRow.parse(row));

/** The same events as rows of the log. */
export const selectLeftOutEvents = ({ sql }: MeteredDatabase): D1PreparedStatement =>
  sql(
    `SELECT ${eventColumns} FROM events
    WHERE position IN (SELECT position FROM search_left_out ORDER BY position LIMIT ${mostLeftOut}) ORDER BY position`,
  );
