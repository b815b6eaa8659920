/** Somebody says something. */
import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { french } from "../french.ts";
import { atMost, quote, refersTo, text } from "../values.ts";

export const statementMade = defineEvent({
  type: "StatementMade",
  kind: "statements",
  summary: "A party makes a statement.",
  data: z.strictObject({
    by: refersTo("party"),
    quote,
    about: z.optional(atMost(50, refersTo("party"), "parties")),
    platform: z.optional(text(80)),
  }),
  rules: [],
  headline: {
    en: ({ by, quote }, teller) => `${teller.name(by)}: ${teller.quote(quote)}`,
    fr: ({ by, quote }, teller) => french`${teller.name(by)} : ${teller.quote(quote)}`,
  },
  example: {
    type: "StatementMade",
    occurredAt: "2025-02-11T09:00:00Z",
    precision: "hour",
    data: { by: "sam-altman", quote: { text: "OpenAI n’est pas à vendre.", language: "fr" }, about: ["elon-musk"] },
  },
});
