/** `npm run dev` and its neighbours, run as a developer runs them, and the README's commands as they are pasted. */
import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const state = mkdtempSync(join(tmpdir(), "riposte-state-"));
let port = 0;
let token = "";
/** All that it has printed since it was started. */
let printed = "";
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
  printed = "";
  return new Promise((resolve, reject) => {
    const take = (chunk: Buffer) => {
      printed += chunk;
      if (/^Desk: .+\n/m.test(printed)) resolve(printed);
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
const deskLinkIn = (printed: string): URL => new URL(/^Desk: (\S+)$/m.exec(printed)?.[1] ?? "");
const url = (path: string) => `http://localhost:${port}${path}`;
const readStatus = async () => (await fetch(url("/api/stories/musk-openai/status"))).json();
/** Runs a script to its end, and answers with what it printed. It blocks nothing: idle connections are seen to close meanwhile. */
const npm = async (...args: string[]): Promise<string> => {
  const options = { cwd: root, env: environment(), encoding: "utf8" } as const;
  return (await promisify(execFile)("npm", ["run", "--silent", ...args], options)).stdout;
};
const post = (bearer: string) =>
  fetch(url("/api/stories/musk-openai/events"), {
    method: "POST",
    headers: { Authorization: `Bearer ${bearer}`, "Content-Type": "application/json" },
    body: "{}",
  });

beforeAll(async () => {
  port = await freePort();
  token = tokenIn(await start());
});
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

  it("prints a link to the desk: it signs in the local editor once, and the next start prints another", async () => {
    const link = deskLinkIn(printed);
    expect(link.origin).toBe(`http://127.0.0.1:${port}`);
    const press = (code: string | null, origin = link.origin) =>
      fetch(new URL("/desk/sign-in", link), {
        method: "POST",
        redirect: "manual",
        headers: { Origin: origin },
        body: new URLSearchParams({ code: code ?? "" }),
      });
    const code = link.searchParams.get("code");
    expect(await (await fetch(link)).text()).toContain("Sign in as local editor");
    expect((await press(code, "https://elsewhere.example")).status).toBe(403);
    expect([(await press(code)).status, (await press(code)).status]).toEqual([303, 403]);
  });

  it("signs checkpoints with a key of its own, kept for this user alone: npm run verify holds the log against one", async () => {
    const key = /^Checkpoint key: (\S+)$/m.exec(printed)?.[1] ?? "";
    expect(await (await fetch(url("/api/checkpoint-key"))).text()).toBe(`${key}\n`);
    expect(statSync(join(state, "checkpoint-key")).mode & 0o777).toBe(0o600);
    const kept = join(state, "kept.checkpoint");
    writeFileSync(kept, await (await fetch(url("/api/stories/musk-openai/checkpoint"))).text());
    const told = await npm("verify", "--", url("/stories/musk-openai"), "--checkpoint", kept, "--key", key);
    expect(told).toMatch(
      /^musk-openai: every event holds, 18 in all\..*\nThe checkpoint of musk-openai at event 18: its events are in/,
    );
  });

  it("takes up what is changed in the code", async () => {
    const before = printed.length;
    utimesSync(join(root, "worker/index.ts"), new Date(), new Date());
    await expect.poll(() => printed.slice(before), { timeout: 60_000 }).toContain("Local server updated and ready");
    expect(await readStatus()).toMatchObject({ version: 18 });
  });

  it("runs again on what is there after it was killed: the same token, nothing recorded twice", async () => {
    const before = deskLinkIn(printed);
    await stop("SIGKILL");
    expect(tokenIn(await start())).toBe(token);
    expect(deskLinkIn(printed).searchParams.get("code")).not.toBe(before.searchParams.get("code"));
    expect(await readStatus()).toMatchObject({ version: 18 });
    expect(await npm("seed")).toContain("is recorded");
    expect(await readStatus()).toMatchObject({ version: 18 });
  });
});

describe("on a port that is taken", () => {
  /** Somebody who listens there, and what they are sent. */
  const listenAt = async (host: string) => {
    const seen: string[] = [];
    const other = createHttpServer(({ url = "", headers }, response) => {
      seen.push(`${url} ${headers.authorization ?? ""}`);
      response.end("{}");
    });
    await new Promise<void>((resolve) => other.listen(0, host, resolve));
    const address = other.address();
    return { seen, port: typeof address === "object" && address ? address.port : 0, close: () => other.close() };
  };

  it.each(["127.0.0.1", "0.0.0.0", "::1", "::"])("it says so and stops, before it makes or sends anything: %s", async (host) => {
    const { seen, port: taken, close } = await listenAt(host);
    const fresh = join(state, `never-${host.replaceAll(":", "-")}`);
    const env = { ...process.env, STATE: fresh, PORT: String(taken) };
    const run = promisify(execFile)("npm", ["run", "--silent", "dev"], { cwd: root, env, encoding: "utf8" });
    await expect(run).rejects.toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(/^Address already in use/) });
    expect([seen, existsSync(fresh)]).toEqual([[], false]);
    close();
  });

  it.each(["0", "65536", "eighty"])("and on none that there is not: PORT=%s", async (wrong) => {
    const env = { ...process.env, PORT: wrong };
    const run = promisify(execFile)("npm", ["run", "--silent", "dev"], { cwd: root, env, encoding: "utf8" });
    await expect(run).rejects.toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(/^PORT is to be a number/) });
  });
});

it("opens no way to the database beside the API", async () => {
  const paths = [
    "/cdn-cgi/local/explorer",
    "/cdn-cgi/local/explorer/api/d1/database",
    "/cdn-cgi/explorer",
    "/cdn-cgi/explorer/api/d1/database",
  ];
  const statuses = await Promise.all(paths.map(async (path) => (await fetch(url(path))).status));
  expect(statuses).toEqual(Array(paths.length).fill(404));
});

describe("npm run editor", () => {
  const editor = (...args: string[]) => npm("editor", "--", ...args);
  const added = { plain: "", publisher: "", passing: "" };
  beforeAll(async () => {
    added.plain = tokenIn(await editor("add", "Ada O’Lovelace; --"));
    added.publisher = tokenIn(await editor("add", "Pia", "--publisher", "--expires", "2999-12-31"));
    added.passing = tokenIn(await editor("add", "Eve", "--expires", "2999-06-01T01:00:00+02:00"));
  });

  it("adds editors, and publishers, until a day or an instant", async () => {
    expect((await post(added.plain)).status).toBe(422);
    const statusOf = async (bearer: string) =>
      (await fetch(url("/api/editors"), { headers: { Authorization: `Bearer ${bearer}` } })).status;
    expect(await Promise.all([token, added.publisher, added.passing].map(statusOf))).toEqual([200, 200, 403]);
  });

  it("lists them without their tokens, and revokes one for good", async () => {
    const listed = await editor("list");
    expect(listed).toContain("Ada O’Lovelace; --");
    for (const secret of Object.values(added)) expect(listed).not.toContain(secret);
    expect(listed).toMatch(/^[0-9a-f]{12} {2}Pia {2}publisher {2}added \S+ {2}expires 2999-12-31T23:59:59\.999Z$/m);
    expect(listed).toMatch(/^[0-9a-f]{12} {2}Eve {2}editor {2}added \S+ {2}expires 2999-05-31T23:00:00\.000Z$/m);
    const id = /^([0-9a-f]{12}) {2}Ada/m.exec(listed)?.[1] ?? "";
    await editor("revoke", id);
    expect([(await post(added.plain)).status, (await post(token)).status]).toEqual([401, 422]);
    expect(await editor("list")).toMatch(new RegExp(`^${id} .* revoked `, "m"));
    await expect(editor("revoke", id)).rejects.toThrow(/No valid token has the id/);
  });

  it("makes a link for the desk, at the address that it is told, in a role", async () => {
    const made = await editor("link", "--name", "Zoë “Z” O’Hara", "--role", "contributor", "--url", url("/"));
    const shown = await (await fetch(deskLinkIn(made))).text();
    expect(shown).toContain("Sign in as Zoë “Z” O’Hara");
    expect(await editor("list")).toMatch(/^[0-9a-f]{12} {2}Zoë “Z” O’Hara {2}contributor {2}link {2}added \S+ {2}expires /m);
    await expect(editor("link", "--name", "Zoë", "--role", "queen")).rejects.toThrow(/no role “queen”/);
    await expect(editor("link", "--name", " ")).rejects.toThrow(/editor must/);
  });

  it("says what is wrong with what it is given", async () => {
    await expect(editor("nonsense")).rejects.toThrow(/Usage:/);
    await expect(editor("revoke", "Ada")).rejects.toThrow(/12 digits/);
    for (const expires of ["2020-01-01", "tomorrow"])
      await expect(editor("add", "Eve", "--expires", expires)).rejects.toThrow(/expiresAt must be/);
  });
});

it("limits nobody on a machine of their own", async () => {
  const statuses = async (bearer: string, count: number) =>
    new Set(await Promise.all(Array.from({ length: count }, async () => (await post(bearer)).status)));
  expect([await statuses("forged", 50), await statuses(token, 250)]).toEqual([new Set([401]), new Set([422])]);
});

/** What differs from one run to the next. */
const masked = (text: string): unknown =>
  JSON.parse(text, (key, value) =>
    (["recordedAt", "salt", "commitment", "hash", "instance", "lastActivity", "next"].includes(key) && !Array.isArray(value)) ||
    String(value).startsWith("http:")
      ? "…"
      : value,
  );

describe("the README", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const pairs = [...readme.matchAll(/```sh\n(curl [^`]*)```\s+```json\n([^`]*)```/g)];

  it("has commands to paste", () => expect(pairs.length).toBeGreaterThanOrEqual(4));

  const run = (command: string): string => {
    const here = command.replaceAll("localhost:8787", `localhost:${port}`);
    return execFileSync("bash", ["-c", here], { env: { ...process.env, TOKEN: token }, encoding: "utf8" });
  };
  const [firstStory = ""] = /(?<=```sh\n)curl [^`]*first-story\/events[^`]*(?=```)/.exec(readme) ?? [];
  const at = readme.indexOf(firstStory);
  const told = (isWanted: (index: number) => boolean) =>
    pairs.flatMap(({ index, 1: command = "", 2: answer = "" }) => (isWanted(index) ? [[command, answer] as const] : []));

  // In the order in which they are read: each is answered after what the ones before it recorded.
  it.each(told((index) => index < at))("tells what this answers: %s", (command, answer) => {
    expect(masked(run(command))).toEqual(masked(answer));
  });

  it("tells a first story in one request, which is recorded", () => {
    expect(run(firstStory.replace("curl -s", "curl -s -o /dev/null -w '%{http_code}'"))).toBe("201");
    expect(firstStory.trimEnd().split("\n").length).toBeLessThanOrEqual(6);
  });

  it.each(told((index) => index > at))("then tells what this answers: %s", (command, answer) => {
    expect(masked(run(command))).toEqual(masked(answer));
  });
});
