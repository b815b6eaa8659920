/** Somebody insults somebody, or something. */

import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { describes } from "../describes.ts";
import { insultIsPosted as insultIsPostedInEnglish } from "../tell/en/headlines-words.ts";
import { insultIsPosted as insultIsPostedInFrench } from "../tell/fr/headlines-words.ts";
import { quote, refersToParties, refersToVersion, text, whateverElse } from "../values.ts";

export const insultPosted = defineEvent({
  type: "InsultPosted",
  kind: "insults",
  talk: true,
  summary: describes && "One or several parties insult others, or a thing.",
  data: z
    .strictObject({
      by: refersToParties(),
      at: z.optional(refersToParties()),
      thing: z.optional(text(200)),
      quote,
      platform: z.optional(text(80)),
      inReplyTo: z.optional(refersToVersion()),
    })
    .check(
      z.refine(({ at, thing }) => (at === undefined) !== (thing === undefined), {
        ...whateverElse,
        error: "must be one of the two: at (parties) or thing (in words)",
        path: ["at"],
      }),
    ),
  rules: [],
  headline: { en: insultIsPostedInEnglish, fr: insultIsPostedInFrench },
  example: describes && {
    type: "InsultPosted",
    occurredAt: "2025-02-10T21:30:00Z",
    precision: "hour",
    data: { by: "elon-musk", at: "sam-altman", quote: { text: "Swindler", language: "en" }, platform: "X" },
  },
});
