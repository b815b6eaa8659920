/** Reads what a story's feeds tell: where it stands, and the newest page of its timeline. */
import type { Story } from "../../events/story.ts";
import { timeline } from "../../projections/timeline.ts";
import type { MeteredDatabase } from "../store/d1.ts";
import { headOf, selectHead } from "../store/log.ts";
import {
  etagOf,
  loadStory,
  type ReadResult,
  type Revision,
  revisionsOf,
  type StoryQuery,
  type Views,
  viewsOf,
} from "./projections.ts";
import { selectTimelinePage, type TimelinePage, timelinePageOf } from "./timeline.ts";

const names = ["status"] as const;

/** The story, its status and its newest entries. */
export type StoryFeed = { story: Story; timeline: TimelinePage } & Views<(typeof names)[number]>;

const madeOf = (document: readonly Revision[]): Revision[] => [...document, ...revisionsOf(names), timeline];

/**
 * Reads when the story was recorded last, and the ETag of its feed then: one row. Undefined where there is no such story. `document` is what
 * the feed is made of besides the views.
 */
export const readFeedHead = async (
  d1: MeteredDatabase,
  { story, language }: StoryQuery,
  document: readonly Revision[],
): Promise<{ recordedAt: string; etag: string } | undefined> => {
  const [[row] = []] = await d1.batch(selectHead(d1, story));
  if (!row) return undefined;
  const head = headOf(row);
  return { recordedAt: head.recordedAt, etag: etagOf(madeOf(document), head, language) };
};

/** Reads them: at the head, with a snapshot, in one round trip. `document` is what the feed is made of besides the views. */
export const readFeed = (
  d1: MeteredDatabase,
  asked: StoryQuery,
  document: readonly Revision[],
): Promise<ReadResult<StoryFeed>> => {
  const reading = { ...asked, order: "desc" as const };
  const made = madeOf(document);
  return loadStory(d1, reading, { names, made, statements: selectTimelinePage(d1, reading, made) }, async (found) => ({
    story: found.folded.story,
    ...viewsOf(found.folded, names, asked.language),
    timeline: await timelinePageOf(d1, reading, found),
  }));
};
