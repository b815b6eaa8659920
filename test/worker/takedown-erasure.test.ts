/** Nothing that was taken down is left: not in D1, not at any address, not for whoever sends the first request again. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verify } from "../../events/verify.ts";
import { insult, offer, party, scene, statement } from "../support/drafts.ts";
import { untilIndexed } from "../support/indexed.ts";
import { paced } from "../support/paced.ts";
import { untilPeopleTold } from "../support/people.ts";
import { readings } from "../support/readings.ts";
import { addressesOf, keptIn, secret, secretStory, tellingAt, telltales } from "../support/secret.ts";
import { type Server, startServer } from "../support/server.ts";

let server: Server;
let firstAnswer: string;
let before: { kept: string[]; told: string[] };
/** Some of the addresses that tell it. */
const telling = [
  ...[
    "/",
    `/?q=${secret}`,
    `/api/search?q=${secret}&lang=fr`,
    "/stories/secret",
    "/stories/secret?version=9&lang=fr",
    "/api/events",
    "/api/stories",
    "/api/stories/secret",
    "/api/people/secret~a",
    "/people/secret~a?lang=fr",
  ],
  ...["status", "timeline", "offers", "cast", "insults", "questions"].map((name) => `/api/stories/secret/${name}?version=20`),
  ...["corrections", "events", "events/9", "timeline?since=20&lang=fr"].map((name) => `/api/stories/secret/${name}`),
];
const key = { "Idempotency-Key": "the whole story" };

beforeAll(async () => {
  server = await startServer();
  const first = await server.post("secret", secretStory, key);
  firstAnswer = await first.text();
  await untilIndexed(server);
  await untilPeopleTold(server);
  before = { kept: await keptIn(server), told: await tellingAt(server, telling) };
  for (const event of telltales) {
    const answer = await server.takeDown("secret", event);
    if (answer.status !== 201) throw new Error(`Event ${event} was to be taken down: ${await answer.text()}`);
  }
});
afterAll(() => server.close());

describe("a story of which all that tells a secret was taken down", () => {
  it("told it everywhere before", () => {
    expect(firstAnswer).toContain(secret);
    const indexed = ["keys", "names", "texts", "words"].map((column) => `search.${column}`);
    const shadows = [4, 5, 6, 7].map((column) => `search_content.c${column}`);
    expect(before.kept).toEqual([
      "events.body",
      "events.request_remarks",
      "parts.rest",
      "parts.state",
      "people.made_of",
      "people.told",
      "people_ids.id",
      ...indexed,
      ...shadows,
      "stories.card",
      "stories.headlines",
      "stories.title",
    ]);
    expect(before.told).toEqual(telling);
  });

  it("tells it at no address, at no version, at no instant", async () => {
    expect(await tellingAt(server, await addressesOf(server, "secret"))).toEqual([]);
  });

  it("keeps it in no column of D1, and of the request that brought it a digest that nobody can try guesses on without its key", async () => {
    expect(await keptIn(server)).toEqual([]);
    const { results } = await server.db
      .prepare(`SELECT request_key, request_digest FROM events WHERE request_events = ${secretStory.length}`)
      .all();
    expect(results).toEqual([
      { request_key: expect.stringMatching(/^[0-9a-f]{64}$/), request_digest: expect.stringMatching(/^keyed:[0-9a-f]{64}$/) },
    ]);
  });

  it("keeps no digest that was made without its key of a request that brought it among others, and every other digest", async () => {
    const sent = { first: paced(scene), second: paced([offer("bid"), insult(), statement()], 5), third: paced([statement()], 9) };
    for (const [name, events] of Object.entries(sent)) await server.record("digests", events, { "Idempotency-Key": name });
    // As they were kept once.
    const former = "UPDATE events SET request_digest = 'f00d' WHERE story = 'digests' AND request_key IS NOT NULL";
    await server.db.batch([server.db.prepare("DROP TRIGGER events_are_not_changed"), server.db.prepare(former)]);
    expect((await server.takeDown("digests", 7, { "Idempotency-Key": "order" })).status).toBe(201);
    const digests =
      "SELECT version, request_digest IS NULL AS erased FROM events WHERE story = 'digests' AND request_key IS NOT NULL";
    expect((await server.db.prepare(digests).all()).results).toEqual([
      { version: 1, erased: 0 },
      { version: 6, erased: 1 },
      { version: 9, erased: 0 },
      { version: 10, erased: 0 },
    ]);
  });

  it("answers whoever sends the first request again with what is left", async () => {
    const again = await server.post("secret", secretStory, key);
    const text = await again.text();
    expect([again.status, text.includes(secret)]).toEqual([200, false]);
    const { version, events } = JSON.parse(text) as { version: number; events: { takenDown?: true }[] };
    expect([version, events.length, events.filter(({ takenDown }) => takenDown).length]).toEqual([
      secretStory.length,
      secretStory.length,
      33,
    ]);
  });

  it("verifies, and is the same without its snapshot", async () => {
    expect(await verify(await server.log("secret"))).toBeUndefined();
    const whole = await readings(server, "secret");
    await server.db.prepare("DELETE FROM parts").run();
    expect(await readings(server, "secret")).toEqual(whole);
  });

  it("goes on: new events, late ones, corrections, and what was taken down told anew in other words", async () => {
    for (const posted of [...paced([party("a"), statement({ by: "a" })], 60), ...paced([statement({ by: "a" })], 2)]) {
      const answer = await server.post("secret", posted);
      expect([answer.status, await answer.text()]).toEqual([201, expect.not.stringContaining(secret)]);
    }
    const whole = await readings(server, "secret");
    await server.db.prepare("DELETE FROM parts").run();
    expect(await readings(server, "secret")).toEqual(whole);
  });
});
