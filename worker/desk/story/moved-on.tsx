/** The story has moved on since the editor looked: who wrote what meanwhile, and what may be done with one's own. */
import type { LogHead } from "../../store/log.ts";
import { DeskLayout } from "../desk-layout.tsx";
import { labelOf } from "../form/labels.ts";
import { deskStoryPath } from "../story-path.ts";
import { fillIn } from "../words/apart.ts";
import { DeskEntry } from "./desk-entry.tsx";
import type { DeskStory, StoryVisit } from "./desk-story.ts";
import { postingPath } from "./posting-form.tsx";
import { type Carried, CarriedFields } from "./preview.tsx";

type Moved = { desk: StoryVisit; story: DeskStory; head: LogHead; carried: Carried };

/** So many of the entries that came meanwhile are shown. */
const most = 5;

/** The page that a 412 is answered with: nothing of it was recorded, and nothing is lost. */
export const MovedOnPage = ({ desk, story, head, carried }: Moved) => {
  const { words } = desk;
  const minutes = Math.floor((story.setting.now - Date.parse(head.recordedAt)) / 60_000);
  const newer = story.timeline.entries.filter(({ version }) => version > carried.version).slice(0, most);
  return (
    <DeskLayout visit={desk} title={words.story.moved}>
      <h1>{words.story.moved}</h1>
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
        <DeskEntry entry={entry} zone={story.setting.zone} language={desk.language} />
      ))}
      <form method="post" action={postingPath(story.slug)} class="desk-form desk-steps">
        <CarriedFields desk={desk} carried={{ ...carried, version: head.version }} />
        <button type="submit" name="step" value="record">
          {words.story.postAnyway}
        </button>
        <button type="submit" name="step" value="edit" class="quiet">
          {words.story.changeIt}
        </button>
        <a href={deskStoryPath(story.slug)}>{words.story.discard}</a>
      </form>
    </DeskLayout>
  );
};
