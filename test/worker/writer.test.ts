/** The writers of stories, and what is wrong with them: whatever they do, each request is recorded once, and answered with what is recorded. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashOf } from "../../events/seal.ts";
import { verify } from "../../events/verify.ts";
import { accepted, at, corrected, insult, offer, opened, scene, statement, withdrawn } from "../support/drafts.ts";
import { lateness, patience } from "../support/faults.ts";
import { paced } from "../support/paced.ts";
import { foldsOf, pageBy } from "../support/readings.ts";
import { type AppendedBody, costOf, idOf, problemOf, type Server, startServer } from "../support/server.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer({ entry: "test/support/faulty-worker.ts", variables: { WRITER_PATIENCE: String(patience) } });
  await server.record("warm-up", paced(scene));
});
afterAll(() => server?.close());

const remark = (index: number) => paced([statement({ quote: { text: `Remark ${index}`, language: "en" } })], 60)[0];
const times = <Made>(count: number, make: (index: number) => Made): Made[] =>
  Array.from({ length: count }, (_, index) => make(index));
const writer = (manner: string) => ({ "X-Writer": manner });
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const slugOf = (name: string) => name.toLowerCase().replaceAll(/\W+/g, "-");
const statusesOf = (answers: readonly Response[]) => answers.map(({ status }) => status);

/** The log of a story: without a gap, its chain whole, and its parts what it comes to. */
const soundLog = async (story: string) => {
  const log = await server.log(story);
  expect(log.map(({ version }) => version)).toEqual(times(log.length, (index) => index + 1));
  expect(await verify(log)).toBeUndefined();
  const read = async (name: string) => (await server.get(`/api/stories/${story}/${name}`)).text();
  expect([await read("status"), await read("offers"), await read("timeline")]).toEqual([
    foldsOf(log).status,
    foldsOf(log).offers,
    pageBy(log, { order: "desc" }),
  ]);
  return log;
};

/** Expects the answers to be 201, each with what stands in the log, which has so many events more than the scene. */
const expectAllOnce = async (story: string, answers: readonly Response[], events: number) => {
  expect(statusesOf(answers)).toEqual(answers.map(() => 201));
  const log = await soundLog(story);
  expect(log).toHaveLength(scene.length + events);
  for (const answer of answers)
    for (const event of ((await answer.json()) as AppendedBody).events) expect(log[event.version - 1]).toEqual(event);
};

describe("an append", () => {
  it("takes one round trip where its writer knows the story, two where nobody does", async () => {
    const [draft] = paced([statement()], 60);
    await server.record("trips", paced(scene));
    expect(costOf(await server.post("trips", draft))).toMatchObject({ trips: 1 });
    expect(costOf(await server.post("trips", draft, { "Idempotency-Key": "once" }))).toMatchObject({ trips: 1 });
    const alone = costOf(await server.post("trips", draft, writer("is missing")));
    expect(alone.trips).toBe(2);
    for (const rows of [alone.read, alone.written]) expect(rows).toBeLessThanOrEqual(8);
    const other = await startServer();
    const first = await other.post("trips", paced([opened()]));
    expect([first.status, costOf(first).trips]).toEqual([201, 2]);
    await other.close();
  });

  it("is recorded with those that wait with it, in one round trip", async () => {
    await server.record("together", paced(scene));
    const answers = await Promise.all(times(24, (index) => server.post("together", remark(index))));
    const written = answers.map(costOf);
    await expectAllOnce("together", answers, 24);
    // What one trip has written is shared out to all who were in it.
    expect(written.reduce((sum, cost) => sum + cost.written, 0)).toBeLessThan(24 * 7);
    expect(written.every(({ trips }) => trips === 1)).toBe(true);
  });

  it("is refused, and those that wait with it are recorded: none is torn apart", async () => {
    await server.record("mixed", paced([...scene, offer("bid")]));
    const drafts = times(16, (index) => {
      if (index % 4 === 1) return paced([statement(), accepted("bid"), accepted("bid")], 60);
      if (index % 4 === 2) return paced([statement({ by: "nobody" })], 60);
      return paced([statement(), statement()], 60);
    });
    const answers = await Promise.all(drafts.map((draft) => server.post("mixed", draft)));
    expect(statusesOf(answers)).toEqual(drafts.map((_, index) => (index % 4 === 1 || index % 4 === 2 ? 409 : 201)));
    expect(await soundLog("mixed")).toHaveLength(6 + 8 * 2);
  });

  it("is refused by what is so, though its writer knows less", async () => {
    await server.record("stale", paced([...scene, offer("bid")]));
    await server.post("stale", paced([withdrawn("bid")], 10)[0], writer("is missing"));
    const refused = await server.post("stale", paced([accepted("bid")], 20)[0]);
    expect([refused.status, (await problemOf(refused)).errors?.[0]?.pointer]).toEqual([409, "/data/offer"]);
    await server.post("stale", paced([offer("other")], 20)[0], writer("is missing"));
    expect((await server.post("stale", paced([accepted("other")], 30)[0])).status).toBe(201);
    const wanted = await server.post("stale", paced([statement()], 40)[0], { "If-Match": '"7"' });
    expect([wanted.status, (await problemOf(wanted)).version]).toEqual([412, 9]);
    await soundLog("stale");
  });

  it("is answered again although its writer would refuse it now", async () => {
    await server.record("again", paced([...scene, offer("bid")]));
    const send = () => server.post("again", paced([accepted("bid")], 20)[0], { "Idempotency-Key": "again", "If-Match": '"6"' });
    const [first, second] = [await send(), await send()];
    expect(statusesOf([first, second])).toEqual([201, 200]);
    expect(await second.text()).toBe(await first.text());
  });

  it("leaves no mark in its writer's memory where a part of it is refused, or all of it only rehearsed", async () => {
    await server.record("unmarked", paced([...scene, offer("bid")]));
    const half = await server.post("unmarked", paced([withdrawn("bid"), accepted("bid")], 20));
    const rehearsed = await server.send(
      "POST",
      "/api/stories/unmarked/events?dryRun=true",
      server.signed("ada"),
      paced([withdrawn("bid")], 20),
    );
    expect(statusesOf([half, rehearsed])).toEqual([409, 200]);
    expect(costOf(rehearsed).trips).toBeLessThanOrEqual(1);
    expect((await server.post("unmarked", paced([accepted("bid")], 20)[0])).status).toBe(201);
    await soundLog("unmarked");
  });

  it.each([
    ["of a late statement", at("12:01", statement())],
    ["of a late insult", at("12:01", insult())],
    ["of a correction", at("14:00", corrected(6, { occurredAt: "2025-02-10T12:03:30Z" }))],
    ["of an insult that answers an event", at("14:00", insult({ inReplyTo: 6 }))],
  ])("%s is recorded among others as it would be alone", async (name, draft) => {
    const story = slugOf(`among${name}`);
    await server.record(story, paced([...scene, statement()]));
    const answers = await Promise.all(times(9, (index) => server.post(story, index % 3 === 1 ? draft : remark(index))));
    expect(statusesOf(answers).filter((status) => status === 201).length).toBeGreaterThanOrEqual(7);
    await soundLog(story);
  });
});

describe("a writer that", () => {
  const manners = [
    "is missing",
    "throws",
    "breaks off",
    "hangs",
    "keeps its answer",
    "is late",
    "answers 500",
    "answers nonsense",
    "is of another version",
  ];

  it.each(manners)("%s is done without, and nothing is lost or doubled", async (manner) => {
    const story = slugOf(manner);
    await server.record(story, paced(scene));
    const alone = await server.post(story, remark(0), writer(manner));
    const many = await Promise.all(
      times(6, (index) => server.post(story, remark(index + 1), index % 2 === 0 ? writer(manner) : {})),
    );
    await wait(manner === "is late" ? lateness + 200 : 0);
    await expectAllOnce(story, [alone, ...many], 7);
  });

  it.each(manners)("%s is done without by a request with a key, and its repetition is answered alike", async (manner) => {
    const story = slugOf(`${manner}-keyed`);
    await server.record(story, paced(scene));
    const send = (more: Record<string, string>) =>
      server.post(story, [remark(0), remark(1)], { "Idempotency-Key": story, ...more });
    const first = await send(writer(manner));
    await wait(manner === "is late" ? lateness + 200 : 0);
    const second = await send({});
    // Where the writer had recorded it, the request itself is the first that comes again.
    expect([first.status, second.status]).toEqual([expect.toBeOneOf([200, 201]), 200]);
    expect(await second.text()).toBe(await first.text());
    expect(await soundLog(story)).toHaveLength(7);
  });

  it.each(manners)("%s is done without by a dry run", async (manner) => {
    await server.record("rehearsed", paced([opened()])).catch(() => {});
    const before = await server.count();
    const answer = await server.send(
      "POST",
      "/api/stories/rehearsed/events?dryRun=true",
      { ...server.signed("ada"), ...writer(manner) },
      paced([statement({ by: "x" })], 5)[0],
    );
    expect([answer.status, await server.count()]).toEqual([409, before]);
  });

  it("is there twice loses and doubles nothing", async () => {
    await server.record("twice", paced([...scene, offer("bid")]));
    const answers = await Promise.all(
      times(30, (index) => server.post("twice", remark(index), [{}, writer("is another"), writer("is missing")][index % 3])),
    );
    expect(statusesOf(answers)).toEqual(Array(30).fill(201));
    expect(await soundLog("twice")).toHaveLength(36);
    const claims = await Promise.all(
      times(12, (index) =>
        server.post("twice", paced([accepted("bid")], 100)[0], [{}, writer("is another"), writer("is missing")][index % 3]),
      ),
    );
    expect(statusesOf(claims).sort()).toEqual([201, ...Array(11).fill(409)]);
    await soundLog("twice");
  });

  it.each([0, 2, 5, 10, 20])("dies after %i milliseconds loses and doubles nothing", async (delay) => {
    const story = `dies-${delay}`;
    await server.record(story, paced(scene));
    const answers = await Promise.all(
      times(12, async (index) => {
        await wait(index);
        return server.post(story, remark(index), index === 3 ? { "X-Dies": String(delay) } : {});
      }),
    );
    await expectAllOnce(story, answers, 12);
  });
});

describe("a token", () => {
  const revoke = async (token: string) => server.send("DELETE", `/api/editors/${await idOf(token)}`, server.signed("pia"));
  const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

  it("that was revoked records nothing from then on, though its writer remembers it, at the cost of one round trip", async () => {
    await server.keepToken("soon-gone", "gone");
    await server.record("revoked", paced(scene));
    expect((await server.post("revoked", remark(0), bearer("soon-gone"))).status).toBe(201);
    await revoke("soon-gone");
    const before = await server.count();
    const refused = await server.post("revoked", remark(1), bearer("soon-gone"));
    expect([refused.status, costOf(refused).trips, await server.count()]).toEqual([401, 1, before]);
    expect(refused.headers.get("WWW-Authenticate")).toContain("invalid_token");
    expect((await server.post("revoked", remark(1), bearer("soon-gone"))).status).toBe(401);
  });

  it.each([
    ["what is invalid", "{}"],
    ["what is not JSON", "{"],
    ["what the rules refuse", paced([statement({ by: "nobody" })], 60)[0]],
    ["what is at another version", remark(0)],
  ])("that was revoked is told so, whatever it brings: %s", async (name, body) => {
    const token = slugOf(name);
    await server.keepToken(token, "gone");
    await server.record(token, paced(scene));
    const send = () => server.post(token, body, { ...bearer(token), "If-Match": name.includes("version") ? '"99"' : "*" });
    expect((await send()).status).not.toBe(401);
    await revoke(token);
    expect((await send()).status).toBe(401);
  });

  it("that expires is refused from that moment on", async () => {
    await server.keepToken("brief", "eve", { expires_at: new Date(Date.now() + 1_500).toISOString() });
    await server.record("expired", paced(scene));
    expect((await server.post("expired", remark(0), bearer("brief"))).status).toBe(201);
    await wait(1_600);
    expect((await server.post("expired", remark(1), bearer("brief"))).status).toBe(401);
  });

  it("that is revoked while many write takes no other request with it", async () => {
    await server.keepToken("midst", "gone");
    await server.record("midst", paced(scene));
    const sent = times(40, async (index) => {
      await wait(index * 2);
      return server.post("midst", remark(index), index % 2 === 0 ? bearer("midst") : {});
    });
    await wait(30);
    await revoke("midst");
    const answers = await Promise.all(sent);
    expect(statusesOf(answers.filter((_, index) => index % 2 === 1))).toEqual(Array(20).fill(201));
    const log = await soundLog("midst");
    const recorded = answers.filter(({ status }) => status === 201);
    expect(log).toHaveLength(5 + recorded.length);
    expect(answers.every(({ status }) => status === 201 || status === 401)).toBe(true);
  });

  it("of nobody wakes no writer, and is told nothing of the story", async () => {
    const answer = await server.post("twice", remark(0), bearer("nobody"));
    expect([answer.status, costOf(answer)]).toEqual([401, expect.objectContaining({ trips: 1, written: 0 })]);
  });
});

it("a story whose newest event is another than its writer knows is read again, and the chain holds", async () => {
  await server.record("restored", paced(scene));
  const kept = await server.record("restored", remark(1));
  // As after a restoration: somebody else has recorded another event at the version at which the story stands.
  await server.record("other", paced([opened()]));
  const row = { hash: "f".repeat(64) };
  const before = "UPDATE events SET hash = ? WHERE story = 'restored' AND version = 6";
  const trigger = await server.db
    .prepare("SELECT sql FROM sqlite_master WHERE name = 'events_are_not_changed'")
    .first<string>("sql");
  await server.db.prepare("DROP TRIGGER events_are_not_changed").run();
  await server.db.prepare(before).bind(row.hash).run();
  const answer = await server.post("restored", remark(2));
  const { events } = (await answer.json()) as AppendedBody;
  expect([answer.status, costOf(answer).trips > 1]).toEqual([201, true]);
  expect(events[0]?.seal.hash).not.toBe(kept.events[0]?.seal.hash);
  // It follows the event that stands there.
  const entry = events[0];
  if (!entry) throw new Error("Nothing was recorded");
  expect(await hashOf(entry, entry.seal.commitment, row.hash)).toBe(entry.seal.hash);
  await server.db.prepare(String(trigger)).run();
});
