/** What a takedown may take down: the event that it names, what was said about that event, and nothing else. */
import { targetOf } from "./amend.ts";
import type { EventOf } from "./registry.ts";
import { definitionOf, isTakenDown, type LogEntry, type StoryEvent } from "./registry.ts";
import { erasedBy, isTakedown } from "./remains.ts";

/** Why an event cannot be taken down: a stable code and a sentence. */
export type TakedownRefusal = { code: "unknown-event" | "event-taken-down" | "event-is-editorial"; detail: string };

/** Why an event of a log cannot be taken down; undefined where it can. `explained`: what was taken down, and by which event. */
export const refusalOfTakedown = (target: LogEntry | undefined, event: number): TakedownRefusal | undefined => {
  if (!target) return { code: "unknown-event", detail: `This story has no event ${event}.` };
  if (isTakenDown(target)) return { code: "event-taken-down", detail: `Event ${event} was taken down already.` };
  return refusalOfAmendment(target, event);
};

/** Why an event of that type is not taken down by itself, whatever it says; undefined where it is. */
export const refusalOfAmendment = ({ type }: Pick<LogEntry, "type">, event: number): TakedownRefusal | undefined =>
  definitionOf(type).amends && !isTakedown({ type })
    ? {
        code: "event-is-editorial",
        detail: `Event ${event} is about another event: take that one down, and this goes with it.`,
      }
    : undefined;

/**
 * The versions that a takedown of an event erases, the event first: with it go the corrections, retractions, reinstatements and translations of it, and what amends these. With a
 * takedown go its reason and its legal basis; what it had erased is listed after it, and stays accounted for. `goesUnread`: whether what says
 * nothing, for it cannot be read, goes with these.
 */
export const versionsToErase = (
  log: readonly LogEntry[],
  event: number,
  goesUnread: (version: number, goes: ReadonlySet<number>) => boolean = () => false,
): number[] => {
  const target = log[event - 1];
  if (target && !isTakenDown(target) && isTakedown(target)) return [event, ...erasedBy([target])];
  const goes = new Set([event]);
  for (const entry of log)
    if (isTakenDown(entry) ? goesUnread(entry.version, goes) : goes.has(toldAgainBy(entry) ?? 0)) goes.add(entry.version);
  return [...goes];
};

/** The event that an entry is about in its own words: what it amends, or what it says again. */
const toldAgainBy = (entry: StoryEvent): number | undefined =>
  // `never` stands for the definition's own data: see `definitionOf`.
  targetOf(entry) ?? definitionOf(entry.type).retells?.(entry.data as never);

/** What is wrong with a takedown: where (RFC 6901), and a sentence that begins with what must be. */
export type TakedownFault = { pointer: "/data/event" | "/data/erased"; detail: string };

/**
 * What is wrong with a takedown that somebody else recorded, after the log that it stands in. Its target may be a tombstone there, and so may
 * what went with it: `explained` are the tombstones that an earlier takedown accounts for.
 */
export const faultOfTakedown = (
  log: readonly LogEntry[],
  { version, data: { event, erased } }: EventOf<"EventTakenDown">,
  explained: ReadonlySet<number>,
): TakedownFault | undefined => {
  const target = event < version ? log[event - 1] : undefined;
  if (!target) return { pointer: "/data/event", detail: "must be an earlier event" };
  if (explained.has(event)) return { pointer: "/data/event", detail: "must be an event that was not taken down before" };
  if (definitionOf(target.type).amends && !isTakedown(target))
    return { pointer: "/data/event", detail: "must be an event that is about no other event" };
  const fault = (detail: string): TakedownFault => ({ pointer: "/data/erased", detail });
  if (erased[0] !== event || new Set(erased).size !== erased.length)
    return fault("must begin with the event that is taken down, and name each event once");
  const known = versionsToErase(log, event);
  if (known.some((wanted) => !erased.includes(wanted)))
    return fault("must name all that was said about the event that is taken down");
  const goes = isTakedown(target) ? goneBefore : wentAlong;
  const strange = erased.find((one) => !known.includes(one) && !goes(log[one - 1], target, explained));
  return strange === undefined ? undefined : fault(`must be the event and what was said about it: event ${strange} is neither`);
};

type Goes = (entry: LogEntry | undefined, target: LogEntry, explained: ReadonlySet<number>) => boolean;

/** What is left of an amendment does not say of which event it was: it may have been of the one that was taken down, if it came after it. */
const wentAlong: Goes = (entry, { version }, explained) =>
  entry !== undefined &&
  isTakenDown(entry) &&
  entry.version > version &&
  isAboutAnother(entry) &&
  !isTakedown(entry) &&
  !explained.has(entry.version);

/** Whether what an event of that type says is about another event, and goes with that. */
export const isAboutAnother = ({ type }: Pick<LogEntry, "type">): boolean => {
  const { amends, retells } = definitionOf(type);
  return amends !== undefined || retells !== undefined;
};

/** What is left of a takedown does not say what it had erased: that was gone before it. */
const goneBefore: Goes = (entry, target, explained) =>
  entry !== undefined &&
  isTakenDown(target) &&
  isTakenDown(entry) &&
  entry.version < target.version &&
  !explained.has(entry.version);
