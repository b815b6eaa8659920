/** An editor puts an event right. */

import * as z from "zod/mini";
import { attribution } from "../attribution.ts";
import { defineEvent } from "../define.ts";
import { describes } from "../describes.ts";
import { mergePatch } from "../merge-patch.ts";
import { canonical } from "../seal.ts";
import { eventIsCorrected as eventIsCorrectedInEnglish } from "../tell/en/headlines-record.ts";
import { eventIsCorrected as eventIsCorrectedInFrench } from "../tell/fr/headlines-record.ts";
import { edit, instant, precision, prose, refersToVersion, whateverElse } from "../values.ts";

/** Whether a value can be sealed: RFC 8785 knows no infinite number and no half of a surrogate pair. */
const isSealable = (value: unknown): boolean => {
  try {
    return canonical(value) !== "";
  } catch {
    return false;
  }
};

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null && !Array.isArray(value);

/** A merge patch to data of the corrected event's type, which only the log knows: `admit` validates what it makes. A record would drop `__proto__` unsaid. */
const anyData = z
  .unknown()
  .check(
    z.refine(isObject, "must be an object in braces"),
    z.refine(isSealable, "must be of finite numbers and well-formed Unicode"),
    z.meta({ type: "object" }),
  );

const replacement = z
  .strictObject({ occurredAt: z.optional(instant), precision: z.optional(precision), ...attribution, data: z.optional(anyData) })
  .check(
    z.refine(
      (replacement) => Object.keys(replacement).length > 0,
      "must replace something: occurredAt, precision, sources, byline, key, certainty, media or data",
    ),
  );

/** Until schema 3, a correction gave the whole of the data anew. */
const firstOfPatches = 3;

export const eventCorrected = defineEvent({
  type: "EventCorrected",
  summary:
    describes &&
    "An earlier event is corrected. `data` is a JSON Merge Patch (RFC 7396): what it does not name stays, null takes away, and the whole is validated; any other value named replaces what was said before.",
  data: z.strictObject({ event: refersToVersion(), edit: z.optional(edit), reason: z.optional(prose(1000)), replacement }).check(
    z.refine(({ edit, reason }) => edit === "minor" || reason !== undefined, {
      ...whateverElse,
      error: "is required: readers are told why (a minor edit has none)",
      path: ["reason"],
    }),
  ),
  rules: [],
  amends: {
    kind: "corrected",
    target: ({ event }) => event,
    reason: ({ reason }) => reason,
    edit: ({ edit }) => edit ?? "correction",
    amend: (said, { replacement }, schema) => {
      const { occurredAt = said.occurredAt, precision = said.precision, data, ...others } = replacement;
      const patched = data === undefined ? said.data : schema < firstOfPatches ? data : mergePatch(said.data, data);
      return { ...said, ...others, occurredAt, precision, data: patched };
    },
  },
  headline: { en: eventIsCorrectedInEnglish, fr: eventIsCorrectedInFrench },
  example: describes && {
    type: "EventCorrected",
    occurredAt: "2025-02-11T07:00:00Z",
    data: {
      event: 2,
      reason: "Elon Musk conseille aussi Donald Trump.",
      replacement: { data: { role: "propriétaire de X, conseiller de Donald Trump" } },
    },
  },
});
