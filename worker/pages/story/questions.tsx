/** What is not known yet, and what was found out. */
import type { ViewOf } from "../../../projections/registry.ts";
import { ListTurning, listWindow } from "./list-window.tsx";
import { EditorsText, LinkedTime, Section, type StoryContext } from "./story-context.tsx";

type Shown = { context: StoryContext; questions: ViewOf<"questions"> };
type Answers = { context: StoryContext; answered: ViewOf<"questions">["answered"] };

/** So many questions are shown at a time. */
const most = 30;

/** The open questions, then the answered ones. */
export const Questions = ({ context, questions }: Shown) => {
  const words = context.reader.words.questions;
  const shown = listWindow(context, "questions", [...questions.open, ...questions.answered], { most });
  const open = questions.open.slice(shown.from, shown.to);
  const before = questions.open.length;
  const answered = questions.answered.slice(Math.max(0, shown.from - before), Math.max(0, shown.to - before));
  return (
    <Section id="questions" title={words.title}>
      {questions.open.length === 0 ? <p class="none">{words.none}</p> : null}
      <ul>
        {open.map(({ text, raised }) => (
          <li>
            <EditorsText context={context}>{text}</EditorsText>{" "}
            <span class="aside">
              <LinkedTime context={context} at={raised} />
            </span>
          </li>
        ))}
      </ul>
      {answered.length > 0 ? <Answered context={context} answered={answered} /> : null}
      <ListTurning context={context} list="questions" title={words.title} window={shown} />
    </Section>
  );
};

const Answered = ({ context, answered }: Answers) => (
  <>
    <h3>{context.reader.words.questions.answered}</h3>
    <dl>
      {answered.map(({ text, answer }) => (
        <div>
          <dt lang={context.languageOf(text)} dir="auto">
            {text}
          </dt>
          <dd>
            <p lang={context.languageOf(answer.text)} dir="auto">
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
