/** What a takedown erases, by what can be read of the log: a court's order does not wait for an event of another edition. */
import type { Attribution } from "../../events/recorded.ts";
import { type EventType, eventTypes, type LogEntry, type Remains } from "../../events/registry.ts";
import { isTakedown } from "../../events/remains.ts";
import {
  isAboutAnother,
  refusalOfAmendment,
  refusalOfTakedown,
  type TakedownRefusal,
  versionsToErase,
} from "../../events/takedown.ts";
import { type StoredEntry, UnreadableEntry } from "../store/rows.ts";

/** An event that is erased, as far as it can be read. */
type Gone = { version: number; data?: unknown; media?: Attribution["media"] };

/**
 * What is erased, the event first. In `log`, what cannot be read is like what was taken down: it says nothing. `isWhole`: whether all of it
 * could be read.
 */
export type JudgedTakedown = { refusal: TakedownRefusal } | { log: LogEntry[]; gone: Gone[]; isWhole: boolean };

/** Judges it. Throws the `UnreadableEntry` of an event that may have to be erased with it, or that itself may be about another: nobody can tell. */
export const judgeTakedown = (maybeLog: readonly (StoredEntry | UnreadableEntry)[], event: number): JudgedTakedown => {
  const unread = new Map(
    maybeLog.flatMap((entry) => (entry instanceof UnreadableEntry ? [[entry.version, entry] as const] : [])),
  );
  const log = maybeLog.map((entry): LogEntry => (entry instanceof UnreadableEntry ? silent(entry) : entry));
  const target = unread.get(event);
  const refusal = target ? refusalOfUnread(target) : refusalOfTakedown(log[event - 1], event);
  if (refusal) return { refusal };
  const versions = versionsToErase(log, event, (version, goes) => {
    const entry = unread.get(version);
    return entry !== undefined && version > event && goesAlong(entry, goes);
  });
  const gone = versions.map((version): Gone => {
    const entry = unread.get(version) ?? log[version - 1];
    return entry instanceof UnreadableEntry ? { version, data: entry.data } : { ...entry, version };
  });
  return { log, gone, isWhole: unread.size === 0 };
};

/** Stands for an event that cannot be read. Its type may be none of the registry's: nobody looks at that of what was taken down. */
const silent = ({ story, version, type }: UnreadableEntry): Remains => ({
  story,
  version,
  type: type as EventType,
  schema: 0,
  occurredAt: "",
  precision: "minute",
  recordedAt: "",
  recordedBy: "",
  takenDown: true,
});

const isKnown = (type: string): type is EventType => eventTypes.some((known) => known === type);

/** The version that an event of whatever type names as the one that it is about: all types of today say so in `event`. */
const namedBy = ({ data }: UnreadableEntry): unknown => (data as { event?: unknown } | null | undefined)?.event;

const refusalOfUnread = (target: UnreadableEntry): TakedownRefusal | undefined => {
  const { version, type, isErased, data } = target;
  if (isErased) return { code: "event-taken-down", detail: `Event ${version} was taken down already.` };
  if (!isKnown(type)) {
    if (data === undefined || namedBy(target) !== undefined) throw target;
    return undefined;
  }
  // What a takedown had erased is to be told in the one that takes it down.
  if (isTakedown({ type })) throw target;
  return refusalOfAmendment({ type }, version);
};

/** Whether an event that cannot be read is about one of those that go. Of a type that is known to be about others and says no more of which, it may be. */
const goesAlong = (entry: UnreadableEntry, goes: ReadonlySet<number>): boolean => {
  const { type, isErased, data } = entry;
  if (isErased) return false;
  const named = namedBy(entry);
  const isAmong = typeof named === "number" && goes.has(named);
  if (isKnown(type)) return isAboutAnother({ type }) && (data === undefined || isAmong);
  if (data === undefined || isAmong) throw entry;
  return false;
};
