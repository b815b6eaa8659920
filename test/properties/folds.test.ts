import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { admit } from "../../events/admit.ts";
import { effective, hasPlace, targetOf } from "../../events/amend.ts";
import { intervalOf } from "../../events/order.ts";
import type { LogEntry, StoryEvent } from "../../events/registry.ts";
import { remainsOf } from "../../events/remains.ts";
import { canonical } from "../../events/seal.ts";
import { catchUp, type Folded, foldFromZero, foldOn } from "../../projections/fold.ts";
import { type ProjectionName, projectionNames, projections } from "../../projections/registry.ts";
import { timeline } from "../../projections/timeline.ts";
import { touchesOffers } from "../../worker/store/keep-fold.ts";
import { always } from "../support/always.ts";
import { story } from "../support/random-story.ts";
import { now, recordedAs } from "../support/recorder.ts";
import { bytesOf, frozen, readingOf, stored, viewsOf } from "../support/views.ts";

const zero = (log: readonly LogEntry[], names?: readonly ProjectionName[]): Folded => {
  const { story, states } = foldFromZero(log, names);
  return { story, states };
};
const snapshotOf = (log: readonly LogEntry[]): Folded => JSON.parse(JSON.stringify(zero(log)));

/** Whether each event of the tail comes after all that held before it in story order: by the definition, not by the fold. */
const isInOrder = (log: readonly StoryEvent[], from: number): boolean =>
  log.slice(from).every((event, index) => {
    if (targetOf(event) !== undefined) return false;
    const before = log.slice(0, from + index);
    const now = new Map(effective(before).happenings.map(({ version, event }) => [version, event]));
    // What was retracted keeps its place.
    const others = before.filter(hasPlace).map((other) => now.get(other.version) ?? lastSaid(before, other));
    return !hasPlace(event) || others.every((other) => intervalOf(other).start < intervalOf(event).end);
  });

const lastSaid = (log: readonly StoryEvent[], event: StoryEvent): Pick<StoryEvent, "occurredAt" | "precision"> =>
  effective(log).amendments.findLast((amendment) => amendment.event === event.version)?.before ?? event;

describe("a fold", () => {
  it("keeps the offers as they are but by events of which it says that they touch them", () => {
    let untouched = 0;
    always(story(), ({ log: { events } }) => {
      const folded = zero([]);
      for (const event of effective(events).happenings.map((happening) => happening.event)) {
        const before = JSON.stringify(folded.story.offers);
        foldOn(folded, event);
        if (touchesOffers(event.type)) continue;
        untouched += before === "{}" ? 0 : 1;
        expect([event.type, JSON.stringify(folded.story.offers)]).toEqual([event.type, before]);
      }
    });
    expect(untouched).toBeGreaterThan(100);
  });

  it("from a snapshot is the fold from zero, byte for byte, whenever it says that it could", () => {
    always(
      fc.tuple(story(), fc.nat()),
      ([
        {
          log: { events },
        },
        cut,
      ]) => {
        const at = cut % (events.length + 1);
        const tail = events.slice(at);
        const length = tail.findIndex((_, index) => !isInOrder(events.slice(0, at + index + 1), at));
        const inOrder = length < 0 ? tail.length : length;
        const folded = snapshotOf(events.slice(0, at));
        expect(catchUp(folded, tail.slice(0, inOrder))).toBeDefined();
        const prefix = events.slice(0, at + inOrder);
        expect(bytesOf(viewsOf(folded))).toBe(bytesOf(viewsOf(zero(prefix))));
        expect(JSON.parse(JSON.stringify(folded))).toEqual(snapshotOf(prefix));
        if (inOrder < tail.length) expect(catchUp(folded, tail.slice(inOrder))).toBeUndefined();
      },
    );
  });

  it("moves on event by event as it does at once", () => {
    always(
      story(),
      ({ log: { events }, verdicts }) => {
        for (const [index, event] of events.entries()) {
          const folded = snapshotOf(events.slice(0, index));
          expect(catchUp(folded, [event]) !== undefined).toBe(verdicts[index] === "next");
          if (verdicts[index] === "next") expect(folded).toEqual(snapshotOf(events.slice(0, index + 1)));
        }
      },
      25,
    );
  });

  it("of some projections is that of all, one by one", () => {
    always(
      fc.tuple(story(), fc.constantFrom(...projectionNames)),
      ([
        {
          log: { events },
        },
        name,
      ]) => {
        expect(zero(events, [name])).toEqual({ story: zero(events, []).story, states: { [name]: zero(events).states[name] } });
      },
    );
  });

  it("changes none of its events, and none of its views", () => {
    always(story(), ({ log: { events } }) => {
      const folded = zero(frozen(stored(events)));
      const bytes = bytesOf(readingOf(events, folded));
      expect(bytesOf(readingOf(events, frozen(folded)))).toBe(bytes);
    });
  });

  it("comes to a plain JSON value", () => {
    always(story(), ({ log: { events } }) => {
      const folded = zero(events);
      expect(JSON.parse(JSON.stringify(folded))).toEqual(folded);
    });
  });
});

describe("a view", () => {
  it("at a version never hangs on what came later", () => {
    always(
      story({ most: 25 }),
      ({ log: { events } }) => {
        const then: string[] = [];
        const growing: StoryEvent[] = [];
        for (const event of stored(events)) {
          growing.push(event);
          then.push(bytesOf(readingOf(growing)));
        }
        for (const [index, bytes] of then.entries()) expect(bytesOf(readingOf(growing.slice(0, index + 1)))).toBe(bytes);
      },
      20,
    );
  });

  it("is of its schema", () => {
    always(story(), ({ log: { events } }) => {
      for (const [key, view] of Object.entries(readingOf(events))) {
        const [name = ""] = key.split(".");
        const page = name === "timeline" ? { order: "asc", entries: view, next: null } : view;
        const { schema } = name === "timeline" ? timeline : projections[name as keyof typeof projections];
        expect([key, schema.safeParse(page).error]).toEqual([key, undefined]);
      }
    });
  });

  it("is whole sentences of whole characters", () => {
    always(story(), ({ log: { events } }) => {
      const bytes = bytesOf(readingOf(events));
      expect(bytes).not.toMatch(/"headline":"(?:\s|"|[^"]*(?:undefined|NaN|\[object))/);
      expect(bytes).not.toMatch(/\\ud[89a-f]/);
    });
  });

  it("is the same of a log that was stored as RFC 8785 JSON and read again", () => {
    always(story(), ({ log: { events } }) => {
      const again = stored(events, canonical);
      expect(bytesOf(readingOf(again))).toBe(bytesOf(readingOf(events)));
    });
  });
});

describe("a takedown", () => {
  it("of any event leaves views of their schemas, and a story that goes on", () => {
    always(
      fc.tuple(story(), fc.nat()),
      ([
        {
          log: { events },
        },
        pick,
      ]) => {
        const targets = events.filter((event) => targetOf(event) === undefined);
        const target = targets[pick % targets.length]?.version ?? 1;
        const isErased = (event: StoryEvent) => event.version === target || targetOf(event) === target;
        const erased = events.filter(isErased).map(({ version }) => version);
        const data = { event: target, reason: "A court has ordered it.", legalBasis: "Art. 9", erased };
        const version = events.length + 1;
        const takedown = recordedAs({ type: "EventTakenDown", occurredAt: now, precision: "second", data }, version);
        const log = [...events.map((event) => (isErased(event) ? remainsOf(event) : event)), takedown];
        const folded = zero(log);
        for (const [key, view] of Object.entries(viewsOf(folded))) {
          const [name = ""] = key.split(".");
          expect([key, projections[name as keyof typeof projections].schema.safeParse(view).error]).toEqual([key, undefined]);
        }
        expect(bytesOf(readingOf(log))).not.toMatch(/"headline":"(?:\s|[^"]*(?:undefined|NaN|\[object))/);
        const more = recordedAs({ type: "DevelopmentReported", occurredAt: now, data: { headline: "It goes on" } }, version + 1);
        if (!folded.story.concluded) {
          expect(admit({ story: folded.story, log }, more, now)).toMatchObject({ kind: "next" });
          foldOn(folded, more);
          expect(folded).toEqual(zero([...log, more]));
        }
      },
    );
  });
});
