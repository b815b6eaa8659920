/** The log by story order: through the index on the places that events have in it. Introductions are not in the index. */
import * as z from "zod/mini";
import { type Neighbours, neighbourOf } from "../../events/neighbours.ts";
import type { Place } from "../../events/story.ts";
import { precision } from "../../events/values.ts";
import type { MeteredDatabase, Row } from "./d1.ts";
import { type HeldTags, heldParameters, isHeldAtHead, noTags } from "./held-tags.ts";
import { eventColumns, readRow } from "./rows.ts";

/** Events by their versions, with their places in the index. */
export const selectPlacedEvents = ({ sql }: MeteredDatabase, story: string, versions: readonly number[]): D1PreparedStatement =>
  sql(
    `SELECT ${eventColumns.replaceAll(/\w+/g, "e.$&")}, e.place FROM json_each(?2) AS wanted
    CROSS JOIN events AS e ON e.story = ?1 AND e.version = CAST(wanted.value AS INTEGER)`,
    story,
    JSON.stringify(versions),
  );

/** The first `limit` events after a version, in log order, with their places in the index, where they have one. */
export const selectPlacedEventsAfter = (
  { sql }: MeteredDatabase,
  story: string,
  after: number,
  limit: number,
): D1PreparedStatement =>
  sql(
    `SELECT ${eventColumns}, place FROM events WHERE story = ?1 AND version > ?2 ORDER BY version LIMIT ${Math.trunc(limit)}`,
    story,
    after,
  );

/** The events from a version on, up to another, in log order, with their places in the index, where they have one. */
export const selectPlacedSpan = ({ sql }: MeteredDatabase, story: string, from: number, until: number): D1PreparedStatement =>
  sql(
    `SELECT ${eventColumns}, place FROM events WHERE story = ?1 AND version >= ?2 AND version <= ?3 ORDER BY version`,
    story,
    from,
    until,
  );

/**
 * The newest `limit` entries of a story before a version, by log order, of those at most `span` versions before it or before the end of the
 * log; none where the reader has what stands at the head. Each row has the hash of the story's first event too, as `firstHashOf` reads it.
 */
export const selectPlacedEventsBefore = (
  { sql }: MeteredDatabase,
  story: string,
  { before, span }: { before: number; span: number },
  limit: number,
  held: HeldTags = noTags,
): D1PreparedStatement => {
  const most = Math.trunc(limit);
  const holds = held.tags.length > 0;
  const [low, end] = ["(SELECT max(version) + 1 FROM events WHERE story = ?1)", "?2"];
  // The plus keeps SQLite from the index on places, which would have to be sorted.
  return sql(
    `SELECT ${eventColumns}, place, (SELECT hash FROM events WHERE story = ?1 AND version = 1) AS first_hash
    FROM events WHERE story = ?1 AND version < ?2 AND version >= min(${low}, ${end}) - ?3 AND +place IS NOT NULL
    ORDER BY version DESC LIMIT ${holds ? `iif(${isHeldAtHead("?1", 4)}, 0, ${most})` : most}`,
    story,
    before,
    span,
    ...(holds ? heldParameters(held) : []),
  );
};

/** The hash of a story's first event, by a row that has it; undefined where there is none. */
export const firstHashOf = (row: Row | undefined): string | undefined => (row === undefined ? undefined : String(row.first_hash));

/** Reads what stands around an instant (as `orderKey` writes it) in the index: the last event before it, and at most so many after it. */
export const selectNeighbours = ({ sql }: MeteredDatabase, story: string, end: string, most: number): D1PreparedStatement[] => [
  sql(
    `SELECT story, version, type, place, occurred_at, precision FROM events WHERE story = ?1 AND place IS NOT NULL AND place < ?2
    ORDER BY place DESC, version DESC LIMIT 1`,
    story,
    end,
  ),
  sql(
    `SELECT story, version, type, place, occurred_at, precision FROM events WHERE story = ?1 AND place IS NOT NULL AND place >= ?2
    ORDER BY place, version LIMIT ${Math.trunc(most)}`,
    story,
    end,
  ),
];

const neighbourRow = z.object({ place: z.string(), version: z.int(), occurred_at: z.string(), precision });

/** What `selectNeighbours` found, asked for so many. Throws `UnreadableEntry` where one of them cannot be read. */
export const neighboursOf = ([before = [], after = []]: readonly Row[][], most: number): Neighbours => {
  const [previous, following] = [before, after].map((rows) =>
    rows
      .map((row) => readRow(row, (read) => neighbourRow.parse(read)))
      .map(({ place, version, occurred_at: occurredAt, precision }) =>
        neighbourOf({ place, version }, { occurredAt, precision }),
      ),
  );
  return { before: previous?.[0], after: following ?? [], complete: after.length < most };
};

/** At most `limit` events in story order, after a place where one is named; none where the reader has what stands at the head. */
export const selectEventsInOrder = (
  { sql }: MeteredDatabase,
  story: string,
  { order, after }: { order: "asc" | "desc"; after?: Place | undefined },
  limit: number,
  held: HeldTags = noTags,
): D1PreparedStatement => {
  const [beyond, direction] = order === "asc" ? [">", "ASC"] : ["<", "DESC"];
  const bound = after ? `AND place ${beyond}= ?2 AND (place ${beyond} ?2 OR version ${beyond} ?3)` : "AND place IS NOT NULL";
  const most = Math.trunc(limit);
  // Looking at the tags costs two rows: where there are none, nothing is looked at.
  const holds = held.tags.length > 0;
  const unlessHeld = holds ? `iif(${isHeldAtHead("?1", after ? 4 : 2)}, 0, ${most})` : most;
  return sql(
    `SELECT ${eventColumns}, place FROM events WHERE story = ?1 ${bound}
    ORDER BY place ${direction}, version ${direction} LIMIT ${unlessHeld}`,
    story,
    ...(after ? [after.place, after.version] : []),
    ...(holds ? heldParameters(held) : []),
  );
};
