/** The log on D1: what is read from it. */

import * as z from "zod/mini";
import type { MeteredDatabase, Row } from "./d1.ts";
import { entryOfRow, eventColumns, type StoredEntry } from "./rows.ts";

/** A part of one story's log, by version or by when it was recorded: all bounds are inclusive but `after`. */
export type LogSpan = { after?: number; until?: number | undefined; asOf?: string | undefined };

/** A reading of the log stops at so many events, or sooner, where they are large. */
const chunkRows = 500;
const chunkBytes = 4_000_000;

const chunk = ({ sql }: MeteredDatabase, where: string, order: string, limit: number, ...values: (string | number)[]) =>
  sql(
    `SELECT * FROM (
      SELECT ${eventColumns}, sum(coalesce(length(body), 0)) OVER (ORDER BY ${order}) AS bytes
      FROM (SELECT ${eventColumns} FROM events WHERE ${where} ORDER BY ${order} LIMIT ${Math.trunc(limit)})
    ) WHERE bytes - coalesce(length(body), 0) < ${chunkBytes} ORDER BY ${order}`,
    ...values,
  );

/** Reads a story's log in log order, chunk by chunk, one round trip each. */
export async function* readLogChunks(
  d1: MeteredDatabase,
  story: string,
  { after = 0, until, asOf }: LogSpan,
): AsyncGenerator<StoredEntry[]> {
  const where = "story = ?1 AND version > ?2 AND version <= ?3 AND recorded_at <= ?4";
  let from = after;
  for (let more = true; more; ) {
    const bounds = [from, until ?? Number.MAX_SAFE_INTEGER, asOf ?? endOfTime];
    const [rows = []] = await d1.batch(chunk(d1, where, "version", chunkRows, story, ...bounds));
    const events = rows.map(entryOfRow);
    if (events.length > 0) yield events;
    from = events.at(-1)?.version ?? from;
    more = events.length === chunkRows || Number(rows.at(-1)?.bytes ?? 0) >= chunkBytes;
  }
}

/** Later than any time that this code can write. */
const endOfTime = "9999-12-31T23:59:59.999Z";

/** Reads a span of a story's log in log order. */
export const readLog = async (d1: MeteredDatabase, story: string, span: LogSpan = {}): Promise<StoredEntry[]> =>
  (await Array.fromAsync(readLogChunks(d1, story, span))).flat();

/** At most `limit` events after a version of a story, in log order. */
export const selectEventsAfter = (d1: MeteredDatabase, story: string, after: number, limit: number): D1PreparedStatement =>
  chunk(d1, "story = ?1 AND version > ?2", "version", limit, story, after);

/** At most `limit` events of all stories after a position, by position. */
export const selectEventsAfterPosition = (d1: MeteredDatabase, after: number, limit: number): D1PreparedStatement =>
  chunk(d1, "position > ?1", "position", limit, after);

/** At most `limit` events of all stories that the index of the search does not have yet, by position. */
export const selectUnindexedEvents = (d1: MeteredDatabase, limit: number): D1PreparedStatement =>
  chunk(d1, "position > coalesce((SELECT position FROM search_progress), 0)", "position", limit);

/** The position of the newest event of all, 0 where there is none: whatever changes, it does. One row. */
export const headPosition = async ({ batch, sql }: MeteredDatabase): Promise<number> => {
  const [rows = []] = await batch(sql("SELECT coalesce(max(position), 0) AS position FROM events"));
  return Number(rows[0]?.position);
};

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

/** The version that a story stood at at an instant, 0 before its first event: a row for each event since, and one more. */
export const readVersionAt = async ({ batch, sql }: MeteredDatabase, story: string, instant: string): Promise<number> => {
  const statement = "SELECT version FROM events WHERE story = ?1 AND recorded_at <= ?2 ORDER BY version DESC LIMIT 1";
  const [rows = []] = await batch(sql(statement, story, instant));
  return Number(rows[0]?.version ?? 0);
};

/** One event. */
export const selectEvent = ({ sql }: MeteredDatabase, story: string, version: number): D1PreparedStatement =>
  sql(`SELECT ${eventColumns} FROM events WHERE story = ?1 AND version = ?2`, story, version);

/** Events by their versions. */
export const selectEvents = ({ sql }: MeteredDatabase, story: string, versions: readonly number[]): D1PreparedStatement =>
  sql(
    `SELECT ${eventColumns} FROM events WHERE story = ?1 AND version IN (SELECT value FROM json_each(?2))`,
    story,
    JSON.stringify(versions),
  );

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
