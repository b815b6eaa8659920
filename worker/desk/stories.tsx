/** The desk's first page: the stories, latest activity first, and where each stands, as readers are told it. */
import type { Context } from "hono";
import type { App } from "../env.ts";
import { Runs } from "../http/html/runs.tsx";
import { decodeCursor, encodeCursor, storyPath } from "../http/links.ts";
import { listStories } from "../read/stories.ts";
import { roleAllows } from "../store/token.ts";
import { DeskLayout } from "./desk-layout.tsx";
import { answerDeskPage, type DeskPage, type DeskSession } from "./desk-page.ts";
import { DeskTime } from "./desk-time.tsx";
import { deskStoryPath } from "./story-path.ts";

const pageSize = 30;

const handle = async (c: Context<App>, desk: DeskSession): Promise<Response> => {
  const ends = decodeCursor(c.req.query("cursor"));
  const before = ends && { activeAt: ends[0], slug: String(ends[1]) };
  const found = await listStories(c.var.d1, { before, limit: pageSize, language: desk.language, made: [] });
  if (found.kind === "unmodified") throw new Error("Nobody has said that they have the list");
  const { stories, next } = found;
  const { words } = desk;
  const page = (
    <DeskLayout visit={desk} title={words.stories.title}>
      <header class="desk-head">
        <h1>{words.stories.title}</h1>
        {roleAllows(desk.person.role, "editor") ? (
          <a class="button" href="/desk/open">
            {words.stories.open}
          </a>
        ) : null}
      </header>
      {stories.length === 0 && !before ? <p class="desk-lead">{words.stories.empty}</p> : null}
      <ol class="plain desk-stories">
        {stories.map((story) => (
          <li>
            <h2>
              <a href={deskStoryPath(story.story)} lang={story.language} dir="auto">
                {story.title}
              </a>
            </h2>
            <p>
              <Runs runs={story.headlineRuns} />
            </p>
            <p class="aside">
              {words.stories.lastActivity} <DeskTime visit={desk} at={story.lastActivity} />
              {" · "}
              <a href={storyPath({ slug: story.story })}>{words.stories.asReadersSee}</a>
            </p>
          </li>
        ))}
      </ol>
      <ul class="row">
        {next ? (
          <li>
            <a rel="next" href={`/desk?${new URLSearchParams({ cursor: encodeCursor(next.activeAt, next.slug) })}`}>
              {words.stories.older}
            </a>
          </li>
        ) : null}
        {before ? (
          <li>
            <a href="/desk">{words.stories.newest}</a>
          </li>
        ) : null}
      </ul>
    </DeskLayout>
  );
  return answerDeskPage(c, page);
};

/** The page at `/desk`. */
export const deskStoriesPage: DeskPage = { method: "get", path: "/desk", role: "contributor", handle };
