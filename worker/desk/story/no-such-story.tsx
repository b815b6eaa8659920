/** What is answered where there is no such story, or no such event type. */
import type { Context } from "hono";
import type { App } from "../../env.ts";
import { DeskLayout } from "../desk-layout.tsx";
import type { DeskSession } from "../desk-page.ts";
import { answerDeskPage } from "../desk-page.ts";
import { deskStoryPath } from "../story-path.ts";

/** The page; `story`: the one that there is, where it is the event type that there is not. */
export const noSuchStoryPage = (c: Context<App>, visit: DeskSession, story?: { slug: string }): Promise<Response> => {
  const { words } = visit;
  const title = story ? words.story.noSuchType : words.story.notThere;
  const page = (
    <DeskLayout visit={visit} title={title}>
      <h1>{title}</h1>
      {story ? null : <p class="desk-lead">{words.story.notThereText}</p>}
      <p>
        <a href={story ? deskStoryPath(story.slug) : "/desk"}>{words.desk}</a>
      </p>
    </DeskLayout>
  );
  return answerDeskPage(c, page, 404);
};
