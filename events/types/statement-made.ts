/** Somebody says something. */
import * as z from "zod";
import { defineEvent } from "../define.ts";
import { french } from "../french.ts";
import { quote, refersTo, text } from "../values.ts";

export const statementMade = defineEvent({
  type: "StatementMade",
  kind: "statements",
  summary: "A party makes a statement.",
  data: z.strictObject({
    by: refersTo("party"),
    quote,
    about: z.array(refersTo("party")).max(50, "must have at most 50 parties").optional(),
    platform: text(80).optional(),
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
