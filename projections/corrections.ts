/** Every correction, retraction, reinstatement and takedown, in the open. */

import * as z from "zod/mini";
import { attribution } from "../events/attribution.ts";
import { describes } from "../events/describes.ts";
import { attributionOf, type Said } from "../events/recorded.ts";
import type { EventType } from "../events/registry.ts";
import type { Amendment } from "../events/story.ts";
import type { Language } from "../events/tell/languages.ts";
import type { StoryIn } from "../events/tell/story-in.ts";
import { edit, instant, precision, source } from "../events/values.ts";
import { defineProjection } from "./define.ts";
import { headline, headlineAt } from "./shapes.ts";

/** What an event says or said: its headline, and all that the editor wrote. */
export const saying =
  describes &&
  z
    .strictObject({
      ...headline,
      occurredAt: instant,
      precision,
      ...attribution,
      sources: z.array(source),
      data: z.record(z.string(), z.unknown()),
    })
    .check(z.meta({ id: "Saying" }));
type Saying = z.infer<typeof saying>;

/** Tells what an event says or said, under a headline. */
export const sayingOf = (said: Said, told: Pick<Saying, "headline" | "headlineRuns">): Saying => ({
  ...told,
  occurredAt: said.occurredAt,
  precision: said.precision,
  ...attributionOf(said),
  sources: said.sources ?? [],
  // Every event's data is an object: its schema says so.
  data: said.data as Record<string, unknown>,
});

/** Later than any place: what has none is told with what is known today. */
const today = "~";

/** Whether an amendment is told: every one but minor edits. */
export const isTold = ({ edit }: Pick<Amendment, "edit">): boolean => edit !== "minor";

const say = (story: StoryIn, language: Language, { event: version, type, place = today }: Amendment, said: Said): Saying =>
  // The type of an event in the log is of the registry.
  sayingOf(
    said,
    headlineAt(story, language, { version, type: type as EventType, data: said.data, certainty: said.certainty }, place, "said"),
  );

export const corrections = defineProjection({
  name: "corrections",
  revision: 3,
  summary:
    describes &&
    "Every correction but minor edits, retraction, reinstatement and takedown, newest first: of which entry and of which kind, what it said, what it says, why, when, by whom.",
  tellsAmendments: true,
  initial: () => ({}),
  on: {},
  schema:
    describes &&
    z
      .strictObject({
        total: z.int(),
        corrections: z.array(
          z.strictObject({
            version: z.int(),
            event: z.int(),
            type: z.string(),
            kind: z.enum(["corrected", "retracted", "reinstated", "taken-down"]),
            edit: z.optional(edit),
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
    const told = story.amendments.filter(isTold);
    return {
      total: told.length,
      corrections: told.toReversed().map((amendment) => {
        const { version, event, type, kind, edit, reason = "", recordedAt, recordedBy, sources, before, after } = amendment;
        return {
          version,
          event,
          type,
          kind,
          edit,
          reason,
          recordedAt,
          recordedBy,
          sources: sources ?? [],
          before: "data" in before ? say(story, language, amendment, before) : null,
          after: after ? say(story, language, amendment, after) : null,
        };
      }),
    };
  },
});
