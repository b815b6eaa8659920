/** Takes in a part of a log that was exported elsewhere: the same versions, the same seals, nothing that the API would not have taken. */
import { admit } from "../../events/admit.ts";
import { faultsOfEntry } from "../../events/log-entry.ts";
import type { Fault } from "../../events/parse.ts";
import { isTakenDown, type StoryEvent } from "../../events/registry.ts";
import { remainsOf } from "../../events/remains.ts";
import { replayer } from "../../events/replay.ts";
import { schema } from "../../events/upcast.ts";
import { type Broken, verifier } from "../../events/verify.ts";
import { type Folded, foldFromZero, foldOn, type PlaceOf } from "../../projections/fold.ts";
import { projectionNames } from "../../projections/registry.ts";
import type { MeteredDatabase } from "../store/d1.ts";
import { importerOf, selectImporter } from "../store/imports.ts";
import { emptyHead, type LogHead, readLog } from "../store/log.ts";
import type { StoredEntry } from "../store/rows.ts";
import { knownStoryOf, selectKnownStory } from "../store/snapshots.ts";
import { writeEntries } from "../store/write.ts";
import { retryConflicts } from "./retry-conflicts.ts";
import type { Shipment } from "./shipment.ts";

/**
 * What came of it. But for `imported`, nothing was written:
 * - `behind`: the story stands at `version`, and entries are missing after it;
 * - `diverged`: another event than the one that came stands at `version` already;
 * - `recorded-here`: the event at `version` was recorded here, and the shipment does not say that it continues it;
 * - `unexplained`: the content of the entry at `version` is gone, and no entry that came says who took it down;
 * - `broken`: an entry does not hold;
 * - `invalid`: an entry is not what a deployment could have recorded; faults point into the shipment.
 */
export type ImportResult =
  | { kind: "imported"; version: number; added: number }
  | { kind: "behind" | "diverged" | "recorded-here" | "unexplained"; version: number }
  | { kind: "broken"; broken: Broken }
  | { kind: "invalid"; faults: Fault[] }
  | { kind: "contended" };

/** Imports a shipment, and settles races by reading again. Sent again, it adds nothing. */
export const importLog = async (d1: MeteredDatabase, shipment: Shipment): Promise<ImportResult> => {
  const faults = shipment.entries.flatMap((entry, index) => {
    const found = entry.story === shipment.story ? faultsOfEntry(entry) : [foreign(shipment)];
    return pointed(found, index);
  });
  if (faults.length > 0) return { kind: "invalid", faults };
  return (await retryConflicts(() => attempt(d1, shipment))) ?? { kind: "contended" };
};

const foreign = ({ story }: Shipment): Fault => ({ pointer: "/story", detail: `must be ${story}, as the shipment says` });

/** Faults of the entry at an index of the shipment. */
const pointed = (faults: readonly Fault[], index: number): Fault[] =>
  faults.map(({ pointer, detail }) => ({ pointer: `/entries/${index}${pointer}`, detail }));

const attempt = async (d1: MeteredDatabase, shipment: Shipment): Promise<ImportResult> => {
  const { story, entries, continues, editor } = shipment;
  const [rows, origin = []] = await d1.batch(selectKnownStory(d1, story, projectionNames), selectImporter(d1, story));
  const known = await knownStoryOf(rows, projectionNames);
  const head = known?.head ?? emptyHead;
  const first = entries[0]?.version ?? 1;
  if (first > head.version + 1) return { kind: "behind", version: head.version };
  const there = entries.filter(({ version }) => version <= head.version);
  const diverged = await divergence(d1, story, there);
  if (diverged !== undefined) return { kind: "diverged", version: diverged };
  const came = entries.slice(there.length);
  if (came.length === 0) return { kind: "imported", version: head.version, added: 0 };
  if (known && importerOf(origin) === null && !continues) return { kind: "recorded-here", version: head.version };
  const broken = await breakIn(came, story, head);
  if (broken) return { kind: "broken", broken };
  const ahead = faultsOfClock(came, there.length);
  if (ahead.length > 0) return { kind: "invalid", faults: ahead };
  const told = (known ? foldsOn(known.folded, head, came) : undefined) ?? (await judge(d1, shipment, head, came));
  if ("kind" in told) return told;
  const { earlier, ...writing } = told;
  // The index has each entry where it was recorded, unless the places are those of a former edition.
  const places = known?.isCurrent ? undefined : earlier;
  await writeEntries(d1, { story, after: head.hash, ...writing, earlier: places, importedBy: editor });
  return { kind: "imported", version: head.version + came.length, added: came.length };
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

/** What is recorded next must not come before it, and this deployment's clock sets the time of that. `index`: where in the shipment they begin. */
const faultsOfClock = (came: readonly StoredEntry[], index: number): Fault[] => {
  const now = new Date().toISOString();
  const place = came.findIndex(({ recordedAt }) => recordedAt > now);
  const detail = `must not be in the future: it is ${now} here`;
  return place < 0 ? [] : pointed([{ pointer: "/recordedAt", detail }], index + place);
};

/** What is to be written: the entries, and what the log comes to with them. */
type Told = { entries: readonly StoredEntry[]; folded: Folded; placeOf: PlaceOf; earlier?: readonly StoredEntry[] };

/** Folds on what simply comes next, from the snapshot; undefined where anything came that wants the log. It uses the fold up. */
const foldsOn = (folded: Folded | undefined, head: LogHead, came: readonly StoredEntry[]): Told | undefined => {
  if (folded?.story.version !== head.version) return undefined;
  const places = new Map<number, string | undefined>();
  let last = head.recordedAt;
  for (const entry of came) {
    if (isTakenDown(entry) || entry.schema < schema || entry.recordedAt < last) return undefined;
    const event: StoryEvent = entry;
    if (admit({ story: folded.story }, event, entry.recordedAt).kind !== "next") return undefined;
    places.set(entry.version, foldOn(folded, event));
    last = entry.recordedAt;
  }
  return { entries: came, folded, placeOf: (version) => places.get(version) };
};

/** Judges what came after the whole log, and folds both. */
const judge = async (
  d1: MeteredDatabase,
  { story, entries, more }: Shipment,
  head: LogHead,
  came: readonly StoredEntry[],
): Promise<Told | ImportResult> => {
  const earlier = head.version === 0 ? [] : await readLog(d1, story, { until: head.version });
  const replay = replayer(earlier);
  for (const [index, entry] of came.entries()) {
    const faults = replay.take(entry);
    if (faults.length > 0) return { kind: "invalid", faults: pointed(faults, entries.length - came.length + index) };
  }
  const [unexplained] = replay.unexplained();
  if (unexplained !== undefined && !more) return { kind: "unexplained", version: unexplained };
  const log = replay.log();
  const folded = foldFromZero(log);
  // An export that was written while an event was taken down may have it whole: it stays taken down.
  const added = came.map((entry) => (log[entry.version - 1] === entry ? entry : tombstoneOf(entry)));
  return { entries: added, folded, placeOf: folded.placeOf, earlier };
};

/** An entry as it stands once it was taken down: its chain still holds. */
const tombstoneOf = (entry: StoredEntry): StoredEntry => {
  if (isTakenDown(entry)) return entry;
  const { commitment, hash } = entry.seal;
  return { ...remainsOf(entry), position: entry.position, seal: { commitment, hash } };
};
