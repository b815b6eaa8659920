/** A story's newest events for TimelineJS, which other sites show as they like. */

import { answerTold } from "./feeds/answer-feed.ts";
import { piecesOf } from "./feeds/feed-item.ts";
import { timelineJs } from "./feeds/timelinejs.ts";
import type { Page } from "./page.ts";

export const timelineJsPage: Page = {
  path: "/stories/:story/timelinejs.json",
  handle: (c) =>
    answerTold(c, "application/json", (reader, slug, { story, status, timeline }) =>
      timelineJs(reader, story.title, status.headline, piecesOf(reader, slug, story.language, timeline.entries)),
    ),
  open: true,
};
