/** Reads the list of stories. */
import type { Language } from "../../events/tell/languages.ts";
import type { Runs } from "../../events/tell/runs.ts";
import { projections } from "../../projections/registry.ts";
import type { Stage } from "../../projections/sentence/situation.ts";
import type { MeteredDatabase } from "../store/d1.ts";
import { knownStoryOf, selectKnownStory } from "../store/snapshots.ts";
import { selectStories, storyRowOf } from "../store/stories.ts";
import { loadFold } from "./projections.ts";

/** Where a page of stories begins: after the one that was last active then. */
export type StoriesStart = { activeAt: string; slug: string };

/** A story in the list. */
export type ListedStory = {
  story: string;
  title: string;
  language: string;
  version: number;
  stage: Stage;
  headline: string;
  headlineRuns: Runs;
  lastActivity: string;
};

/** Reads a page of stories, latest activity first: two round trips, and a story's log only where its snapshot is of no use. */
export const listStories = async (
  d1: MeteredDatabase,
  { before, limit, language }: { before?: StoriesStart | undefined; limit: number; language: Language },
): Promise<ListedStory[]> => {
  const [rows = []] = await d1.batch(selectStories(d1, before, limit));
  const stories = rows.map(storyRowOf);
  const told = await summarizeStories(
    d1,
    stories.map(({ slug }) => slug),
    language,
  );
  // A page ends where its last row stood, though that story may have moved on since.
  return told.map((story, index) => ({ ...story, lastActivity: stories[index]?.activeAt ?? story.lastActivity }));
};

/** Tells of each of these stories what a list does: one round trip and two rows a story. */
export const summarizeStories = async (
  d1: MeteredDatabase,
  slugs: readonly string[],
  language: Language,
): Promise<ListedStory[]> => {
  if (slugs.length === 0) return [];
  const answers = await d1.batch(...slugs.map((slug) => selectKnownStory(d1, slug, ["status"])));
  const told = slugs.map(async (slug, index) => {
    const known = knownStoryOf(answers[index]?.[0], ["status"]);
    if (!known) throw new Error(`The story ${slug} is listed and has no events`);
    const { story, states } = await loadFold(d1, slug, known, known.head.version, ["status"]);
    const { stage, headline, headlineRuns } = projections.status.view(states.status, story, language);
    const { version, recordedAt: lastActivity } = known.head;
    return { story: slug, title: story.title, language: story.language, version, stage, headline, headlineRuns, lastActivity };
  });
  return Promise.all(told);
};
