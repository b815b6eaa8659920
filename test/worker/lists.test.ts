import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verify } from "../../events/verify.ts";
import type { ListedStory } from "../../worker/read/stories.ts";
import type { StoredEvent } from "../../worker/store/rows.ts";
import { corrected, offer, opened, scene, statement } from "../support/drafts.ts";
import { fill } from "../support/fill.ts";
import { paced } from "../support/paced.ts";
import { nextOf } from "../support/readings.ts";
import { costOf, problemOf, type Server, startServer } from "../support/server.ts";

type Stories = { stories: ListedStory[]; next: string | null };
type Events = { events: StoredEvent[]; next: number | null; version?: number };

let server: Server;
const slugs = Array.from({ length: 25 }, (_, index) => `story-${String.fromCharCode(97 + ((index * 7) % 25))}`);

beforeAll(async () => {
  server = await startServer();
  for (const slug of slugs) await server.record(slug, paced([opened({ title: `About ${slug}` })]));
  await server.record("story-d", paced([...scene.slice(1), offer("bid")], 1));
  await fill(server, "long", 1250);
});
afterAll(() => server.close());

/** Every page from an address on, each reached by the `Link` of the one before. */
const pages = async <Body>(path: string): Promise<Body[]> => {
  const found: Body[] = [];
  for (let page: string | undefined = path; page !== undefined; ) {
    const answer: Response = await server.get(page);
    found.push((await answer.json()) as Body);
    page = nextOf(answer);
  }
  return found;
};

describe("the list of stories", () => {
  it("has all of them once, latest activity first, page by page", async () => {
    const read = await pages<Stories>("/api/stories?limit=4");
    expect(read.map(({ stories }) => stories.length)).toEqual([4, 4, 4, 4, 4, 4, 2]);
    const found = read.flatMap(({ stories }) => stories);
    expect(found.slice(0, 2).map(({ story }) => story)).toEqual(["long", "story-d"]);
    expect(found.slice(2).map(({ story }) => story)).toEqual(slugs.filter((slug) => slug !== "story-d").reverse());
    const times = found.map(({ lastActivity }) => lastActivity);
    expect(times).toEqual(times.toSorted().reverse());
  });

  it("tells of each what it is and where it stands, in the language asked for", async () => {
    for (const lang of ["en", "fr"] as const) {
      const { stories } = await server.read<Stories>(`/api/stories?limit=2&lang=${lang}`);
      const { stage, headline } = await server.read<ListedStory>(`/api/stories/story-d/status?lang=${lang}`);
      expect(stories[1]).toMatchObject({ title: "About story-d", language: "en", version: 6, stage, headline });
    }
  });

  it("keeps its place while a story that was listed becomes active again", async () => {
    const first = await server.get("/api/stories?limit=5");
    const { stories } = (await first.json()) as Stories;
    await server.record("story-d", paced([statement()], 60));
    const second = await server.read<Stories>(nextOf(first) ?? "");
    const seen = [...stories, ...second.stories].map(({ story }) => story);
    expect(new Set(seen).size).toBe(10);
  });

  it("carries a strong ETag that any event changes", async () => {
    const etag = (await server.get("/api/stories")).headers.get("ETag") ?? "";
    const again = await server.get("/api/stories", { "If-None-Match": etag });
    expect([again.status, costOf(again).trips, costOf(again).read <= 4]).toEqual([304, 1, true]);
    expect((await server.get("/api/stories", { "If-None-Match": etag, "Accept-Language": "fr" })).status).toBe(200);
    await server.record("story-a", paced([corrected(1, { precision: "day" })], 60));
    expect((await server.get("/api/stories", { "If-None-Match": etag })).status).toBe(200);
  });
});

describe("a story's log", () => {
  it("comes page by page in log order, and says where the next page begins", async () => {
    const read = await pages<Events>("/api/stories/long/events?limit=500");
    expect(read.map(({ events, next, version }) => [events.length, next, version])).toEqual([
      [500, 500, 1250],
      [500, 1000, 1250],
      [250, null, 1250],
    ]);
    expect(read.flatMap(({ events }) => events)).toEqual(await server.log("long"));
  });

  it.each([
    ["", 1, 100],
    ["?limit=1", 1, 1],
    ["?after=0&limit=2", 1, 2],
    ["?after=1249", 1250, 1],
    ["?after=7&limit=3", 8, 3],
  ])("%s begins with event %i and has %i", async (query, first, length) => {
    const { events } = await server.read<Events>(`/api/stories/long/events${query}`);
    expect([events[0]?.version, events.length]).toEqual([first, length]);
  });

  it.each([1250, 1251, 9007199254740991])("has nothing after version %i", async (after) => {
    expect(await server.read(`/api/stories/long/events?after=${after}`)).toMatchObject({ events: [], next: null });
  });

  it.each([
    "limit=0",
    "limit=501",
    "limit=-1",
    "limit=1.5",
    "limit=1e2",
    "after=-1",
    "after=9007199254740992",
    "after=",
    "offset=3",
  ])("%s is answered with 422", async (query) => {
    const answer = await server.get(`/api/stories/long/events?${query}`);
    expect([answer.status, (await problemOf(answer)).errors]).toMatchObject([422, [{ pointer: `/${query.split("=")[0]}` }]]);
  });

  it("is streamed whole as NDJSON, one event a line, and its chain holds", async () => {
    const answer = await server.get("/api/stories/long/events", { Accept: "application/x-ndjson" });
    expect(answer.headers.get("Content-Type")).toBe("application/x-ndjson");
    const text = await answer.text();
    const lines = text.trimEnd().split("\n");
    expect([lines.length, text.endsWith("\n")]).toEqual([1250, true]);
    const log = lines.map((line): StoredEvent => JSON.parse(line));
    expect(log.map(({ version }) => version)).toEqual(log.map((_, index) => index + 1));
    expect(await verify(log)).toBeUndefined();
  });

  it("comes as NDJSON from a version on, or so many events of it", async () => {
    const ndjson = async (query: string) =>
      (await (await server.get(`/api/stories/long/events${query}`, { Accept: "application/x-ndjson" })).text())
        .split("\n")
        .slice(0, -1)
        .map((line) => JSON.parse(line).version);
    expect(await ndjson("?after=1240")).toEqual([1241, 1242, 1243, 1244, 1245, 1246, 1247, 1248, 1249, 1250]);
    expect(await ndjson("?after=3&limit=2")).toEqual([4, 5]);
    expect(await ndjson("?after=1250")).toEqual([]);
  });

  it("comes as a batch of CloudEvents", async () => {
    const answer = await server.get("/api/stories/story-d/events", { Accept: "application/cloudevents-batch+json" });
    expect(answer.headers.get("Content-Type")).toBe("application/cloudevents-batch+json");
    const batch = (await answer.json()) as { data: StoredEvent }[];
    expect(batch.map(({ data }) => data)).toEqual(await server.log("story-d"));
    expect(batch[5]).toMatchObject({
      specversion: "1.0",
      id: "6",
      source: "/api/stories/story-d/events",
      type: "riposte.OfferMade",
      subject: "story-d",
      time: batch[5]?.data.occurredAt,
      datacontenttype: "application/json",
    });
  });

  it("comes as JSON to whoever does not say how", async () => {
    for (const Accept of ["*/*", "text/html", "application/*", "application/json;q=0.1"])
      expect((await server.get("/api/stories/story-a/events", { Accept })).headers.get("Content-Type")).toBe("application/json");
  });
});

describe("the events of all stories", () => {
  it("come by position without a gap, each story's in log order", async () => {
    const read = await pages<Events>("/api/events?limit=300");
    const events = read.flatMap(({ events }) => events);
    expect(events.map(({ position }) => position)).toEqual(events.map((_, index) => index + 1));
    expect(events).toHaveLength(await server.count());
    for (const story of ["long", "story-d", "story-x"])
      expect(events.filter((event) => event.story === story)).toEqual(await server.log(story));
  });

  it("are followed by the last position seen, now and later", async () => {
    const count = await server.count();
    const { next } = await server.read<Events>(`/api/events?after=${count - 3}`);
    expect(await server.read(`/api/events?after=${next}`)).toEqual({ events: [], next: count, head: count });
    await server.record("story-b", paced([...scene.slice(1)], 60));
    const { events } = await server.read<Events>(`/api/events?after=${next}`);
    expect(events.map(({ story, version }) => [story, version])).toEqual([2, 3, 4, 5].map((version) => ["story-b", version]));
  });
});
