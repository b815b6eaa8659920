/** What live readers are told of a story: its version, and whether more is to be expected. */
import type { Bindings } from "../env.ts";
import { loadHead } from "../read/load-fold.ts";
import type { MeteredDatabase } from "../store/d1.ts";
import { UnreadableEntry } from "../store/rows.ts";
import { type KnownStory, knownStoryOf, selectKnownStory } from "../store/snapshots.ts";
import { newestTakedownOf, selectNewestTakedown } from "../store/takedowns.ts";
import { hubOf, type LiveState } from "./hub-address.ts";

/** Where a story is, and the version of its newest takedown, 0 without any. */
export type PolledState = LiveState & { erased: number };

/**
 * Reads it, in one round trip where there is a snapshot; undefined where there is no such story. Of one that cannot be read the takedowns are
 * told all the same, and more is to be expected.
 */
export const readLiveState = async (d1: MeteredDatabase, slug: string): Promise<PolledState | undefined> => {
  const wanted = selectKnownStory(d1, slug, [], { amendments: false });
  const [rows, takedowns] = await d1.batch(wanted, selectNewestTakedown(d1, slug));
  const known = await knownStoryOf(rows, [], { amendments: false });
  if (!known) return undefined;
  const { version, recordedAt } = known.head;
  return { version, recordedAt, concluded: await isConcluded(d1, slug, known), erased: newestTakedownOf(takedowns) };
};

const isConcluded = async (d1: MeteredDatabase, slug: string, known: KnownStory): Promise<boolean> => {
  try {
    return (await loadHead(d1, slug, known)).folded.story.concluded !== undefined;
  } catch (error) {
    if (error instanceof UnreadableEntry) return false;
    throw error;
  }
};

const minute = 60_000;

/** For how many milliseconds after the last event a story has news: streams are kept open so long. Whoever reads on asks again and again. */
const newsLasts = 20 * minute;

/** Whether a story has news at that time, by the clock of whoever recorded them. */
export const hasNews = ({ recordedAt }: Pick<LiveState, "recordedAt">, now: number): boolean =>
  now - Date.parse(recordedAt) < newsLasts;

/** After how many seconds a reader without a stream asks again: the sooner, the less time has passed since something came. */
export const pollingInterval = (live: LiveState, now: number): number => {
  if (hasNews(live, now)) return 5;
  if (live.concluded) return 300;
  const quiet = now - Date.parse(live.recordedAt);
  if (quiet < 6 * 60 * minute) return 15;
  return quiet < 48 * 60 * minute ? 60 : 120;
};

/**
 * A follower: tells the story's hub, and whether the story is concluded, where that is known; else the hub asks D1. A notice that is lost
 * costs some seconds, for the hub looks for itself.
 */
export const notifyHub = async (env: Bindings, story: string, version: number, concluded?: boolean): Promise<void> => {
  await hubOf(env, story)?.tell({ version, concluded });
};
