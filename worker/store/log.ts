/** The log on D1: what is read from it. */

import * as z from "zod/mini";
import { genesis } from "../../events/seal.ts";
import type { MeteredDatabase, Row } from "./d1.ts";
import { entryOfRow, eventColumns, type StoredEntry } from "./rows.ts";

/** A part of one story's log: after a version, and up to one. */
export type LogSpan = { after?: number; until?: number | undefined };

/** The head of a story's log: its newest event. */
export type LogHead = { version: number; hash: string; recordedAt: string; recordedBy: string; type: string };

/** The head of a log that has nothing in it yet. */
export const emptyHead: LogHead = { version: 0, hash: genesis, recordedAt: "", recordedBy: "", type: "" };

const headRow = z.object({
  head: z.int(),
  head_hash: z.string(),
  recorded_at: z.string(),
  recorded_by: z.string(),
  type: z.string(),
});

/** The columns of a head, as `headOf` wants them, of a table of events that goes by that name. */
export const headColumns = (events: string): string =>
  `${events}.story, ${events}.version AS head, ${events}.hash AS head_hash, ${events}.recorded_at, ${events}.recorded_by, ${events}.type`;

/** The head that a row tells of. */
export const headOf = (row: Row): LogHead => {
  const { head, head_hash, recorded_at, recorded_by, type } = headRow.parse(row);
  return { version: head, hash: head_hash, recordedAt: recorded_at, recordedBy: recorded_by, type };
};

/** The head of a story's log: one row, no body and no state. */
export const selectHead = ({ sql }: MeteredDatabase, story: string): D1PreparedStatement =>
  sql(`SELECT ${headColumns("e")} FROM events AS e WHERE story = ?1 ORDER BY version DESC LIMIT 1`, story);

/** A page of the log stops at so many events, or sooner, where they are large. */
const chunkRows = 500;
const chunkBytes = 4_000_000;

/**
 * At most `limit` events of a story in log order, or sooner so many bytes of them. It goes from event to event: what lies beyond is neither
 * read nor sent, and each event counts as two rows. CROSS JOIN: SQLite may else look through the whole story for each event of the chunk.
 */
const selectChunk = ({ sql }: MeteredDatabase, story: string, after: number, until: number, limit: number): D1PreparedStatement =>
  sql(
    `WITH RECURSIVE chunk AS (
      SELECT ${eventColumns}, coalesce(length(body), 0) AS bytes FROM events WHERE story = ?1 AND version = ?2 + 1 AND version <= ?3
      UNION ALL
      SELECT ${eventColumns.replaceAll(/\w+/g, "e.$&")}, chunk.bytes + coalesce(length(e.body), 0)
      FROM chunk CROSS JOIN events AS e ON e.story = ?1 AND e.version = chunk.version + 1 AND e.version <= ?3
      WHERE chunk.bytes < ${chunkBytes}
      LIMIT ${Math.trunc(limit)}
    ) SELECT * FROM chunk`,
    story,
    after,
    until,
  );

/** Reads a story's log in log order, chunk by chunk, one round trip each. */
export const readLogChunks = (d1: MeteredDatabase, story: string, span: LogSpan): AsyncGenerator<StoredEntry[]> =>
  readLogChunksAs(d1, story, span, entryOfRow);

/** The same, by who knows what to make of a row. */
export async function* readLogChunksAs<Entry>(
  d1: MeteredDatabase,
  story: string,
  { after = 0, until = Number.MAX_SAFE_INTEGER }: LogSpan,
  read: (row: Row) => Entry,
): AsyncGenerator<Entry[]> {
  let from = after;
  for (let more = true; more; ) {
    const [rows = []] = await d1.batch(selectChunk(d1, story, from, until, chunkRows));
    if (rows.length > 0) yield rows.map(read);
    from = Number(rows.at(-1)?.version ?? from);
    more = rows.length === chunkRows || Number(rows.at(-1)?.bytes ?? 0) >= chunkBytes;
  }
}

/** So many bytes of bodies are read in one round trip where a log is read whole. */
const wholeBytes = 32_000_000;

/**
 * A span of a story's log, none of it where the whole log is larger than one reading takes: a row an event, and one more. `besides`: further
 * columns, each after a comma.
 */
export const selectSpan = (
  { sql }: MeteredDatabase,
  story: string,
  { after = 0, until = Number.MAX_SAFE_INTEGER }: LogSpan,
  besides = "",
): D1PreparedStatement =>
  sql(
    `SELECT ${eventColumns}${besides} FROM events WHERE story = ?1 AND version > ?2 AND version <= ?3
    AND (SELECT bytes FROM stories WHERE slug = ?1) <= ${wholeBytes} ORDER BY version`,
    story,
    after,
    until,
  );

/** Reads a span of a story's log in log order, in one round trip unless it is very large. */
export const readLog = async (d1: MeteredDatabase, story: string, span: LogSpan = {}): Promise<StoredEntry[]> => {
  const [rows = []] = await d1.batch(selectSpan(d1, story, span));
  // Nothing is there, or nobody knows how much: it is read chunk by chunk.
  return rows.length > 0 ? rows.map(entryOfRow) : (await Array.fromAsync(readLogChunks(d1, story, span))).flat();
};

/** At most `limit` events after a version of a story, in log order. */
export const selectEventsAfter = (d1: MeteredDatabase, story: string, after: number, limit: number): D1PreparedStatement =>
  selectChunk(d1, story, after, Number.MAX_SAFE_INTEGER, limit);

const chunkByPosition = ({ sql }: MeteredDatabase, first: string, limit: number, ...values: number[]): D1PreparedStatement =>
  sql(
    `WITH RECURSIVE chunk AS (
      SELECT ${eventColumns}, coalesce(length(body), 0) AS bytes FROM events WHERE position = ${first} + 1
      UNION ALL
      SELECT ${eventColumns.replaceAll(/\w+/g, "e.$&")}, chunk.bytes + coalesce(length(e.body), 0)
      FROM chunk CROSS JOIN events AS e ON e.position = chunk.position + 1
      WHERE chunk.bytes < ${chunkBytes}
      LIMIT ${Math.trunc(limit)}
    ) SELECT * FROM chunk`,
    ...values,
  );

/** At most `limit` events of all stories after a position, by position. */
export const selectEventsAfterPosition = (d1: MeteredDatabase, after: number, limit: number): D1PreparedStatement =>
  chunkByPosition(d1, "?1", limit, after);

/** At most `limit` events of all stories that the index of the search does not have yet, by position. */
export const selectUnindexedEvents = (d1: MeteredDatabase, limit: number): D1PreparedStatement =>
  chunkByPosition(d1, "coalesce((SELECT position FROM search_progress), 0)", limit);

/** The newest event of all: whatever changes, it does. */
export type LogEnd = { position: number; hash: string };

/** The newest event of all: one row, or none in an empty log. */
export const selectLogEnd = ({ sql }: MeteredDatabase): D1PreparedStatement =>
  sql("SELECT position, hash FROM events ORDER BY position DESC LIMIT 1");

const endRow = z.object({ position: z.int(), hash: z.string() });

/** What `selectLogEnd` found. */
export const logEndOf = (rows: readonly Row[] | undefined): LogEnd =>
  rows?.[0] ? endRow.parse(rows[0]) : { position: 0, hash: genesis };

/** When a story's first event entered the log: one row, and no body. */
export const selectOpeningTime = ({ sql }: MeteredDatabase, story: string): D1PreparedStatement =>
  sql("SELECT recorded_at FROM events WHERE story = ?1 AND version = 1", story);

/** What `selectOpeningTime` found of a story that there is. */
export const openedAtOf = (rows: readonly Row[] | undefined): string => String(rows?.[0]?.recorded_at);

/** The version of a story's newest event, 0 where there is no such story: one row. */
export const readHeadVersion = async ({ batch, sql }: MeteredDatabase, story: string): Promise<number> => {
  const [rows = []] = await batch(sql("SELECT coalesce(max(version), 0) AS version FROM events WHERE story = ?1", story));
  return Number(rows[0]?.version);
};

/**
 * The version that a story stood at at an instant, and its hash; no row before its first event. Times of recording never run backwards: it is
 * found by halving, a few dozen rows in the longest story.
 */
export const selectVersionAt = ({ sql }: MeteredDatabase, story: string, instant: string): D1PreparedStatement =>
  sql(
    `WITH RECURSIVE search (low, high) AS (
      SELECT 0, (SELECT version FROM events WHERE story = ?1 ORDER BY version DESC LIMIT 1)
      UNION ALL
      SELECT iif(e.recorded_at <= ?2, e.version, low), iif(e.recorded_at <= ?2, high, e.version - 1)
      FROM search CROSS JOIN events AS e ON e.story = ?1 AND e.version = (low + high + 1) / 2 WHERE low < high
    ) SELECT version, hash FROM events WHERE story = ?1 AND version = (SELECT low FROM search WHERE low = high)`,
    story,
    instant,
  );

/** A version of a story, and its hash; no row where there is none. */
export const selectVersion = ({ sql }: MeteredDatabase, story: string, version: number): D1PreparedStatement =>
  sql("SELECT version, hash FROM events WHERE story = ?1 AND version = ?2", story, version);

const versionRow = z.object({ version: z.int(), hash: z.string() });

/** What `selectVersionAt` or `selectVersion` found. */
export const versionOf = (rows: readonly Row[] | undefined): { version: number; hash: string } | undefined =>
  rows?.[0] && versionRow.parse(rows[0]);

/** One event. */
export const selectEvent = ({ sql }: MeteredDatabase, story: string, version: number): D1PreparedStatement =>
  sql(`SELECT ${eventColumns} FROM events WHERE story = ?1 AND version = ?2`, story, version);

/** Events by their versions: two rows each, or one where it is one. */
export const selectEvents = (d1: MeteredDatabase, story: string, versions: readonly number[]): D1PreparedStatement => {
  const [version, ...others] = versions;
  if (version !== undefined && others.length === 0) return selectEvent(d1, story, version);
  return d1.sql(
    `SELECT ${eventColumns.replaceAll(/\w+/g, "e.$&")} FROM json_each(?2) AS wanted
    CROSS JOIN events AS e ON e.story = ?1 AND e.version = CAST(wanted.value AS INTEGER)`,
    story,
    JSON.stringify(versions),
  );
};

/** What a key was first used for, and what it was answered with besides; no digest where a part of it was taken down since. */
export type RecordedRequest = { story: string; version: number; digest: string | null; events: number; remarks: string | null };

const requestRow = z.object({
  story: z.string(),
  version: z.int(),
  request_digest: z.nullable(z.string()),
  request_events: z.int(),
  request_remarks: z.nullable(z.string()),
});

/** The request that an editor made with a key, by the key's SHA-256: at most one row. */
export const selectRequest = ({ sql }: MeteredDatabase, editor: string, keyHash: string): D1PreparedStatement =>
  sql(
    "SELECT story, version, request_digest, request_events, request_remarks FROM events WHERE recorded_by = ?1 AND request_key = ?2",
    editor,
    keyHash,
  );

/** What `selectRequest` found. */
export const recordedRequestOf = (row: unknown): RecordedRequest | undefined => {
  if (row === undefined) return undefined;
  const { story, version, request_digest, request_events, request_remarks } = requestRow.parse(row);
  return { story, version, digest: request_digest, events: request_events, remarks: request_remarks };
};
