/** Reads what a story's feeds tell: where it stands, and what was recorded or changed last. */
import type { Story } from "../../events/story.ts";
import { timeline } from "../../projections/timeline.ts";
import type { MeteredDatabase } from "../store/d1.ts";
import { headOf, selectHead } from "../store/log.ts";
import { type ChangesPage, type ChangesQuery, changesPageOf, selectChanges } from "./changes.ts";
import {
  etagOf,
  type LoadedStory,
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

type Told = { story: Story } & Views<(typeof names)[number]>;

/** The story, its status, and a page of what was recorded or changed last. */
export type StoryFeed = Told & { changes: ChangesPage };

/** The story, its status, and the entries that happened last. */
export type StorySlides = Told & { timeline: TimelinePage };

const madeOf = (document: readonly Revision[]): Revision[] => [...document, ...revisionsOf(names), timeline];

const toldOf = ({ folded }: LoadedStory, { language }: StoryQuery): Told => ({
  story: folded.story,
  ...viewsOf(folded, names, language),
});

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

/** Reads a page of a feed: at the head, with a snapshot, in one round trip. `document` is what the feed is made of besides the views. */
export const readFeed = (
  d1: MeteredDatabase,
  asked: ChangesQuery,
  document: readonly Revision[],
): Promise<ReadResult<StoryFeed>> => {
  const made = madeOf(document);
  return loadStory(d1, asked, { names, made, statements: [selectChanges(d1, asked, made)] }, async (found) => ({
    ...toldOf(found, asked),
    changes: await changesPageOf(d1, asked, found),
  }));
};

/** Reads the entries that happened last, likewise. */
export const readSlides = (
  d1: MeteredDatabase,
  asked: StoryQuery,
  document: readonly Revision[],
): Promise<ReadResult<StorySlides>> => {
  const reading = { ...asked, order: "desc" as const };
  const made = madeOf(document);
  return loadStory(d1, reading, { names, made, statements: selectTimelinePage(d1, reading, made) }, async (found) => ({
    ...toldOf(found, asked),
    timeline: await timelinePageOf(d1, reading, found),
  }));
};
