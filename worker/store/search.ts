/** What a search finds on D1: entries by the keys that the index holds of them. */
import * as z from "zod/mini";
import { definitionOf, eventTypes } from "../../events/registry.ts";
import { type Precision, precision } from "../../events/values.ts";
import type { MeteredDatabase, Row } from "./d1.ts";

/** An entry that a search found. */
export type SearchMatch = { position: number; story: string; version: number; occurredAt: string; precision: Precision };

const matchRow = z.object({
  position: z.int(),
  story: z.string(),
  version: z.int(),
  occurred_at: z.string(),
  precision,
});

/**
 * At most `limit` entries that have all keys of an FTS5 query, newest first: a row each. FTS5 goes down the entries from the newest and stops;
 * it ranks none of them.
 */
export const selectSearchMatches = ({ sql }: MeteredDatabase, keys: string, limit: number): D1PreparedStatement =>
  sql(
    `SELECT rowid AS position, story, version, occurred_at, precision FROM search
    WHERE search MATCH ?1 ORDER BY rowid DESC LIMIT ?2`,
    keys,
    limit,
  );

/** How many entries are looked into for what stands in a row in them. Nearly all that have the keys have that too. */
const mostLookedInto = 1000;

/** The same, of those in whose words each of the sequences stands: of no more than a thousand entries the words are looked at. */
export const selectSequenceMatches = (
  { sql }: MeteredDatabase,
  keys: string,
  sequences: readonly string[],
  limit: number,
): D1PreparedStatement =>
  sql(
    `SELECT position, story, version, occurred_at, precision
    FROM (
      SELECT rowid AS position, story, version, occurred_at, precision, words FROM search
      WHERE search MATCH ?1 ORDER BY rowid DESC LIMIT ${mostLookedInto}
    )
    WHERE NOT EXISTS (SELECT 1 FROM json_each(?2) WHERE instr(words, value) = 0) LIMIT ?3`,
    keys,
    JSON.stringify(sequences),
    limit,
  );

/** A row that one of these found. */
export const searchMatchOf = (row: Row): SearchMatch => {
  const { occurred_at, ...rest } = matchRow.parse(row);
  return { ...rest, occurredAt: occurred_at };
};

/** What an entry says, as the index has it. */
export type SaidWords = { names: string; texts: string };

const saidRow = z.object({ position: z.int(), names: z.string(), texts: z.string() });

/** Reads what entries say, by their positions: a row each. */
export const selectSaidWords = ({ sql }: MeteredDatabase, positions: readonly number[]): D1PreparedStatement =>
  sql(
    "SELECT rowid AS position, names, texts FROM search WHERE rowid IN (SELECT value FROM json_each(?1))",
    JSON.stringify(positions),
  );

/** What `selectSaidWords` found, by position. */
export const saidWordsOf = (rows: readonly Row[] = []): Map<number, SaidWords> =>
  new Map(
    rows.map((row) => {
      const { position, ...said } = saidRow.parse(row);
      return [position, said];
    }),
  );

/**
 * Takes the words of events that are about to be erased out of the index: their own, and those that erased corrections gave to others. For
 * the erasing transaction, before it erases. `versions` is a JSON array. A body that cannot be read holds nothing up.
 */
export const eraseFromIndex = ({ sql }: MeteredDatabase, story: string, versions: string): D1PreparedStatement =>
  sql(
    `DELETE FROM search WHERE rowid IN (
      SELECT shown.position FROM json_each(?2) AS erased
      CROSS JOIN events AS e ON e.story = ?1 AND e.version = CAST(erased.value AS INTEGER)
      CROSS JOIN events AS shown ON shown.story = ?1 AND shown.version = CAST(
        iif(e.type IN (SELECT value FROM json_each(?3)) AND json_valid(e.body), e.body ->> '$.data.event', e.version) AS INTEGER)
    )`,
    story,
    versions,
    JSON.stringify(eventTypes.filter((type) => definitionOf(type).amends)),
  );
