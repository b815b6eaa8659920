/** The shape of a log's entries as they are given out, and what is wrong with one that somebody else has written. */

import * as z from "zod/mini";
import { attribution } from "./attribution.ts";
import { utf8 } from "./bytes.ts";
import { describes } from "./describes.ts";
import { type Fault, faultsOf, faultsOfData } from "./parse.ts";
import { bodyOf } from "./recorded.ts";
import { eventTypes, isTakenDown, type LogEntry } from "./registry.ts";
import { isTakedown } from "./remains.ts";
import { canonical } from "./seal.ts";
import { schema, upcastData } from "./upcast.ts";
import { instant, precision, storySlug, text } from "./values.ts";

/** What the server says of every event, before it has a position and a seal. */
export const envelopeShape = {
  story: z.string(),
  version: z.int().check(z.minimum(1)),
  type: z.enum(eventTypes),
  occurredAt: instant,
  precision,
  recordedAt: instant,
  recordedBy: text(80),
  schema: z.int().check(z.minimum(1)),
};
const placed = {
  ...envelopeShape,
  position: z.int().check(z.minimum(1)),
  importedBy: z.optional(
    text(80).check(
      z.meta({
        description:
          describes && "Who took it in from another deployment's log: this deployment's own word, which no seal covers.",
      }),
    ),
  ),
};
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/, "must be 64 digits of 0-9 and a-f"));
const salt = z.string().check(z.regex(/^[0-9a-f]{32}$/, "must be 32 digits of 0-9 and a-f"));

/** A recorded event, with its place and its seal. Its `data` is of its type's schema, in the shape that `schema` says. */
export const recordedEvent = z
  .strictObject({
    ...placed,
    ...attribution,
    data: z.record(z.string(), z.unknown()),
    seal: z.strictObject({ salt, commitment: hash, hash }),
  })
  .check(z.meta({ id: "RecordedEvent", description: describes && "An event of the log: never changed, never deleted." }));

/** What a takedown has left of an event. */
const tombstone = z
  .strictObject({ ...placed, takenDown: z.literal(true), seal: z.strictObject({ commitment: hash, hash }) })
  .check(
    z.meta({
      id: "Tombstone",
      description: describes && "An event that was taken down: what it said is erased, and the chain still verifies.",
    }),
  );

/** An entry of the log. */
export const logEntry = z.union([recordedEvent, tombstone]).check(z.meta({ id: "LogEntry" }));

/** The most that an event may have, in bytes of JSON. */
export const maxEventBytes = 64 * 1024;

const said = z.object({ ...envelopeShape, story: storySlug, ...attribution });

/** What an entry says of itself that no deployment could have recorded; pointers begin at the entry. Its seal is not looked at. */
export const faultsOfEntry = (entry: LogEntry): Fault[] => {
  const parsed = said.safeParse(entry);
  if (!parsed.success) return faultsOf(parsed.error, "");
  if (entry.schema > schema) return [{ pointer: "/schema", detail: `is newer than this deployment, which knows ${schema}` }];
  if (new Date(entry.recordedAt).toISOString() !== entry.recordedAt)
    return [{ pointer: "/recordedAt", detail: "must be in UTC, with milliseconds" }];
  if (isTakenDown(entry)) return [];
  const faults = faultsOfData(entry.type, upcastData(entry.type, entry.data, entry.schema));
  if (faults.length > 0) return faults;
  // What a takedown has erased is as long as it is.
  if (isTakedown(entry) || utf8(canonical(bodyOf(entry))).length <= maxEventBytes) return [];
  return [{ pointer: "/data", detail: "must not be larger than 64 KiB, with what else is said of the event" }];
};
