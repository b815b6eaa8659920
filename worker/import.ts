/** Takes in a part of a log that was exported elsewhere: the same versions, the same seals, nothing that does not verify. */
import { type Fault, faultsOfData } from "../events/parse.ts";
import { genesis } from "../events/seal.ts";
import { schema, upcastData } from "../events/upcast.ts";
import { type Broken, verifier } from "../events/verify.ts";
import { catchUp, foldFromZero } from "../projections/fold.ts";
import { projectionNames } from "../projections/registry.ts";
import { settle } from "./settle.ts";
import type { Meter } from "./store/d1.ts";
import { readLog } from "./store/log.ts";
import type { Logged } from "./store/rows.ts";
import { knownOf, selectKnown } from "./store/snapshots.ts";
import { write } from "./store/write.ts";

/** Entries of one story in log order, without a gap; what is there already is passed over, where it is the same. */
export type Shipment = { story: string; entries: readonly Logged[] };

/**
 * What came of it. But for `imported`, nothing was written:
 * - `behind`: the story stands at `version`, and entries are missing after it;
 * - `diverged`: another event than the one that came stands at `version` already;
 * - `broken`: an entry does not hold;
 * - `invalid`: an entry's data is not of its type's schema; faults point into `entries`.
 */
export type Imported =
  | { kind: "imported"; version: number; added: number }
  | { kind: "behind" | "diverged"; version: number }
  | { kind: "broken"; broken: Broken }
  | { kind: "invalid"; faults: Fault[] }
  | { kind: "contended" };

/** Imports a shipment, and settles races by reading again. Sent again, it adds nothing. */
export const importLog = async (d1: Meter, shipment: Shipment): Promise<Imported> => {
  const faults = shipment.entries.flatMap(faultsOfEntry);
  if (faults.length > 0) return { kind: "invalid", faults };
  return (await settle(() => attempt(d1, shipment))) ?? { kind: "contended" };
};

const faultsOfEntry = (entry: Logged, index: number): Fault[] => {
  const at = `/entries/${index}`;
  if (entry.schema > schema) return [{ pointer: `${at}/schema`, detail: `is newer than this deployment, which knows ${schema}` }];
  if ("takenDown" in entry) return [];
  const faults = faultsOfData(entry.type, upcastData(entry.type, entry.data, entry.schema));
  return faults.map(({ pointer, detail }) => ({ pointer: at + pointer, detail }));
};

const attempt = async (d1: Meter, { story, entries }: Shipment): Promise<Imported> => {
  const [[row] = []] = await d1.ask(selectKnown(d1, story, projectionNames));
  const known = knownOf(row, projectionNames);
  const head = known?.head ?? { version: 0, hash: genesis };
  const first = entries[0]?.version ?? 1;
  if (first > head.version + 1) return { kind: "behind", version: head.version };
  const there = entries.filter(({ version }) => version <= head.version);
  const diverged = await divergence(d1, story, there);
  if (diverged !== undefined) return { kind: "diverged", version: diverged };
  const added = entries.slice(there.length);
  const { take } = verifier({ story, version: head.version, hash: head.hash });
  for (const entry of added) {
    const broken = await take(entry);
    if (broken) return { kind: "broken", broken };
  }
  if (added.length === 0) return { kind: "imported", version: head.version, added: 0 };
  const current = known ? known.folded : foldFromZero([]);
  const isCurrent = current?.story.version === head.version && catchUp(current, added);
  const folded = isCurrent ? current : foldFromZero([...(await readLog(d1, story, { until: head.version })), ...added]);
  await write(d1, { story, entries: added, folded });
  return { kind: "imported", version: added.at(-1)?.version ?? head.version, added: added.length };
};

/** The first version at which another event stands than the one that came. */
const divergence = async (d1: Meter, story: string, came: readonly Logged[]): Promise<number | undefined> => {
  const [first] = came;
  if (!first) return undefined;
  const log = await readLog(d1, story, { after: first.version - 1, until: first.version + came.length - 1 });
  return came.find(({ seal }, index) => log[index]?.seal.hash !== seal.hash)?.version;
};
