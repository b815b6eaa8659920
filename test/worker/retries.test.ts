import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accepted, offer, opened, retracted, scene, statement } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { problemOf, type Server, startServer, tokens } from "../support/server.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const bid = paced([offer("bid")], 5)[0];
const key = (name: string) => ({ "Idempotency-Key": name });

/** What a client sees of an append that was carried out. */
const seen = async (answer: Response) => ({
  body: await answer.text(),
  location: answer.headers.get("Location"),
  etag: answer.headers.get("ETag"),
});

describe("a request with an Idempotency-Key", () => {
  it("is answered again with 200 and the same bytes, and recorded once", async () => {
    await server.record("again", paced(scene));
    const first = await server.post("again", bid, key("again"));
    const second = await server.post("again", bid, key("again"));
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(await seen(second)).toEqual(await seen(first));
    expect(await server.log("again")).toHaveLength(6);
  });

  it("is answered again with all of its events after the story has moved on", async () => {
    const batch = paced([...scene, offer("bid"), statement()]);
    const first = await server.post("moved-on", batch, key("moved on"));
    await server.record("moved-on", paced([retracted(6), offer("x")], 10));
    const second = await server.post("moved-on", batch, key("moved on"));
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(await seen(second)).toEqual(await seen(first));
  });

  it("is answered again although the version that it expected is past", async () => {
    await server.record("past", paced(scene));
    const first = await server.post("past", bid, { ...key("past"), "If-Match": '"5"' });
    const second = await server.post("past", bid, { ...key("past"), "If-Match": '"5"' });
    expect([first.status, second.status]).toEqual([201, 200]);
    const opening = paced([opened()]);
    const guarded = { ...key("opening"), "If-None-Match": "*" };
    const statuses = [await server.post("past-opening", opening, guarded), await server.post("past-opening", opening, guarded)];
    expect(statuses.map(({ status }) => status)).toEqual([201, 200]);
  });

  it("is the same request however its JSON is written", async () => {
    await server.record("written", paced(scene));
    const first = await server.post("written", bid, key("written"));
    const members = Object.fromEntries(Object.entries(bid ?? {}).reverse());
    const second = await server.post("written", JSON.stringify(members, null, 2), key("written"));
    expect([first.status, second.status]).toEqual([201, 200]);
  });

  it("is sent ten times at once and recorded once", async () => {
    await server.record("at-once", paced(scene));
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => server.post("at-once", [bid, ...paced([statement()], 6)], key("at once"))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(9).fill(200), 201]);
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    expect(await server.log("at-once")).toHaveLength(7);
  });
});

describe("a key that was used", () => {
  beforeAll(async () => {
    for (const story of ["used", "other"]) await server.record(story, paced(scene));
    await server.post("used", bid, key("used"));
  });

  it.each([
    ["another body", "used", paced([offer("other")], 6)[0]],
    ["a longer array", "used", [bid, ...paced([statement()], 6)]],
    ["another story", "other", bid],
    ["a story that is not open", "nowhere", bid],
  ])("is refused with %s", async (_, story, body) => {
    const rows = await server.count();
    const answer = await server.post(story, body, key("used"));
    expect([answer.status, (await problemOf(answer)).type]).toEqual([422, new URL("/problems/key-reused", server.url).href]);
    expect(await server.count()).toBe(rows);
  });

  it("is another key in another editor's hands", async () => {
    const answer = await server.post("other", bid, { ...key("used"), Authorization: `Bearer ${tokens.bob}` });
    expect([answer.status, await answer.json()]).toMatchObject([201, { events: [{ recordedBy: "bob" }] }]);
  });

  it("is free again where its request was refused", async () => {
    const refused = await server.post("used", paced([accepted("nothing")], 6)[0], key("refused"));
    const mended = await server.post("used", paced([accepted("bid")], 6)[0], key("refused"));
    expect([refused.status, mended.status]).toEqual([409, 201]);
  });
});

describe("an Idempotency-Key", () => {
  it.each([
    ["of 128 characters is taken", "k".repeat(128), 201],
    ["of 129 characters is refused", "k".repeat(129), 400],
    ["of none is refused", "", 400],
    ["with quotation marks and signs is taken", `"8e03978e-40d5" ' OR 1=1; --`, 201],
    ["with a control character is refused", "a\tb", 400],
  ])("%s", async (name, value, status) => {
    const story = `key-${name.replaceAll(/\W/g, "-")}`.slice(0, 80);
    expect((await server.post(story, paced([opened()]), key(value))).status).toBe(status);
    if (status === 201) expect((await server.post(story, paced([opened()]), key(value))).status).toBe(200);
  });
});
