/** Live: what readers of streams are told, what readers who ask again and again are, and what both cost D1. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { EventStream, serverSentEvent } from "../../worker/live/event-stream.ts";
import { hasNews, pollingInterval } from "../../worker/live/live.ts";
import { Shards } from "../../worker/live/shards.ts";
import { concluded, corrected, retracted, scene, statement } from "../support/drafts.ts";
import { type Listener, listen } from "../support/listener.ts";
import { paced } from "../support/paced.ts";
import { problemOf, type Server, startServer } from "../support/server.ts";

/** Milliseconds between two beats of the hubs, how many streams each holds, and how many hubs a story has. */
const [beat, most, shards] = [300, 12, 3];
const alone = { "X-Alone": "yes" };

let server: Server;
const listeners: Listener[] = [];
beforeAll(async () => {
  const variables = { HUB_BEAT: String(beat), HUB_MOST: String(most), HUB_SHARDS: String(shards) };
  server = await startServer({ entry: "test/support/counted-worker.ts", variables });
});
afterEach(() => {
  for (const listener of listeners.splice(0)) listener.leave();
});
afterAll(() => server?.close());

const open = async (story: string, after?: number, headers = {}): Promise<Listener> => {
  const query = after === undefined ? "" : `?after=${after}`;
  const listener = await listen(new URL(`/api/stories/${story}/live${query}`, server.url), headers);
  listeners.push(listener);
  return listener;
};
const versionsOf = ({ messages }: Listener) => messages.map(({ id }) => Number(id));
const has = (listener: Listener, version: number) => listener.until(() => versionsOf(listener).includes(version));
const poll = (story: string, headers = {}) => server.get(`/api/stories/${story}/live`, headers);
/** Opens a story at version 5. */
const tell = (story: string) => server.record(story, paced(scene));
const say = (story: string, headers = {}) => server.record(story, paced([statement()], 60), headers);

describe("a stream", () => {
  it("tells each new version to every reader", async () => {
    await tell("several");
    const readers = await Promise.all([open("several", 5), open("several", 5), open("several", 5)]);
    expect(readers.map(({ status }) => status)).toEqual([200, 200, 200]);
    await say("several");
    for (const reader of readers) {
      await has(reader, 6);
      expect(reader.messages).toEqual([{ id: "6", event: "version", data: { version: 6, concluded: false } }]);
    }
  });

  it("is an event stream that nobody keeps, and says when to come back", async () => {
    await tell("headed");
    const { headers, text, until } = await open("headed", 5);
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      "access-control-allow-origin": "*",
      // A proxy that buffers would keep what is sent: https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_buffering
      "x-accel-buffering": "no",
    });
    await until(() => /^retry: [12]\d{3}\n\n/.test(text()));
    await until(() => text().includes("\n\nevent: beat\ndata: 1\n\n"));
  });

  it("tells a reader of what was missed, at once: by Last-Event-ID, by the address, and who says nothing of the newest", async () => {
    await tell("missed");
    await say("missed");
    for (const [after, headers] of [
      [5, {}],
      [2, { "Last-Event-ID": "5" }],
      [undefined, { "Last-Event-ID": "4" }],
      [undefined, {}],
      [undefined, { "Last-Event-ID": "six" }],
    ] as const) {
      const reader = await open("missed", after, headers);
      await has(reader, 6);
      expect(reader.messages).toHaveLength(1);
    }
  });

  it("tells nothing to a reader who has the newest, until there is a newer one", async () => {
    await tell("even");
    const reader = await open("even", 1, { "Last-Event-ID": "5" });
    await reader.until(() => reader.text().includes("event: beat"));
    expect(reader.messages).toEqual([]);
    await say("even");
    await has(reader, 6);
  });

  it("tells of corrections, retractions and takedowns as of any event", async () => {
    await tell("amended");
    await say("amended");
    await say("amended");
    const reader = await open("amended", 7);
    await server.record("amended", paced([corrected(6, { precision: "day" }), retracted(7)], 70));
    await has(reader, 9);
    await server.takeDown("amended", 6);
    await has(reader, 10);
  });

  it("tells of a version whose notice got lost, within a few beats", async () => {
    await tell("lost");
    const reader = await open("lost", 5);
    const start = performance.now();
    await say("lost", alone);
    await has(reader, 6);
    expect(performance.now() - start).toBeLessThan(beat * 5);
    expect(reader.messages).toHaveLength(1);
  });

  it("tells the first reader of a hub that was told of nothing", async () => {
    await server.record("fresh", paced(scene), alone);
    const reader = await open("fresh", 2);
    await has(reader, 5);
  });

  it("tells of a story that was opened after somebody had looked for it", async () => {
    expect((await open("late")).status).toBe(404);
    await tell("late");
    await has(await open("late"), 5);
  });

  it("says that the story is concluded, and tells of what comes to it then: a correction, a takedown, its being taken back", async () => {
    await tell("over");
    const reader = await open("over", 5);
    await server.record("over", paced([concluded()], 60));
    await reader.until(() => reader.messages.some(({ data }) => (data as { concluded: boolean }).concluded));
    expect(reader.messages.at(-1)).toEqual({ id: "6", event: "version", data: { version: 6, concluded: true } });
    await server.record("over", paced([corrected(2, { data: { name: "B, Inc." } })], 61));
    await has(reader, 7);
    await server.takeDown("over", 2);
    await has(reader, 8);
    const late = await open("over", 3, { "Last-Event-ID": "6" });
    await has(late, 8);
    expect(late.messages.at(-1)?.data).toEqual({ version: 8, concluded: true });
    await server.record("over", paced([retracted(6)], 62));
    for (const one of [reader, late])
      await one.until(
        () => JSON.stringify(one.messages.at(-1)) === '{"id":"9","event":"version","data":{"version":9,"concluded":false}}',
      );
  });

  it("ends by itself after a while, and who comes back misses nothing", async () => {
    await tell("long");
    const reader = await open("long", 5);
    await reader.over;
    const beats = reader.text().split("event: beat").length - 1;
    // Ten to fifteen minutes where a beat is ten seconds.
    expect(beats).toBeGreaterThan(50);
    expect(beats).toBeLessThan(95);
    await say("long");
    await has(await open("long", 5), 6);
  });

  it("is had of another hub where one is full, and all of them tell; it is refused where all are, until some have gone", async () => {
    await tell("crowded");
    const readers: Listener[] = [];
    for (let count = 0; count < most * shards; count += 1) readers.push(await open("crowded", 5));
    expect(readers.map(({ status }) => status)).toEqual(Array(most * shards).fill(200));
    const answer = await server.get("/api/stories/crowded/live", { Accept: "text/event-stream" });
    expect([answer.status, answer.headers.get("Retry-After")]).toEqual([503, "30"]);
    expect(await problemOf(answer)).toMatchObject({ status: 503 });
    expect((await poll("crowded")).status).toBe(200);
    await say("crowded");
    for (const reader of readers) await has(reader, 6);
    await say("crowded", alone);
    for (const reader of readers) await has(reader, 7);
    for (const { leave } of readers.slice(-4)) leave();
    await expect.poll(async () => (await open("crowded", 7)).status, { timeout: 20_000, interval: beat }).toBe(200);
  });

  it("cannot be had where there are no hubs", async () => {
    await tell("alone");
    const answer = await server.get("/api/stories/alone/live", { ...alone, Accept: "text/event-stream" });
    expect(answer.status).toBe(503);
  });

  it.each(["nowhere", "no--story"])("of a story that there is not is 404: %s", async (story) => {
    expect((await open(story)).status).toBe(404);
    expect((await poll(story)).status).toBe(404);
  });
});

describe("who asks again and again", () => {
  it("is told where the story is, and when to ask again", async () => {
    await tell("asked");
    const answer = await poll("asked");
    const recordedAt = expect.stringMatching(/^20.*Z$/);
    const told = { story: "asked", version: 5, recordedAt, concluded: false, every: 5, stream: true, erased: 0 };
    expect(await answer.json()).toEqual(told);
    expect(answer.headers.get("Cache-Control")).toBe("public, max-age=0, s-maxage=2");
    const etag = answer.headers.get("ETag") ?? "";
    expect(etag).toMatch(/^"[^"]+"$/);
    const again = await poll("asked", { "If-None-Match": etag });
    expect([again.status, await again.text(), again.headers.get("ETag")]).toEqual([304, "", etag]);
  });

  it("is told to ask on where the story is concluded: something of it may be taken down", async () => {
    await server.record("ended", paced([...scene, concluded()]));
    expect(await (await poll("ended")).json()).toMatchObject({ version: 6, concluded: true, erased: 0 });
    expect((await server.takeDown("ended", 3)).status).toBe(201);
    await expect.poll(async () => (await poll("ended")).json(), { timeout: 8000 }).toMatchObject({ version: 7, erased: 7 });
  });

  it.each([
    ["a minute", 60, false, [5, true]],
    ["an hour", 3_600, false, [15, false]],
    ["a day", 86_400, false, [60, false]],
    ["a year", 365 * 86_400, false, [120, false]],
    ["a minute, of a story that is concluded", 60, true, [5, true]],
    ["an hour, of a story that is concluded", 3_600, true, [300, false]],
  ] as const)(
    "is told to ask less often, and of no stream, the longer nothing has come: after %s",
    (_, quiet, concluded, told) => {
      const live = { version: 5, recordedAt: "2025-02-10T12:00:00.000Z", concluded };
      const now = Date.parse(live.recordedAt) + quiet * 1_000;
      expect([pollingInterval(live, now), hasNews(live, now)]).toEqual(told);
    },
  );

  it("is told of a new version within the two seconds for which the answer is kept", async () => {
    await tell("kept");
    await poll("kept");
    await say("kept");
    const version = async () => ((await (await poll("kept")).json()) as { version: number }).version;
    await expect.poll(version, { timeout: 3_000, interval: 100 }).toBe(6);
  });

  it("costs D1 nothing where somebody else has just asked, and the answer does not claim so", async () => {
    await tell("cheap");
    expect((await poll("cheap")).headers.get("Server-Timing")).toContain("trips=1");
    expect((await poll("cheap")).headers.get("Server-Timing")).toBeNull();
  });
});

describe("a reader who takes nothing", () => {
  const message = (version: number) => serverSentEvent(version, "version", { version });
  /** A stream of so many beats, and whether it is over. */
  const streamOf = (beats: number) => {
    const told = { isOver: false };
    const stream = new EventStream(beats, 1_000, () => {
      told.isOver = true;
    });
    return { stream, told };
  };
  const textOf = (stream: EventStream) => new Response(stream.body).text();

  it("has few messages waiting, the newest among them", async () => {
    const { stream } = streamOf(100);
    for (let version = 1; version <= 1_000; version += 1) stream.send(message(version));
    stream.end();
    expect((await textOf(stream)).match(/^id: .+$/gm)).toEqual(["id: 1", "id: 1000"]);
  });

  it("is given up after some beats; who takes them is not", async () => {
    const { stream, told } = streamOf(100);
    for (let beats = 0; beats < 10 && !told.isOver; beats += 1) stream.beat();
    expect(told.isOver).toBe(true);
    const taken = streamOf(100);
    const reader = taken.stream.body.getReader();
    for (let beats = 0; beats < 10; beats += 1) {
      taken.stream.beat();
      await reader.read();
    }
    expect(taken.told.isOver).toBe(false);
  });

  it("is forgotten when it leaves, whatever is sent then", async () => {
    const { stream, told } = streamOf(100);
    await stream.body.cancel();
    expect(told.isOver).toBe(true);
    stream.send(message(1));
    stream.beat();
    stream.end();
  });
});

describe("a story to which nothing has come for long", () => {
  /** As if all of it had been recorded that many minutes ago. */
  const age = async (story: string, minutes: number) => {
    await server.db.prepare("DROP TRIGGER IF EXISTS events_are_not_changed").run();
    const recordedAt = new Date(Date.now() - minutes * 60_000).toISOString();
    await server.db.prepare("UPDATE events SET recorded_at = ?1 WHERE story = ?2").bind(recordedAt, story).run();
  };

  it("has no stream, and wakes no hub; it has one again when something comes", async () => {
    await tell("quiet");
    await age("quiet", 30);
    const answer = await server.get("/api/stories/quiet/live?after=5", { Accept: "text/event-stream" });
    expect([answer.status, answer.headers.get("Cache-Control")]).toEqual([204, "no-store"]);
    expect(await (await poll("quiet")).json()).toMatchObject({ version: 5, every: 15, stream: false });
    await say("quiet");
    await expect.poll(async () => (await open("quiet", 5)).status, { timeout: 5_000, interval: 200 }).toBe(200);
  });
});

describe("further hubs", () => {
  const settings = { most: 4, mostStreams: 2, patience: 100 };
  const many = (shards: Shards, count: number, now = 0) => Array.from({ length: count }, () => shards.forOneMore(now));

  it("are filled one after another, and no more than there may be", () => {
    expect(many(new Shards(settings), 8)).toEqual([1, 1, 2, 2, 3, 3, undefined, undefined]);
  });

  it("get readers again when they say that some have gone", () => {
    const shards = new Shards(settings);
    many(shards, 6);
    shards.hear({ shard: 2, streams: 1 }, 1);
    expect(many(shards, 2, 1)).toEqual([2, undefined]);
    shards.hear({ shard: 1, streams: 0 }, 2);
    expect([shards.standing(2), many(shards, 3, 2)]).toEqual([
      [2, 3],
      [1, 1, undefined],
    ]);
  });

  it("are forgotten where they say nothing any more", () => {
    const shards = new Shards(settings);
    many(shards, 4);
    shards.hear({ shard: 2, streams: 2 }, 90);
    expect([shards.standing(100), shards.standing(101), shards.standing(191)]).toEqual([[1, 2], [2], []]);
  });
});
