/** A story's newest events for TimelineJS, which other sites show as they like. */

import { readSlides } from "../read/feed.ts";
import { answerFeed } from "./feeds/answer-feed.ts";
import { feedItemsOf } from "./feeds/feed-item.ts";
import { writeTimelineJs } from "./feeds/timelinejs.ts";
import type { Page } from "./page.ts";

/** The page at `/stories/{story}/timelinejs.json`. */
export const timelineJsPage: Page = {
  path: "/stories/:story/timelinejs.json",
  handle: (c) =>
    answerFeed(c, {
      type: "application/json",
      read: readSlides,
      write: (reader, slug, { story, status, timeline }) =>
        writeTimelineJs(reader, story.title, status.headline, feedItemsOf(reader, slug, story.language, timeline.entries)),
    }),
  open: true,
};
