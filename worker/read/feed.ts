/** Reads what a story's feeds tell: where it stands, and the newest page of its timeline. */
import type { Story } from "../../events/story.ts";
import { timeline } from "../../projections/timeline.ts";
import type { Meter } from "../store/d1.ts";
import { type Asked, consult, type Ingredient, ingredients, type Read, type Views, viewsOf } from "./projections.ts";
import { type Page, selectPages, tellPage } from "./timeline.ts";

const names = ["status"] as const;

/** The story, its status and its newest entries. */
export type StoryFeed = { story: Story; timeline: Page } & Views<(typeof names)[number]>;

/** Reads them: at the head, with a snapshot, in one round trip. `look` is what the feed is made of besides the views. */
export const readFeed = (d1: Meter, asked: Asked, look: Ingredient): Promise<Read<StoryFeed>> => {
  const reading = { ...asked, order: "desc" as const };
  const made = [look, ...ingredients(names), timeline];
  return consult(d1, reading, { names, made, statements: selectPages(d1, reading, made) }, async (found) => ({
    story: found.folded.story,
    ...viewsOf(found.folded, names, asked.language),
    timeline: await tellPage(d1, reading, found),
  }));
};
