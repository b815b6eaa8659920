/** `npm run dev` and its neighbours, run as a developer runs them, and the README's commands as they are pasted. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const state = mkdtempSync(join(tmpdir(), "riposte-state-"));
let port = 0;
let token = "";
let dev: ChildProcess;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

const environment = () => ({ ...process.env, STATE: state, PORT: String(port) });

/** Starts it, and answers with all that it printed once it has printed the token. */
const start = (): Promise<string> => {
  dev = spawn("npm", ["run", "dev"], { cwd: root, env: environment(), detached: true });
  let printed = "";
  return new Promise((resolve, reject) => {
    const take = (chunk: Buffer) => {
      printed += chunk;
      if (/^Editor token: .+\n/m.test(printed)) resolve(printed);
    };
    dev.stdout?.on("data", take);
    dev.stderr?.on("data", take);
    dev.on("exit", (code) => reject(new Error(`npm run dev ended with ${code}:\n${printed}`)));
  });
};

/** Stops all of it: npm, the script, wrangler and workerd. */
const stop = (signal: NodeJS.Signals): Promise<void> =>
  new Promise((resolve) => {
    dev.removeAllListeners("exit");
    dev.on("exit", () => resolve());
    if (dev.pid) process.kill(-dev.pid, signal);
  });

const tokenIn = (printed: string): string => /^Editor token: (\S+)$/m.exec(printed)?.[1] ?? "";
const url = (path: string) => `http://localhost:${port}${path}`;
const readStatus = async () => (await fetch(url("/api/stories/musk-openai/status"))).json();
const npm = (...args: string[]): string =>
  execFileSync("npm", ["run", "--silent", ...args], { cwd: root, env: environment(), encoding: "utf8", stdio: "pipe" });
const post = (bearer: string) =>
  fetch(url("/api/stories/musk-openai/events"), {
    method: "POST",
    headers: { Authorization: `Bearer ${bearer}`, "Content-Type": "application/json" },
    body: "{}",
  });

beforeAll(async () => {
  port = await freePort();
  token = tokenIn(await start());
}, 120_000);
afterAll(async () => {
  await stop("SIGKILL");
  rmSync(state, { recursive: true, force: true });
});

describe("npm run dev", () => {
  it("serves the sample story: countered, a tenth of the price, one insult, three open questions", async () => {
    expect(await readStatus()).toMatchObject({ version: 18, stage: "countered", insults: { count: 1 }, openQuestions: 3 });
    const { offers } = (await (await fetch(url("/api/stories/musk-openai/offers"))).json()) as { offers: { ratio?: string }[] };
    expect(offers.map(({ ratio }) => ratio)).toEqual([undefined, "0.1"]);
  });

  it("prints a token that may write", async () => {
    expect(token).toMatch(/^riposte_[\w-]{43}$/);
    expect((await post(token)).status).toBe(422);
  });

  it("runs again on what is there after it was killed: the same token, nothing recorded twice", async () => {
    await stop("SIGKILL");
    expect(tokenIn(await start())).toBe(token);
    expect(await readStatus()).toMatchObject({ version: 18 });
    expect(npm("seed")).toContain("is recorded");
    expect(await readStatus()).toMatchObject({ version: 18 });
  }, 120_000);
});

it("adds, lists and revokes editors", async () => {
  const added = tokenIn(npm("editor", "--", "add", "Ada O’Lovelace; --"));
  expect((await post(added)).status).toBe(422);
  const listed = npm("editor", "--", "list");
  expect(listed).toContain("Ada O’Lovelace; --");
  expect(listed).not.toContain(added);
  const id = /^([0-9a-f]{12}) {2}Ada/m.exec(listed)?.[1] ?? "";
  npm("editor", "--", "revoke", id);
  expect((await post(added)).status).toBe(401);
  expect((await post(token)).status).toBe(422);
  expect(npm("editor", "--", "list")).toMatch(new RegExp(`^${id} .* revoked `, "m"));
  expect(() => npm("editor", "--", "revoke", id)).toThrow();
  expect(() => npm("editor", "--", "nonsense")).toThrow();
}, 120_000);

/** What differs from one run to the next. */
const masked = (text: string): unknown =>
  JSON.parse(text, (key, value) =>
    ["recordedAt", "salt", "commitment", "hash", "instance"].includes(key) || String(value).startsWith("http:") ? "…" : value,
  );

describe("the README", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const pairs = [...readme.matchAll(/```sh\n(curl [^`]*)```\s+```json\n([^`]*)```/g)];

  it("has commands to paste", () => expect(pairs.length).toBeGreaterThanOrEqual(3));

  it.each(pairs.map(([, command = "", answer = ""]) => [command, answer]))("tells what this answers: %s", (command, answer) => {
    const here = command.replaceAll("localhost:8787", `localhost:${port}`);
    const printed = execFileSync("bash", ["-c", here], { env: { ...process.env, TOKEN: token }, encoding: "utf8" });
    expect(masked(printed)).toEqual(masked(answer));
  });
});
