/** A story that had ended goes on. */

import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { describes } from "../describes.ts";
import { storyResumes as storyResumesInEnglish } from "../tell/en/headlines-record.ts";
import { storyResumes as storyResumesInFrench } from "../tell/fr/headlines-record.ts";
import { prose } from "../values.ts";

export const storyReopened = defineEvent({
  type: "StoryReopened",
  kind: "developments",
  summary: describes && "A concluded story is open again.",
  data: z.strictObject({ reason: z.optional(prose(1000)) }),
  rules: [
    {
      code: "story-not-concluded",
      pointer: "/type",
      broken: ({ concluded }) =>
        concluded ? undefined : "The story was not concluded at that time: there is nothing to reopen.",
    },
  ],
  apply: (story, _, place) => {
    story.concluded = undefined;
    const last = story.closures.at(-1);
    if (last) last.until = place;
  },
  headline: { en: storyResumesInEnglish, fr: storyResumesInFrench },
  example: describes && {
    type: "StoryReopened",
    occurredAt: "2025-08-01T09:00:00Z",
    data: { reason: "Elon Musk revient à la charge." },
  },
});
