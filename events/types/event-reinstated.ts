/** An editor takes a retraction back. */

import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { describes } from "../describes.ts";
import { eventIsReinstated as eventIsReinstatedInEnglish } from "../tell/en/headlines-record.ts";
import { eventIsReinstated as eventIsReinstatedInFrench } from "../tell/fr/headlines-record.ts";
import { prose, refersToVersion } from "../values.ts";

export const eventReinstated = defineEvent({
  type: "EventReinstated",
  summary: describes && "A retracted event stands again, as it read when it was retracted.",
  data: z.strictObject({ event: refersToVersion(), reason: prose(1000) }),
  rules: [],
  amends: {
    kind: "reinstated",
    target: ({ event }) => event,
    reason: ({ reason }) => reason,
    amend: (said) => said,
  },
  headline: { en: eventIsReinstatedInEnglish, fr: eventIsReinstatedInFrench },
  example: describes && {
    type: "EventReinstated",
    occurredAt: "2025-02-11T09:00:00Z",
    data: { event: 7, reason: "Le compte est bien le sien." },
  },
});
