/** What is not known yet, and what was found out. */
import type { ViewOf } from "../../../projections/registry.ts";
import { EditorsText, LinkedTime, Section, type StoryContext } from "./story-context.tsx";

type Shown = { context: StoryContext; questions: ViewOf<"questions"> };

/** The open questions, then the answered ones. */
export const Questions = ({ context, questions }: Shown) => {
  const words = context.reader.words.questions;
  return (
    <Section id="questions" title={words.title}>
      {questions.open.length === 0 ? <p class="none">{words.none}</p> : null}
      <ul>
        {questions.open.map(({ text, raised }) => (
          <li>
            <EditorsText context={context}>{text}</EditorsText>{" "}
            <span class="aside">
              <LinkedTime context={context} at={raised} />
            </span>
          </li>
        ))}
      </ul>
      {questions.answered.length > 0 ? <Answered context={context} questions={questions} /> : null}
    </Section>
  );
};

const Answered = ({ context, questions }: Shown) => (
  <>
    <h3>{context.reader.words.questions.answered}</h3>
    <dl>
      {questions.answered.map(({ text, answer }) => (
        <div>
          <dt lang={context.language} dir="auto">
            {text}
          </dt>
          <dd>
            <p lang={context.language} dir="auto">
              {answer.text}
            </p>
            <p class="aside">
              <LinkedTime context={context} at={answer} />
            </p>
          </dd>
        </div>
      ))}
    </dl>
  </>
);
