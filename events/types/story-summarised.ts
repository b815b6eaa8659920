/** What a latecomer needs to know, by an editor's hand. */

import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { describes } from "../describes.ts";
import { storyIsSummedUp as storyIsSummedUpInEnglish } from "../tell/en/headlines-record.ts";
import { storyIsSummedUp as storyIsSummedUpInFrench } from "../tell/fr/headlines-record.ts";
import { atMost, text } from "../values.ts";

export const storySummarised = defineEvent({
  type: "StorySummarised",
  editorial: true,
  placeless: true,
  summary: describes && "The story is summed up for a latecomer, in one to seven points; the newest summary counts.",
  data: z.strictObject({
    points: atMost(7, text(300), "points").check(z.minLength(1, "must have at least one point")),
  }),
  rules: [],
  declare: (story, { version, occurredAt, precision, data }) => {
    story.points = { version, points: data.points, occurredAt, precision };
  },
  headline: { en: storyIsSummedUpInEnglish, fr: storyIsSummedUpInFrench },
  example: describes && {
    type: "StorySummarised",
    occurredAt: "2025-02-11T09:00:00Z",
    data: {
      points: [
        "Elon Musk propose 97,4 milliards de dollars pour OpenAI.",
        "Sam Altman refuse et propose dix fois moins pour Twitter.",
      ],
    },
  },
});
