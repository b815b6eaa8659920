/** The shapes of the log's answers, as schemas. */
import * as z from "zod";
import { eventTypes } from "../events/registry.ts";
import { instant, precision, source } from "../events/values.ts";

/** A recorded event, with its place and its seal. Its `data` is of its type's schema. */
export const recordedEvent = z
  .strictObject({
    story: z.string(),
    version: z.int(),
    position: z.int(),
    type: z.enum(eventTypes),
    occurredAt: instant,
    precision,
    recordedAt: instant,
    recordedBy: z.string(),
    sources: z.array(source).optional(),
    data: z.record(z.string(), z.unknown()),
    schema: z.int(),
    seal: z.strictObject({ salt: z.string(), commitment: z.string(), hash: z.string() }),
  })
  .meta({ id: "RecordedEvent", description: "An event of the log: never changed, never deleted." });

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
    data: recordedEvent,
  })
  .meta({ id: "CloudEvent" });

/** A problem (RFC 9457). */
export const problemShape = z
  .strictObject({
    type: z.string().meta({ format: "uri" }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string().optional(),
    version: z.int().optional(),
    errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: "Problem", description: "What went wrong: RFC 9457. `type` is the address of a page that explains it." });
