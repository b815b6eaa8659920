/** Somebody says something. */

import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { describes } from "../describes.ts";
import { statementIsMade as statementIsMadeInEnglish } from "../tell/en/headlines-words.ts";
import { statementIsMade as statementIsMadeInFrench } from "../tell/fr/headlines-words.ts";
import { atMost, quote, refersTo, refersToParties, text } from "../values.ts";

export const statementMade = defineEvent({
  type: "StatementMade",
  kind: "statements",
  talk: true,
  summary: describes && "One or several parties make a statement.",
  data: z.strictObject({
    by: refersToParties(),
    quote,
    about: z.optional(atMost(50, refersTo("party"), "parties")),
    platform: z.optional(text(80)),
  }),
  rules: [],
  headline: { en: statementIsMadeInEnglish, fr: statementIsMadeInFrench },
  example: describes && {
    type: "StatementMade",
    occurredAt: "2025-02-11T09:00:00Z",
    precision: "hour",
    data: { by: "sam-altman", quote: { text: "OpenAI n’est pas à vendre.", language: "fr" }, about: ["elon-musk"] },
  },
});
