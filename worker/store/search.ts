/** The index that a search reads, on D1: written from the log alone, a row an event, up to a position and no further. */
import * as z from "zod/mini";
import { definitionOf, eventTypes } from "../../events/registry.ts";
import { type Precision, precision } from "../../events/values.ts";
import type { MeteredDatabase, Row } from "./d1.ts";
import { jsonBatchesOf } from "./parameters.ts";

/** How far the index has come, and how far the log has: positions. */
export type IndexProgress = { indexed: number; head: number };

const progressRow = z.object({ indexed: z.int(), head: z.int() });

/** Reads the progress: two rows. */
export const selectIndexProgress = ({ sql }: MeteredDatabase): D1PreparedStatement =>
  sql("SELECT position AS indexed, (SELECT coalesce(max(position), 0) FROM events) AS head FROM search_progress");

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

/** What the index is to have of an event. Its words were said last by the event at the position `said`. */
export type IndexEntry = {
  position: number;
  occurredAt: string;
  precision: Precision;
  said: number;
  names: string;
  texts: string;
};

/** A step of the index through the log: what changes between two positions. */
export type IndexStep = { from: number; to: number; entries: readonly IndexEntry[]; gone: readonly number[] };

/**
 * Takes a step, in one transaction; its last statement answers with a row. Where the index stands elsewhere than at `from`, another was
 * first: nothing is changed and there is no row. Words that a takedown has erased since they were read are not written.
 */
export const indexStepStatements = ({ sql }: MeteredDatabase, { from, to, entries, gone }: IndexStep): D1PreparedStatement[] => {
  const here = "(SELECT position FROM search_progress) = ?1";
  const remove = "DELETE FROM search WHERE rowid IN (SELECT value FROM json_each(?2)) AND ";
  return [
    // What an earlier walk through the log has left there. FTS5 looks at these rows alone where the bounds are integers.
    sql(`DELETE FROM search WHERE rowid > CAST(?1 AS INTEGER) AND rowid <= CAST(?2 AS INTEGER) AND ${here}`, from, to),
    ...(gone.length > 0 ? [sql(remove + here, from, JSON.stringify(gone))] : []),
    ...jsonBatchesOf(entries).map((json) =>
      sql(
        `INSERT OR REPLACE INTO search (rowid, story, version, occurred_at, precision, names, texts)
        SELECT e.position, e.story, e.version, entry.value ->> 'occurredAt', entry.value ->> 'precision',
          entry.value ->> 'names', entry.value ->> 'texts'
        FROM json_each(?2) AS entry
        JOIN events AS e ON e.position = entry.value ->> 'position'
        JOIN events AS said ON said.position = entry.value ->> 'said'
        WHERE e.body IS NOT NULL AND said.body IS NOT NULL AND ${here}`,
        from,
        json,
      ),
    ),
    sql("UPDATE search_progress SET position = ?2 WHERE position = ?1 RETURNING position", from, to),
  ];
};

/** Sends the index back to the beginning of the log. Each step from there puts new rows in place of the old ones. */
export const resetIndex = ({ sql }: MeteredDatabase): D1PreparedStatement => sql("UPDATE search_progress SET position = 0");

/**
 * Takes the words of events that are about to be erased out of the index: their own, and those that erased corrections gave to others. For
 * the erasing transaction, before it erases. `versions` is a JSON array.
 */
export const eraseFromIndex = ({ sql }: MeteredDatabase, story: string, versions: string): D1PreparedStatement =>
  sql(
    `DELETE FROM search WHERE rowid IN (
      SELECT position FROM events WHERE story = ?1 AND version IN (
        SELECT CASE WHEN e.type IN (SELECT value FROM json_each(?3)) THEN e.body ->> '$.data.event' ELSE e.version END
        FROM json_each(?2) AS erased JOIN events AS e ON e.story = ?1 AND e.version = erased.value
      )
    )`,
    story,
    versions,
    JSON.stringify(eventTypes.filter((type) => definitionOf(type).amends)),
  );

/** An entry that a search found: the lower its rank, the better. Hits in its excerpt stand between U+0002 and U+0003, which no text of the log can hold. */
export type SearchMatch = {
  story: string;
  version: number;
  occurredAt: string;
  precision: Precision;
  rank: number;
  excerpt: string;
};

const matchRow = z.object({
  story: z.string(),
  version: z.int(),
  occurred_at: z.string(),
  precision,
  rank: z.number(),
  excerpt: z.string(),
});

/** At most `limit` matches of an FTS5 query, best first by BM25, in which a name weighs as ten texts: a row each. */
export const selectSearchMatches = ({ sql }: MeteredDatabase, query: string, limit: number): D1PreparedStatement =>
  sql(
    `SELECT story, version, occurred_at, precision, rank, snippet(search, -1, char(2), char(3), '…', 24) AS excerpt
    FROM search WHERE search MATCH ?1 AND rank MATCH 'bm25(0, 0, 0, 0, 10, 1)' ORDER BY rank LIMIT ?2`,
    query,
    limit,
  );

/** A row that `selectSearchMatches` found. */
export const searchMatchOf = (row: Row): SearchMatch => {
  const { occurred_at, ...rest } = matchRow.parse(row);
  return { ...rest, occurredAt: occurred_at };
};
