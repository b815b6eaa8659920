/** D1 fails at each round trip of each request in turn: the answer is 503 or the truth, and what is sent again is recorded once. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { signerText } from "../../events/note.ts";
import type { Draft } from "../../events/recorded.ts";
import { verify } from "../../events/verify.ts";
import { DatabaseUnreachable, meterDatabase } from "../../worker/store/d1.ts";
import { at, offer, opened, retracted, scene, statement, timeOf } from "../support/drafts.ts";
import { type Failure, failing, failures, inside, lateness, refusing } from "../support/faults.ts";
import { fill } from "../support/fill.ts";
import { paced } from "../support/paced.ts";
import { foldsOf, pageBy } from "../support/readings.ts";
import { recordedAs } from "../support/recorder.ts";
import { sealed } from "../support/sealed.ts";
import { costOf, problemOf, type Server, startServer } from "../support/server.ts";

let server: Server;
beforeAll(async () => {
  const CHECKPOINT_KEY = await signerText({ name: "riposte.example", seed: new Uint8Array(32).fill(7) });
  server = await startServer({ entry: "test/support/faulty-worker.ts", variables: { CHECKPOINT_KEY } });
  await server.record("story", paced([...scene, offer("bid"), statement()]));
  await fill(server, "long", 600);
});
afterAll(() => server?.close());

/** Nothing of the inside is told, and when to come again is. */
const expectUnavailable = async (answer: Response): Promise<void> => {
  const text = await answer.text();
  expect([answer.status, answer.headers.get("Retry-After")]).toEqual([503, expect.stringMatching(/^\d+$/)]);
  expect(answer.headers.get("Cache-Control")).toBe("no-store");
  expect(text).not.toMatch(/D1_|SQL|SELECT|secret|worker\/|\.ts|\bat \w+ \(/);
  if (answer.headers.get("Content-Type") === "application/problem+json")
    expect(JSON.parse(text)).toMatchObject({ type: expect.stringMatching(/\/problems\/unavailable$/), status: 503 });
  else expect(text).toMatch(/^<!doctype html>.*<p class="label">503/);
};

/** Every round trip of a request, and every way to fail at it, all at once. */
const atEach = (trips: number, attempt: (trip: number, failure: Failure) => Promise<void>) => {
  const ways = Array.from({ length: trips }, (_, trip) => failures.map((failure) => ({ trip: trip + 1, failure })));
  return Promise.all(ways.flat().map(({ trip, failure }) => attempt(trip, failure)));
};

describe.concurrent("a read", () => {
  const json = { Accept: "application/json" };
  const inStory = [
    "",
    "/timeline?since=2",
    "/timeline?version=3",
    "/status",
    "/offers?version=4",
    "/cast?asOf=2999-01-01T00:00:00Z",
  ];
  const log = ["/events", "/events?limit=2", "/events/3", "/checkpoint"];
  const lists = [
    "/health",
    "/api/stories",
    "/api/events",
    "/",
    "/stories/story",
    "/stories/story?version=3",
    "/stories/long?order=asc",
  ];
  it.each([...lists, ...[...inStory, ...log].map((path) => `/api/stories/story${path}`)])("of %s", async (path) => {
    const whole = await server.get(path);
    const { trips } = costOf(whole);
    expect([whole.status, trips > 0]).toEqual([200, true]);
    await atEach(trips, async (trip, failure) => expectUnavailable(await server.get(path, failing(trip, failure))));
    expect((await server.get(path)).status).toBe(200);
  });

  it.each(["application/x-ndjson", "application/cloudevents-batch+json"])("of the log as %s", async (Accept) => {
    const { trips } = costOf(await server.get("/api/stories/story/events", { Accept }));
    await atEach(trips, async (trip, failure) =>
      expectUnavailable(await server.get("/api/stories/story/events", { Accept, ...failing(trip, failure) })),
    );
  });

  it("of a log that is streamed is cut where D1 fails on the way, and nobody takes the part for the whole", async () => {
    for (const failure of failures) {
      const told = async () => {
        const headers = { Accept: "application/x-ndjson", ...failing(3, failure) };
        return (await server.get("/api/stories/long/events", headers)).text();
      };
      await expect(told()).rejects.toThrow(/terminated|fetch failed/);
    }
    expect(await server.log("long")).toHaveLength(600);
  });

  it("of the list of editors", async () => {
    const ask = (headers = {}) => server.get("/api/editors", { ...server.signed("pia"), ...json, ...headers });
    const { trips } = costOf(await ask());
    await atEach(trips, async (trip, failure) => expectUnavailable(await ask(failing(trip, failure))));
  });
});

/** A write: what stands before it, what is sent, and how many events it adds. */
type Write = { before: readonly object[]; path?: string; body: object; adds: number; by?: "pia" };

const writes: Record<string, Write> = {
  "that opens a story": { before: [], body: paced([opened()])[0] ?? {}, adds: 1 },
  "of one event": { before: paced(scene), body: paced([statement()], 60)[0] ?? {}, adds: 1 },
  "of three events": { before: paced(scene), body: paced([statement(), offer("bid"), statement()], 60), adds: 3 },
  "of an event that takes its place before others": { before: paced(scene), body: at("12:01", statement()), adds: 1 },
  "of a retraction": { before: paced([...scene, offer("bid")]), body: at("13:00", retracted(6)), adds: 1 },
  "that takes an event down": {
    before: paced([...scene, statement()]),
    path: "takedowns",
    body: { event: 6, reason: "Ordered.", legalBasis: "Case 1" },
    adds: 1,
    by: "pia",
  },
};

const ways = [
  ["through the story's writer", {}],
  ["straight to D1", { "X-Writer": "is missing" }],
] as const;
const writesByWay = Object.entries(writes).flatMap(([name, write]) =>
  ways.map(([way, header]) => [name, way, write, header] as const),
);

describe.concurrent.each(writesByWay)("a write %s, %s", (name, way, write, header) => {
  const { before, path = "events", body, adds, by } = write;
  const slug = `${name.replaceAll(" ", "-").slice(0, 50)}${way === "straight to D1" ? "-straight" : ""}`;
  const prepare = async (story: string) => {
    if (before.length > 0) await server.record(story, before);
    const headers = { ...server.signed(by ?? "ada"), ...header, "Idempotency-Key": story };
    return (more = {}) => server.send("POST", `/api/stories/${story}/${path}`, { ...headers, ...more }, body);
  };

  it("is recorded once, and answered with what is recorded, at whichever round trip D1 fails", async () => {
    const { trips } = costOf(await (await prepare(slug))());
    expect(trips).toBeGreaterThan(0);
    await atEach(trips, async (trip, failure) => {
      const story = `${slug}-${trip}-${failure}`.slice(-80);
      const send = await prepare(story);
      await expectUnavailable(await send(failing(trip, failure)));
      const [again, thrice] = [await send(), await send()];
      const isReplayed = trip === trips && failure === "after";
      // What comes late may come before or after what is sent again.
      expect([again.status, thrice.status]).toEqual([
        failure === "late" ? expect.toBeOneOf([200, 201]) : isReplayed ? 200 : 201,
        200,
      ]);
      const told = await again.text();
      expect(await thrice.text()).toBe(told);
      if (failure === "late") await new Promise((resolve) => setTimeout(resolve, lateness));
      const log = await server.log(story);
      expect(log).toHaveLength(before.length + adds);
      expect(log.slice(-adds)).toEqual(JSON.parse(told).events);
      expect(await verify(log)).toBeUndefined();
      const read = async (name: string) => (await server.get(`/api/stories/${story}/${name}`)).text();
      expect([await read("offers"), await read("timeline")]).toEqual([foldsOf(log).offers, pageBy(log, { order: "desc" })]);
    });
  });
});

it("an import adds nothing twice, at whichever round trip D1 fails", async () => {
  const shipmentOf = async (story: string) => {
    // Drafts name no precision but those that there are.
    const drafts = scene.map((draft) => ({ occurredAt: timeOf("12:00"), ...draft }) as Draft);
    const recorded = drafts.map((draft, index) => recordedAs(draft, index + 1, story));
    const log = await sealed(recorded);
    return { story, entries: log.map((entry) => ({ ...entry, position: entry.version })) };
  };
  const send = async (story: string, more = {}) =>
    server.send("POST", "/api/imports", { ...server.signed("pia"), ...more }, await shipmentOf(story));
  const { trips } = costOf(await send("imported"));
  await atEach(trips, async (trip, failure) => {
    const story = `imported-${trip}-${failure}`;
    await expectUnavailable(await send(story, failing(trip, failure)));
    if (failure === "late") await new Promise((resolve) => setTimeout(resolve, lateness));
    const again = await send(story);
    const added = failure === "late" ? expect.toBeOneOf([0, 5]) : trip === trips && failure === "after" ? 0 : 5;
    expect([again.status, await again.json()]).toEqual([200, { story, version: 5, added }]);
    expect(await verify(await server.log(story))).toBeUndefined();
  });
});

describe("an editor", () => {
  const pia = () => server.signed("pia");
  const listed = async () => {
    const { editors } = await server.read<{ editors: { id: string; editor: string; revokedAt?: string }[] }>(
      "/api/editors",
      pia(),
    );
    return editors;
  };

  it("is let in or not, and the list tells", async () => {
    const add = (editor: string, more = {}) =>
      server.send("POST", "/api/editors", { ...pia(), ...more }, { editor, role: "editor" });
    const { trips } = costOf(await add("new"));
    await atEach(trips, async (trip, failure) => {
      await expectUnavailable(await add(`new-${trip}-${failure}`, failing(trip, failure)));
    });
    const names = (await listed()).map(({ editor }) => editor);
    expect(names).toContain(`new-${trips}-after`);
    for (const failure of ["before", "never"]) expect(names).not.toContain(`new-${trips}-${failure}`);
  });

  it("is shut out or not, and the list tells", async () => {
    const revoke = (id: string, more = {}) => server.send("DELETE", `/api/editors/${id}`, { ...pia(), ...more });
    for (const failure of ["before", "after", "never"] as const) {
      await server.keepToken(`short-${failure}`, `short-${failure}`);
      const of = async () => (await listed()).find(({ editor }) => editor === `short-${failure}`);
      await expectUnavailable(await revoke((await of())?.id ?? "", failing(2, failure)));
      expect((await of())?.revokedAt !== undefined).toBe(failure === "after");
    }
  });
});

describe("an error of D1's", () => {
  const ask = async (text: string) => {
    const answer = await server.get("/api/stories/story", refusing(text));
    const { detail } = await problemOf(answer);
    return { status: answer.status, seconds: Number(answer.headers.get("Retry-After")), detail };
  };
  const waits = async (text: string) => Promise.all(Array.from({ length: 30 }, async () => (await ask(text)).seconds));

  // The list of https://developers.cloudflare.com/d1/observability/debug-d1/, and SQLite's codes that pass.
  it.each([
    "D1_ERROR: Network connection lost.",
    "D1_ERROR: D1 DB reset because its code was updated.",
    "D1_ERROR: Internal error while starting up D1 DB storage caused object to be reset.",
    "D1_ERROR: Internal error in D1 DB storage caused object to be reset.",
    "D1_ERROR: Cannot resolve D1 DB due to transient issue on remote node.",
    "D1_ERROR: Can't read from request stream because client disconnected.",
    "D1_ERROR: database is locked: SQLITE_BUSY",
    "D1_ERROR: disk I/O error: SQLITE_IOERR (extended: SQLITE_IOERR_WRITE)",
    "Durable Object reset because of something that nobody has heard of",
  ])("that passes is 503, to be sent again in some seconds, not by all at once: %s", async (text) => {
    const seconds = await waits(text);
    expect([Math.min(...seconds) >= 1, Math.max(...seconds) <= 10, new Set(seconds).size > 1]).toEqual([true, true, true]);
    expect((await ask(text)).status).toBe(503);
  });

  it.each([
    "D1_ERROR: D1 DB is overloaded. Requests queued for too long.",
    "D1_ERROR: D1 DB is overloaded. Too many requests queued.",
    "D1_ERROR: D1 DB storage operation exceeded timeout which caused object to be reset.",
    "D1_ERROR: D1 DB's isolate exceeded its memory limit and was reset.",
    "D1_ERROR: D1 DB exceeded its CPU time limit and was reset.",
  ])("that says that it has too much to do is 503, to be sent again much later: %s", async (text) => {
    const seconds = await waits(text);
    expect([Math.min(...seconds) >= 15, Math.max(...seconds) <= 60, new Set(seconds).size > 3]).toEqual([true, true, true]);
    expect((await ask(text)).status).toBe(503);
  });

  it.each([
    "D1_ERROR: no such table: events: SQLITE_ERROR",
    "D1_ERROR: no such column: place at offset 12: SQLITE_ERROR",
    "D1_ERROR: table stories has no column named takedowns: SQLITE_ERROR",
    'D1_ERROR: near "SELEC": syntax error at offset 0: SQLITE_ERROR',
    "D1_ERROR: CHECK constraint failed: position > 0: SQLITE_CONSTRAINT",
    "D1_ERROR: riposte: events are never changed: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_TRIGGER)",
    "D1_ERROR: database or disk is full: SQLITE_FULL",
    "D1_ERROR: Exceeded maximum DB size",
    "D1_ERROR: database disk image is malformed: SQLITE_CORRUPT",
    "D1_TYPE_ERROR: Type 'undefined' not supported for value 'undefined'",
    "D1_ERROR: not authorized: SQLITE_AUTH",
  ])("that comes again however often it is asked is 500, and nobody is told to send it again: %s", async (text) => {
    const { status, seconds, detail } = await ask(text);
    expect([status, seconds]).toEqual([500, 0]);
    expect(detail).not.toMatch(/again|D1|SQL|table/);
    const write = await server.post("story", paced([statement()], 60)[0], refusing(text));
    expect([write.status, (await problemOf(write)).detail]).toEqual([500, expect.not.stringMatching(/again/)]);
  });
});

describe("the patience with D1", () => {
  /** All that a meter asks of a database. */
  const databaseOf = (batch: () => Promise<never[]>) => ({ batch }) as unknown as D1Database;

  it("ends after 10 seconds", async () => {
    vi.useFakeTimers();
    const asked = meterDatabase(databaseOf(() => new Promise(() => {})))
      .batch()
      .catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(10_100);
    expect(await asked).toBeInstanceOf(DatabaseUnreachable);
    vi.useRealTimers();
  });

  it("takes an answer that came in time where D1 has held the thread meanwhile, so that nobody could look", async () => {
    const hold = (): void => {
      for (const end = performance.now() + 150; performance.now() < end; );
    };
    const answer = () => new Promise<never[]>((resolve) => setTimeout(() => resolve([]), 40));
    const asked = meterDatabase(databaseOf(answer), 30).batch();
    setTimeout(hold, 5);
    expect(await asked).toEqual([]);
  });
});

describe("the problem", () => {
  it("says of a write that it may have been recorded, and of a read that it can be sent again", async () => {
    const body = paced([statement()], 60)[0];
    const write = await problemOf(await server.post("story", body, failing(1, "before")));
    const read = await problemOf(await server.get("/api/stories/story", failing(1, "before")));
    expect(write.detail).toMatch(/may have been recorded or not.*Idempotency-Key/);
    expect(read.detail).not.toMatch(/recorded/);
  });

  it("is logged with what D1 said, for whoever runs this", async () => {
    await server.get("/api/stories/story/timeline?since=4&party=nobody-asked", failing(1, "before"));
    await server.get("/stories?q=what-a-reader-looked-for", failing(1, "before"));
    const logs = JSON.stringify(server.logs());
    expect(logs).toContain(inside);
    // What a reader asked for is nobody's business.
    expect(logs).not.toMatch(/since=|nobody-asked|what-a-reader-looked-for|may-write/);
  });
});
