/** The log on D1: what is read from it, and the one way to write to it. */

import * as z from "zod";
import type { Folded } from "../../projections/fold.ts";
import type { Meter } from "./d1.ts";
import { eventColumns, eventOf, rowOf, type Stored } from "./rows.ts";
import { saveSnapshot } from "./snapshots.ts";

/** A part of one story's log, by version or by when it was recorded: all bounds are inclusive but `after`. */
export type Span = { after?: number; until?: number | undefined; asOf?: string | undefined };

/** A reading of the log stops at so many events, or sooner, where they are large. */
const chunkRows = 500;
const chunkBytes = 4_000_000;

const chunk = ({ sql }: Meter, where: string, order: string, limit: number, ...values: (string | number)[]) =>
  sql(
    `SELECT * FROM (
      SELECT ${eventColumns}, sum(length(body)) OVER (ORDER BY ${order}) AS bytes
      FROM (SELECT ${eventColumns} FROM events WHERE ${where} ORDER BY ${order} LIMIT ${Math.trunc(limit)})
    ) WHERE bytes - length(body) < ${chunkBytes} ORDER BY ${order}`,
    ...values,
  );

/** Reads a story's log in log order, chunk by chunk, one round trip each. */
export async function* readChunks(d1: Meter, story: string, { after = 0, until, asOf }: Span): AsyncGenerator<Stored[]> {
  const where = "story = ?1 AND version > ?2 AND version <= ?3 AND recorded_at <= ?4";
  let from = after;
  for (let more = true; more; ) {
    const bounds = [from, until ?? Number.MAX_SAFE_INTEGER, asOf ?? endOfTime];
    const [rows = []] = await d1.ask(chunk(d1, where, "version", chunkRows, story, ...bounds));
    const events = rows.map(eventOf);
    if (events.length > 0) yield events;
    from = events.at(-1)?.version ?? from;
    more = events.length === chunkRows || Number(rows.at(-1)?.bytes ?? 0) >= chunkBytes;
  }
}

/** Later than any time that this code can write. */
const endOfTime = "9999-12-31T23:59:59.999Z";

/** Reads a span of a story's log in log order. */
export const readLog = async (d1: Meter, story: string, span: Span = {}): Promise<Stored[]> =>
  (await Array.fromAsync(readChunks(d1, story, span))).flat();

/** At most `limit` events after a version of a story, in log order. */
export const selectAfter = (d1: Meter, story: string, after: number, limit: number): D1PreparedStatement =>
  chunk(d1, "story = ?1 AND version > ?2", "version", limit, story, after);

/** At most `limit` events of all stories after a position, by position. */
export const selectAfterPosition = (d1: Meter, after: number, limit: number): D1PreparedStatement =>
  chunk(d1, "position > ?1", "position", limit, after);

/** The position of the newest event of all, 0 where there is none: whatever changes, it does. One row. */
export const headPosition = async ({ ask, sql }: Meter): Promise<number> => {
  const [rows = []] = await ask(sql("SELECT coalesce(max(position), 0) AS position FROM events"));
  return Number(rows[0]?.position);
};

/** One event. */
export const selectEvent = ({ sql }: Meter, story: string, version: number): D1PreparedStatement =>
  sql(`SELECT ${eventColumns} FROM events WHERE story = ?1 AND version = ?2`, story, version);

/** What a key was first used for. */
export type Request = { story: string; version: number; digest: string; events: number };

const requestRow = z.object({ story: z.string(), version: z.int(), request_digest: z.string(), request_events: z.int() });

/** The request that an editor made with a key: at most one row. */
export const selectRequest = ({ sql }: Meter, editor: string, key: string): D1PreparedStatement =>
  sql(
    "SELECT story, version, request_digest, request_events FROM events WHERE recorded_by = ?1 AND request_key = ?2",
    editor,
    key,
  );

/** What `selectRequest` found. */
export const requestOf = (row: unknown): Request | undefined => {
  if (row === undefined) return undefined;
  const { story, version, request_digest, request_events } = requestRow.parse(row);
  return { story, version, digest: request_digest, events: request_events };
};

/** What one request appends: its events, the fold of the log with them, and its key. */
export type Append = {
  story: string;
  editor: string;
  events: readonly Omit<Stored, "position">[];
  folded: Folded;
  request?: { key: string; digest: string } | undefined;
};

/** A statement takes parameters of a million bytes: larger requests are written by several. */
const mostBytes = 500_000;

/**
 * Writes events, snapshot and story in one transaction; answers with the events as they were recorded. Throws `LogConflict` where another
 * request was first at that version or with that key: nothing is written then.
 */
export const write = async (d1: Meter, { story, editor, events, folded, request }: Append): Promise<Stored[]> => {
  const rows = events.map((event, index) => ({
    ...rowOf(event),
    ...(request && index === 0 ? { key: request.key, digest: request.digest, events: events.length } : {}),
  }));
  const inserts = batches(rows).map((json) => insert(d1, story, editor, json));
  const activity = d1.sql(
    "INSERT INTO stories (slug, active_at) VALUES (?1, ?2) ON CONFLICT (slug) DO UPDATE SET active_at = excluded.active_at",
    story,
    folded.story.recordedAt,
  );
  const answers = await d1.ask(...inserts, saveSnapshot(d1, story, folded), activity);
  const written = answers.slice(0, inserts.length).flat();
  const positions = new Map(written.map(({ version, position }) => [version, Number(position)]));
  return events.map((event) => placedAt(event, positions.get(event.version)));
};

const placedAt = (event: Omit<Stored, "position">, position: number | undefined): Stored => {
  if (position === undefined) throw new Error(`Event ${event.version} was written, and D1 did not say where`);
  const { story, version, ...rest } = event;
  // The members in the order in which `eventOf` has them: an answer is the same bytes when it is given again.
  return { story, version, position, ...rest } as Stored;
};

const insert = ({ sql }: Meter, story: string, editor: string, json: string): D1PreparedStatement =>
  sql(
    `INSERT INTO events (story, version, type, schema, occurred_at, precision, place, recorded_at, recorded_by, body, salt, commitment, hash,
      request_key, request_digest, request_events)
    SELECT ?1, value ->> 'version', value ->> 'type', value ->> 'schema', value ->> 'occurred_at', value ->> 'precision',
      value ->> 'place', value ->> 'recorded_at', ?2, value ->> 'body', value ->> 'salt', value ->> 'commitment', value ->> 'hash',
      value ->> 'key', value ->> 'digest', value ->> 'events'
    FROM json_each(?3)
    RETURNING version, position`,
    story,
    editor,
    json,
  );

/** JSON arrays of rows, each within what a parameter may hold. */
const batches = (rows: readonly unknown[]): string[] => {
  const groups: string[][] = [];
  let room = 0;
  for (const text of rows.map((row) => JSON.stringify(row))) {
    if (text.length > room) {
      groups.push([]);
      room = mostBytes;
    }
    groups.at(-1)?.push(text);
    room -= text.length;
  }
  return groups.map((group) => `[${group.join(",")}]`);
};
