/** `npm run reindex` makes the index of a deployment's search anew, and can be stopped on the way. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { opened } from "../support/drafts.ts";
import { fill } from "../support/fill.ts";
import { goBetween } from "../support/go-between.ts";
import { type IndexRow, indexRows, untilIndexed } from "../support/indexed.ts";
import { paced } from "../support/paced.ts";
import { type Server, startServer, tokens } from "../support/server.ts";

const root = join(import.meta.dirname, "../..");

let server: Server;
let between: Awaited<ReturnType<typeof goBetween>>;
let whole: IndexRow[];
beforeAll(async () => {
  server = await startServer();
  between = await goBetween(server.url);
  await fill(server, "long", 2100);
  await untilIndexed(server);
  whole = await indexRows(server);
});
afterAll(async () => {
  between?.close();
  await server?.close();
});

const damage = () => server.db.prepare("UPDATE search SET texts = 'Forged' WHERE version > 2050 OR version < 10").run();

const run = (environment: Record<string, string> = {}) => {
  const env = { ...process.env, URL: between.url, TOKEN: tokens.pia, ...environment };
  const child = spawn(process.execPath, [join(root, "worker/scripts/reindex.ts")], { cwd: root, env, stdio: "pipe" });
  const ended = new Promise<{ code: number | null; printed: string; errors: string }>((resolve) => {
    const told = { printed: "", errors: "" };
    child.stdout.on("data", (chunk) => {
      told.printed += chunk;
    });
    child.stderr.on("data", (chunk) => {
      told.errors += chunk;
    });
    child.on("close", (code) => resolve({ code, ...told }));
  });
  return { ended, kill: () => child.kill("SIGKILL") };
};

it("walks through the whole log, tells how far it is, and leaves the index as it was to be", async () => {
  await damage();
  expect(await run().ended).toEqual({ code: 0, printed: "2000 of 2100 events\n2100 of 2100 events\n", errors: "" });
  expect(await indexRows(server)).toEqual(whole);
});

it("can be killed on the way and run again", async () => {
  await damage();
  const held = between.hold(({ count }) => (count === 2 ? "keep the request" : "pass"));
  const { ended, kill } = run();
  await held;
  kill();
  expect((await ended).printed).toBe("2000 of 2100 events\n");
  expect(await indexRows(server)).not.toEqual(whole);
  void between.hold(() => "pass");
  expect((await run().ended).code).toBe(0);
  expect(await indexRows(server)).toEqual(whole);
});

it("prints what the index had to leave out, and why", async () => {
  await server.record("other", paced([opened()]));
  await server.db
    .prepare(
      `INSERT INTO events (story, version, type, schema, occurred_at, precision, recorded_at, recorded_by, body, salt, commitment, hash)
      VALUES ('other', 2, 'PollTaken', 9, '2025-02-11T00:00:00Z', 'day', '2025-02-11T00:00:00.000Z', 'x', '{}', 's', 'c', 'h')`,
    )
    .run();
  const { code, printed } = await run().ended;
  expect([code, printed.split("\n").slice(-3)]).toEqual([
    0,
    ["2102 of 2102 events", "left out: other, event 2: it was recorded by a newer version of Riposte", ""],
  ]);
});

it("says in a sentence what stands in its way", async () => {
  const unknown = await run({ TOKEN: tokens.ada }).ended;
  expect([unknown.code, unknown.printed, unknown.errors]).toEqual([1, "", expect.stringMatching(/^403 .*\n$/)]);
  const nowhere = await run({ URL: "http://127.0.0.1:1" }).ended;
  expect([nowhere.code, nowhere.errors]).toEqual([1, expect.stringMatching(/^.*(ECONNREFUSED|bad port).*\n$/)]);
});
