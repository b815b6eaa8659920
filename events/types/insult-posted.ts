/** Somebody insults somebody. */
import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { french } from "../french.ts";
import { quote, refersTo, refersToVersion, text } from "../values.ts";

export const insultPosted = defineEvent({
  type: "InsultPosted",
  kind: "insults",
  summary: "A party insults another.",
  data: z.strictObject({
    by: refersTo("party"),
    at: refersTo("party"),
    quote,
    platform: z.optional(text(80)),
    inReplyTo: z.optional(refersToVersion()),
  }),
  rules: [],
  headline: {
    en: ({ by, at, quote }, teller) => `${teller.name(by)} insults ${teller.name(at)}: ${teller.quote(quote)}`,
    fr: ({ by, at, quote }, teller) => french`${teller.name(by)} insulte ${teller.name(at)} : ${teller.quote(quote)}`,
  },
  example: {
    type: "InsultPosted",
    occurredAt: "2025-02-10T21:30:00Z",
    precision: "hour",
    data: { by: "elon-musk", at: "sam-altman", quote: { text: "Swindler", language: "en" }, platform: "X" },
  },
});
