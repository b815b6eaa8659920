/** What is still unknown, and what was found out. */

import * as z from "zod/mini";
import { describes } from "../events/describes.ts";
import { inStoryOrder } from "../events/order.ts";
import { get, type Moment, type Place } from "../events/story.ts";
import { type StoryIn, textIn } from "../events/tell/story-in.ts";
import { defineProjection } from "./define.ts";
import { moment, momentOf, textLanguage, textLanguageOf } from "./shapes.ts";

type Telling = Moment & Place & { text: string };
/** An answer may come before its question in story order. */
type Question = { raised?: Telling; answer?: Telling };
type State = Record<string, Question>;

const questionOf = (state: State, slug: string): Question => {
  const question = get(state, slug) ?? {};
  state[slug] = question;
  return question;
};

const asked = describes && { question: z.string(), text: z.string(), ...textLanguage, raised: moment };

/** A question or an answer, as it is told in a language. */
const sayIn = (story: StoryIn, { version, text: original }: Telling) => {
  const text = textIn(story, version, "text", original);
  return { text, ...textLanguageOf(story, text) };
};

export const questions = defineProjection({
  name: "questions",
  revision: 3,
  summary: describes && "What is not known yet, and what was answered: when, and by which event.",
  initial: (): State => ({}),
  on: {
    QuestionRaised: (state, event, place) => {
      questionOf(state, event.data.question).raised = { ...momentOf(event), place, text: event.data.text };
    },
    QuestionAnswered: (state, event, place) => {
      questionOf(state, event.data.question).answer = { ...momentOf(event), place, text: event.data.text };
    },
  },
  schema:
    describes &&
    z
      .strictObject({
        open: z.array(z.strictObject(asked)),
        answered: z.array(
          z.strictObject({ ...asked, answer: z.strictObject({ text: z.string(), ...textLanguage, ...moment.shape }) }),
        ),
      })
      .check(z.meta({ id: "Questions" })),
  view: (state, story) => {
    const told = Object.entries(state)
      .flatMap(([question, { raised, answer }]) => (raised ? { question, raised, answer } : []))
      .sort((a, b) => inStoryOrder(a.raised, b.raised))
      .map(({ question, raised, answer }) => ({ question, ...sayIn(story, raised), raised: momentOf(raised), answer }));
    return {
      open: told.flatMap(({ answer, ...question }) => (answer ? [] : question)),
      answered: told.flatMap(({ answer, ...question }) =>
        answer ? { ...question, answer: { ...sayIn(story, answer), ...momentOf(answer) } } : [],
      ),
    };
  },
});
