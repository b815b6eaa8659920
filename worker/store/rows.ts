/** From rows to events and back: zod stands here, since what is stored outlives the code that stored it. */

import * as z from "zod";
import { orderKey } from "../../events/order.ts";
import type { Sealed } from "../../events/recorded.ts";
import { definitionOf, type StoryEvent } from "../../events/registry.ts";
import { canonical } from "../../events/seal.ts";
import { precision } from "../../events/values.ts";
import type { Row } from "./d1.ts";

/** The columns of an event, as `eventOf` wants them. */
export const eventColumns =
  "position, story, version, type, schema, occurred_at, precision, recorded_at, recorded_by, body, salt, commitment, hash";

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
  body: z.string(),
  salt: z.string(),
  commitment: z.string(),
  hash: z.string(),
});

/** An event that was recorded: one of the registry's types, sealed. */
export type Stored = Sealed & StoryEvent;

/** The event of a row. Throws where the row is not one that this code, or the code before it, has written. */
export const eventOf = (row: Row): Stored => {
  const { occurred_at, recorded_at, recorded_by, body, salt, commitment, hash, type, ...rest } = eventRow.parse(row);
  const { data, sources } = JSON.parse(body);
  const event = {
    story: rest.story,
    version: rest.version,
    position: rest.position,
    type: definitionOf(type).type,
    occurredAt: occurred_at,
    precision: rest.precision,
    recordedAt: recorded_at,
    recordedBy: recorded_by,
    ...(sources === undefined ? {} : { sources }),
    data,
    schema: rest.schema,
    seal: { salt, commitment, hash },
  };
  // The body was of its type's schema when it was recorded, and the triggers let nobody change it.
  return event as Stored;
};

/** The values of an event's row, for one member of a `json_each` array. */
export const rowOf = (event: Omit<Stored, "position">) => {
  const { version, type, schema, occurredAt, precision, recordedAt, sources, data, seal } = event;
  return {
    version,
    type,
    schema,
    occurred_at: occurredAt,
    precision,
    place: definitionOf(type).editorial ? null : orderKey(occurredAt),
    recorded_at: recordedAt,
    body: canonical(sources === undefined ? { data } : { data, sources }),
    ...seal,
  };
};
