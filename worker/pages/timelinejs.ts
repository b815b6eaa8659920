/** A story's newest events for TimelineJS, which other sites show as they like. */
import type { Page } from "./page.ts";
import { answerTold } from "./told/answer.ts";
import { piecesOf } from "./told/piece.ts";
import { timelineJs } from "./told/timelinejs.ts";

export const timelineJsPage: Page = {
  path: "/stories/:story/timelinejs.json",
  handle: (c) =>
    answerTold(c, "application/json", (reader, slug, { story, status, timeline }) =>
      timelineJs(reader, story.title, status.headline, piecesOf(reader, slug, story.language, timeline.entries)),
    ),
  open: true,
};
