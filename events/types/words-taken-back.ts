/** Somebody takes words back that were said. */

import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { describes } from "../describes.ts";
import { remark } from "../remarks.ts";
import { wordsAreTakenBack as wordsAreTakenBackInEnglish } from "../tell/en/headlines-words.ts";
import { wordsAreTakenBack as wordsAreTakenBackInFrench } from "../tell/fr/headlines-words.ts";
import { quote, refersToParties, refersToVersion } from "../values.ts";

export const wordsTakenBack = defineEvent({
  type: "WordsTakenBack",
  kind: "statements",
  summary: describes && "Words that were said are deleted, apologised for, denied or clarified: the mark stands at the words.",
  data: z.strictObject({
    event: refersToVersion(),
    by: refersToParties(),
    how: z.enum(["deleted", "apologised", "denied", "clarified"]),
    quote: z.optional(quote),
  }),
  rules: [
    {
      code: "no-words-there",
      pointer: "/data/event",
      broken: (_, { data }, earlier) => {
        const said = earlier(data.event);
        if (!said) return `Event ${data.event} does not stand before this one: check when this happened.`;
        return Object.hasOwn(said.data as object, "quote")
          ? undefined
          : `There are no words in event ${data.event} to take back.`;
      },
    },
  ],
  apply: (story, event) => remark(story, event, "takenBack"),
  headline: { en: wordsAreTakenBackInEnglish, fr: wordsAreTakenBackInFrench },
  example: describes && {
    type: "WordsTakenBack",
    occurredAt: "2025-02-12T10:00:00Z",
    data: { event: 14, by: "elon-musk", how: "deleted" },
  },
});
