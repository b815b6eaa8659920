/** A question finds its answer. */

import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { describes } from "../describes.ts";
import { get } from "../story.ts";
import { questionIsAnswered as questionIsAnsweredInEnglish } from "../tell/en/headlines-words.ts";
import { questionIsAnswered as questionIsAnsweredInFrench } from "../tell/fr/headlines-words.ts";
import { prose, refersTo } from "../values.ts";

export const questionAnswered = defineEvent({
  type: "QuestionAnswered",
  kind: "questions",
  editorial: true,
  talk: true,
  summary: describes && "An open question is answered.",
  data: z.strictObject({ question: refersTo("question"), text: prose(2000) }),
  rules: [
    {
      code: "question-not-open",
      pointer: "/data/question",
      broken: (story, { data }) =>
        get(story.answers, data.question) === undefined
          ? undefined
          : `The question “${data.question}” was answered by event ${get(story.answers, data.question)}: correct that event instead.`,
    },
  ],
  apply: (story, { version, data }) => {
    story.answers[data.question] = version;
  },
  headline: { en: questionIsAnsweredInEnglish, fr: questionIsAnsweredInFrench },
  example: describes && {
    type: "QuestionAnswered",
    occurredAt: "2025-02-14T12:00:00Z",
    data: { question: "motive", text: "Une provocation, selon ses avocats." },
  },
});
