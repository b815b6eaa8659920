/** What happens next is announced. */

import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { describes } from "../describes.ts";
import { dateIsAnnounced as dateIsAnnouncedInEnglish } from "../tell/en/headlines-words.ts";
import { dateIsAnnounced as dateIsAnnouncedInFrench } from "../tell/fr/headlines-words.ts";
import { atMost, day, instant, refersTo, text } from "../values.ts";

export const dateAnnounced = defineEvent({
  type: "DateAnnounced",
  kind: "developments",
  summary: describes && "What happens next, and when: of the same `what`, the newest date counts.",
  data: z.strictObject({
    what: text(200),
    at: z.union([day, instant]),
    parties: z.optional(atMost(50, refersTo("party"), "parties")),
  }),
  rules: [],
  headline: { en: dateIsAnnouncedInEnglish, fr: dateIsAnnouncedInFrench },
  example: describes && {
    type: "DateAnnounced",
    occurredAt: "2025-02-12T09:00:00Z",
    data: { what: "Le conseil d’OpenAI se réunit", at: "2025-02-14", parties: ["openai"] },
  },
});
