/** What lines are read by, for scripts: at `/desk/{story}/line.json`, as it stands in the story's page. */
import { answerJson } from "../../http/answer.ts";
import type { DeskPage } from "../desk-page.ts";
import { lineContextOf } from "../line/context-of-story.ts";
import { deskStoryOf } from "./desk-story.ts";
import { noSuchStoryPage } from "./no-such-story.tsx";

/** The document. */
export const lineJsonPage: DeskPage = {
  method: "get",
  path: "/desk/:story/line.json",
  role: "contributor",
  handle: async (c, desk) => {
    const story = await deskStoryOf(c, desk);
    return story ? answerJson(c, lineContextOf(story), { "Cache-Control": "no-store" }) : noSuchStoryPage(c, desk);
  },
};
