/** A whole deployment moves to another by `npm run export` and `npm run import`, killed on the way. */
import { type ChildProcess, spawn } from "node:child_process";
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { corrected, insult, scene } from "../support/drafts.ts";
import { fill } from "../support/fill.ts";
import { goBetween } from "../support/go-between.ts";
import { paced } from "../support/paced.ts";
import { readings } from "../support/readings.ts";
import { type Server, startServer, tokens } from "../support/server.ts";
import { withoutPositions } from "../support/shipping.ts";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "riposte-move-"));
const file = join(folder, "riposte.ndjson");
const stories = ["first", "second", "third"];

let source: Server;
let target: Server;
let between: Record<"source" | "target", Awaited<ReturnType<typeof goBetween>>>;

beforeAll(async () => {
  [source, target] = await Promise.all([startServer(), startServer()]);
  between = { source: await goBetween(source.url), target: await goBetween(target.url) };
  for (const [index, story] of stories.entries()) await fill(source, story, 200 + 30 * index);
  await source.record("second", paced([insult({ by: "ada", at: "bob" }), corrected(20, { precision: "day" })], 500));
  await source.takeDown("second", 12);
});
afterAll(async () => {
  for (const one of Object.values(between)) one.close();
  await Promise.all([source.close(), target.close()]);
  rmSync(folder, { recursive: true });
});

type Ended = { code: number | null; printed: string; errors: string };

/** Runs a script; `kill` kills it with nothing said. */
const run = (script: string, args: string[], environment: Record<string, string>, input?: string) => {
  const env = { ...process.env, URL: between.target.url, TOKEN: tokens.pia, ...environment };
  const path = join(root, "worker/scripts", `${script}.ts`);
  const child: ChildProcess = spawn(process.execPath, [path, ...args], { cwd: root, env, stdio: "pipe" });
  if (child.stdin) input === undefined ? child.stdin.end() : createReadStream(input).pipe(child.stdin);
  const ended = new Promise<Ended>((resolve) => {
    const told = { printed: "", errors: "" };
    child.stdout?.on("data", (chunk) => {
      told.printed += chunk;
    });
    child.stderr?.on("data", (chunk) => {
      told.errors += chunk;
    });
    child.on("close", (code) => resolve({ code, ...told }));
  });
  return { ended, kill: () => child.kill("SIGKILL") };
};
const exporting = () => run("export", [file], { URL: between.source.url });

describe("npm run export", () => {
  it("leaves nothing under the file's name where it is killed in the middle", async () => {
    const held = between.source.hold(({ count }) => (count === 2 ? "keep the request" : "pass"));
    const { ended, kill } = exporting();
    await held;
    kill();
    expect((await ended).errors).toBe("500 events\n");
    expect(existsSync(file)).toBe(false);
  });

  it("writes the whole log, which verifies, and tells how far it is", async () => {
    void between.source.hold(() => "pass");
    expect(await exporting().ended).toEqual({ code: 0, printed: "", errors: "500 events\n693 events\n" });
    const verified = await run("verify", [file], {}).ended;
    expect([verified.code, verified.printed.match(/ holds?\b/g)?.length]).toEqual([0, 3]);
    expect((await run("export", ["-"], { URL: between.source.url }).ended).printed).toBe(readFileSync(file, "utf8"));
  });

  it("ends where the log stood when it began, whatever is recorded meanwhile", async () => {
    const held = between.source.hold(({ count }) => (count === 2 ? "keep the request" : "pass"));
    const first = exporting();
    await held;
    first.kill();
    await first.ended;
    const before = await source.count();
    void between.source.hold(() => "pass");
    let running = true;
    const busy = (async () => {
      for (let turn = 0; running && turn < 200; turn += 1)
        await source.record("busy", turn === 0 ? paced(scene) : paced([insult()], turn + 9));
    })();
    await expect.poll(() => source.count()).toBeGreaterThan(before + 5);
    const began = await source.count();
    const { code, printed } = await run("export", ["-"], { URL: between.source.url }).ended;
    running = false;
    await busy;
    const lines = printed.trimEnd().split("\n").length;
    expect([code, lines >= began, lines < (await source.count())]).toEqual([0, true, true]);
    const verified = await run("verify", ["-"], {}, undefined).ended;
    expect(verified.code).toBe(2);
  });

  it("says in a sentence that nobody answers", async () => {
    const { code, printed, errors } = await run("export", [file], { URL: "http://127.0.0.1:1" }).ended;
    expect([code, printed, errors]).toEqual([1, "", expect.stringMatching(/^.*(ECONNREFUSED|bad port).*\n$/)]);
    expect((await run("export", [], {}).ended).code).toBe(2);
  });
});

describe("npm run import", () => {
  const forged = (change: (lines: string[]) => string[]): string => {
    const path = join(folder, "forged.ndjson");
    writeFileSync(path, change(readFileSync(file, "utf8").split("\n")).join("\n"));
    return path;
  };

  it.each<[string, (lines: string[]) => string[], RegExp]>([
    ["was cut short", (lines) => lines.with(-2, lines.at(-2)?.slice(0, 100) ?? ""), /^Line 693 could not be read/],
    ["is empty", () => [], /^There is no event in it/],
  ])("refuses a file that %s, and sends nothing", async (_, change, why) => {
    void between.target.hold(() => "pass");
    const { code, printed, errors } = await run("import", [forged(change)], {}).ended;
    expect([code, printed, errors]).toEqual([1, "", expect.stringMatching(why)]);
    expect(errors).toMatch(/Nothing was imported\.\n$/);
    expect([between.target.seen, await target.count()]).toEqual([{}, 0]);
  });

  it.each<[string, (lines: string[]) => string[], RegExp]>([
    [
      "was forged",
      (lines) => lines.with(300, lines[300]?.replace('"ada"', '"eve"') ?? ""),
      /^second was left out: event \d+ does not/,
    ],
    ["misses an event", (lines) => lines.toSpliced(230, 1), /^second was left out: event \d+ does not hold/],
    [
      "names a member twice in another spelling",
      (lines) => lines.with(300, `{"\\u0073tory":"second",${lines[300]?.slice(1)}`),
      /twice/,
    ],
  ])("leaves out a story that %s, tells of it, and takes the others in", async (what, change, why) => {
    const elsewhere = await startServer();
    const { code, errors } = await run("import", [forged(change)], { URL: String(elsewhere.url) }).ended;
    expect([code, errors]).toEqual([1, expect.stringMatching(why)]);
    const count = "SELECT count(*) AS count FROM events WHERE story = ?";
    const there = await Promise.all(stories.map((story) => elsewhere.db.prepare(count).bind(story).first("count")));
    // A line that cannot be read may be of any story.
    expect(there).toEqual(what.startsWith("names") ? [0, 0, 0] : [200, 0, 260]);
    await elsewhere.close();
  });

  it("goes on with the other stories where one stands there otherwise", async () => {
    const elsewhere = await startServer();
    await fill(elsewhere, "second", 3);
    const { code, printed, errors } = await run("import", [file], { URL: String(elsewhere.url) }).ended;
    expect([code, errors]).toEqual([
      1,
      expect.stringMatching(/^second was left out: 409 .*Another event stands at version 3.*\n$/),
    ]);
    expect(printed).toMatch(/events: first\n.*events: third\n$/);
    await elsewhere.close();
  });

  it("says in a sentence what stands in its way", async () => {
    const unknown = await run("import", [file], { TOKEN: "nobody" }).ended;
    expect([unknown.code, unknown.errors]).toEqual([1, expect.stringMatching(/^first could not be imported: 401 .*\n$/)]);
    const nowhere = await run("import", [join(folder, "nothing")], {}).ended;
    expect([nowhere.code, nowhere.errors]).toEqual([1, expect.stringMatching(/^ENOENT.*\n$/)]);
    expect((await run("import", [], {}).ended).code).toBe(2);
  });

  it.each([
    ["before a request has come", "keep the request", 2, 200],
    ["before a request was answered", "keep the answer", 2, 433],
  ] as const)("can be killed %s", async (_, manner, nth, there) => {
    const held = between.target.hold(({ method, count }) => (method === "POST" && count === nth ? manner : "pass"));
    const { ended, kill } = run("import", [file], {});
    await held;
    kill();
    expect((await ended).code).toBeNull();
    expect(await target.count()).toBe(there);
  });

  it("takes up where it was killed, tells how far it is, and leaves both the same", async () => {
    void between.target.hold(() => "pass");
    expect(await run("import", [file], {}).ended).toEqual({
      code: 0,
      printed: "200 of 693 events: first\n433 of 693 events: second\n693 of 693 events: third\n",
      errors: "",
    });
    for (const story of stories) {
      expect(withoutPositions(await target.log(story))).toEqual(withoutPositions(await source.log(story)));
    }
    expect(await readings(target, "second")).toEqual(await readings(source, "second"));
  });

  it("adds nothing where all is there, and reads from standard input too", async () => {
    const { code } = await run("import", ["-"], {}, file).ended;
    expect([code, await target.count()]).toEqual([0, 693]);
  });
});
