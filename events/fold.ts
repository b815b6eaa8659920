/** The story's own fold: what rules and projections may see of it. It changes the draft that it is given and decides nothing. */
import type { Effective, Happening } from "./amend.ts";
import { placed } from "./amend.ts";
import { inStoryOrder } from "./order.ts";
import { eachIntroduced } from "./references.ts";
import { definitionOf, type LogEntry, type StoryEvent } from "./registry.ts";
import { type Story, unopened } from "./story.ts";

/** Takes note of the slugs that an event introduces, wherever in story order it stands. */
const declare = (story: Story, event: StoryEvent): void =>
  eachIntroduced(event, (kind, slug) => {
    story.introduced[kind][slug] = event.version;
  });

const note = (story: Story, { version, recordedAt }: Pick<LogEntry, "version" | "recordedAt">): void => {
  if (version <= story.version) return;
  story.version = version;
  story.recordedAt = recordedAt;
};

/** Moves a story on whose prologue has told of the happening already. */
export const reach = (story: Story, { at, version, event }: Happening): void => {
  definitionOf(event.type).apply?.(story, event as never);
  story.last = { at, version };
};

/**
 * The story before anything happens, with all that its effective events introduce and all that was amended. Until its opening is told, and
 * where that was taken down, it goes by its slug.
 */
export const prologue = (log: readonly LogEntry[], { happenings, amendments }: Effective): Story => {
  const story = unopened();
  story.title = log[0]?.story ?? "";
  const newest = log.at(-1);
  if (newest) note(story, newest);
  for (const { event } of happenings) declare(story, event);
  story.amendments = amendments;
  return story;
};

/** Moves the story on by the happening that comes next in story order. */
export const advance = (story: Story, happening: Happening): void => {
  note(story, happening.event);
  declare(story, happening.event);
  reach(story, happening);
};

/** Whether an event comes after all that the story has seen, so that the story can simply move on to it. */
export const isNext = (story: Story, event: StoryEvent): boolean =>
  !definitionOf(event.type).editorial && (!story.last || inStoryOrder(story.last, placed(event)) < 0);
