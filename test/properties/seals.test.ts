import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Recorded, Seal } from "../../events/recorded.ts";
import { canonical } from "../../events/seal.ts";
import { verify } from "../../events/verify.ts";
import { alwaysInTime } from "../support/always.ts";
import { story } from "../support/random-story.ts";
import { changedAt, leavesOf, sealed } from "../support/sealed.ts";

type Log = (Recorded & { seal: Seal })[];

const logs = story({ most: 12 }).map(({ log }) => log.events as readonly Recorded[]);
const places = fc.tuple(logs, fc.nat(), fc.nat(), fc.integer({ min: 0, max: 7 }));

/** The text with one bit of one of its bytes turned over; what is no UTF-8 then is read as a browser reads it. */
const flipped = (text: string, at: number, bit: number): string => {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length === 0) return "\u0001";
  const index = at % bytes.length;
  bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
  return new TextDecoder().decode(bytes);
};

const turned = (value: unknown, at: number, bit: number): unknown => {
  if (typeof value === "string") return flipped(value, at, bit);
  if (typeof value === "number") return value ^ (1 << bit);
  return !value;
};

describe("a sealed story", () => {
  it("holds, and holds when it was stored and read again", () =>
    alwaysInTime(logs, async (events) => {
      const log = await sealed(events);
      expect(await verify(log)).toBeUndefined();
      expect(await verify(JSON.parse(canonical(log)))).toBeUndefined();
    }));

  it("does not hold where one bit of any value was turned over, and names the event", () =>
    alwaysInTime(
      fc.tuple(places, fc.nat()),
      async ([[events, leaf, at, bit], more]) => {
        const log = await sealed(events);
        const leaves = leavesOf(log);
        for (let index = leaf; index < leaf + 20; index += 1) {
          const { path } = leaves[index % leaves.length] ?? { path: [] };
          const forged = changedAt(log, path, (value) => turned(value, at + more, bit));
          expect([path, (await verify(forged))?.version]).toEqual([path, Number(path[0]) + 1]);
        }
      },
      40,
    ));

  it("does not hold where one byte of its text was changed to another, unless that says the same", () =>
    alwaysInTime(
      places,
      async ([events, at, , bit]) => {
        const log = await sealed(events);
        const text = canonical(log);
        const forged = readAs<Log>(flipped(text, at, bit));
        if (forged === undefined || canonicalOrNot(forged) === text) return;
        expect(await verifyOrNot(forged)).not.toBeUndefined();
      },
      150,
    ));

  it("does not hold where an event is missing, unless it is the last", () =>
    alwaysInTime(places, async ([events, pick]) => {
      const log = await sealed(events);
      const index = pick % log.length;
      expect((await verify(log.toSpliced(index, 1)))?.version).toBe(index === log.length - 1 ? undefined : index + 1);
    }));

  it("does not hold where two events were swapped", () =>
    alwaysInTime(places, async ([events, one, other]) => {
      const log = await sealed(events);
      const [low = 0, high = 0] = [one % log.length, other % log.length].sort((a, b) => a - b);
      const [lower, higher] = [log[low], log[high]];
      if (!lower || !higher || low === high) return;
      expect((await verify(log.with(low, higher).with(high, lower)))?.version).toBe(low + 1);
      const renumbered = log.with(low, { ...higher, version: low + 1 }).with(high, { ...lower, version: high + 1 });
      expect((await verify(renumbered))?.version).toBe(low + 1);
    }));

  it("does not hold where an event was added", () =>
    alwaysInTime(places, async ([events, one, other]) => {
      const log = await sealed(events);
      const index = one % log.length;
      const added = log[other % log.length];
      if (!added) return;
      const later = log.slice(index).map((event) => ({ ...event, version: event.version + 1 }));
      const forged = [...log.slice(0, index), { ...added, version: index + 1 }, ...later];
      expect((await verify(forged))?.version).toBeOneOf([index + 1, index + 2]);
    }));
});

const readAs = <Value>(text: string): Value | undefined => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const canonicalOrNot = (value: unknown): string | undefined => {
  try {
    return canonical(value);
  } catch {
    return undefined;
  }
};

/** What the verification says, or that it threw: a log of another shape does not hold either. */
const verifyOrNot = async (log: Log): Promise<unknown> => {
  try {
    return await verify(log);
  } catch (error) {
    return error;
  }
};
