import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  accepted,
  closed,
  corrected,
  counter,
  lapsed,
  offer,
  opened,
  party,
  rejected,
  retracted,
  scene,
  statement,
  usd,
  withdrawn,
} from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { type AppendedBody, problemOf, type Server, startServer } from "../support/server.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const open = (story: string, ...more: Parameters<typeof paced>[0][number][]) => server.record(story, paced([...scene, ...more]));
const said = paced([statement()], 60)[0];

describe("an append", () => {
  it("answers one event with 201, where it stands, and the story's version", async () => {
    const answer = await server.post("one", paced([opened({ title: "One" })])[0]);
    expect(answer.status).toBe(201);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      etag: '"1"',
      location: "/api/stories/one/events/1",
      "content-type": "application/json",
      "cache-control": "no-store",
    });
    const body = (await answer.json()) as AppendedBody;
    expect(body).toMatchObject({ story: "one", version: 1, events: [{ version: 1, recordedBy: "ada", precision: "minute" }] });
    expect(await server.read(answer.headers.get("Location") ?? "")).toEqual(body.events[0]);
  });

  it("answers several events with 201 and the part of the log that they are", async () => {
    await open("several");
    const answer = await server.post("several", paced([offer("bid"), statement(), rejected("bid")], 5));
    expect([answer.status, answer.headers.get("ETag")]).toEqual([201, '"8"']);
    const { events } = (await answer.json()) as AppendedBody;
    expect(events.map(({ version }) => version)).toEqual([6, 7, 8]);
    const log = await server.read<{ events: unknown[] }>(answer.headers.get("Location") ?? "");
    expect(log.events).toEqual(events);
  });

  it("is recorded by whose token it is, at the server's time", async () => {
    const before = new Date().toISOString();
    const { events } = await server.record("whose", paced([opened()]));
    const after = new Date().toISOString();
    expect(events[0]?.recordedBy).toBe("ada");
    expect(events[0]?.recordedAt && events[0].recordedAt >= before && events[0].recordedAt <= after).toBe(true);
  });

  it("judges each event of an array after the ones before it", async () => {
    await open("after-each");
    const { version } = await server.record("after-each", paced([offer("bid"), rejected("bid"), counter("riposte", "bid")], 5));
    expect(version).toBe(8);
  });

  it("records all of an array or nothing", async () => {
    await open("half");
    const rows = await server.count();
    const answer = await server.post("half", paced([offer("bid"), withdrawn("bid"), withdrawn("bid")], 5));
    expect(answer.status).toBe(409);
    expect(await problemOf(answer)).toMatchObject({ code: "offer-in-another-state", errors: [{ pointer: "/2/data/offer" }] });
    expect(await server.count()).toBe(rows);
    expect(await server.read("/api/stories/half/offers")).toMatchObject({ version: 5, offers: [] });
  });
});

describe("the expected version of a story at version 5", () => {
  const cases: [header: string, value: string, status: number][] = [
    ["If-Match", '"5"', 201],
    ["If-Match", '"3", "5"', 201],
    ["If-Match", "*", 201],
    ["If-Match", '"4"', 412],
    ["If-Match", '"6"', 412],
    ["If-Match", 'W/"5"', 201],
    ["If-Match", 'W/"4"', 412],
    ["If-Match", '""', 412],
    ["If-Match", "5", 400],
    ["If-Match", '"5', 400],
    ["If-Match", '"5" "6"', 400],
    ["If-Match", '*, "5"', 400],
    ["If-Match", ",", 400],
    ["If-None-Match", "*", 412],
    ["If-None-Match", '"5"', 412],
    ["If-None-Match", 'W/"5"', 412],
    ["If-None-Match", '"4"', 201],
    ["If-None-Match", "5", 400],
  ];
  it.each(cases)("%s: %s is answered with %i", async (header, value, status) => {
    const story = `expected-${cases.findIndex(([name, other]) => name === header && other === value)}`;
    await open(story);
    const answer = await server.post(story, said, { [header]: value });
    expect(answer.status).toBe(status);
    expect(await server.log(story)).toHaveLength(status === 201 ? 6 : 5);
    if (status === 412) expect([answer.headers.get("ETag"), (await problemOf(answer)).version]).toEqual(['"5"', 5]);
  });

  it("opens a new story alone where it is If-None-Match: *", async () => {
    expect((await server.post("new-story", paced([opened()]), { "If-None-Match": "*" })).status).toBe(201);
    const again = await server.post("new-story", paced([opened()]), { "If-None-Match": "*" });
    expect([again.status, again.headers.get("ETag"), (await problemOf(again)).version]).toEqual([412, '"1"', 1]);
  });

  it.each(["*", '"0"', '"1"'])("is no version of a story that is not open: If-Match: %s", async (value) => {
    const answer = await server.post("never-opened", paced([opened()]), { "If-Match": value });
    expect([answer.status, answer.headers.get("ETag"), (await problemOf(answer)).version]).toEqual([412, null, 0]);
  });
});

describe("a refusal", () => {
  const refusals: [what: string, story: string, ...Parameters<typeof paced>[0][number][]][] = [
    ["story-not-open", "closed-book", statement()],
    ["story-already-open", "refusals", opened()],
    ["unknown-party", "refusals", statement({ by: "nobody" })],
    ["offer-in-another-state", "refusals", closed("turned-down")],
    ["party-exists", "refusals", party("a")],
    ["unknown-event", "refusals", retracted(99)],
    ["in-the-future", "refusals", { ...statement(), occurredAt: "2999-01-01T00:00:00Z" }],
  ];
  beforeAll(() => open("refusals", offer("turned-down"), rejected("turned-down")));

  it.each(refusals)("%s has its code, a sentence and pointers", async (code, story, draft) => {
    const answer = await server.post(story, paced([draft], 60)[0]);
    expect(answer.status).toBe(409);
    const { errors, ...problem } = await problemOf(answer);
    expect(problem).toMatchObject({ code, detail: expect.stringMatching(/^\S.+\.$/) });
    expect(errors).toEqual([{ pointer: expect.stringMatching(/^\/(type|occurredAt|data\/\w+)$/), detail: problem.detail }]);
  });

  it("of an event in an array points to it", async () => {
    const answer = await server.post("refusals", paced([statement(), statement({ by: "x", about: ["y"] })], 60));
    const pointers = (await problemOf(answer)).errors?.map(({ pointer }) => pointer);
    expect(pointers).toEqual(["/1/data/by", "/1/data/about/0"]);
  });

  it("names the event that would be left hanging", async () => {
    await open("hanging", offer("bid"), accepted("bid"));
    const answer = await server.post("hanging", paced([retracted(6)], 60));
    expect([answer.status, await problemOf(answer)]).toMatchObject([409, { code: "left-hanging", version: 7 }]);
  });

  it("tells all the faults of all the events at once", async () => {
    const bad = [{ type: "StatementMade" }, said, { ...said, occurredAt: "yesterday", mood: "grim" }, { type: "Rumour" }];
    const answer = await server.post("refusals", bad);
    expect(answer.status).toBe(422);
    const pointers = (await problemOf(answer)).errors?.map(({ pointer }) => pointer);
    expect(pointers?.sort()).toEqual(["/0/data", "/0/occurredAt", "/2/mood", "/2/occurredAt", "/3/type"]);
  });
});

describe("an amendment or a late event", () => {
  it("corrects what every projection shows", async () => {
    await open("corrected", offer("bid", { price: usd("9740000000") }));
    await server.record("corrected", paced([corrected(6, { data: { price: usd("97400000000") } })], 60));
    expect(await server.read("/api/stories/corrected/offers")).toMatchObject({ offers: [{ price: usd("97400000000") }] });
    expect(await server.read("/api/stories/corrected/corrections")).toMatchObject({ total: 1, corrections: [{ event: 6 }] });
    expect(await server.read("/api/stories/corrected/events/6")).toMatchObject({ data: { price: usd("9740000000") } });
  });

  it("is refused where the replacement is not of the event's schema", async () => {
    await open("bad-correction");
    const answer = await server.post(
      "bad-correction",
      paced([corrected(2, { data: { party: "a", name: 7, mood: "grim" } })], 60),
    );
    expect(answer.status).toBe(422);
    const pointers = (await problemOf(answer)).errors?.map(({ pointer }) => pointer);
    expect(pointers?.sort()).toEqual(["mood", "name"].map((field) => `/0/data/replacement/data/${field}`));
  });

  it("can be posted with what it amends, in one request", async () => {
    await open("at-once");
    const { version } = await server.record("at-once", paced([offer("bid"), retracted(6), offer("other")], 5));
    expect(version).toBe(8);
    expect(await server.read("/api/stories/at-once/status")).toMatchObject({ standingOffers: [{ offer: "other" }] });
  });

  it("takes its place in story order when it is recorded late", async () => {
    await open(
      "late",
      { ...offer("bid"), occurredAt: "2025-02-10T20:00:00Z" },
      { ...withdrawn("bid"), occurredAt: "2025-02-10T21:00:00Z" },
    );
    await server.record("late", { ...counter("riposte", "bid"), occurredAt: "2025-02-10T20:30:00Z" });
    const refused = await server.post("late", { ...lapsed("bid"), occurredAt: "2025-02-10T20:45:00Z" });
    expect([refused.status, await problemOf(refused)]).toMatchObject([409, { code: "left-hanging", version: 7 }]);
    const { entries } = await server.read<{ entries: { version: number }[] }>("/api/stories/late/timeline");
    expect(entries.map(({ version }) => version).slice(0, 3)).toEqual([7, 8, 6]);
  });
});
