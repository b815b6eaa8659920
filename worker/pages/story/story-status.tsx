/** Where the story stands: its title, its stage, the sentence, and who owes whom an answer. */
import { storyPath } from "../../http/links.ts";
import type { Views } from "../../read/projections.ts";
import type { StoryPage } from "../../read/story-page.ts";
import { localizedPath } from "../reader.ts";
import { EventTime, RecordedTime } from "../times.tsx";
import { EntryLink, PartyName, type StoryContext } from "./story-context.tsx";

type Shown = { context: StoryContext; story: StoryPage["story"]; views: Views<"status" | "offers"> };

/** The head of a story's page. */
export const StoryStatus = ({ context, story, views }: Shown) => {
  const { reader, language } = context;
  const { words } = reader;
  const { status } = views;
  const { title, summary } = story;
  return (
    <header class="standing">
      <p class="label stage">{words.stages[status.stage]}</p>
      <h1 lang={language} dir="auto">
        {title}
      </h1>
      <p class="deck">{status.headline}</p>
      {summary ? (
        <p class="summary" lang={language} dir="auto">
          {summary}
        </p>
      ) : null}
      <dl class="facts">
        <Awaiting context={context} views={views} />
        {status.outcome ? (
          <div>
            <dt>{words.story.outcome}</dt>
            <dd lang={language} dir="auto">
              {status.outcome}
            </dd>
          </div>
        ) : null}
        {status.lastMove ? (
          <div>
            <dt>{words.story.lastMove}</dt>
            <dd>
              <EntryLink context={context} version={status.lastMove.version}>
                {status.lastMove.headline}
              </EntryLink>
            </dd>
            <dd class="aside">
              <EventTime reader={reader} at={status.lastMove} />
            </dd>
          </div>
        ) : null}
        <Trust context={context} story={story} />
      </dl>
    </header>
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
        <a href={localizedPath(reader, `${path}/corrections`)}>{words.corrections.count(story.amendments.length)}</a>
        {" · "}
        <a href={localizedPath(reader, `${path}/verify`)}>{words.verify.link}</a>
      </dd>
      <dd class="aside">
        {words.story.version(version)}, {words.story.updated} <RecordedTime reader={reader} at={story.recordedAt} />
      </dd>
    </div>
  );
};

/** Who owes whom an answer, to what. */
const Awaiting = ({ context, views }: Pick<Shown, "context" | "views">) => {
  const { words } = context.reader;
  const offers = new Map(views.offers.offers.map((offer) => [offer.offer, offer]));
  const owed = views.status.awaiting.flatMap((owing) => {
    const offer = offers.get(owing.offer);
    return offer ? { owing, offer } : [];
  });
  if (owed.length === 0) return null;
  return (
    <div>
      <dt>{words.story.awaiting}</dt>
      {owed.map(({ owing, offer }) => (
        <dd>
          <a href={`#offer-${offer.offer}`}>{words.story.isOwed(owing.name, offer.by.name)}</a>
          {offer.price ? (
            <>
              {words.colon}
              {offer.price.text} {words.offers.for} <PartyName of={offer.target} />
            </>
          ) : null}
        </dd>
      ))}
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
