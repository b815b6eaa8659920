/** Reads all that a story's page shows. */
import type { StoryIn } from "../../events/tell/story-in.ts";
import { timeline } from "../../projections/timeline.ts";
import type { MeteredDatabase } from "../store/d1.ts";
import { openedAtOf, selectOpeningTime } from "../store/log.ts";
import { loadStory, type ReadResult, type Revision, revisionsOf, type Views, viewsOf } from "./projections.ts";
import { selectTimelinePage, type TimelinePage, type TimelineQuery, timelinePageOf } from "./timeline.ts";

const names = ["status", "offers", "insults", "questions", "cast"] as const;

/** What a story's page shows: the story, its projections, and a page of its timeline. */
export type StoryPage = Views<(typeof names)[number]> & {
  story: Pick<
    StoryIn,
    | "title"
    | "summary"
    | "language"
    | "timeZone"
    | "recordedAt"
    | "amendments"
    | "concluded"
    | "points"
    | "translations"
    | "texts"
  >;
  /** When its first event entered the log. */
  openedAt: string;
  timeline: TimelinePage;
};

/** Reads it: at the head, with a snapshot, in one round trip. `page` is what the page is made of besides the views. */
export const readStoryPage = (d1: MeteredDatabase, reading: TimelineQuery, page: Revision): Promise<ReadResult<StoryPage>> => {
  const made = [page, ...revisionsOf(names), timeline];
  const statements = [...selectTimelinePage(d1, reading, made), selectOpeningTime(d1, reading.story)];
  return loadStory(d1, reading, { names, made, statements }, async (found) => ({
    story: found.folded.story,
    ...viewsOf(found.folded, names, reading.language),
    openedAt: openedAtOf(found.rows.at(-1)),
    timeline: await timelinePageOf(d1, reading, found),
  }));
};
