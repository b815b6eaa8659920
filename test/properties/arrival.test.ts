import * as fc from "fast-check";
import { expect, it } from "vitest";
import { targetOf } from "../../events/amend.ts";
import { referencesOf } from "../../events/references.ts";
import { definitionOf, type EventType, type StoryEvent } from "../../events/registry.ts";
import { always, runs } from "../support/always.ts";
import { put, story } from "../support/random-story.ts";
import { emptyLog, type Log, recordEvent } from "../support/recorder.ts";
import { bytesOf, readingOf } from "../support/views.ts";

/** Which version an event had, and which it has. */
type Renumbering = ReadonlyMap<number, number>;

const versionsIn = (type: EventType, data: object) => referencesOf(type, data).filter(({ kind }) => kind === "version");

const renumberedData = (type: EventType, data: object, now: Renumbering): object =>
  versionsIn(type, data).reduce((changed, { name, pointer }) => put(changed, pointer, now.get(Number(name))), data);

/** The event as it is recorded at another version; undefined where what it names has not arrived. */
const renumbered = (
  event: StoryEvent,
  version: number,
  now: Renumbering,
  typeOf: (version: number) => EventType,
): StoryEvent | undefined => {
  const target = targetOf(event);
  const replaced = event.type === "EventCorrected" ? event.data.replacement.data : undefined;
  const targetType = target === undefined ? undefined : typeOf(target);
  const named = [
    ...versionsIn(event.type, event.data),
    // What a correction says in place of data is an object of its target's type.
    ...(replaced && targetType ? versionsIn(targetType, replaced as object) : []),
  ];
  if (named.some(({ name }) => !now.has(Number(name)))) return undefined;
  let data = renumberedData(event.type, event.data, now);
  if (replaced && targetType) data = put(data, "/data/replacement/data", renumberedData(targetType, replaced as object, now));
  return { ...event, version, data } as StoryEvent;
};

/** Whether an event is about another, as the record has it: the newest counts, and what it says of the others before it. */
const isOfRecord = (event: StoryEvent): boolean =>
  targetOf(event) !== undefined || definitionOf(event.type).retells !== undefined;

/** Records the events in another order, each when it is admitted; amendments and translations stay in theirs. Undefined where that comes to a stop. */
const arriving = (events: readonly StoryEvent[], order: readonly number[]): { log: Log; was: Renumbering } | undefined => {
  const typeOf = (version: number): EventType => events[version - 1]?.type ?? "StoryOpened";
  const was = new Map<number, number>();
  const now = new Map<number, number>();
  let log = emptyLog;
  const waiting = events.toSorted((a, b) => (order[a.version] ?? 0) - (order[b.version] ?? 0));
  while (waiting.length > 0) {
    const amendments = waiting.filter(isOfRecord).map(({ version }) => version);
    const index = waiting.findIndex((event) => {
      if (isOfRecord(event) && event.version !== Math.min(...amendments)) return false;
      const arrived = renumbered(event, log.events.length + 1, now, typeOf);
      const outcome = arrived && recordEvent(log, arrived);
      if (outcome?.kind === "admitted") log = outcome.log;
      return outcome?.kind === "admitted";
    });
    const [event] = index < 0 ? [] : waiting.splice(index, 1);
    if (!event) return undefined;
    was.set(log.events.length, event.version);
    now.set(event.version, log.events.length);
  }
  return { log, was };
};

/** The members of views that are versions. */
const versions = ["version", "introducedBy", "event", "inReplyTo"];

/** The views, with each event named by the version that it had. */
const named = (value: unknown, was: Renumbering): unknown => {
  if (Array.isArray(value)) return value.map((item) => named(item, was));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      // What was recorded last is of the log order.
      .filter(([key]) => key !== "lastVersion")
      .map(([key, inner]) => [key, versions.includes(key) && typeof inner === "number" ? was.get(inner) : named(inner, was)]),
  );
};

const orders = fc.array(fc.nat(), { minLength: 60, maxLength: 60 });
const stories = fc.tuple(story({ distinct: true, most: 30 }), orders);

it("says the same of a story in whatever order its events arrived", () => {
  let arrived = 0;
  let moved = 0;
  always(stories, ([{ log }, order]) => {
    const other = arriving(log.events, order);
    if (!other) return;
    arrived += 1;
    if ([...other.was].some(([now, was]) => now !== was)) moved += 1;
    const reading = named(readingOf(other.log.events), other.was) as Record<string, unknown>;
    const same = new Map(log.events.map(({ version }) => [version, version]));
    expect(JSON.parse(bytesOf(reading))).toEqual(
      JSON.parse(bytesOf(named(readingOf(log.events), same) as Record<string, unknown>)),
    );
  });
  // Most orders come to an end, and few are the first one.
  expect(arrived).toBeGreaterThan(runs(20));
  expect(moved).toBeGreaterThan(runs(20));
});
