/** What is not known yet, and what was found out. */
import type { ViewOf } from "../../../projections/registry.ts";
import { EditorsText, LinkedTime, Section, type StoryContext } from "./scene.tsx";

type Shown = { scene: StoryContext; questions: ViewOf<"questions"> };

export const Questions = ({ scene, questions }: Shown) => {
  const words = scene.reader.words.questions;
  return (
    <Section id="questions" title={words.title}>
      {questions.open.length === 0 ? <p class="none">{words.none}</p> : null}
      <ul>
        {questions.open.map(({ text, raised }) => (
          <li>
            <EditorsText scene={scene}>{text}</EditorsText>{" "}
            <span class="aside">
              <LinkedTime scene={scene} at={raised} />
            </span>
          </li>
        ))}
      </ul>
      {questions.answered.length > 0 ? <Answered scene={scene} questions={questions} /> : null}
    </Section>
  );
};

const Answered = ({ scene, questions }: Shown) => (
  <>
    <h3>{scene.reader.words.questions.answered}</h3>
    <dl>
      {questions.answered.map(({ text, answer }) => (
        <div>
          <dt lang={scene.language} dir="auto">
            {text}
          </dt>
          <dd>
            <p lang={scene.language} dir="auto">
              {answer.text}
            </p>
            <p class="aside">
              <LinkedTime scene={scene} at={answer} />
            </p>
          </dd>
        </div>
      ))}
    </dl>
  </>
);
