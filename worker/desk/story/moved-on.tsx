/** The story has moved on since the editor looked: who wrote what meanwhile, and what may be done with one's own. */
import type { LogHead } from "../../store/log.ts";
import { DeskLayout } from "../desk-layout.tsx";
import type { DeskSession } from "../desk-page.ts";
import { labelOf } from "../form/labels.ts";
import { fillIn } from "../words/fill-in.ts";
import { DeskEntry } from "./desk-entry.tsx";
import type { DeskStory } from "./desk-story.ts";
import { type Carried, CarriedFields } from "./preview.tsx";
import { StepsForm } from "./steps-form.tsx";

type Moved = { desk: DeskSession; story: DeskStory; head: LogHead; carried: Carried };

/** So many of the entries that came meanwhile are shown. */
const most = 5;

/** The page that a 412 is answered with. */
export const MovedOnPage = (moved: Moved) => (
  <DeskLayout visit={moved.desk} title={moved.desk.words.story.moved}>
    <h1>{moved.desk.words.story.moved}</h1>
    <MovedOn {...moved} />
  </DeskLayout>
);

/** The card: nothing of one's own was recorded, and nothing is lost. */
const MovedOn = ({ desk, story, head, carried }: Moved) => {
  const { words } = desk;
  const minutes = Math.floor((story.setting.now - Date.parse(head.recordedAt)) / 60_000);
  const newer = story.timeline.entries.filter(({ lastVersion }) => lastVersion > carried.version).slice(0, most);
  const steps = [
    ["record", words.story.postAnyway],
    ["edit", words.story.changeIt],
  ] as const;
  return (
    <section class="desk-moved" aria-label={words.story.moved}>
      <p class="desk-lead" role="alert">
        {fillIn(words.story.movedText, {
          who: head.recordedBy,
          what: labelOf(words, head.type),
          version: head.version,
          when: fillIn(minutes < 1 ? words.story.justNow : minutes === 1 ? words.story.aMinuteAgo : words.story.minutesAgo, {
            minutes,
          }),
        })}
      </p>
      {newer.map((entry) => (
        <DeskEntry entry={entry} zone={story.setting.zone} language={desk.language} heading="h2" />
      ))}
      <StepsForm desk={desk} story={story} action={carried.action} steps={steps}>
        <CarriedFields desk={desk} carried={{ ...carried, version: head.version }} />
      </StepsForm>
    </section>
  );
};
