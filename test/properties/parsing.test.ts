import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Fault, parseDrafts } from "../../events/parse.ts";
import { definitionOf } from "../../events/registry.ts";
import { canonical } from "../../events/seal.ts";
import { always } from "../support/always.ts";
import { posted } from "../support/arbitrary.ts";
import { emptyLog, recordEvent, recordedAs } from "../support/recorder.ts";
import { changedAt, leavesOf } from "../support/sealed.ts";

/** The steps of a pointer (RFC 6901, section 4). */
const stepsOf = (pointer: string): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));

const finds = (value: unknown, steps: readonly string[]): boolean => {
  const [step, ...rest] = steps;
  if (step === undefined) return true;
  if (typeof value !== "object" || value === null || !(step in value)) return false;
  return finds((value as Record<string, unknown>)[step], rest);
};

/** A fault points at a value that was posted, or at one that is missing from one that was. */
const pointsInto = (input: unknown, { pointer }: Fault): boolean => {
  const steps = stepsOf(pointer);
  return /^(\/.*)?$/s.test(pointer) && (finds(input, steps) || finds(input, steps.slice(0, -1)));
};

const expectFaults = (input: unknown): readonly Fault[] => {
  const parsed = parseDrafts(input);
  if ("drafts" in parsed) return [];
  expect(parsed.faults.length).toBeGreaterThan(0);
  for (const fault of parsed.faults) {
    expect([fault, pointsInto(input, fault)]).toEqual([fault, true]);
    expect(fault.detail).toMatch(/^(must|is) \S/);
  }
  return parsed.faults;
};

const envelope = ["type", "occurredAt", "precision", "sources", "byline", "key", "certainty", "media", "data"];
const json = fc.jsonValue({ maxDepth: 4 });

describe("the parser", () => {
  it("takes any value, and finds faults that point into it", () => {
    always(
      fc.oneof(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }), json),
      expectFaults,
      500,
    );
  });

  it("takes any value in place of any part of an event", () => {
    always(
      fc.tuple(
        posted,
        fc.nat(),
        fc.nat(),
        fc.oneof(json, fc.constantFrom(undefined, "", [], {}, "\ud800", Number.POSITIVE_INFINITY)),
      ),
      ([event, pick, cut, value]) => {
        const paths = leavesOf(event).map(({ path }) => path);
        const path = paths[pick % paths.length] ?? [];
        expectFaults(changedAt(event, path.slice(0, 1 + (cut % path.length)), () => value));
      },
      400,
    );
  });

  it("takes any member more in any part of an event, and refuses it", () => {
    const names = fc.oneof(fc.string(), fc.constantFrom("__proto__", "constructor", "toString", "a/b", "~", ""));
    always(
      fc.tuple(posted, names, json, fc.constantFrom<string[]>([], ["data"])),
      ([event, name, value, path]) => {
        const fields = path.length > 0 ? Object.keys(definitionOf(event.type).data.shape) : envelope;
        if (fields.includes(name)) return;
        const forged = changedAt(event, path, (part) => withMember(part as object, name, value));
        const pointer = `/${[...path, name.replaceAll("~", "~0").replaceAll("/", "~1")].join("/")}`;
        expect(expectFaults(forged)).toEqual([{ pointer, detail: "is not a field that this knows" }]);
      },
      300,
    );
  });

  it("takes several events, with each fault at its own", () => {
    always(
      fc.array(fc.oneof(posted, json), { minLength: 1, maxLength: 8 }),
      (events) => {
        const alone = events.flatMap((event, index) => {
          const parsed = Array.isArray(event)
            ? { faults: [{ pointer: "", detail: "must be an object in braces" }] }
            : parseDrafts(event);
          return "faults" in parsed
            ? parsed.faults.map(({ pointer, detail }) => ({ pointer: `/${index}${pointer}`, detail }))
            : [];
        });
        expect(parseDrafts(events)).toEqual(alone.length > 0 ? { faults: alone } : { drafts: events });
      },
      200,
    );
  });

  it("changes nothing: what it takes is what was posted, and it can be sealed", () => {
    always(
      posted,
      (event) => {
        expect(parseDrafts(event)).toEqual({ drafts: [event] });
        expect(canonical(parseDrafts(event))).toBe(canonical({ drafts: [event] }));
      },
      200,
    );
  });
});

describe("the rules", () => {
  it("say something of any event that was parsed, whatever it corrects by", () => {
    const replacement = fc.record({ data: fc.dictionary(fc.string(), json) });
    const correction = fc.record({ event: fc.integer({ min: 1, max: 3 }), reason: fc.constant("x"), replacement });
    always(
      fc.oneof(
        posted,
        correction.map((data) => ({ type: "EventCorrected" as const, occurredAt: "2025-02-10T12:00:00Z", data })),
      ),
      (event) => {
        if ("faults" in parseDrafts(event)) return;
        const opened = recordEvent(emptyLog, recordedAs(opening, 1));
        if (opened.kind !== "admitted") throw new Error("A story can be opened");
        const outcome = recordEvent(opened.log, recordedAs(event as typeof opening, 2));
        if (outcome.kind !== "invalid") return;
        for (const fault of outcome.faults) expect([fault, pointsInto(event, fault)]).toEqual([fault, true]);
      },
      300,
    );
  });
});

const opening = { type: "StoryOpened", occurredAt: "2025-02-10T11:00:00Z", data: { title: "A bid", language: "en" } as object };

/** A copy with a member more, as `JSON.parse` makes it. */
const withMember = (part: object, name: string, value: unknown): object =>
  Object.defineProperty({ ...part }, name, { value, enumerable: true, configurable: true, writable: true });
