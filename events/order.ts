/**
 * Story order: the order in which things happened. A coarse time is an interval. An event stands directly before the first event, in story
 * order as it was when it was recorded, that is wholly later than it; where there is none, last. Of two events whose intervals do not
 * overlap, the earlier is first; where they overlap, log order decides.
 */
import { placeBetween } from "./place.ts";
import type { Place } from "./story.ts";
import type { Precision } from "./values.ts";

/**
 * An instant (RFC 3339) as a text that sorts as time does: in UTC, to the nanosecond, with no zeros at its end and no zone.
 * `2025-02-10T22:11:04.50+01:00` becomes `2025-02-10T21:11:04.5`.
 */
export const orderKey = (instant: string): string => {
  const seconds = (instant.endsWith("Z") ? instant : new Date(instant).toISOString()).slice(0, 19);
  const fraction = instant[19] === "." ? /^\.\d*[1-9]/.exec(instant.slice(19)) : null;
  return fraction ? seconds + fraction[0] : seconds;
};

/** When something happened, as far as it is known: from `start` on and before `end`, both as `orderKey` writes instants. */
export type Interval = { start: string; end: string };

/** How much of an instant's text a precision keeps, and what stands for the rest. */
const kept: Record<Precision, readonly [length: number, rest: string]> = {
  second: [19, ""],
  minute: [16, ":00"],
  hour: [13, ":00:00"],
  day: [10, "T00:00:00"],
  month: [7, "-01T00:00:00"],
  year: [4, "-01-01T00:00:00"],
};
const seconds: Partial<Record<Precision, number>> = { second: 1, minute: 60, hour: 3600, day: 86_400 };

/** Later than any instant that an event can have. */
const endOfTime = "~";

type Time = { occurredAt: string; precision: Precision };

/** The beginning of a time in its own offset: of its minute, its day, its year. */
const beginningOf = ({ occurredAt, precision }: Time): string => {
  const [length, rest] = kept[precision];
  const offset = occurredAt.endsWith("Z") ? "Z" : occurredAt.slice(-6);
  return occurredAt.slice(0, length) + rest + offset;
};

/** When a time that is known to a precision begins at the earliest, as `orderKey` writes it. */
export const startOf = (time: Time): string => orderKey(beginningOf(time));

/** The interval of a time that is known to a precision: the minute, the day, the year of the place whose offset it is written in. */
export const intervalOf = (time: Time): Interval => {
  const beginning = beginningOf(time);
  return { start: orderKey(beginning), end: endOf(beginning, time.precision) };
};

const endOf = (start: string, precision: Precision): string => {
  const end = new Date(start);
  const span = seconds[precision];
  if (span !== undefined) end.setTime(end.getTime() + span * 1000);
  else {
    // A month or a year ends where the next one begins, by the calendar of its own offset.
    const [year = 0, month = 1] = start.split("-", 2).map(Number);
    const next = new Date(0);
    next.setUTCFullYear(precision === "year" ? year + 1 : year, precision === "year" ? 0 : month, 1);
    end.setTime(next.getTime() + (end.getTime() - Date.parse(`${start.slice(0, 19)}Z`)));
  }
  return end.getUTCFullYear() > 9999 ? endOfTime : orderKey(end.toISOString());
};

/** Negative where `a` comes before `b` in story order. Never 0 for two events of one story. */
export const inStoryOrder = (a: Place, b: Place): number =>
  a.place < b.place ? -1 : a.place > b.place ? 1 : a.version - b.version;

type Standing = Place & { start: string };

/** The story order of a log, as a fold over it. */
export type StoryOrder = {
  /** Puts an event in; answers with its place. */
  put: (version: number, time: Time) => string;
  /** Takes an event out and puts it in anew, at another time; answers with its place. */
  move: (version: number, time: Time) => string;
  /** The place of an event that was put in. */
  placeOf: (version: number) => string | undefined;
  /** Whether any event was moved. */
  hasMoved: () => boolean;
  /** The last place that is taken, and the latest beginning of any event. */
  end: () => { last: Place | undefined; latest: string };
};

/** An order of no events yet. */
export const storyOrder = (): StoryOrder => {
  const standing: Standing[] = [];
  /** The latest beginning of an event at each index or before it: it never falls, so that the first that is later is found by halving. */
  const latest: string[] = [];
  const places = new Map<number, string>();
  let moved = false;

  /** The index of the first event that begins at `end` or later. */
  const firstAfter = (end: string): number => {
    let [low, high] = [0, latest.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((latest[middle] ?? "") >= end) high = middle;
      else low = middle + 1;
    }
    return low;
  };

  const put: StoryOrder["put"] = (version, time) => {
    const start = startOf(time);
    // What begins after all others ends after them too.
    const index = start > (latest.at(-1) ?? "") ? standing.length : firstAfter(intervalOf(time).end);
    const place = placeBetween(standing[index - 1]?.place, standing[index]?.place, start);
    const before = latest[index - 1] ?? "";
    standing.splice(index, 0, { place, version, start });
    latest.splice(index, 0, start > before ? start : before);
    places.set(version, place);
    return place;
  };

  const take = (version: number): void => {
    const index = standing.findIndex((other) => other.version === version);
    standing.splice(index, 1);
    latest.splice(index);
    for (const { start } of standing.slice(index)) {
      const before = latest.at(-1) ?? "";
      latest.push(start > before ? start : before);
    }
  };

  return {
    put,
    hasMoved: () => moved,
    move: (version, time) => {
      moved = true;
      take(version);
      return put(version, time);
    },
    placeOf: (version) => places.get(version),
    end: () => {
      const last = standing.at(-1);
      return { last: last && { place: last.place, version: last.version }, latest: latest.at(-1) ?? "" };
    },
  };
};
