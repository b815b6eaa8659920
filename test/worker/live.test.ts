/** Live: what readers of streams are told, what readers who ask again and again are, and what both cost D1. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { EventStream, serverSentEvent } from "../../worker/live/event-stream.ts";
import { pollingInterval } from "../../worker/live/live.ts";
import { concluded, corrected, retracted, scene, statement } from "../support/drafts.ts";
import { type Listener, listen } from "../support/listener.ts";
import { paced } from "../support/paced.ts";
import { problemOf, type Server, startServer } from "../support/server.ts";

/** Milliseconds between two beats of the hubs, and how many streams each holds. */
const [beat, most] = [300, 12];
const alone = { "X-Alone": "yes" };

let server: Server;
const listeners: Listener[] = [];
beforeAll(async () => {
  const variables = { HUB_BEAT: String(beat), HUB_MOST: String(most) };
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
    });
    await until(() => /^retry: [12]\d{3}\n\n/.test(text()));
    await until(() => text().includes("\n\n:\n\n"));
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
    await reader.until(() => reader.text().includes(":\n\n"));
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

  it("ends when the story is concluded, and is not opened again", async () => {
    await tell("over");
    const reader = await open("over", 5);
    await server.record("over", paced([concluded()], 60));
    await reader.over;
    expect(reader.messages.at(-1)).toEqual({ id: "6", event: "version", data: { version: 6, concluded: true } });
    expect((await open("over", 5, { "Last-Event-ID": "6" })).status).toBe(204);
    const late = await open("over", 3);
    await late.over;
    expect(late.messages).toEqual([{ id: "6", event: "version", data: { version: 6, concluded: true } }]);
  });

  it("is opened again where the conclusion is taken back", async () => {
    await tell("reopened");
    await server.record("reopened", paced([concluded()], 60));
    expect((await open("reopened", 6)).status).toBe(204);
    await server.record("reopened", paced([retracted(6)], 61));
    const reader = await open("reopened", 7);
    expect(reader.status).toBe(200);
    await say("reopened");
    await has(reader, 8);
  });

  it("ends by itself after a while, and who comes back misses nothing", async () => {
    await tell("long");
    const reader = await open("long", 5);
    await reader.over;
    const beats = reader.text().split("\n:\n").length - 1;
    expect(beats).toBeGreaterThan(20);
    expect(beats).toBeLessThan(40);
    await say("long");
    await has(await open("long", 5), 6);
  });

  it("is refused where there are too many, until some have gone", async () => {
    await tell("crowded");
    const readers = await Promise.all(Array.from({ length: most }, () => open("crowded", 5)));
    expect(readers.map(({ status }) => status)).toEqual(Array(most).fill(200));
    const answer = await server.get("/api/stories/crowded/live", { Accept: "text/event-stream" });
    expect([answer.status, answer.headers.get("Retry-After")]).toEqual([503, "30"]);
    expect(await problemOf(answer)).toMatchObject({ status: 503 });
    expect((await poll("crowded")).status).toBe(200);
    for (const { leave } of readers.slice(0, 4)) leave();
    await expect.poll(async () => (await open("crowded", 5)).status, { timeout: 20_000, interval: beat }).toBe(200);
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
    expect(await answer.json()).toEqual({ story: "asked", version: 5, concluded: false, every: 5, erased: 0 });
    expect(answer.headers.get("Cache-Control")).toBe("public, max-age=0, s-maxage=2");
    const etag = answer.headers.get("ETag") ?? "";
    expect(etag).toMatch(/^"[^"]+"$/);
    const again = await poll("asked", { "If-None-Match": etag });
    expect([again.status, await again.text(), again.headers.get("ETag")]).toEqual([304, "", etag]);
  });

  it("is told to ask on where the story is concluded: something of it may be taken down", async () => {
    await server.record("ended", paced([...scene, concluded()]));
    expect(await (await poll("ended")).json()).toEqual({ story: "ended", version: 6, concluded: true, every: 5, erased: 0 });
    expect((await server.takeDown("ended", 3)).status).toBe(201);
    await expect.poll(async () => (await poll("ended")).json(), { timeout: 8000 }).toMatchObject({ version: 7, erased: 7 });
  });

  it.each([
    ["a minute", 60, 5],
    ["an hour", 3_600, 15],
    ["a day", 86_400, 60],
  ])("is told to ask less often the longer nothing has come: after %s", (_, quiet, every) => {
    const live = { recordedAt: "2025-02-10T12:00:00.000Z" };
    expect(pollingInterval(live, Date.parse(live.recordedAt) + quiet * 1_000)).toBe(every);
  });

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
