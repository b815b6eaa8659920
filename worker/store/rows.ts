/** From rows to events and back: zod stands here, since what is stored outlives the code that stored it. */

import * as z from "zod/mini";
import { bodyOf, type Sealed, type Tombstone } from "../../events/recorded.ts";
import { definitionOf, type Remains, type StoryEvent } from "../../events/registry.ts";
import { canonical } from "../../events/seal.ts";
import { precision } from "../../events/values.ts";
import type { Row } from "./d1.ts";

/** The columns of an event, as `entryOfRow` wants them. */
export const eventColumns =
  "position, story, version, type, schema, occurred_at, precision, recorded_at, recorded_by, imported_by, body, salt, commitment, hash";

const eventRow = z.object({
  position: z.int(),
  story: z.string(),
  version: z.int(),
  type: z.string(),
  schema: z.int(),
  occurred_at: z.string(),
  precision,
  recorded_at: z.string(),
  recorded_by: z.string(),
  imported_by: z.nullable(z.string()),
  body: z.nullable(z.string()),
  salt: z.nullable(z.string()),
  commitment: z.string(),
  hash: z.string(),
});

/** An event that was recorded, as it was stored: one of the registry's types, sealed. */
export type StoredEvent = Sealed & StoryEvent;

/** An entry of the log: an event, or what a takedown has left of it. */
export type StoredEntry = StoredEvent | (Tombstone & Remains);

/** An entry of the log that this code cannot read: one of a type of tomorrow, before whose code was taken back, or one that is broken. */
export class UnreadableEntry extends Error {
  readonly story: string;
  readonly version: number;
  readonly type: string;
  /** Whether a takedown has erased what it said. */
  readonly isErased: boolean;
  /** What it says, as far as that is JSON with data; for who has to know what it is about, and to be shown to nobody. */
  readonly data: unknown;
  constructor(row: Row, cause: unknown) {
    super(`Event ${row.version} of ${row.story}, of the type ${row.type}, cannot be read`, { cause });
    this.story = String(row.story);
    this.version = Number(row.version);
    this.type = String(row.type);
    this.isErased = row.body === null;
    this.data = dataOf(row.body);
  }
}

const dataOf = (body: unknown): unknown => {
  try {
    return JSON.parse(String(body))?.data;
  } catch {
    return undefined;
  }
};

/** Reads a row of an event, which has its story, its version and its type. Throws `UnreadableEntry` where `read` throws. */
export const readRow = <Value>(row: Row, read: (row: Row) => Value): Value => {
  try {
    return read(row);
  } catch (cause) {
    throw new UnreadableEntry(row, cause);
  }
};

/** The entry of a row. Throws `UnreadableEntry` where the row is not one that this code, or the code before it, has written. */
export const entryOfRow = (row: Row): StoredEntry => readRow(row, parseEntry);

/** The same; where the row cannot be read, what can be told of it. */
export const maybeEntryOfRow = (row: Row): StoredEntry | UnreadableEntry => {
  try {
    return entryOfRow(row);
  } catch (error) {
    if (error instanceof UnreadableEntry) return error;
    throw error;
  }
};

const parseEntry = (row: Row): StoredEntry => {
  const { occurred_at, recorded_at, recorded_by, imported_by, body, salt, commitment, hash, type, ...rest } = eventRow.parse(row);
  const envelope = {
    story: rest.story,
    version: rest.version,
    position: rest.position,
    type: definitionOf(type).type,
    occurredAt: occurred_at,
    precision: rest.precision,
    recordedAt: recorded_at,
    recordedBy: recorded_by,
    ...(imported_by === null ? {} : { importedBy: imported_by }),
  };
  if (body === null || salt === null) return { ...envelope, takenDown: true, schema: rest.schema, seal: { commitment, hash } };
  const parsed = JSON.parse(body);
  if (typeof parsed?.data !== "object" || parsed.data === null) throw new Error("Its body has no data");
  // The body was of its type's schema when it was recorded, and the triggers let nobody change it.
  return { ...envelope, ...bodyOf(parsed), schema: rest.schema, seal: { salt, commitment, hash } } as StoredEvent;
};

/** Where an entry stands in story order, by the index. */
export type PlacedEntry = { entry: StoredEntry; place: string };

/** An entry of the timeline's index, with its place: the row has the columns `eventColumns` and `place`. */
export const placedEntryOfRow = (row: Row): PlacedEntry => ({ entry: entryOfRow(row), place: String(row.place) });

/** An entry that is yet to be written. */
export type UnwrittenEntry = Omit<StoredEvent, "position"> | Omit<Tombstone & Remains, "position">;

/** The values of an entry's row, for one member of a `json_each` array. `place`: where it stands in the timeline's index, if it does. */
export const rowOfEntry = (entry: UnwrittenEntry, place: string | undefined) => {
  const { version, type, schema, occurredAt, precision, recordedAt, recordedBy, seal } = entry;
  return {
    version,
    type,
    schema,
    occurred_at: occurredAt,
    precision,
    place: place ?? null,
    recorded_at: recordedAt,
    recorded_by: recordedBy,
    body: "takenDown" in entry ? null : canonical(bodyOf(entry)),
    ...seal,
  };
};
