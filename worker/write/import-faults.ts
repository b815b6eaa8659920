/** What is wrong with entries that hold by their seals: whoever wrote the log may have sealed anything. */
import { effective, targetOf } from "../../events/amend.ts";
import { judgeTime } from "../../events/judge.ts";
import { type Fault, faultsOfData } from "../../events/parse.ts";
import { definitionOf, isTakenDown, type LogEntry } from "../../events/registry.ts";
import { erasedBy } from "../../events/remains.ts";
import { schema, upcastData } from "../../events/upcast.ts";
import type { StoredEntry } from "../store/rows.ts";
import type { Shipment } from "./shipment.ts";

/** What each entry says of itself. Pointers (RFC 6901) lead into the shipment. */
export const faultsOfEntries = ({ story, entries }: Shipment): Fault[] =>
  entries.flatMap((entry, index) => {
    const at = (pointer: string, detail: string) => ({ pointer: `/entries/${index}${pointer}`, detail });
    if (entry.story !== story) return [at("/story", `must be ${story}, as the shipment says`)];
    if (entry.schema > schema) return [at("/schema", `is newer than this deployment, which knows ${schema}`)];
    if (isTakenDown(entry)) return [];
    const faults = faultsOfData(entry.type, upcastData(entry.type, entry.data, entry.schema));
    if (faults.length === 0 && [...erasedBy([entry])].some((version) => version >= entry.version))
      return [at("/data/erased", "must be earlier events")];
    return faults.map(({ pointer, detail }) => at(pointer, detail));
  });

/** Times of recording are written as the log writes them, never run backwards and are past. `index`: where in the shipment they begin. */
export const faultsOfTimes = (came: readonly StoredEntry[], last: string, index: number): Fault[] => {
  const now = new Date().toISOString();
  return came.flatMap(({ recordedAt }, place) => {
    const before = came[place - 1]?.recordedAt ?? last;
    const pointer = `/entries/${index + place}/recordedAt`;
    if (new Date(recordedAt).toISOString() !== recordedAt) return [{ pointer, detail: "must be in UTC, with milliseconds" }];
    if (recordedAt < before)
      return [{ pointer, detail: `must not come before ${before}, when the event before it was recorded` }];
    return judgeTime(recordedAt, now, pointer).length > 0 ? [{ pointer, detail: "must not be in the future" }] : [];
  });
};

/** What corrections, retractions and takedowns after a version say of the log that they stand in. `index`: where in the shipment it begins. */
export const faultsOfAmendments = (log: readonly LogEntry[], after: number, index: number): Fault[] => {
  const at = (version: number, pointer: string) => `/entries/${index + version - after - 1}${pointer}`;
  const astray = log.slice(after).flatMap((entry) => {
    const target = isTakenDown(entry) ? undefined : targetOf(entry);
    if (target === undefined) return [];
    const held = target < entry.version ? log[target - 1] : undefined;
    const amends = held && definitionOf(held.type).amends;
    // A takedown may name a takedown.
    const isOfItsKind = amends?.kind === "taken-down" && definitionOf(entry.type).amends?.kind === "taken-down";
    if (!held || (amends && !isOfItsKind))
      return [{ pointer: at(entry.version, "/data/event"), detail: "must be an earlier event, and about no other event" }];
    return [];
  });
  if (astray.length > 0) return astray;
  return effective(log).amendments.flatMap(({ version, type, after: said }) => {
    if (version <= after || !said) return [];
    // A correction's data is of the type of what it corrects, which it does not name itself.
    const faults = faultsOfData(definitionOf(type).type, said.data);
    return faults.map(({ pointer, detail }) => ({ pointer: at(version, `/data/replacement${pointer}`), detail }));
  });
};
