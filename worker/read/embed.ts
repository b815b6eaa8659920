/** Reads one part of a story, for a frame of its own. */
import type { Language } from "../../events/tell/languages.ts";
import type { StoryIn } from "../../events/tell/story-in.ts";
import type { ProjectionName } from "../../projections/registry.ts";
import { timeline } from "../../projections/timeline.ts";
import type { MeteredDatabase } from "../store/d1.ts";
import { loadStory, type PointInTime, type ReadResult, type Revision, revisionsOf, type Views, viewsOf } from "./projections.ts";
import { selectTimelinePage, type TimelinePage, timelinePageOf } from "./timeline.ts";

/** The part: the story, the views that it is made of, and, where it is made of it, the newest page of the timeline. */
export type EmbeddedPart<Name extends ProjectionName = ProjectionName> = {
  story: StoryIn;
  views: Views<Name>;
  timeline: TimelinePage | undefined;
};

/** What to read for it. `besides`: what it is made of besides the views. */
type Wanted = { names: readonly ProjectionName[]; withTimeline: boolean; besides: readonly Revision[] };

/** Reads it: at the head, with a snapshot, in one round trip. */
export const readEmbed = (
  d1: MeteredDatabase,
  asked: PointInTime & { story: string; language: Language; held: readonly string[] },
  { names, withTimeline, besides }: Wanted,
): Promise<ReadResult<EmbeddedPart>> => {
  const reading = { ...asked, order: "desc" as const };
  const made = [...besides, ...revisionsOf(names), ...(withTimeline ? [timeline] : [])];
  const statements = withTimeline ? selectTimelinePage(d1, reading, made) : [];
  return loadStory(d1, reading, { names, made, statements }, async (found) => ({
    story: found.folded.story,
    views: viewsOf(found.folded, names, asked.language),
    timeline: withTimeline ? await timelinePageOf(d1, reading, found) : undefined,
  }));
};
