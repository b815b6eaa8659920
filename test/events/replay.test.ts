/** What was recorded elsewhere is judged as it was there: what the API takes is admitted, and what it refuses is not. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultsOfData } from "../../events/parse.ts";
import { isTakenDown, type LogEntry, type StoryEvent } from "../../events/registry.ts";
import { remainsOf } from "../../events/remains.ts";
import { replayer } from "../../events/replay.ts";
import { versionsToErase } from "../../events/takedown.ts";
import { runs } from "../support/always.ts";
import { auditedLog, brokenIn } from "../support/audited.ts";
import { corrected, insult, offer, rejected, retracted, scene, statement } from "../support/drafts.ts";
import { recorded, viewOf } from "../support/given.ts";
import { oldLog } from "../support/old-log.ts";
import { story } from "../support/random-story.ts";
import { recordedAs } from "../support/recorder.ts";
import { sealed } from "../support/sealed.ts";

/** What is wrong with a log, by the first entry that is not admitted: its version and the pointers. */
const faultsIn = (log: readonly LogEntry[]): string | undefined => {
  const { take } = replayer();
  for (const entry of log) {
    const faults = take(entry);
    if (faults.length > 0) return `${entry.version} ${faults.map(({ pointer, detail }) => `${pointer} ${detail}`).join("; ")}`;
  }
  return undefined;
};

/**
 * The events as a deployment records them whose clock runs on: at or after each of them happened. As far as the API would have let them come to
 * the rules: to a random story's parties a name may stand twice.
 */
const clocked = (events: readonly StoryEvent[]): StoryEvent[] => {
  const misfit = events.findIndex(({ type, data }) => faultsOfData(type, data).length > 0);
  return events.slice(0, misfit < 0 ? events.length : misfit).map((event) => ({
    ...event,
    recordedAt: new Date(Date.parse("2025-06-01T00:00:00.000Z") + event.version * 1000).toISOString(),
  }));
};

const takedownOf = (log: readonly LogEntry[], event: number, erased = versionsToErase(log, event)): StoryEvent => {
  const version = log.length + 1;
  const data = { event, reason: "A court’s order.", legalBasis: "Its number.", erased };
  const recordedAt = log.at(-1)?.recordedAt ?? "";
  return { ...recordedAs({ type: "EventTakenDown", occurredAt: "2025-03-01T00:00:00Z", data }, version), recordedAt };
};

/** The log as it is given out once that event was taken down. */
const takingDown = (log: readonly LogEntry[], event: number): LogEntry[] => {
  const takedown = takedownOf(log, event);
  const erased = new Set(versionsToErase(log, event));
  return [...log.map((entry) => (erased.has(entry.version) ? remainsOf(entry) : entry)), takedown];
};

describe("any story that was recorded", () => {
  it("is admitted, and verifies", () =>
    fc.assert(
      fc.asyncProperty(story(), async ({ log: { events } }) => {
        const log = clocked(events);
        expect(faultsIn(log)).toBeUndefined();
        expect(await brokenIn(await sealed(log))).toBeUndefined();
      }),
      { numRuns: runs(60) },
    ));

  it("is admitted with what the rules refused no more than it was recorded", () =>
    fc.assert(
      fc.asyncProperty(story(), async ({ log: { events }, refused, invalid }) => {
        const log = clocked(events);
        // An edit that changes nothing was recorded for a while.
        const barred = refused.filter(({ refusals }) => refusals.every(({ code }) => code !== "edit-changes-nothing"));
        for (const event of [...barred.map((one) => one.event), ...invalid].slice(-6)) {
          const before = log.slice(0, event.version - 1);
          const [late] = clocked([event]);
          if (!late || before.length < event.version - 1) continue;
          expect(faultsIn(before)).toBeUndefined();
          expect(faultsIn([...before, late])).toMatch(new RegExp(`^${event.version} `));
          expect(await brokenIn(await sealed([...before, late]))).toMatch(new RegExp(`^${event.version} refused`));
        }
      }),
      { numRuns: runs(40) },
    ));

  it("is admitted whatever was taken down of it, and takedowns of it too", () =>
    fc.assert(
      fc.property(story({ most: 25 }), fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), ({ log: { events } }, picks) => {
        let log: LogEntry[] = clocked(events);
        for (const pick of picks) {
          const entry = log[pick % log.length];
          if (!entry || isTakenDown(entry) || ["EventCorrected", "EventRetracted", "EventReinstated"].includes(entry.type))
            continue;
          log = takingDown(log, entry.version);
        }
        expect(faultsIn(log)).toBeUndefined();
      }),
      { numRuns: runs(60) },
    ));

  it("is admitted as it was stored under older rules", async () => {
    expect(faultsIn(oldLog)).toBeUndefined();
    // Twelve stories that the first edition told at random, and admitted.
    const lines = readFileSync(join(import.meta.dirname, "../fixtures/schema-2.ndjson"), "utf8")
      .trimEnd()
      .split("\n");
    const { findings, unreadable } = await auditedLog(lines.map((line) => JSON.parse(line)));
    expect([unreadable, findings.length, findings.filter(({ broken, unjudged }) => broken || unjudged > 0)]).toEqual([
      undefined,
      12,
      [],
    ]);
  });
});

describe("a takedown", () => {
  const log = recorded(...scene, insult(), corrected(6, { precision: "day" }), insult(), retracted(8), statement());
  const gone = (...versions: number[]): LogEntry[] =>
    log.map((entry) => (versions.includes(entry.version) ? remainsOf(entry) : entry));

  it.each<[string, LogEntry[], number, number[]]>([
    ["of an event alone", log.slice(0, 6), 6, [6]],
    ["of an event with its correction", [...log], 6, [6, 7]],
    ["of what is gone already", gone(6, 7), 6, [6, 7]],
  ])("is admitted %s", (_, before, event, erased) =>
    expect(faultsIn([...before, takedownOf(before, event, erased)])).toBeUndefined(),
  );

  it.each<[string, LogEntry[], number, number[], string]>([
    ["of nothing", [...log], 99, [99], "event"],
    ["of itself", [...log], 11, [11], "event"],
    ["of a correction", [...log], 7, [7], "event"],
    ["that does not erase its event", [...log], 6, [7], "erased"],
    ["that names its event in another place than the first", [...log], 6, [7, 6], "erased"],
    ["that names an event twice", [...log], 6, [6, 7, 7], "erased"],
    ["that leaves a correction", [...log], 6, [6], "erased"],
    ["that leaves a retraction", [...log], 8, [8], "erased"],
    ["of more than its event", [...log], 6, [6, 7, 8], "erased"],
    ["of another event’s correction", [...log], 8, [8, 9, 7], "erased"],
    ["of the opening besides", [...log], 6, [6, 7, 1], "erased"],
    ["of itself besides", [...log], 6, [6, 7, 11], "erased"],
    ["of what is to come", [...log], 6, [6, 7, 12], "erased"],
    ["of the remains of an event that nobody corrected", gone(6, 7, 10), 6, [6, 7, 10], "erased"],
    ["of the remains of a correction from before the event", gone(7, 8, 9), 8, [8, 9, 7], "erased"],
  ])("is not admitted %s", (_, before, event, erased, pointer) =>
    expect(faultsIn([...before, takedownOf(before, event, erased)])).toMatch(new RegExp(`^11 /data/${pointer} `)),
  );

  it("is admitted once for an event", () => {
    const once = takingDown(log, 6);
    expect(faultsIn(once)).toBeUndefined();
    expect(faultsIn([...once, takedownOf(once, 6, [6])])).toMatch(/^12 \/data\/event /);
  });

  it("of a takedown lists what that had erased, no less and no more", () => {
    const once = takingDown(log, 6);
    expect(versionsToErase(once, 11)).toEqual([11, 6, 7]);
    for (const strange of [[11], [11, 6], [11, 6, 7, 10], [11, 6, 7, 8]])
      expect([strange, faultsIn([...once, takedownOf(once, 11, strange)])]).toEqual([
        strange,
        expect.stringMatching(/^12 \/data\/erased/),
      ]);
    const twice = takingDown(once, 11);
    expect(faultsIn(twice)).toBeUndefined();
    const thrice = takingDown(twice, 12);
    expect(versionsToErase(twice, 12)).toEqual([12, 11, 6, 7]);
    expect(faultsIn(thrice)).toBeUndefined();
  });

  it("of a takedown that is gone erases nothing but what is gone too", () => {
    const twice = takingDown(takingDown(log, 6), 11);
    const forged = { ...takedownOf(twice.slice(0, 11), 11, [11, 6, 7, 10]) };
    expect(faultsIn([...twice.slice(0, 11), forged])).toMatch(/^12 \/data\/erased .*event 10/);
  });
});

describe("an entry", () => {
  const log = recorded(...scene, offer("bid"), rejected("bid"), insult());
  const changed = (version: number, change: object): LogEntry[] =>
    log.map((entry) => (entry.version === version ? ({ ...entry, ...change } as LogEntry) : entry));

  it.each<[string, number, object, RegExp]>([
    ["of a type that nobody knows", 8, { type: "Rumour" }, /^8 \/type/],
    ["that happened after it was recorded", 8, { occurredAt: "2025-03-01T00:05:09Z" }, /^8 \/occurredAt/],
    ["that was recorded before the one before it", 8, { recordedAt: "2025-02-28T00:00:00.000Z" }, /^8 \/recordedAt/],
    ["whose time of recording has an offset", 8, { recordedAt: "2025-03-01T02:00:08.000+02:00" }, /^8 \/recordedAt/],
    ["with a byline of control characters", 8, { byline: "Ann\u0007" }, /^8 \/byline/],
    ["with a key that is none", 8, { key: "yes" }, /^8 \/key/],
    ["with a certainty that is none", 8, { certainty: "sure" }, /^8 \/certainty/],
    ["of a schema of tomorrow", 8, { schema: 4 }, /^8 \/schema/],
    [
      "with a member of Object’s own",
      8,
      { data: JSON.parse('{"__proto__":{},"by":"a","at":"b","quote":{"text":"x","language":"en"}}') },
      /^8 \/data/,
    ],
  ])("is not admitted %s", (_, version, change, told) => expect(faultsIn(changed(version, change))).toMatch(told));

  it("of more than 64 KiB is not admitted", () => {
    const sources = Array.from({ length: 20 }, () => ({
      publisher: "X",
      title: "\u6f22".repeat(300),
      url: `https://x.example/${"a".repeat(2000)}`,
    }));
    expect(faultsIn(changed(8, { sources }))).toBeUndefined();
    const text = "\u6f22".repeat(4000);
    const long = { type: "DevelopmentReported", data: { headline: "Long", text }, sources };
    expect(faultsIn(changed(8, long))).toMatch(/^8 \/data must not be larger/);
  });

  it("is not admitted with a whole correction of what is gone", () => {
    const [target, correction] = recorded(...scene, insult(), corrected(6, { precision: "day" })).slice(5);
    if (!target || !correction) throw new Error("Two events were recorded");
    expect(faultsIn([...log.slice(0, 5), remainsOf(target), correction])).toMatch(/^7 \/data\/event/);
  });

  it("is judged by no rule that what is gone may have made hold, until its takedown comes", () => {
    const [bid, answer] = log.slice(5, 7);
    if (!bid || !answer) throw new Error("Two events were recorded");
    const open = [...log.slice(0, 5), remainsOf(bid), answer];
    expect(faultsIn(open)).toBeUndefined();
    const takedown = takedownOf(open, 6, [6]);
    const { type, occurredAt, data } = answer;
    const again = { ...recordedAs({ type, occurredAt, data }, 9), recordedAt: takedown.recordedAt };
    expect(faultsIn([...open, takedown])).toBeUndefined();
    expect(faultsIn([...open, takedown, again])).toMatch(/^9 /);
  });
});

describe("an edit that changes nothing", () => {
  const idle = (version: number, event: number, replacement: object) =>
    recordedAs(
      {
        type: "EventCorrected",
        occurredAt: "2025-02-10T13:00:00Z",
        data: { event, edit: "clarification", reason: "None.", replacement },
      },
      version,
    );
  const before = recorded(...scene, insult());
  const log = [...before, idle(7, 6, { data: {} }), idle(8, 6, { precision: "minute" })];
  const { type, occurredAt, data } = recorded(...scene, insult(), statement())[6] as StoryEvent;
  const after = recordedAs({ type, occurredAt, data }, 9);

  it("stands in a log that recorded it before that was refused: what follows is judged as ever", async () => {
    expect(faultsIn([...log, after])).toBeUndefined();
    expect(await brokenIn(await sealed([...log, after]))).toBeUndefined();
    const unknown = { ...after, data: { ...after.data, by: "nobody" } } as StoryEvent;
    expect(faultsIn([...log, unknown])).toMatch(/^9 /);
    expect(faultsIn([...log, idle(9, 7, { data: {} })])).toMatch(/^9 \/data\/event/);
  });

  it("is told by the views of such a log, and goes with a takedown of its event", () => {
    expect(viewOf(log, "corrections")).toMatchObject({ total: 2, corrections: [{ version: 8 }, { version: 7 }] });
    expect(faultsIn(takingDown(log, 6))).toBeUndefined();
  });
});

describe("verification", () => {
  const log = recorded(...scene, insult());

  it("tells what a newer deployment has recorded from what does not hold", async () => {
    const tomorrow = { ...log[5], version: 7, type: "RumourSpread", schema: 4 } as unknown as StoryEvent;
    const { findings } = await auditedLog(await sealed([...log, tomorrow]));
    expect(findings).toMatchObject([{ version: 7, unjudged: 1, broken: undefined }]);
  });

  it("looks at the story that was asked for", async () => {
    const whole = await sealed(log);
    expect((await auditedLog(whole, "a-story")).findings).toMatchObject([{ story: "a-story", version: 6, broken: undefined }]);
    expect((await auditedLog(whole, "asked-for")).findings).toMatchObject([
      { story: "asked-for", version: 0, broken: { version: 1, code: "story" } },
    ]);
  });
});
