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

type Shown = { context: StoryContext; story: StoryPage["story"]; views: Views<"status" | "offers"> };

/** The head of a story's page. */
export const StoryStatus = ({ context, story, views }: Shown) => {
  const { reader } = context;
  const { status } = views;
  const { title, summary } = story;
  return (
    <header class="standing">
      <p class="label stage">{reader.words.stages[status.stage]}</p>
      <h1 lang={context.languageOf(title)} dir="auto">
        {title}
      </h1>
      <p class="deck">
        <Runs runs={status.headlineRuns} />
      </p>
      {summary ? (
        <p class="summary" lang={context.languageOf(summary)} dir="auto">
          {summary}
        </p>
      ) : null}
      <dl class="facts">
        <Agreements context={context} status={status} />
        <BlockedBy context={context} status={status} />
        <Awaiting context={context} views={views} />
        <Next context={context} status={status} />
        <Outcome context={context} views={views} />
        <LastMove context={context} views={views} />
        <Trust context={context} story={story} />
      </dl>
    </header>
  );
};

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

/** Where the page's parts are, for whoever comes late and in a hurry. */
export const TableOfContents = ({
  context,
  views,
}: {
  context: StoryContext;
  views: Views<"offers" | "insults" | "questions" | "cast">;
}) => {
  const { words } = context.reader;
  const parts = [
    { id: "offers", title: words.offers.title, count: views.offers.offers.length },
    { id: "insults", title: words.insults.title, count: views.insults.total },
    { id: "questions", title: words.questions.title, count: views.questions.open.length },
    { id: "timeline", title: words.timeline.title },
    { id: "cast", title: words.cast.title, count: views.cast.parties.length },
  ];
  return (
    <nav class="contents" aria-label={words.story.contents}>
      <ul class="row">
        {parts.map(({ id, title, count }) => (
          <li>
            <a href={`#${id}`}>{title}</a>
            {count === undefined ? null : <span class="count"> {count}</span>}
          </li>
        ))}
      </ul>
    </nav>
  );
};
