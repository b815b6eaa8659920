/** What the cache in front of the Worker is told: for how long to keep an answer, by which tags to purge it, and what to purge. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { offer, scene, statement } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { type Server, startServer } from "../support/server.ts";
import { ship } from "../support/shipping.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer({ entry: "test/support/purging-worker.ts" });
  await server.record("story", paced([...scene, offer("bid"), statement()]));
  await server.record("other", paced(scene));
});
afterAll(() => server?.close());

const told = async (path: string, headers = {}) => {
  const answer = await server.get(path, headers);
  return { kept: answer.headers.get("CDN-Cache-Control"), tag: answer.headers.get("Cache-Tag"), answer };
};

const ofStory = ["", "?lang=fr", "/corrections", "/verify", "/feed.atom", "/feed.json", "/timelinejs.json", "/picture.png"];
const ofApi = ["", "/status", "/timeline", "/offers", "/events", "/events/3"];

it.each([
  ...ofStory.map((path) => `/stories/story${path}`),
  ...ofApi.map((path) => `/api/stories/story${path}`),
  "/embed/story/offers",
])("is kept for seconds, is given while D1 is away, and has its story's tag: %s", async (path) => {
  const { kept, tag, answer } = await told(path);
  expect(kept).toBe("max-age=2, stale-while-revalidate=10, stale-if-error=60");
  expect(tag).toBe("story-story");
  const held = await told(path, { "If-None-Match": answer.headers.get("ETag") ?? "" });
  expect([held.answer.status, held.kept, held.tag]).toEqual([304, kept, tag]);
});

it.each(["/api/stories/story/status?version=3", "/embed/story/status?version=3", "/stories/story/picture.png?version=3"])(
  "is kept for no more than an hour in a place that can be purged, where others keep it for good: %s",
  async (path) => {
    const { kept, tag, answer } = await told(path);
    expect(answer.headers.get("Cache-Control")).toContain("immutable");
    expect(kept).toMatch(/^max-age=3600, /);
    expect(tag).toBe("story-story");
  },
);

it.each(["/", "/?q=sale", "/feed.atom", "/feed.json", "/sitemap.xml", "/api/stories", "/api/events", "/api/search?q=sale"])(
  "has the tag of what tells of several stories: %s",
  async (path) => {
    expect((await told(path)).tag).toBe("lists");
  },
);

it.each(["/health", "/nowhere", "/stories/nowhere", "/api/stories/nowhere", "/api/editors", "/stories/story?order=sideways"])(
  "is kept nowhere: %s",
  async (path) => {
    const { kept, tag } = await told(path);
    expect([kept, tag]).toEqual(["no-store", null]);
  },
);

it("does not tell late who asks again and again whether there is news", async () => {
  for (const headers of [{}, { "If-None-Match": (await server.get("/api/stories/story/live")).headers.get("ETag") ?? "" }])
    expect((await told("/api/stories/story/live", headers)).kept).toBe("max-age=2, stale-if-error=60");
});

it("keeps no page under the address of a version that it is older than", async () => {
  expect((await told("/stories/story?at=7")).kept).toMatch(/^max-age=2, /);
  expect((await told("/stories/story?at=8")).kept).toBe("no-store");
  expect((await told("/stories/story?at=8&version=3")).kept).toMatch(/^max-age=2, /);
});

it("is told apart by host wherever an answer holds addresses of it, for the cache's key has none", async () => {
  for (const path of [
    "/",
    "/stories/story",
    "/stories/story/feed.atom",
    "/api/stories/story/events",
    "/embed/story/offers",
    "/oembed?url=http%3A%2F%2Fx%2Fstories%2Fstory",
  ]) {
    const { answer } = await told(path);
    if (answer.status === 200) expect([path, answer.headers.get("Vary")]).toEqual([path, expect.stringMatching(/\bHost\b/)]);
  }
});

describe("a takedown", () => {
  it("purges what the cache has of its story and of the lists, and tries again where that fails", {
    timeout: 120_000,
  }, async () => {
    const failing = await startServer({ entry: "test/support/purging-worker.ts", variables: { PURGE_FAULTS: "2" } });
    await failing.record("story", paced([...scene, statement()]));
    expect(await failing.read("/purged")).toEqual([]);
    expect((await failing.takeDown("story", 6)).status).toBe(201);
    await expect.poll(() => failing.read<unknown[]>("/purged"), { timeout: 60_000, interval: 500 }).toHaveLength(3);
    expect(new Set((await failing.read<unknown[]>("/purged")).map((asked) => JSON.stringify(asked)))).toEqual(
      new Set([JSON.stringify({ tags: ["story-story", "lists"] })]),
    );
    await failing.close();
  });

  it("that is refused purges nothing, and one that is sent again purges once more", async () => {
    const before = (await server.read<unknown[]>("/purged")).length;
    expect((await server.takeDown("story", 99)).status).toBe(409);
    expect((await server.read<unknown[]>("/purged")).length).toBe(before);
    const key = { "Idempotency-Key": "once" };
    expect((await server.takeDown("story", 7, key)).status).toBe(201);
    expect((await server.takeDown("story", 7, key)).status).toBe(200);
    await expect.poll(async () => (await server.read<unknown[]>("/purged")).length).toBe(before + 2);
  });
});

describe("an import", () => {
  /** So many purges were asked for while that was shipped. */
  const purgesBy = async (story: string, entries: readonly unknown[]): Promise<unknown[]> => {
    const before = (await server.read<unknown[]>("/purged")).length;
    expect((await ship(server, story, entries)).status).toBe(200);
    return (await server.read<unknown[]>("/purged")).slice(before);
  };

  it("that brings a takedown purges its story and the lists, and once more where it is sent again", async () => {
    const home = await startServer();
    await home.record("moved", paced([...scene, statement(), statement()]));
    const whole = await home.log("moved");
    await home.takeDown("moved", 6);
    const first = await home.log("moved");
    // A takedown of a takedown brings one too, though what it says is gone.
    await home.takeDown("moved", 8);
    const second = await home.log("moved");
    await home.close();
    const purged = [{ tags: ["story-moved", "lists"] }];
    expect(await purgesBy("moved", whole)).toEqual([]);
    expect((await server.get("/api/stories/moved/events/6")).status).toBe(200);
    expect(await purgesBy("moved", first.slice(7))).toEqual(purged);
    expect((await server.get("/api/stories/moved/events/6")).status).toBe(410);
    expect(await purgesBy("moved", first.slice(7))).toEqual(purged);
    expect(await purgesBy("moved", second.slice(8))).toEqual(purged);
  });

  it("that is refused purges nothing, whatever takedown it would have brought", async () => {
    const before = await server.read<unknown[]>("/purged");
    const log = await server.log("moved");
    expect((await ship(server, "elsewhere", log)).status).toBe(422);
    expect((await ship(server, "moved", [...log, { ...log.at(-1), version: log.length + 1 }])).status).toBe(409);
    expect(await server.read<unknown[]>("/purged")).toEqual(before);
  });
});
