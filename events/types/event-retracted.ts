/** An editor takes an event back. */

import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { describes } from "../describes.ts";
import { eventIsRetracted as eventIsRetractedInEnglish } from "../tell/en/headlines-record.ts";
import { eventIsRetracted as eventIsRetractedInFrench } from "../tell/fr/headlines-record.ts";
import { prose, refersToVersion } from "../values.ts";

export const eventRetracted = defineEvent({
  type: "EventRetracted",
  summary: describes && "An earlier event is retracted: it stays to be seen, struck through, and counts no more.",
  data: z.strictObject({ event: refersToVersion(), reason: prose(1000) }),
  rules: [
    {
      code: "opening-not-retractable",
      pointer: "/data/event",
      broken: (_, { data }) =>
        data.event === 1 ? "The story's first event cannot be retracted: correct it, or conclude the story." : undefined,
    },
  ],
  amends: {
    kind: "retracted",
    target: ({ event }) => event,
    reason: ({ reason }) => reason,
    amend: () => undefined,
  },
  headline: { en: eventIsRetractedInEnglish, fr: eventIsRetractedInFrench },
  example: describes && {
    type: "EventRetracted",
    occurredAt: "2025-02-11T07:30:00Z",
    data: { event: 7, reason: "Le message venait d’un compte parodique." },
  },
});
