/** What was only reported is confirmed. */

import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { describes } from "../describes.ts";
import { onlyReported, remark } from "../remarks.ts";
import { reportIsConfirmed as reportIsConfirmedInEnglish } from "../tell/en/headlines-report.ts";
import { reportIsConfirmed as reportIsConfirmedInFrench } from "../tell/fr/headlines-report.ts";
import { quote, refersToParties, refersToVersion } from "../values.ts";

export const reportConfirmed = defineEvent({
  type: "ReportConfirmed",
  kind: "developments",
  summary: describes && "What was only reported is confirmed by somebody whom it concerns.",
  data: z.strictObject({ event: refersToVersion(), by: z.optional(refersToParties()), quote: z.optional(quote) }),
  rules: [onlyReported],
  apply: (story, event) => remark(story, event, "confirmed"),
  headline: { en: reportIsConfirmedInEnglish, fr: reportIsConfirmedInFrench },
  example: describes && {
    type: "ReportConfirmed",
    occurredAt: "2025-02-11T06:00:00Z",
    data: { event: 11, by: "elon-musk" },
  },
});
