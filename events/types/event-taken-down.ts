/** A publisher erases an event: a court's order, a person's right. */

import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { describes } from "../describes.ts";
import { eventIsTakenDown as eventIsTakenDownInEnglish } from "../tell/en/headlines-record.ts";
import { eventIsTakenDown as eventIsTakenDownInFrench } from "../tell/fr/headlines-record.ts";
import { prose, refersToVersion } from "../values.ts";

export const eventTakenDown = defineEvent({
  type: "EventTakenDown",
  summary:
    describes &&
    "An event, and the corrections and retractions of it, are taken down: what they said is erased, and who, when and why remain.",
  data: z.strictObject({
    event: refersToVersion(),
    reason: prose(1000),
    legalBasis: prose(500),
    erased: z.array(z.int().check(z.minimum(1))).check(z.minLength(1)),
  }),
  rules: [],
  reserved: true,
  amends: {
    kind: "taken-down",
    target: ({ event }) => event,
    reason: ({ reason }) => reason,
    amend: () => undefined,
    erased: ({ erased }) => erased,
  },
  headline: { en: eventIsTakenDownInEnglish, fr: eventIsTakenDownInFrench },
  example: describes && {
    type: "EventTakenDown",
    occurredAt: "2025-03-01T09:00:00Z",
    data: { event: 7, reason: "Le tribunal l’a ordonné.", legalBasis: "TJ de Paris, référé du 28 février 2025", erased: [7, 9] },
  },
});
