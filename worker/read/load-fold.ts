/** The fold of a story: from its parts where they serve, else from its log; and what was made anew is kept for the next reader. */
import type { LogEntry } from "../../events/registry.ts";
import { catchUp, type Folded, foldFromZero } from "../../projections/fold.ts";
import type { ProjectionName } from "../../projections/registry.ts";
import { DatabaseUnreachable, LogConflict, type MeteredDatabase, type Row } from "../store/d1.ts";
import { readLog } from "../store/log.ts";
import { packedLogOf, selectPackedLog } from "../store/packed-log.ts";
import { keepPastAnew, packAnew, pastFoldOf, selectPastParts, selectPastTail, stride } from "../store/past.ts";
import { selectPicks } from "../store/picks.ts";
import { entryOfRow, type PlacedEntry, placedEntryOfRow, type StoredEntry } from "../store/rows.ts";
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
export type PastFold = { folded: Folded; rows?: Row[] | undefined; log?: readonly LogEntry[] };

/**
 * The fold of a story after a version: on from the state that was kept last before it, in one round trip; in two from zero, where something
 * was amended since, or came late.
 */
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
  const [parts = [], tail = [], rows] = await d1.batch(
    selectPastParts(d1, story, version),
    selectPastTail(d1, story, version),
    ...picks,
  );
  const entries = tail.map(placedEntryOfRow);
  const kept = await pastFoldOf(parts, story, names);
  const isAllThere = entries.at(-1)?.entry.version === version;
  if (isAllThere && kept && goesOn(kept.folded, kept.hash, entries)) return { folded: kept.folded, rows };
  const whole = await loadPastLog(
    d1,
    story,
    then,
    entries.map(({ entry }) => entry),
  );
  const start = entries[0]?.entry;
  // What was found is not as it was written.
  if (start && start.version === parts[0]?.kept_at && kept?.hash !== start.seal.hash)
    await tried(() => keepPastAnew(d1, story, whole.slice(0, start.version), { hash: start.seal.hash, head }));
  return { folded: foldFromZero(whole, names), log: whole };
};

/** The log up to a version: what is packed of it, and what was written since; `tail`: entries of it that were read already. */
const loadPastLog = async (
  d1: MeteredDatabase,
  story: string,
  { version, head, log }: Then,
  tail: readonly StoredEntry[],
): Promise<readonly LogEntry[]> => {
  const isAllThere = tail.at(-1)?.version === version;
  if (isAllThere && tail[0]?.version === 1) return tail;
  const before = isAllThere ? (tail[0]?.version ?? 1) : version + 1;
  const [packed, rest = []] = await d1.batch(...selectPackedLog(d1, story, version, before));
  const found = await packedLogOf(story, version, packed, [...rest.map(entryOfRow), ...tail]);
  if (found) return found;
  const whole = await log();
  if (whole.length > stride) await tried(() => packAnew(d1, story, head));
  return whole;
};
