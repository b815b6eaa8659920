/** Reads what a story's feeds tell: where it stands, and the newest page of its timeline. */
import type { Story } from "../../events/story.ts";
import { timeline } from "../../projections/timeline.ts";
import type { MeteredDatabase } from "../store/d1.ts";
import { loadStory, type ReadResult, type Revision, revisionsOf, type StoryQuery, type Views, viewsOf } from "./projections.ts";
import { selectTimelinePage, type TimelinePage, timelinePageOf } from "./timeline.ts";

const names = ["status"] as const;

/** The story, its status and its newest entries. */
export type StoryFeed = { story: Story; timeline: TimelinePage } & Views<(typeof names)[number]>;

/** Reads them: at the head, with a snapshot, in one round trip. `document` is what the feed is made of besides the views. */
export const readFeed = (d1: MeteredDatabase, asked: StoryQuery, document: Revision): Promise<ReadResult<StoryFeed>> => {
  const reading = { ...asked, order: "desc" as const };
  const made = [document, ...revisionsOf(names), timeline];
  return loadStory(d1, reading, { names, made, statements: selectTimelinePage(d1, reading, made) }, async (found) => ({
    story: found.folded.story,
    ...viewsOf(found.folded, names, asked.language),
    timeline: await timelinePageOf(d1, reading, found),
  }));
};
