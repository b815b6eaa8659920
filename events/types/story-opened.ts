/** A story begins. */

import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { describes } from "../describes.ts";
import { storyOpens as storyOpensInEnglish } from "../tell/en/headlines-record.ts";
import { storyOpens as storyOpensInFrench } from "../tell/fr/headlines-record.ts";
import { language, prose, text, timeZone } from "../values.ts";

export const storyOpened = defineEvent({
  type: "StoryOpened",
  kind: "developments",
  editorial: true,
  summary: describes && "A story is opened: always its version 1.",
  data: z.strictObject({
    title: text(200, "name"),
    summary: z.optional(prose(1000)),
    language,
    timeZone: z.optional(timeZone),
  }),
  rules: [
    {
      code: "story-already-open",
      pointer: "/type",
      broken: (_, { version }) =>
        version === 1 ? undefined : "This story is open already: correct its first event to change its title.",
    },
  ],
  apply: (story, { data }) => {
    story.title = data.title;
    story.summary = data.summary;
    story.language = data.language;
    story.timeZone = data.timeZone;
  },
  headline: { en: storyOpensInEnglish, fr: storyOpensInFrench },
  example: describes && {
    type: "StoryOpened",
    occurredAt: "2025-02-10T19:00:00Z",
    precision: "hour",
    data: {
      title: "Musk, Altman et l’offre sur OpenAI",
      summary: "Une offre, une riposte, une insulte.",
      language: "fr",
      timeZone: "Europe/Paris",
    },
  },
});
