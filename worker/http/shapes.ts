/** The shapes of the log's answers, as schemas. */
import * as z from "zod/mini";
import { attribution } from "../../events/attribution.ts";
import { eventTypes } from "../../events/registry.ts";
import { instant, precision, text } from "../../events/values.ts";
import { headline } from "../../projections/shapes.ts";

const unwritten = {
  story: z.string(),
  version: z.int().check(z.minimum(1)),
  type: z.enum(eventTypes),
  occurredAt: instant,
  precision,
  recordedAt: instant,
  recordedBy: text(80),
  schema: z.int().check(z.minimum(1)),
};
const envelope = { ...unwritten, position: z.int().check(z.minimum(1)) };
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/, "must be 64 digits of 0-9 and a-f"));

/** A recorded event, with its place and its seal. Its `data` is of its type's schema, in the shape that `schema` says. */
export const recordedEvent = z
  .strictObject({
    ...envelope,
    ...attribution,
    data: z.record(z.string(), z.unknown()),
    seal: z.strictObject({
      salt: z.string().check(z.regex(/^[0-9a-f]{32}$/, "must be 32 digits of 0-9 and a-f")),
      commitment: hash,
      hash,
    }),
  })
  .check(z.meta({ id: "RecordedEvent", description: "An event of the log: never changed, never deleted." }));

/** An event as it would be recorded: it has no position and no seal yet. */
export const unwrittenEvent = z
  .strictObject({ ...unwritten, ...attribution, data: z.record(z.string(), z.unknown()) })
  .check(z.meta({ id: "UnwrittenEvent" }));

/** What a takedown has left of an event. */
const tombstone = z
  .strictObject({ ...envelope, takenDown: z.literal(true), seal: z.strictObject({ commitment: hash, hash }) })
  .check(
    z.meta({
      id: "Tombstone",
      description: "An event that was taken down: what it said is erased, and the chain still verifies.",
    }),
  );

/** An entry of the log. */
export const logEntry = z.union([recordedEvent, tombstone]).check(z.meta({ id: "LogEntry" }));

/** CloudEvents 1.0, JSON format, section 4: a batch is an array of these. */
export const cloudEvent = z
  .strictObject({
    specversion: z.literal("1.0"),
    id: z.string(),
    source: z.string(),
    type: z.string(),
    subject: z.string(),
    time: instant,
    datacontenttype: z.literal("application/json"),
    data: logEntry,
  })
  .check(z.meta({ id: "CloudEvent" }));

/** A story in a list. */
export const listedStory = z
  .strictObject({
    story: z.string(),
    title: z.string(),
    language: z.string(),
    version: z.int(),
    stage: z.string(),
    ...headline,
    lastActivity: instant,
  })
  .check(z.meta({ id: "ListedStory" }));

/** A problem (RFC 9457). */
export const problemShape = z
  .strictObject({
    type: z.string().check(z.meta({ format: "uri" })),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.optional(z.string()),
    version: z.optional(z.int()),
    newest: z.optional(z.strictObject({ version: z.int(), type: z.string(), recordedBy: z.string() })),
    errors: z.optional(z.array(z.strictObject({ pointer: z.string(), detail: z.string() }))),
  })
  .check(z.meta({ id: "Problem", description: "What went wrong: RFC 9457. `type` is the address of a page that explains it." }));
