/** An editor puts an event right. */
import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { french } from "../french.ts";
import { canonical } from "../seal.ts";
import { atMost, instant, precision, refersToVersion, source, text } from "../values.ts";

/** Whether a value can be sealed: RFC 8785 knows no infinite number and no half of a surrogate pair. */
const isSealable = (value: unknown): boolean => {
  try {
    return canonical(value) !== "";
  } catch {
    return false;
  }
};

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null && !Array.isArray(value);

/** Data of the corrected event's type, which only the log knows: `admit` validates it. A record would drop `__proto__` unsaid. */
const anyData = z
  .unknown()
  .check(
    z.refine(isObject, "must be an object in braces"),
    z.refine(isSealable, "must be of finite numbers and well-formed Unicode"),
    z.meta({ type: "object" }),
  );

export const eventCorrected = defineEvent({
  type: "EventCorrected",
  summary: "An earlier event is corrected: each value named replaces the whole value that it said before.",
  data: z.strictObject({
    event: refersToVersion(),
    reason: text(1000),
    replacement: z
      .strictObject({
        occurredAt: z.optional(instant),
        precision: z.optional(precision),
        sources: z.optional(atMost(20, source, "sources")),
        data: z.optional(anyData),
      })
      .check(
        z.refine(
          (replacement) => Object.keys(replacement).length > 0,
          "must replace something: occurredAt, precision, sources or data",
        ),
      ),
  }),
  rules: [],
  editorial: {
    kind: "corrected",
    target: ({ event }) => event,
    reason: ({ reason }) => reason,
    amend: (said, { replacement }) => ({
      occurredAt: replacement.occurredAt ?? said.occurredAt,
      precision: replacement.precision ?? said.precision,
      sources: replacement.sources ?? said.sources,
      data: replacement.data ?? said.data,
    }),
  },
  headline: {
    en: ({ event, reason }, teller) => `Correction of event ${event}: ${teller.text(reason)}`,
    fr: ({ event, reason }, teller) => french`Correction de l’événement ${event} : ${teller.text(reason)}`,
  },
  example: {
    type: "EventCorrected",
    occurredAt: "2025-02-11T07:00:00Z",
    data: {
      event: 2,
      reason: "Elon Musk conseille aussi Donald Trump.",
      replacement: {
        data: { party: "elon-musk", name: "Elon Musk", kind: "person", role: "propriétaire de X, conseiller de Donald Trump" },
      },
    },
  },
});
