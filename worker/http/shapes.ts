/** The shapes of the log's answers, as schemas. */

import * as z from "zod/mini";
import { attribution } from "../../events/attribution.ts";
import { describes } from "../../events/describes.ts";
import { envelopeShape, logEntry } from "../../events/log-entry.ts";
import { instant } from "../../events/values.ts";
import { headline } from "../../projections/shapes.ts";

/** An event as it would be recorded: it has no position and no seal yet. */
export const unwrittenEvent =
  describes &&
  z
    .strictObject({ ...envelopeShape, ...attribution, data: z.record(z.string(), z.unknown()) })
    .check(z.meta({ id: "UnwrittenEvent" }));

/** CloudEvents 1.0, JSON format, section 4: a batch is an array of these. */
export const cloudEvent =
  describes &&
  z
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
export const listedStory =
  describes &&
  z
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
export const problemShape =
  describes &&
  z
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
    .check(
      z.meta({
        id: "Problem",
        description: describes && "What went wrong: RFC 9457. `type` is the address of a page that explains it.",
      }),
    );
