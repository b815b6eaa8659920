/** Takes in a part of a log that was exported elsewhere: the same versions, the same seals, nothing that does not verify. */
import type { Fault } from "../../events/parse.ts";
import { isTakenDown } from "../../events/registry.ts";
import { erasedBy, remainsOf } from "../../events/remains.ts";
import { type Broken, verifier } from "../../events/verify.ts";
import { catchUp, type Folded, foldFromZero, type PlaceOf } from "../../projections/fold.ts";
import { projectionNames } from "../../projections/registry.ts";
import type { MeteredDatabase } from "../store/d1.ts";
import { readLog } from "../store/log.ts";
import type { StoredEntry } from "../store/rows.ts";
import { emptyHead, knownStoryOf, type LogHead, selectKnownStory } from "../store/snapshots.ts";
import { writeEntries } from "../store/write.ts";
import { faultsOfAmendments, faultsOfEntries, faultsOfTimes } from "./import-faults.ts";
import { retryConflicts } from "./retry-conflicts.ts";
import type { Shipment } from "./shipment.ts";

/**
 * What came of it. But for `imported`, nothing was written:
 * - `behind`: the story stands at `version`, and entries are missing after it;
 * - `diverged`: another event than the one that came stands at `version` already;
 * - `broken`: an entry does not hold;
 * - `invalid`: an entry is not what this deployment could have recorded; faults point into the shipment.
 */
export type ImportResult =
  | { kind: "imported"; version: number; added: number }
  | { kind: "behind" | "diverged"; version: number }
  | { kind: "broken"; broken: Broken }
  | { kind: "invalid"; faults: Fault[] }
  | { kind: "contended" };

/** Imports a shipment, and settles races by reading again. Sent again, it adds nothing. */
export const importLog = async (d1: MeteredDatabase, shipment: Shipment): Promise<ImportResult> => {
  const faults = faultsOfEntries(shipment);
  if (faults.length > 0) return { kind: "invalid", faults };
  return (await retryConflicts(() => attempt(d1, shipment))) ?? { kind: "contended" };
};

const attempt = async (d1: MeteredDatabase, { story, entries }: Shipment): Promise<ImportResult> => {
  const [rows] = await d1.batch(selectKnownStory(d1, story, projectionNames));
  const known = await knownStoryOf(rows, projectionNames);
  const head = known?.head ?? emptyHead;
  const first = entries[0]?.version ?? 1;
  if (first > head.version + 1) return { kind: "behind", version: head.version };
  const there = entries.filter(({ version }) => version <= head.version);
  const diverged = await divergence(d1, story, there);
  if (diverged !== undefined) return { kind: "diverged", version: diverged };
  const came = entries.slice(there.length);
  if (came.length === 0) return { kind: "imported", version: head.version, added: 0 };
  const broken = await breakIn(came, story, head);
  if (broken) return { kind: "broken", broken };
  const late = faultsOfTimes(came, head.recordedAt, there.length);
  if (late.length > 0) return { kind: "invalid", faults: late };

  // An export that was written while an event was taken down may have it whole: it stays taken down.
  const erased = erasedBy(came);
  const added = came.map((entry) => (erased.has(entry.version) ? tombstoneOf(entry) : entry));
  const current = known ? known.folded : foldFromZero([]);
  const placeOf = current?.story.version === head.version ? catchUp(current, added) : undefined;
  const whole =
    current && placeOf ? { folded: current, placeOf } : await foldWhole(d1, story, { head, added, erased, index: there.length });
  if ("faults" in whole) return { kind: "invalid", faults: whole.faults };
  await writeEntries(d1, { story, entries: added, ...whole });
  return { kind: "imported", version: head.version + added.length, added: added.length };
};

/** The first version at which another event stands than the one that came. */
const divergence = async (d1: MeteredDatabase, story: string, came: readonly StoredEntry[]): Promise<number | undefined> => {
  const [first] = came;
  if (!first) return undefined;
  const log = await readLog(d1, story, { after: first.version - 1, until: first.version + came.length - 1 });
  return came.find(({ seal }, index) => log[index]?.seal.hash !== seal.hash)?.version;
};

const breakIn = async (came: readonly StoredEntry[], story: string, { version, hash }: LogHead): Promise<Broken | undefined> => {
  const { take } = verifier({ story, version, hash });
  for (const entry of came) {
    const broken = await take(entry);
    if (broken) return broken;
  }
  return undefined;
};

/** An entry as it stands once it was taken down: its chain still holds. */
const tombstoneOf = (entry: StoredEntry): StoredEntry => {
  if (isTakenDown(entry)) return entry;
  const { commitment, hash } = entry.seal;
  return { ...remainsOf(entry), position: entry.position, seal: { commitment, hash } };
};

type Coming = { head: LogHead; added: readonly StoredEntry[]; erased: ReadonlySet<number>; index: number };

/** The fold of the log with what came; or what is wrong with what came, that only the whole log tells. `index`: where it begins. */
const foldWhole = async (
  d1: MeteredDatabase,
  story: string,
  { head, added, erased, index }: Coming,
): Promise<{ folded: Folded; placeOf: PlaceOf; earlier: StoredEntry[] } | { faults: Fault[] }> => {
  const before = await readLog(d1, story, { until: head.version });
  const log = [...before.map((entry) => (erased.has(entry.version) ? remainsOf(entry) : entry)), ...added];
  const faults = faultsOfAmendments(log, head.version, index);
  if (faults.length > 0) return { faults };
  const folded = foldFromZero(log);
  return { folded, placeOf: folded.placeOf, earlier: before };
};
