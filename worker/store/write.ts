/** The one way to write to the log: a batch that is one transaction. */

import type { LogEntry } from "../../events/registry.ts";
import { erasedBy, isTakedown } from "../../events/remains.ts";
import type { Folded, PlaceOf } from "../../projections/fold.ts";
import { isListed } from "../../projections/pages.ts";
import type { MeteredDatabase } from "./d1.ts";
import { dropFold, keepFold } from "./keep-fold.ts";
import { erasePictures, insertPictureUses } from "./media.ts";
import { jsonBatchesOf } from "./parameters.ts";
import { demandHead } from "./parts.ts";
import { forgetPast, keepBetween } from "./past.ts";
import { erasePeople } from "./people.ts";
import { rowOfEntry, type StoredEntry, type UnwrittenEntry } from "./rows.ts";
import { eraseFromIndex } from "./search.ts";
import { dropListing, listingOf, saveListing, touchStory } from "./stories.ts";

/**
 * What is written at once: entries, the fold of the log with them, the keys of their requests. What its takedowns take down is erased with it. Of a fold that
 * says what of it is kept, only what the entries touch is written; once it is, the fold says so.
 */
export type EntriesToWrite = {
  story: string;
  /** The hash of the event that the first of them follows: where another stands there, nothing is written. */
  after: string;
  entries: readonly UnwrittenEntry[];
  /** Nothing where the log cannot be read whole: what was kept of it is dropped then, and nobody is told of the story until it can. */
  folded: Folded | undefined;
  /** Where each entry stands in story order. */
  placeOf: PlaceOf;
  /** Where earlier entries stand, if that is to be written again: an entry that stands there already is left alone. */
  earlier?: readonly Listable[] | undefined;
  requests?: readonly KeyedRequest[] | undefined;
  /**
   * Where anything is taken down: the versions with which a request has left what may tell of it, the parties of which it tells, and whether
   * it shows pictures. Where nobody knows, all of the story is looked through.
   */
  erasing?: { telling?: readonly number[] | undefined; people?: readonly string[] | undefined; pictures: boolean } | undefined;
  /** What the transaction hangs on besides: statements that go before all others. */
  guards?: readonly D1PreparedStatement[] | undefined;
  /** Who takes them in from another deployment's log; nobody where they are recorded here. */
  importedBy?: string | undefined;
};

/** What has to be known of an entry to find its place in the index. */
type Listable = Pick<LogEntry, "type" | "version">;

/** An Idempotency-Key and the request that it stands for, both as SHA-256. `formerDigest`: as it was kept once, made without the key. */
export type RequestKey = { keyHash: string; digest: string; formerDigest?: string | undefined };

/** What a digest begins with that was made with its request's key: a takedown leaves it, and erases any other. */
export const keyedDigest = "keyed:";

/**
 * A request with a key, and what it is answered with besides its events, as JSON; nothing where there is nothing. `version` is that of its
 * first event and `events` how many it has, where it is not all that is written.
 */
export type KeyedRequest = RequestKey & { version?: number; events?: number; remarks?: string | undefined };

/**
 * Writes entries, snapshot and story in one transaction; answers with the entries as they stand in the log. Throws `LogConflict` where
 * another request was first at that version or with one of the keys, and `TokenRefused` where a guard did not hold: nothing is written then.
 */
export const writeEntries = async (d1: MeteredDatabase, writing: EntriesToWrite): Promise<StoredEntry[]> => {
  const { story, after, entries, folded, placeOf, earlier = [], requests = [], guards = [], importedBy, erasing } = writing;
  const recordedPlace = recordedPlaceOf(folded, placeOf);
  const keyed = new Map(requests.map((request) => [request.version ?? entries[0]?.version, request]));
  const rows = entries.map((entry, index) => {
    const { keyHash: key, digest, events = entries.length, remarks } = keyed.get(entry.version) ?? {};
    return {
      ...rowOfEntry(entry, indexPlaceOf(entry, recordedPlace)),
      follows: entry.version === 1 ? null : (entries[index - 1]?.seal.hash ?? after),
      imported_by: importedBy ?? null,
      ...(key === undefined
        ? {}
        : { request_key: key, request_digest: digest, request_events: events, request_remarks: remarks }),
    };
  });
  const inserts = insertRows(d1, story, rows);
  const [first, last] = [entries[0]?.version ?? 0, entries.at(-1)?.version ?? 0];
  const takedowns = entries.filter(isTakedown).length;
  const erased = [...erasedBy(entries)];
  // What cannot be folded is not kept either.
  const isWithin = folded !== undefined && folded.kept === undefined && first > 1;
  const types = entries.map(({ type }) => type);
  const point = { version: last, hash: entries.at(-1)?.seal.hash ?? "" };
  const keeping = folded ? await keepFold(d1, story, folded, point, types) : dropFold(d1, story);
  const touched = { takedowns, bytes: bytesOf(rows) };
  const answers = await d1.batch(
    ...guards,
    ...inserts,
    ...replacePlaces(d1, story, earlier, recordedPlace),
    ...insertPictureUses(d1, story, entries),
    ...erase(d1, story, erased, { ...erasing, takedown: last }),
    ...keeping.statements,
    folded
      ? touchStory(d1, story, folded, { ...touched, isNew: first === 1 })
      : dropListing(d1, story, { ...touched, at: entries.at(-1)?.recordedAt ?? "" }),
    ...(takedowns > 0 ? forgetPast(d1, story, erased) : []),
    ...(isWithin ? keepBetween(d1, story, { last, isErased: takedowns > 0, length: keeping.length }) : []),
  );
  keeping.done();
  const positions = new Map(
    answers
      .slice(guards.length, guards.length + inserts.length)
      .flat()
      .map(({ version, position }) => [version, Number(position)]),
  );
  return entries.map((entry) => placedAt(entry, positions.get(entry.version)));
};

/** Where each entry stood when it was recorded: a correction moves it in what the story keeps of it, and not in the index. */
const recordedPlaceOf = (folded: Folded | undefined, placeOf: PlaceOf): PlaceOf => {
  const recorded = new Map(folded?.picks?.map(([version, place]) => [version, place]));
  return (version) => recorded.get(version) ?? placeOf(version);
};

/** How many bytes the bodies have, as SQLite counts a text's characters. */
const bytesOf = (rows: readonly { body: string | null }[]): number =>
  rows.reduce((sum, { body }) => sum + (body?.length ?? 0), 0);

/** Where an entry stands in the timeline's index; nowhere where the timeline has it only when it is asked for. */
const indexPlaceOf = ({ type, version }: Listable, placeOf: PlaceOf): string | undefined =>
  isListed(type, undefined) ? placeOf(version) : undefined;

const replacePlaces = (
  d1: MeteredDatabase,
  story: string,
  earlier: readonly Listable[],
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

const columns =
  "version, type, schema, occurred_at, precision, place, recorded_at, recorded_by, imported_by, follows, body, salt, commitment, hash, request_key, request_digest, request_events, request_remarks";

/** The values of a row's columns, members of a JSON object: a parameter, or a row of `json_each`. */
const valuesOf = (row: string): string => columns.replaceAll(/\w+/g, (column) => `${row} ->> '${column}'`);

type EventRow = ReturnType<typeof rowOfEntry>;

/** Inserts events, and says at which position each of them stands. One alone costs a row read: neither a table of JSON nor of answers is made. */
const insertRows = ({ sql }: MeteredDatabase, story: string, rows: readonly EventRow[]): D1PreparedStatement[] => {
  const into = `INSERT INTO events (story, ${columns})`;
  const [row, ...others] = rows;
  if (row && others.length === 0)
    return [
      sql(`${into} VALUES (?1, ${valuesOf("?2")})`, story, JSON.stringify(row)),
      sql("SELECT ?1 AS version, last_insert_rowid() AS position", row.version),
    ];
  const selected = `${into} SELECT ?1, ${valuesOf("value")} FROM json_each(?2) RETURNING version, position`;
  return jsonBatchesOf(rows).map((json) => sql(selected, story, json));
};

/**
 * Erases what events said, in the log and in what a search finds, with their pictures. What any request of the story was warned of may name
 * what is erased: it goes too. The digests of the requests that brought it stay where they were made with the requests' keys.
 */
const erase = (
  d1: MeteredDatabase,
  story: string,
  erased: readonly number[],
  { takedown, telling, people, pictures = true }: { takedown: number } & Partial<EntriesToWrite["erasing"]>,
): D1PreparedStatement[] => {
  if (erased.length === 0) return [];
  const versions = JSON.stringify(erased);
  const isLeft = `request_key IS NOT NULL AND (request_remarks IS NOT NULL OR request_digest NOT GLOB '${keyedDigest}*')`;
  const isTelling = telling ? "version IN (SELECT CAST(value AS INTEGER) FROM json_each(?3))" : "?3 IS NULL";
  return [
    eraseFromIndex(d1, story, versions),
    ...erasePeople(d1, story, people),
    ...(pictures ? erasePictures(d1, story, erased, takedown) : []),
    d1.sql(
      `UPDATE events SET body = NULL, salt = NULL
      WHERE story = ?1 AND version IN (SELECT CAST(value AS INTEGER) FROM json_each(?2)) AND body IS NOT NULL`,
      story,
      versions,
    ),
    d1.sql(
      `UPDATE events SET request_remarks = NULL, request_digest = iif(
        request_digest NOT GLOB '${keyedDigest}*'
        AND EXISTS (SELECT 1 FROM json_each(?2) WHERE value >= version AND value < version + request_events), NULL, request_digest)
      WHERE story = ?1 AND ${isTelling} AND ${isLeft}`,
      story,
      versions,
      telling ? JSON.stringify(telling) : null,
    ),
  ];
};

/**
 * Keeps the fold of a log that was read whole, and the places of its entries in the index: for the next reader, where what was kept did not
 * serve. Throws `LogConflict` where the story has moved on since: nothing is kept then.
 */
export const keepAnew = async (
  d1: MeteredDatabase,
  story: string,
  folded: Folded,
  log: readonly StoredEntry[],
): Promise<void> => {
  const last = log.at(-1);
  if (!last) return;
  const keeping = await keepFold(d1, story, folded, { version: last.version, hash: last.seal.hash }, []);
  await d1.batch(
    demandHead(d1, story, last.version),
    ...replacePlaces(
      d1,
      story,
      log,
      recordedPlaceOf(folded, () => undefined),
    ),
    ...keeping.statements,
    saveListing(d1, story, listingOf(folded)),
  );
  keeping.done();
};
