/** The one way to write to the log: a batch that is one transaction. */

import { erasedBy, isTakedown } from "../../events/remains.ts";
import type { Folded, PlaceOf } from "../../projections/fold.ts";
import { isListed } from "../../projections/pages.ts";
import type { MeteredDatabase } from "./d1.ts";
import { jsonBatchesOf } from "./parameters.ts";
import { rowOfEntry, type StoredEntry, type UnwrittenEntry } from "./rows.ts";
import { eraseFromIndex } from "./search.ts";
import { saveSnapshot } from "./snapshots.ts";

/** What one request writes: entries, the fold of the log with them, its key. What its takedowns take down is erased with it. */
export type EntriesToWrite = {
  story: string;
  entries: readonly UnwrittenEntry[];
  folded: Folded;
  /** Where each entry stands in story order. */
  placeOf: PlaceOf;
  /** Where earlier entries stand, if that is to be written again: an entry that stands there already is left alone. */
  earlier?: readonly StoredEntry[] | undefined;
  request?: KeyedRequest | undefined;
  /** Who takes them in from another deployment's log; nobody where they are recorded here. */
  importedBy?: string | undefined;
};

/** An Idempotency-Key and the request that it stands for, both as SHA-256. `formerDigest`: as it was kept once, made without the key. */
export type RequestKey = { keyHash: string; digest: string; formerDigest?: string | undefined };

/** What a digest begins with that was made with its request's key: a takedown leaves it, and erases any other. */
export const keyedDigest = "keyed:";

/** A request with a key, and what it is answered with besides its events, as JSON; nothing where there is nothing. */
type KeyedRequest = RequestKey & { remarks?: string | undefined };

/**
 * Writes entries, snapshot and story in one transaction; answers with the entries as they stand in the log. Throws `LogConflict` where
 * another request was first at that version or with that key: nothing is written then.
 */
export const writeEntries = async (d1: MeteredDatabase, writing: EntriesToWrite): Promise<StoredEntry[]> => {
  const { story, entries, folded, placeOf, earlier = [], request, importedBy } = writing;
  const rows = entries.map((entry, index) => ({
    ...rowOfEntry(entry, indexPlaceOf(entry, placeOf)),
    imported_by: importedBy ?? null,
    ...(request && index === 0
      ? { key: request.keyHash, digest: request.digest, events: entries.length, remarks: request.remarks }
      : {}),
  }));
  const inserts = jsonBatchesOf(rows).map((json) => insert(d1, story, json));
  const answers = await d1.batch(
    ...inserts,
    ...replacePlaces(d1, story, earlier, placeOf),
    ...erase(d1, story, [...erasedBy(entries)]),
    saveSnapshot(d1, story, folded),
    touch(d1, story, writing),
  );
  const positions = new Map(
    answers
      .slice(0, inserts.length)
      .flat()
      .map(({ version, position }) => [version, Number(position)]),
  );
  return entries.map((entry) => placedAt(entry, positions.get(entry.version)));
};

/** Where an entry stands in the timeline's index; nowhere where the timeline has it only when it is asked for. */
const indexPlaceOf = ({ type, version }: UnwrittenEntry, placeOf: PlaceOf): string | undefined =>
  isListed(type, undefined) ? placeOf(version) : undefined;

const replacePlaces = (
  d1: MeteredDatabase,
  story: string,
  earlier: readonly StoredEntry[],
  placeOf: PlaceOf,
): D1PreparedStatement[] =>
  jsonBatchesOf(earlier.map((entry) => ({ version: entry.version, place: indexPlaceOf(entry, placeOf) ?? null }))).map((json) =>
    d1.sql(
      `UPDATE events SET place = value ->> 'place' FROM json_each(?2)
      WHERE story = ?1 AND version = value ->> 'version' AND place IS NOT (value ->> 'place')`,
      story,
      json,
    ),
  );

const placedAt = (entry: UnwrittenEntry, position: number | undefined): StoredEntry => {
  if (position === undefined) throw new Error(`Event ${entry.version} was written, and D1 did not say where`);
  const { story, version, ...rest } = entry;
  // The entry with its position, its members in the order in which `entryOfRow` has them: an answer is the same bytes when it is given again.
  return { story, version, position, ...rest } as StoredEntry;
};

const insert = ({ sql }: MeteredDatabase, story: string, json: string): D1PreparedStatement =>
  sql(
    `INSERT INTO events (story, version, type, schema, occurred_at, precision, place, recorded_at, recorded_by, imported_by, body, salt,
      commitment, hash, request_key, request_digest, request_events, request_remarks)
    SELECT ?1, value ->> 'version', value ->> 'type', value ->> 'schema', value ->> 'occurred_at', value ->> 'precision',
      value ->> 'place', value ->> 'recorded_at', value ->> 'recorded_by', value ->> 'imported_by', value ->> 'body',
      value ->> 'salt', value ->> 'commitment', value ->> 'hash', value ->> 'key', value ->> 'digest', value ->> 'events', value ->> 'remarks'
    FROM json_each(?2)
    RETURNING version, position`,
    story,
    json,
  );

/**
 * Erases what events said, in the log and in what a search finds. What any request of the story was warned of may name what is erased: it goes
 * too. The digests of the requests that brought it stay where they were made with the requests' keys.
 */
const erase = (d1: MeteredDatabase, story: string, erased: readonly number[]): D1PreparedStatement[] => {
  if (erased.length === 0) return [];
  const versions = JSON.stringify(erased);
  return [
    eraseFromIndex(d1, story, versions),
    d1.sql(
      `UPDATE events SET body = NULL, salt = NULL
      WHERE story = ?1 AND version IN (SELECT value FROM json_each(?2)) AND body IS NOT NULL`,
      story,
      versions,
    ),
    d1.sql(
      `UPDATE events SET request_remarks = NULL, request_digest = iif(
        request_digest NOT GLOB '${keyedDigest}*'
        AND EXISTS (SELECT 1 FROM json_each(?2) WHERE value >= version AND value < version + request_events), NULL, request_digest)
      WHERE story = ?1 AND request_key IS NOT NULL AND (request_remarks IS NOT NULL OR request_digest NOT GLOB '${keyedDigest}*')`,
      story,
      versions,
    ),
  ];
};

const touch = ({ sql }: MeteredDatabase, story: string, { folded, entries }: EntriesToWrite): D1PreparedStatement =>
  sql(
    `INSERT INTO stories (slug, active_at, takedowns) VALUES (?1, ?2, ?3)
    ON CONFLICT (slug) DO UPDATE SET active_at = excluded.active_at, takedowns = takedowns + excluded.takedowns`,
    story,
    folded.story.recordedAt,
    entries.filter(isTakedown).length,
  );
