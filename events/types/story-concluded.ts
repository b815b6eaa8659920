/** A story ends. */

import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { describes } from "../describes.ts";
import { storyEnds as storyEndsInEnglish } from "../tell/en/headlines-record.ts";
import { storyEnds as storyEndsInFrench } from "../tell/fr/headlines-record.ts";
import { prose } from "../values.ts";

export const storyConcluded = defineEvent({
  type: "StoryConcluded",
  kind: "developments",
  summary:
    describes &&
    "The story is concluded: nothing happens after it until it is reopened, though its record may still be put right.",
  data: z.strictObject({ outcome: prose(1000) }),
  rules: [
    {
      code: "story-concluded",
      pointer: "/type",
      broken: ({ concluded }) =>
        concluded ? `The story was concluded before that, by event ${concluded.version}: reopen it first.` : undefined,
    },
  ],
  apply: (story, { version, data }, place) => {
    story.concluded = { version, place, outcome: data.outcome };
    story.closures.push({ version, place });
  },
  headline: { en: storyEndsInEnglish, fr: storyEndsInFrench },
  example: describes && {
    type: "StoryConcluded",
    occurredAt: "2025-07-01T00:00:00Z",
    precision: "day",
    data: { outcome: "Les deux offres sont caduques ; chacun garde sa maison." },
  },
});
