/** `npm run check-deployment`, on a deployment that is as it should be, and on some that are not. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkDeployment } from "../../worker/scripts/check-deployment.ts";
import { readWranglerConfig } from "../../worker/scripts/wrangler-config.ts";
import { openServers } from "../support/open-servers.ts";
import { type Server, startServer, tokens } from "../support/server.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.close());

/** What it says: of each check, whether it holds. */
const checked = async (url: string, token?: string) => {
  const lines: string[] = [];
  const failed = await checkDeployment(url, token, (line) => lines.push(line));
  return { failed, lines, failing: lines.filter((line) => line.startsWith("FAILS")) };
};

/** An answer on its way: what a proxy may change of it. */
type Passing = { path: string; status: number; headers: Record<string, string>; body: Buffer };
/** A proxy before the deployment, which passes requests on without those headers, and answers as `change` has them. */
const proxied = (change: (answer: Passing) => Passing, without: readonly string[] = []) => {
  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = "GET", url = "/", headers } = request;
    const names = ["accept", "authorization", "content-type", "if-match", "if-none-match", "idempotency-key", "last-event-id"];
    const sent = names.flatMap((name) =>
      headers[name] && !without.includes(name) ? [[name, String(headers[name])] as [string, string]] : [],
    );
    const leaving = new AbortController();
    response.on("close", () => leaving.abort());
    const body = method === "POST" ? { body: new Uint8Array(await buffer(request)) } : {};
    const answer = await fetch(new URL(url, server.url), { method, headers: sent, signal: leaving.signal, ...body });
    const { "content-encoding": _, ...kept } = Object.fromEntries(answer.headers);
    if (headers.accept === "text/event-stream") {
      response.writeHead(answer.status, kept);
      for await (const bytes of answer.body ?? []) response.write(bytes);
      response.end();
      return;
    }
    const told = change({ path: url, status: answer.status, headers: kept, body: Buffer.from(await answer.arrayBuffer()) });
    response.writeHead(told.status, told.headers).end(told.status === 304 ? undefined : told.body);
  };
  return openServers.add(createServer((request, response) => void pass(request, response).catch(() => response.destroy())));
};

describe("a deployment that is as it should be", () => {
  it("holds in every check", async () => {
    const { failed, lines } = await checked(server.url.href, tokens.pia);
    expect([failed, lines.filter((line) => !line.startsWith("holds"))]).toEqual([0, []]);
    expect(lines.length).toBeGreaterThanOrEqual(9);
  });

  it("is asked without a token for what needs none, and what was skipped is said", async () => {
    const before = await server.count();
    const { failed, lines } = await checked(server.url.href);
    expect([failed, await server.count()]).toEqual([0, before]);
    expect(lines.filter((line) => line.startsWith("skipped")).length).toBe(4);
  });

  it("holds behind a proxy that weakens tags, as one does that compresses", async () => {
    const url = await proxied(({ headers, ...rest }) => ({
      ...rest,
      headers: headers.etag ? { ...headers, etag: `W/${headers.etag.replace(/^W\//, "")}` } : headers,
    }));
    expect((await checked(url, tokens.pia)).failing).toEqual([]);
  });
});

describe("what is not as it should be is named", () => {
  it.each([
    ["tags that a proxy does not pass on", "tags hold", (answer: Passing) => answer, ["if-none-match"]],
    ["keys that a proxy does not pass on", "recorded once", (answer: Passing) => answer, ["idempotency-key"]],
    ["versions that a proxy does not pass on", "goes by the version", (answer: Passing) => answer, ["if-match"]],
    [
      "a policy that a proxy takes away",
      "this origin's scripts",
      ({ headers: { "content-security-policy": _, ...headers }, ...rest }: Passing) => ({ ...rest, headers }),
      [],
    ],
  ] as const)("%s", async (_, name, change, without) => {
    const { failing } = await checked(await proxied(change, without), tokens.pia);
    expect(failing.length).toBeGreaterThan(0);
    expect(failing.join("\n")).toContain(name);
  });

  it("a cache that keeps what was taken down", async () => {
    const kept = new Map<string, Passing>();
    const url = await proxied((answer) => {
      if (!answer.path.includes("version=") || answer.status !== 200) return answer;
      const first = kept.get(answer.path) ?? answer;
      kept.set(answer.path, first);
      return first;
    });
    expect((await checked(url, tokens.pia)).failing.join("\n")).toMatch(/taken down.*\?version=\d+ forgets: not within/);
  });

  it("a trigger that is not there", async () => {
    await server.db.prepare("DROP TRIGGER events_are_not_deleted").run();
    expect((await checked(server.url.href)).failing.join("\n")).toContain("the trigger events_are_not_deleted");
  });

  it("a deployment that nobody answers for", async () => {
    const { failed } = await checked("http://127.0.0.1:9");
    expect(failed).toBeGreaterThan(3);
  });
});

describe("wrangler.toml", () => {
  const [newsroom, staging] = [readWranglerConfig(""), readWranglerConfig("staging")];

  it("gives staging every binding that the newsroom has, and none of its data", () => {
    const bound = (config: typeof newsroom) => ({
      databases: config.d1_databases.map(({ binding, migrations_dir }) => [binding, migrations_dir]),
      objects: config.durable_objects.bindings.map(({ name, class_name }) => [name, class_name]),
      limits: config.ratelimits.map(({ name, simple }) => [name, simple]),
    });
    expect(bound(staging)).toEqual(bound(newsroom));
    expect(staging.name).not.toBe(newsroom.name);
    expect(staging.d1_databases[0]?.database_name).not.toBe(newsroom.d1_databases[0]?.database_name);
  });

  it("makes up no id of a database, and takes no namespace that the documentation's examples take", () => {
    const limits = [newsroom, staging].flatMap((config) => config.ratelimits).map(({ namespace_id }) => namespace_id);
    expect(new Set(limits).size).toBe(limits.length);
    for (const id of limits) expect(Number(id)).toBeGreaterThan(1_000_000);
    expect(newsroom.d1_databases.map(({ database_id }) => database_id)).toEqual([undefined]);
  });

  it("logs a sample of requests, and bounds what one may take", () => {
    expect(newsroom.observability.head_sampling_rate).toBeLessThanOrEqual(0.01);
    expect(newsroom.limits.cpu_ms).toBeLessThanOrEqual(30_000);
  });
});
