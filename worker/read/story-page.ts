/** Reads all that a story's page shows. */
import type { Story } from "../../events/story.ts";
import { timeline } from "../../projections/timeline.ts";
import type { Meter } from "../store/d1.ts";
import { openedAtOf, selectOpening } from "../store/log.ts";
import { consult, type Ingredient, ingredients, type Read, type Views, viewsOf } from "./projections.ts";
import { type Page, selectPages, type TimelineReading, tellPage } from "./timeline.ts";

const names = ["status", "offers", "insults", "questions", "cast"] as const;

/** What a story's page shows: the story, its projections, and a page of its timeline. */
export type StoryPage = Views<(typeof names)[number]> & {
  story: Pick<Story, "title" | "summary" | "language" | "recordedAt" | "amendments" | "concluded">;
  /** When its first event entered the log. */
  openedAt: string;
  timeline: Page;
};

/** Reads it: at the head, with a snapshot, in one round trip. `look` is what the page is made of besides the views. */
export const readStoryPage = (d1: Meter, reading: TimelineReading, look: Ingredient): Promise<Read<StoryPage>> => {
  const made = [look, ...ingredients(names), timeline];
  const statements = [...selectPages(d1, reading, made), selectOpening(d1, reading.story)];
  return consult(d1, reading, { names, made, statements }, async (found) => ({
    story: found.folded.story,
    ...viewsOf(found.folded, names, reading.language),
    openedAt: openedAtOf(found.rows.at(-1)),
    timeline: await tellPage(d1, reading, found),
  }));
};
