/** Reads one part of a story, for a frame of its own. */
import type { Language } from "../../events/tell/languages.ts";
import type { StoryIn } from "../../events/tell/story-in.ts";
import type { ProjectionName } from "../../projections/registry.ts";
import { type Entry, entriesOf, timeline } from "../../projections/timeline.ts";
import type { MeteredDatabase } from "../store/d1.ts";
import { selectPlacedEvents } from "../store/story-order.ts";
import { loadStory, type PointInTime, type ReadResult, type Revision, revisionsOf, type Views, viewsOf } from "./projections.ts";
import { selectTimelinePage, type TimelinePage, timelinePageOf, toldEntryOf } from "./timeline.ts";

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

/** The story, and one of its entries; none where it has no such entry. */
export type EmbeddedEntry = { story: StoryIn; entry: Entry | undefined };

/** Reads one entry by the version of its event, or of what changed it last, as it reads now: one round trip. */
export const readEmbeddedEntry = (
  d1: MeteredDatabase,
  asked: { story: string; language: Language; held: readonly string[] },
  version: number,
  besides: readonly Revision[],
): Promise<ReadResult<EmbeddedEntry>> => {
  const statements = [selectPlacedEvents(d1, asked.story, [version])];
  return loadStory(d1, asked, { names: [], made: [...besides, timeline], statements }, async (found) => {
    const { story } = found.folded;
    const told = await toldEntryOf(asked.story, version, found);
    return { story, entry: entriesOf(told ? [told] : [], story, asked.language)[0] };
  });
};
