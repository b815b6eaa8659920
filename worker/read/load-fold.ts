/** The fold of a story: from its parts where they serve, else from its log; and what was made anew is kept for the next reader. */
import { catchUp, type Folded, foldFromZero } from "../../projections/fold.ts";
import type { ProjectionName } from "../../projections/registry.ts";
import { DatabaseUnreachable, LogConflict, type MeteredDatabase, type Row } from "../store/d1.ts";
import { readLog } from "../store/log.ts";
import { keepPastAnew, pastFoldOf, selectPastParts, selectPastTail } from "../store/past.ts";
import { selectPicks } from "../store/picks.ts";
import { type PlacedEntry, placedEntryOfRow, type StoredEntry } from "../store/rows.ts";
import { type KnownStory, knownStoryOf, selectKnownStory } from "../store/snapshots.ts";
import { selectPlacedSpan } from "../store/story-order.ts";
import { keepAnew } from "../store/write.ts";

/** The fold of a story at its head. Where its parts did not serve they are made anew, in one round trip more. */
export const loadHead = async (
  d1: MeteredDatabase,
  story: string,
  known: KnownStory,
  log = () => readLog(d1, story, { until: known.head.version }),
): Promise<{ folded: Folded; isIndexed: boolean }> => {
  const { head, folded, hash, isCurrent } = known;
  const at = folded?.story.version ?? 0;
  if (folded && at === head.version) return { folded, isIndexed: isCurrent };
  if (folded && head.version - at <= mostTail) {
    const [rows = []] = await d1.batch(selectPlacedSpan(d1, story, at, head.version));
    if (goesOn(folded, hash, rows.map(placedEntryOfRow))) return { folded, isIndexed: isCurrent };
  }
  const entries = await log();
  const whole = foldFromZero(entries);
  // The log that was read ends where the head was: what was written since is not in it.
  await tried(() => keepAnew(d1, story, whole, entries));
  return { folded: whole, isIndexed: false };
};

/** So many events are folded on from parts that are behind the log. */
const mostTail = 400;
/** A log of so many events is read whole for the past rather than that another state is kept. */
const shortLog = 500;

/** Folds the tail of a log on, whose first entry is the one that the fold ends with, by its hash. It changes `folded`. */
const goesOn = (folded: Folded, hash: string | undefined, [last, ...tail]: readonly PlacedEntry[]): boolean => {
  if (last?.entry.seal.hash !== hash) return false;
  const places = new Map(tail.map(({ entry, place }) => [entry.version, place]));
  const log = tail.map(({ entry }) => entry);
  return catchUp(folded, log, (version) => places.get(version)) !== undefined;
};

/** What is kept for others is worth no reader's answer: where it fails, whoever comes next makes it. */
const tried = async (keep: () => Promise<void>): Promise<void> => {
  try {
    await keep();
  } catch (error) {
    if (!(error instanceof DatabaseUnreachable || error instanceof LogConflict)) throw error;
  }
};

/** The version that stood then, and the one that stands now; `withPicks`: whether to read what the timeline's picks are found by, too. */
type Then = {
  version: number;
  head: number;
  names: readonly ProjectionName[];
  withPicks: boolean;
  log: () => Promise<StoredEntry[]>;
};

/** The fold of a story as it stood, and either the rows of its picks or, where that was read whole, its log. */
export type PastFold = { folded: Folded; rows?: Row[] | undefined; log?: StoredEntry[] };

/** The fold of a story after a version: on from the state that was kept last before it, in one round trip. */
export const loadPast = async (d1: MeteredDatabase, story: string, then: Then): Promise<PastFold> => {
  const { version, head, names, withPicks, log } = then;
  const picks = withPicks ? [selectPicks(d1, story)] : [];
  if (version === head) {
    const [own, rows] = await d1.batch(selectKnownStory(d1, story, names), ...picks);
    const known = await knownStoryOf(own, names);
    if (known?.folded?.story.version === version) return { folded: known.folded, rows };
    const whole = await log();
    return { folded: foldFromZero(whole, names), log: whole };
  }
  const [parts, tail = [], rows] = await d1.batch(
    selectPastParts(d1, story, version),
    selectPastTail(d1, story, version),
    ...picks,
  );
  const entries = tail.map(placedEntryOfRow);
  const kept = await pastFoldOf(parts, story, names);
  const isAllThere = entries.at(-1)?.entry.version === version;
  if (isAllThere && kept && goesOn(kept.folded, kept.hash, entries)) return { folded: kept.folded, rows };
  const whole = isAllThere && entries[0]?.entry.version === 1 ? entries.map(({ entry }) => entry) : await log();
  if (whole.length > shortLog) await tried(() => keepPastAnew(d1, story, whole, head));
  return { folded: foldFromZero(whole, names), log: whole };
};
