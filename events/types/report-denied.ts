/** What was only reported is denied. */

import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { describes } from "../describes.ts";
import { onlyReported, remark } from "../remarks.ts";
import { reportIsDenied as reportIsDeniedInEnglish } from "../tell/en/headlines-report.ts";
import { reportIsDenied as reportIsDeniedInFrench } from "../tell/fr/headlines-report.ts";
import { quote, refersToParties, refersToVersion } from "../values.ts";

export const reportDenied = defineEvent({
  type: "ReportDenied",
  kind: "developments",
  summary: describes && "What was only reported is denied: told beside it, and it changes no state.",
  data: z.strictObject({ event: refersToVersion(), by: z.optional(refersToParties()), quote: z.optional(quote) }),
  rules: [onlyReported],
  apply: (story, event) => remark(story, event, "denied"),
  headline: { en: reportIsDeniedInEnglish, fr: reportIsDeniedInFrench },
  example: describes && {
    type: "ReportDenied",
    occurredAt: "2025-02-11T06:00:00Z",
    data: { event: 11, by: "elon-musk" },
  },
});
