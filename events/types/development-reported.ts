/** Something happens that has no type of its own. */

import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { describes } from "../describes.ts";
import { newsIsReported as newsIsReportedInEnglish } from "../tell/en/headlines-words.ts";
import { newsIsReported as newsIsReportedInFrench } from "../tell/fr/headlines-words.ts";
import { atMost, prose, refersTo, text } from "../values.ts";

/** A report: a headline of the editor's own, in the story's language. */
export const reportData = z.strictObject({
  headline: text(200),
  text: z.optional(prose(4000)),
  parties: z.optional(atMost(50, refersTo("party"), "parties")),
});

export const developmentReported = defineEvent({
  type: "DevelopmentReported",
  kind: "developments",
  talk: true,
  summary: describes && "A development is reported, under a headline of the editor's own.",
  data: reportData,
  rules: [],
  headline: { en: newsIsReportedInEnglish, fr: newsIsReportedInFrench },
  example: describes && {
    type: "DevelopmentReported",
    occurredAt: "2025-02-11T08:00:00Z",
    precision: "day",
    data: { headline: "La querelle éclipse le sommet de Paris", parties: ["elon-musk", "sam-altman"] },
  },
});
