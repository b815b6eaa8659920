/** The front page: the stories, latest activity first. */

import type { Context } from "hono";
import { projections } from "../../projections/registry.ts";
import { clientHas, keep, unmodified } from "../answer.ts";
import type { App } from "../env.ts";
import { cursor, endsOf, toCursor } from "../links.ts";
import { etagOf } from "../read.ts";
import { type ListedStory, listStories } from "../read-stories.ts";
import { headPosition } from "../store/log.ts";
import { errorPage } from "./error.tsx";
import { Frame } from "./frame.tsx";
import { HowToPost } from "./how-to-post.tsx";
import { answerPage, look, type Page } from "./page.ts";
import { here, type Reader, readerOf, to } from "./reader.ts";
import { Feeds, Graph } from "./story/head.tsx";
import { Recorded } from "./times.tsx";

const pageSize = 20;

const handle = async (c: Context<App>): Promise<Response> => {
  const reader = readerOf(c);
  const asked = cursor.safeParse(c.req.query("cursor"));
  if (!asked.success) return errorPage(c, "invalid", { faulty: ["cursor"] });
  const made = [look, { name: "stories", revision: projections.status.revision }];
  const etag = etagOf(made, await headPosition(c.var.d1), reader.language);
  if (clientHas(c, etag)) return unmodified(c, etag, keep.briefly);
  const ends = endsOf(asked.data);
  const before = ends && { activeAt: ends[0], slug: String(ends[1]) };
  const stories = await listStories(c.var.d1, { before, limit: pageSize + 1, language: reader.language });
  const shown = stories.slice(0, pageSize);
  const last = stories.length > pageSize ? shown.at(-1) : undefined;
  const next = last && toCursor(last.lastActivity, last.story);
  const page = <StoriesHtml reader={reader} stories={shown} next={next} later={before !== undefined} />;
  return answerPage(c, page, { ETag: etag, "Cache-Control": keep.briefly });
};

type Shown = { reader: Reader; stories: readonly ListedStory[]; next: string | undefined; later: boolean };

const StoriesHtml = ({ reader, stories, next, later }: Shown) => {
  const { words } = reader;
  return (
    <Frame reader={reader} title="Riposte" description={words.tagline} data="/api/stories" head={<FrontHead reader={reader} />}>
      <header class="standing">
        <h1>{words.stories.title}</h1>
        <p class="deck">{words.tagline}</p>
      </header>
      {stories.length > 0 ? (
        <ol class="plain stories">
          {stories.map((story) => (
            <Listed reader={reader} story={story} />
          ))}
        </ol>
      ) : null}
      {stories.length === 0 && later ? <p>{words.stories.noMore}</p> : null}
      {stories.length === 0 && !later ? <HowToPost reader={reader} /> : null}
      {next || later ? (
        <ul class="row turning">
          {next ? (
            <li>
              <a rel="next" href={here(reader, { cursor: next })}>
                {words.stories.next}
              </a>
            </li>
          ) : null}
          {later ? (
            <li>
              <a href={here(reader, { cursor: undefined })}>{words.stories.first}</a>
            </li>
          ) : null}
        </ul>
      ) : null}
    </Frame>
  );
};

const FrontHead = ({ reader }: { reader: Reader }) => (
  <>
    <Feeds reader={reader} title="Riposte" path="/" />
    <Graph reader={reader} title="Riposte" description={reader.words.tagline} />
  </>
);

const Listed = ({ reader, story }: { reader: Reader; story: ListedStory }) => {
  const { words } = reader;
  return (
    <li>
      <article class="listed">
        <p class="label">{words.stages[story.stage]}</p>
        <h2>
          <a href={to(reader, `/stories/${story.story}`)} lang={story.language} dir="auto">
            {story.title}
          </a>
        </h2>
        <p>{story.headline}</p>
        <p class="aside">
          {words.stories.lastActivity} <Recorded reader={reader} at={story.lastActivity} />
        </p>
      </article>
    </li>
  );
};

export const storiesPage: Page = { path: "/", handle };
