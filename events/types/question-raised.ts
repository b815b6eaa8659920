/** Something is not known. */

import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { describes } from "../describes.ts";
import { questionIsRaised as questionIsRaisedInEnglish } from "../tell/en/headlines-words.ts";
import { questionIsRaised as questionIsRaisedInFrench } from "../tell/fr/headlines-words.ts";
import { introduces, text } from "../values.ts";

export const questionRaised = defineEvent({
  type: "QuestionRaised",
  kind: "questions",
  editorial: true,
  talk: true,
  summary: describes && "A question is open: what the newsroom does not know yet.",
  data: z.strictObject({ question: introduces("question"), text: text(500) }),
  rules: [],
  headline: { en: questionIsRaisedInEnglish, fr: questionIsRaisedInFrench },
  example: describes && {
    type: "QuestionRaised",
    occurredAt: "2025-02-11T08:00:00Z",
    data: { question: "motive", text: "Qu’est-ce qui a poussé Elon Musk à faire cette offre ?" },
  },
});
