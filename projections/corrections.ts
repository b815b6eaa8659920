/** Every correction, retraction and takedown, in the open. */
import * as z from "zod/mini";
import type { Said } from "../events/recorded.ts";
import type { StoryEvent } from "../events/registry.ts";
import type { Amendment } from "../events/story.ts";
import { instant, precision, source } from "../events/values.ts";
import { defineProjection } from "./define.ts";
import { headlineOf, tellerOf } from "./shapes.ts";

/** What an event says or said: its headline, and all that the editor wrote. */
export const saying = z
  .strictObject({
    headline: z.string(),
    occurredAt: instant,
    precision,
    sources: z.array(source),
    data: z.record(z.string(), z.unknown()),
  })
  .check(z.meta({ id: "Saying" }));

/** Tells what an event says or said. */
export const sayingOf = ({ occurredAt, precision, sources, data }: Said, headline: string): z.infer<typeof saying> => ({
  headline,
  occurredAt,
  precision,
  sources: sources ?? [],
  // Every event's data is an object: its schema says so.
  data: data as Record<string, unknown>,
});

export const corrections = defineProjection({
  name: "corrections",
  revision: 1,
  summary: "Every correction, retraction and takedown, newest first: what it said, what it says, why, when, by whom.",
  initial: () => ({}),
  on: {},
  schema: z
    .strictObject({
      total: z.int(),
      corrections: z.array(
        z.strictObject({
          version: z.int(),
          event: z.int(),
          type: z.string(),
          kind: z.enum(["corrected", "retracted", "taken-down"]),
          reason: z.string(),
          recordedAt: instant,
          recordedBy: z.string(),
          sources: z.array(source),
          before: z.nullable(saying),
          after: z.nullable(saying),
        }),
      ),
    })
    .check(z.meta({ id: "Corrections" })),
  view: (_, story, language) => {
    const tell = tellerOf(story, language);
    const say = (amendment: Amendment, said: Said) =>
      sayingOf(said, headlineOf({ type: amendment.type, data: said.data } as StoryEvent, tell, language));
    return {
      total: story.amendments.length,
      corrections: story.amendments.toReversed().map((amendment) => {
        const { version, event, type, kind, reason, recordedAt, recordedBy, sources, before, after } = amendment;
        return {
          version,
          event,
          type,
          kind,
          reason,
          recordedAt,
          recordedBy,
          sources: sources ?? [],
          before: "data" in before ? say(amendment, before) : null,
          after: after ? say(amendment, after) : null,
        };
      }),
    };
  },
});
