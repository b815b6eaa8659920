/** Where the story stands: its title, its stage, the sentence, and what it comes down to. */
import { isTold } from "../../../projections/corrections.ts";
import { Runs } from "../../http/html/runs.tsx";
import { storyPath } from "../../http/links.ts";
import type { Views } from "../../read/projections.ts";
import type { StoryPage } from "../../read/story-page.ts";
import { localizedPath } from "../reader.ts";
import { EventTime, RecordedTime } from "../times.tsx";
import { Agreements, Awaiting, BlockedBy, Next } from "./status-facts.tsx";
import { EntryLink, type StoryContext } from "./story-context.tsx";
import { StoryHeading } from "./story-heading.tsx";

type Shown = { context: StoryContext; story: StoryPage["story"]; views: Views<"status" | "offers"> };

/** Where a story stands, in a frame of its own. */
export const StoryStatus = ({ context, story, views }: Shown) => {
  const { title, summary } = story;
  return (
    <header class="standing">
      <StoryHeading context={context} title={title} status={views.status} summary={summary} />
      <Facts context={context} story={story} views={views} isAlone />
    </header>
  );
};

/** What the sentence comes down to, in a list; `isAlone`: what happens next and what happened last stand nowhere else. */
export const Facts = ({ context, story, views, isAlone = false }: Shown & { isAlone?: boolean }) => (
  <dl class="facts">
    <Agreements context={context} status={views.status} />
    <BlockedBy context={context} status={views.status} />
    <Awaiting context={context} views={views} />
    {isAlone ? <Next context={context} status={views.status} /> : null}
    <Outcome context={context} views={views} />
    {isAlone ? <LastMove context={context} views={views} /> : null}
    <Trust context={context} story={story} />
  </dl>
);

const Outcome = ({ context: { reader, languageOf }, views: { status } }: Pick<Shown, "context" | "views">) =>
  status.outcome ? (
    <div>
      <dt>{reader.words.story.outcome}</dt>
      <dd lang={languageOf(status.outcome)} dir="auto">
        {status.outcome}
      </dd>
    </div>
  ) : null;

const LastMove = ({ context, views: { status } }: Pick<Shown, "context" | "views">) => {
  const { lastMove } = status;
  if (!lastMove) return null;
  return (
    <div>
      <dt>{context.reader.words.story.lastMove}</dt>
      <dd>
        <EntryLink context={context} version={lastMove.version}>
          <Runs runs={lastMove.headlineRuns} />
        </EntryLink>
      </dd>
      <dd class="aside">
        <EventTime reader={context.reader} at={lastMove} />
      </dd>
    </div>
  );
};

/** Whether one can trust it: how fresh it is, what was put right, and who can check. */
const Trust = ({ context, story }: Pick<Shown, "context" | "story">) => {
  const { reader, version } = context;
  const { words } = reader;
  const path = storyPath(context);
  return (
    <div>
      <dt>{words.story.trust}</dt>
      <dd>
        <a href={localizedPath(reader, `${path}/corrections`)}>
          {words.corrections.count(story.amendments.filter(isTold).length)}
        </a>
        {" · "}
        <a href={localizedPath(reader, `${path}/verify`)}>{words.story.verify}</a>
      </dd>
      <dd class="aside">
        {words.story.version(version)}, {words.story.updated} <RecordedTime reader={reader} at={story.recordedAt} />
      </dd>
    </div>
  );
};
