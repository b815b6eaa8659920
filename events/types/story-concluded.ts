/** A story ends. */
import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { french } from "../french.ts";
import { orderKey } from "../order.ts";
import { text } from "../values.ts";

export const storyConcluded = defineEvent({
  type: "StoryConcluded",
  kind: "developments",
  summary: "The story is concluded: nothing happens after it, though it may still be corrected.",
  data: z.strictObject({ outcome: text(1000) }),
  rules: [],
  apply: (story, { version, occurredAt, data }) => {
    story.concluded = { version, at: orderKey(occurredAt), outcome: data.outcome };
  },
  headline: {
    en: ({ outcome }, teller) => `The story is over: ${teller.text(outcome)}`,
    fr: ({ outcome }, teller) => french`Fin du récit : ${teller.text(outcome)}`,
  },
  example: {
    type: "StoryConcluded",
    occurredAt: "2025-07-01T00:00:00Z",
    precision: "day",
    data: { outcome: "Les deux offres sont caduques ; chacun garde sa maison." },
  },
});
