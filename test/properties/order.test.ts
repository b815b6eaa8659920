/** Laws of story order, held against a model of it that is a plain list. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { effective, hasPlace } from "../../events/amend.ts";
import { inStoryOrder, storyOrder } from "../../events/order.ts";
import { placeBetween } from "../../events/place.ts";
import { type Precision, precision } from "../../events/values.ts";
import { always } from "../support/always.ts";
import { story } from "../support/random-story.ts";

type Time = { occurredAt: string; precision: Precision };
type Interval = { from: number; to: number };

/** The interval of a time, in milliseconds, by the calendar alone; times here are whole milliseconds of UTC. */
const intervalOf = ({ occurredAt, precision }: Time): Interval => {
  const date = new Date(occurredAt);
  const [year, month, day, hour, minute, second] = [
    date.getUTCFullYear(),
    date.getUTCMonth(),
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  ];
  const between = (...[from, to]: [number[], number[]]): Interval => {
    const at = ([y = 0, mo = 0, d = 1, h = 0, mi = 0, s = 0]: number[]) => Date.UTC(y, mo, d, h, mi, s);
    return { from: at(from), to: at(to) };
  };
  return {
    second: () => between([year, month, day, hour, minute, second], [year, month, day, hour, minute, second + 1]),
    minute: () => between([year, month, day, hour, minute], [year, month, day, hour, minute + 1]),
    hour: () => between([year, month, day, hour], [year, month, day, hour + 1]),
    day: () => between([year, month, day], [year, month, day + 1]),
    month: () => between([year, month], [year, month + 1]),
    year: () => between([year], [year + 1]),
  }[precision]();
};

type Standing = { version: number; time: Time };

/** The contract's one rule: directly before the first event, in the order so far, that is wholly later; where there is none, last. */
const putIn = (list: readonly Standing[], one: Standing): Standing[] => {
  const { to } = intervalOf(one.time);
  const index = list.findIndex(({ time }) => intervalOf(time).from >= to);
  return list.toSpliced(index < 0 ? list.length : index, 0, one);
};

/** Times that meet often: of a few days, hours, minutes, some of them coarse. */
const time: fc.Arbitrary<Time> = fc
  .record({
    day: fc.integer({ min: 1, max: 4 }),
    hour: fc.integer({ min: 0, max: 3 }),
    minute: fc.integer({ min: 0, max: 2 }),
    precision: fc.constantFrom<Precision>(
      "second",
      "minute",
      "minute",
      "hour",
      "day",
      "day",
      ...(precision.options as Precision[]),
    ),
  })
  .map(({ day, hour, minute, precision }) => ({
    occurredAt: new Date(Date.UTC(2025, day === 4 ? 2 : 1, day, hour, minute)).toISOString(),
    precision,
  }));

/** An event that comes, or one that is there and gets another time. */
const act = fc.record({ time, moves: fc.option(fc.nat(), { freq: 3 }) });

const versionsBy = (places: ReadonlyMap<number, string>): number[] =>
  [...places].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([version]) => version);

describe("story order", () => {
  it("is that of a plain list, after every event and every move, and its places sort as it does", () => {
    always(
      fc.array(act, { maxLength: 60, size: "max" }),
      (acts) => {
        const order = storyOrder();
        let model: Standing[] = [];
        for (const { time, moves } of acts) {
          const moved = moves === null ? undefined : model[moves % model.length]?.version;
          const version = moved ?? model.length + 1;
          if (moved === undefined) order.put(version, time);
          else order.move(version, time);
          model = putIn(
            model.filter((one) => one.version !== version),
            { version, time },
          );
          const places = new Map(model.map((one) => [one.version, order.placeOf(one.version) ?? ""]));
          expect(new Set(places.values()).size).toBe(model.length);
          expect(versionsBy(places)).toEqual(model.map((one) => one.version));
          expect(order.end().last?.version).toBe(model.at(-1)?.version);
        }
      },
      300,
    );
  });

  it("moves nothing but what gets another time", () => {
    always(
      fc.tuple(fc.array(time, { minLength: 2, maxLength: 40, size: "max" }), fc.nat(), time),
      ([times, pick, another]) => {
        const order = storyOrder();
        for (const [index, one] of times.entries()) order.put(index + 1, one);
        const versions = times.map((_, index) => index + 1);
        const before = versions.map((version) => order.placeOf(version));
        const moved = 1 + (pick % times.length);
        order.move(moved, another);
        for (const version of versions.filter((one) => one !== moved)) expect(order.placeOf(version)).toBe(before[version - 1]);
      },
      200,
    );
  });

  it("is by time, whatever the order in which they arrive, of events whose intervals do not overlap", () => {
    const apart = fc
      .array(time, { maxLength: 30, size: "max" })
      .map((times) => {
        const kept: Time[] = [];
        for (const one of times) {
          const { from, to } = intervalOf(one);
          if (kept.map(intervalOf).every((other) => other.to <= from || to <= other.from)) kept.push(one);
        }
        return kept;
      })
      .chain((times) => fc.shuffledSubarray(times, { minLength: times.length, maxLength: times.length }));
    always(
      apart,
      (times) => {
        const order = storyOrder();
        for (const [index, one] of times.entries()) order.put(index + 1, one);
        const standing = times
          .map((one, index) => ({ version: index + 1, place: order.placeOf(index + 1) ?? "", from: intervalOf(one).from }))
          .sort(inStoryOrder);
        expect(standing.map(({ from }) => from)).toEqual(standing.map(({ from }) => from).toSorted((a, b) => a - b));
      },
      200,
    );
  });

  it("is the same at any version, of a log that is longer and of one that ends there", () => {
    always(story({ least: 15, most: 40 }), ({ log: { events } }) => {
      const places = new Map<number, string | undefined>();
      for (const [index, event] of events.entries()) {
        const { order, amendments } = effective(events.slice(0, index + 1));
        const last = amendments.at(-1);
        const moved = last?.version === event.version ? last.event : event.version;
        for (const [version, place] of places) if (version !== moved) expect(order.placeOf(version)).toBe(place);
        places.set(moved, order.placeOf(moved));
        expect(order.placeOf(event.version) === undefined).toBe(!hasPlace(event));
      }
    });
  });
});

describe("a place between two others", () => {
  it("sorts between them, however often there is none free", () => {
    always(
      fc.array(fc.nat(), { minLength: 1, maxLength: 80, size: "max" }),
      (cuts) => {
        const instants = ["2025-02-10T21:11:04", "2025-02-10T21:11:04.5", "2025-02-10T21:11:05"];
        const places: string[] = [];
        for (const cut of cuts) {
          const start = instants[cut % instants.length] ?? "";
          // What stands after an event began after it.
          const first = places.findIndex((place) => (place.split("!")[0] ?? "") > start);
          const from = first < 0 ? places.length : first;
          const index = from + (cut % (places.length + 1 - from));
          places.splice(index, 0, placeBetween(places[index - 1], places[index], start));
          expect(places.toSorted()).toEqual(places);
          expect(new Set(places).size).toBe(places.length);
        }
      },
      300,
    );
  });
});
