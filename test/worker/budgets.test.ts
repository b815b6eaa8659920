import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectionNames } from "../../projections/registry.ts";
import { corrected, development, statement } from "../support/drafts.ts";
import { fill } from "../support/fill.ts";
import { paced } from "../support/paced.ts";
import { nextOf } from "../support/readings.ts";
import { costOf, type Server, startServer } from "../support/server.ts";

let server: Server;
const lengths = [10, 1_000, 10_000];
beforeAll(async () => {
  server = await startServer();
  for (const length of lengths) await fill(server, `long-${length}`, length);
});
afterAll(() => server.close());

/** Expects an answer of that status at no more than that cost. */
const expectCost = async (answer: Response, status: number, most: { trips: number; read: number; written: number }) => {
  const cost = costOf(answer);
  await answer.arrayBuffer();
  expect(answer.status).toBe(status);
  for (const name of ["trips", "read", "written"] as const) expect(cost[name], name).toBeLessThanOrEqual(most[name]);
};

/** What may happen next in the long story, `count` times. */
const next = (length: number, count = 1) =>
  paced(
    Array.from({ length: count }, () => statement({ by: "ada", about: ["bob"] })),
    length,
  );

describe.each(lengths)("in a story of %i events", (length) => {
  const base = `/api/stories/long-${length}`;

  it.each(projectionNames)("%s takes one round trip and four rows", async (name) => {
    await expectCost(await server.get(`${base}/${name}`), 200, { trips: 1, read: 4, written: 0 });
  });

  it.each(["desc", "asc"])("a page of the timeline takes one round trip and sixty rows, %s", async (order) => {
    const first = await server.get(`${base}/timeline?order=${order}`);
    const second = nextOf(first);
    await expectCost(first, 200, { trips: 1, read: 60, written: 0 });
    if (second === undefined) return;
    const middle = await server.get(second);
    const third = nextOf(middle);
    await expectCost(middle, 200, { trips: 1, read: 60, written: 0 });
    await expectCost(await server.get(third ?? ""), 200, { trips: 1, read: 60, written: 0 });
  });

  it("a page of the log takes two round trips and two rows an event, wherever it begins", async () => {
    for (const query of ["", "?limit=5", "?limit=500", `?limit=500&after=${Math.max(0, length - 600)}`, `?after=${length - 3}`]) {
      const answer = await server.get(`${base}/events${query}`);
      const { events } = (await answer.clone().json()) as { events: unknown[] };
      await expectCost(answer, 200, { trips: 2, read: 2 * events.length + 10, written: 0 });
    }
  });

  it("the whole log takes two rows an event, and a round trip for every five hundred", async () => {
    const answer = await server.get(`${base}/events`, { Accept: "application/x-ndjson" });
    const first = costOf(answer);
    const lines = (await answer.text()).trimEnd().split("\n");
    expect([lines.length >= length, first.read <= 2 * 500 + 10]).toEqual([true, true]);
  });

  it("what a reader has already takes one round trip and four rows", async () => {
    for (const path of [base, `${base}/events`, ...[...projectionNames, "timeline"].map((name) => `${base}/${name}`)]) {
      const etag = (await server.get(path)).headers.get("ETag") ?? "";
      await expectCost(await server.get(path, { "If-None-Match": etag }), 304, { trips: 1, read: 4, written: 0 });
    }
  });

  it("what was added since takes one round trip and a row each", async () => {
    await expectCost(await server.get(`${base}/timeline?since=${length - 5}`), 200, { trips: 1, read: 60, written: 0 });
  });

  it("an append takes at most two round trips, eight rows read and eight written, with a key or without", async () => {
    const [draft] = next(length);
    await expectCost(await server.post(`long-${length}`, draft), 201, { trips: 2, read: 8, written: 8 });
    const keyed = await server.post(`long-${length}`, draft, {
      "Idempotency-Key": `once ${length}`,
      "If-Match": `"${length + 1}"`,
    });
    await expectCost(keyed, 201, { trips: 2, read: 8, written: 8 });
  });

  it("an append of a hundred takes at most two round trips, and 3.2 rows written an event", async () => {
    await expectCost(await server.post(`long-${length}`, next(length + 2, 100)), 201, { trips: 2, read: 1_000, written: 320 });
    const keyed = await server.post(`long-${length}`, next(length + 102, 100), { "Idempotency-Key": `batch ${length}` });
    await expectCost(keyed, 201, { trips: 2, read: 1_000, written: 320 });
  });

  it("a page of the timeline takes no more where some of its entries were moved", async () => {
    await server.record(`long-${length}`, next(length + 202, 80));
    const head = length + 282;
    const moves = [1, 2, 3, 4, 5].map((back) => corrected(head - 7 * back, { occurredAt: "2025-02-10T12:00:30Z" }));
    await server.record(`long-${length}`, paced([...moves, development()], head));
    for (const order of ["asc", "desc"])
      await expectCost(await server.get(`${base}/timeline?order=${order}`), 200, { trips: 1, read: 60, written: 0 });
    const [draft] = next(head + 6);
    await expectCost(await server.post(`long-${length}`, draft), 201, { trips: 2, read: 8, written: 8 });
  });
});

describe("the Worker", () => {
  it("is at most 200 KiB, gzipped", () => {
    const outdir = mkdtempSync(join(tmpdir(), "riposte-"));
    try {
      execFileSync("node_modules/.bin/wrangler", ["deploy", "--dry-run", "--outdir", outdir], { stdio: "pipe" });
      const scripts = readdirSync(outdir).filter((name) => /\.(js|wasm|html|txt)$/.test(name));
      expect(scripts).toContain("index.js");
      const bytes = scripts.map((name) => gzipSync(readFileSync(join(outdir, name))).length).reduce((sum, size) => sum + size, 0);
      expect(bytes).toBeLessThanOrEqual(200 * 1024);
    } finally {
      rmSync(outdir, { recursive: true });
    }
  });
});
