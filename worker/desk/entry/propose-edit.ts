/** Which kind an edit is, by what it changes. */
import { refusalsOfMinorEdit } from "../../../events/minor-edit.ts";
import type { StoryEvent } from "../../../events/registry.ts";
import type { Story } from "../../../events/story.ts";
import type { Edit } from "../../../events/values.ts";
import { isSame } from "./difference.ts";

/** The event before and after the edit, and the story by whose names it is judged. */
export type Edited = { story: Story; before: StoryEvent; after: StoryEvent };

/** Of what kind an edit is, as it is proposed or chosen, and whether it may be a typo. */
export type KindOfEdit = { kind: Edit; mayBeMinor: boolean };

/** Whether an edit may be called a typo: the rule of minor edits says so. */
export const mayBeMinor = ({ story, before, after }: Edited): boolean => refusalsOfMinorEdit(story, before, after).length === 0;

/** So many words that come or go are a typo; more are put in other words. */
const mostWordsOfTypo = 6;

/** The kind that is proposed: a typo where the rules allow one, an update where something is only added, else a correction. */
export const proposeEdit = (edited: Edited): Edit => {
  if (mayBeMinor(edited))
    return changedWords(edited.before.data, edited.after.data) > mostWordsOfTypo ? "clarification" : "minor";
  return isAddition(edited.before, edited.after) ? "update" : "correction";
};

/** Whether all that was said is still said. */
const isAddition = (was: unknown, is: unknown): boolean => {
  if (was === undefined || isSame(was, is)) return true;
  if (typeof was === "string") return typeof is === "string" && ` ${is} `.includes(` ${was} `);
  if (Array.isArray(was)) return Array.isArray(is) && was.every((one) => is.some((other) => isSame(one, other)));
  if (typeof was !== "object" || was === null || typeof is !== "object" || is === null) return false;
  return Object.entries(was).every(([name, value]) => isAddition(value, (is as Record<string, unknown>)[name]));
};

const wordsIn = (value: unknown): string[] =>
  typeof value === "string"
    ? value.split(/\s+/)
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(wordsIn)
      : [];

const changedWords = (was: unknown, is: unknown): number => {
  const counts = new Map<string, number>();
  for (const [words, step] of [[wordsIn(was), -1] as const, [wordsIn(is), 1] as const])
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + step);
  return [...counts.values()].reduce((sum, count) => sum + Math.abs(count), 0);
};
