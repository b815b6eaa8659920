/** What a reader should know from before. */

import { defineEvent } from "../define.ts";
import { describes } from "../describes.ts";
import { newsIsReported as newsIsReportedInEnglish } from "../tell/en/headlines-words.ts";
import { newsIsReported as newsIsReportedInFrench } from "../tell/fr/headlines-words.ts";
import { reportData } from "./development-reported.ts";

export const backgroundNoted = defineEvent({
  type: "BackgroundNoted",
  kind: "background",
  talk: true,
  summary: describes && "A fact from before the story, or from around it, is noted.",
  data: reportData,
  rules: [],
  headline: { en: newsIsReportedInEnglish, fr: newsIsReportedInFrench },
  example: describes && {
    type: "BackgroundNoted",
    occurredAt: "2022-10-27T00:00:00Z",
    precision: "day",
    data: { headline: "Elon Musk achète Twitter pour 44 milliards de dollars", parties: ["elon-musk", "twitter"] },
  },
});
