/** Reads what the desk shows of a story and judges by: its state, and its newest entries as readers see them. */
import type { Story } from "../../events/story.ts";
import type { Language } from "../../events/tell/languages.ts";
import { timeline } from "../../projections/timeline.ts";
import type { MeteredDatabase } from "../store/d1.ts";
import { loadStory, revisionsOf, type Views, viewsOf } from "./projections.ts";
import { selectTimelinePage, type TimelinePage, timelinePageOf } from "./timeline.ts";

const names = ["status", "questions"] as const;

/** A story as the desk knows it. */
export type StoryAtDesk = Views<(typeof names)[number]> & {
  slug: string;
  version: number;
  story: Story;
  timeline: TimelinePage;
};

/** Reads it at the head, in one round trip; undefined where there is no such story. */
export const readStoryAtDesk = async (
  d1: MeteredDatabase,
  slug: string,
  language: Language,
): Promise<StoryAtDesk | undefined> => {
  const reading = { story: slug, language, order: "desc" as const };
  const made = [...revisionsOf(names), timeline];
  const statements = selectTimelinePage(d1, reading, made);
  const read = await loadStory(d1, reading, { names, made, statements }, async (found) => ({
    slug,
    story: found.folded.story,
    ...viewsOf(found.folded, names, language),
    timeline: await timelinePageOf(d1, reading, found),
  }));
  return read.kind === "view" ? { ...read.view, version: read.version } : undefined;
};
