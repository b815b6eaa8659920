/** Requests to write that somebody made up to break it, and streams without number: each is answered soon, and nothing is recorded by them. */
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "../../worker/routes/registry.ts";
import { insult, offer, opened, scene, statement } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { type Server, startServer } from "../support/server.ts";
import { forged, ship, withoutPositions } from "../support/shipping.ts";
import { otherThan, soon, statusesOf } from "../support/under-fire.ts";
import { sendRaw } from "../support/wire.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
  await server.record("story", paced([...scene, offer("bid"), insult(), statement()]));
});
afterAll(() => server?.close());

const deep = (depth: number, inner = "1") => "[".repeat(depth) + inner + "]".repeat(depth);

describe("a body", () => {
  const writes = routes
    .filter(({ method, path }) => method === "post" && path !== "/api/media")
    .map(({ path }) => path.replace("{story}", "story"));

  it.each<[string, string, number[]]>([
    ["of a hundred thousand levels", deep(100_000), [400, 422]],
    ["of a hundred thousand levels of objects", `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`, [400, 422]],
    ["that opens and never closes", "[".repeat(500_000), [400, 422]],
    ["of one number without end", "9".repeat(500_000), [400, 422]],
    ["of a number that is infinite", "1e999", [400, 422]],
    ["of one text without end", `"${"\\u0061".repeat(150_000)}"`, [413, 422]],
    ["of names that are inherited", '{"__proto__":{"type":"StoryOpened"},"constructor":{},"toString":1}', [422]],
    ["of blanks", " ".repeat(900_000), [400]],
    ["of a byte order mark", "\ufeff{}", [400, 422]],
    ["of nothing", "", [400, 422]],
  ])("%s is answered by every route that takes one", async (_, body, allowed) => {
    const asked = (path: string) => server.send("POST", path, server.signed("pia"), body);
    const found = await statusesOf(
      writes.filter((path) => path !== "/api/search/index"),
      asked,
    );
    expect(otherThan(allowed, found)).toEqual([]);
  });

  it("of a hundred events, each as large as one may be, is too large, and none of them is recorded", async () => {
    const event = {
      ...paced([statement()])[0],
      sources: Array.from({ length: 20 }, () => ({ publisher: "P", url: `https://a.example/${"x".repeat(2_000)}` })),
    };
    const answer = await soon(() =>
      server.post(
        "story",
        Array.from({ length: 100 }, () => event),
      ),
    );
    expect(answer.status).toBe(413);
  });

  it.each(["\u0001", "\u007f", "a\tb", "\u0080", "ÿ", " ", "", ",", "k".repeat(129), "k".repeat(15_000)])(
    "under the key %j is recorded once or not at all",
    async (key) => {
      const slug = `keyed-${Buffer.from(key).toString("hex").slice(0, 20)}-k`;
      const lines = [...Object.entries(server.signed("ada")).map((pair) => pair.join(": ")), `Idempotency-Key: ${key}`];
      const body = JSON.stringify(paced([opened()])[0]);
      const ask = () => soon(() => sendRaw(server.url, `/api/stories/${slug}/events`, { method: "POST", lines, body }));
      const [first, second] = [await ask(), await ask()];
      expect([
        [201, 200],
        [201, 409],
        [400, 400],
        [422, 422],
        [431, 431],
        [0, 0],
      ]).toContainEqual([first.status, second.status]);
    },
  );

  it("whose chunks are none is its sender's fault, on every route that takes one, and nobody is woken for it", async () => {
    const logged = server.logs().length;
    const lines = [...Object.entries(server.signed("pia")).map((pair) => pair.join(": ")), "Transfer-Encoding: chunked"];
    const found = await statusesOf(
      [...writes, "/api/media"].filter((path) => path !== "/api/search/index"),
      (path) => sendRaw(server.url, path, { method: "POST", lines, body: "zz\r\n" }),
    );
    expect(otherThan([400, 415], found)).toEqual([]);
    expect(server.logs().slice(logged)).toEqual([]);
  });

  it("that comes drop by drop, or breaks off, holds nobody up, and is not recorded", async () => {
    const head = `POST /api/stories/dropped/events HTTP/1.1\r\nHost: ${server.url.host}\r\nContent-Length: 100000\r\n${Object.entries(
      server.signed("ada"),
    )
      .map((pair) => `${pair.join(": ")}\r\n`)
      .join("")}\r\n`;
    const sockets = Array.from({ length: 100 }, () => {
      const socket = connect(Number(server.url.port), server.url.hostname);
      socket.on("error", () => {});
      socket.write(`${head}[{"type":`);
      return socket;
    });
    expect((await soon(() => server.get("/api/stories/story/status"))).status).toBe(200);
    for (const socket of sockets) socket.write('"StoryOpened",');
    await soon(() => server.record("beside", paced([opened()])));
    for (const socket of sockets) socket.destroy();
    expect((await soon(() => server.get("/api/stories/dropped"))).status).toBe(404);
  });
});

describe("streams", () => {
  it("that are opened and dropped by hundreds leave a story to its readers", async () => {
    for (let round = 0; round < 3; round += 1) {
      const leaving = new AbortController();
      const opening = Array.from({ length: 100 }, () =>
        fetch(new URL("/api/stories/story/live", server.url), {
          headers: { Accept: "text/event-stream" },
          signal: leaving.signal,
        }).then(
          ({ status }) => status,
          () => 0,
        ),
      );
      expect([...new Set(await Promise.all(opening))]).toEqual([200]);
      leaving.abort();
    }
    expect((await soon(() => server.get("/api/stories/story/live"))).status).toBe(200);
    expect((await soon(() => server.post("beside", paced([statement({ by: "nobody" })], 9)))).status).toBe(409);
  });
});

describe("a log that is one byte off", () => {
  it("is not imported, wherever the byte is; the honest one is", async () => {
    const entries = (await forged(
      (await server.log("story")).map(({ position: _, seal: __, ...entry }) => ({ ...entry, story: "shipped" })),
    )) as object[];
    const text = JSON.stringify(
      withoutPositions(entries as { position: number }[]).map((entry) => ({ ...(entry as object), position: 1 })),
    );
    const places = Array.from({ length: 120 }, (_, index) => Math.floor(((index + 0.5) * text.length) / 120)).filter(
      (place) => !/"position":$/.test(text.slice(0, place)) && !/"position"/.test(text.slice(place - 11, place + 11)),
    );
    const flipped = (place: number) => text.slice(0, place) + (text[place] === "0" ? "1" : "0") + text.slice(place + 1);
    const send = (place: number) => {
      const body = `{"story":"shipped","entries":${flipped(place)}}`;
      return server.send("POST", "/api/imports", server.signed("pia"), body);
    };
    const found = await statusesOf(places, send);
    expect(otherThan([400, 409, 422], found)).toEqual([]);
    expect((await server.get("/api/stories/shipped")).status).toBe(404);
    expect((await ship(server, "shipped", JSON.parse(text))).status).toBe(200);
  });
});
