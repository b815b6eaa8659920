/** Attacks by what a request is made of: its address, its headers, its size. Signing in is attacked in `sign-in.test.ts`. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scene, statement } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { type Server, startServer } from "../support/server.ts";
import { sendRaw } from "../support/wire.ts";

let server: Server;
let events: string;
beforeAll(async () => {
  server = await startServer();
  await server.record("story", paced([...scene, statement()]));
  events = await (await server.get("/api/events")).text();
});
afterAll(() => server?.close());

/** Longer than any of these takes, on any machine, unless its time grows faster than its size. */
const seconds = 8;
const inTime = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
  const start = performance.now();
  const answer = await ask();
  expect(performance.now() - start).toBeLessThan(seconds * 1000);
  return answer;
};
const foreign = "elsewhere.example";

describe("an address", () => {
  it.each([
    "/api/stories/../stories/story/../../../etc/passwd",
    "/api/stories/story%2fstatus",
    "/api/stories/story%252fstatus",
    "/api/stories/story%00/status",
    "/api/stories/story%00",
    "/api/stories/story;version=1/status",
    "/api/stories/story/status;x",
    "/api/stories/story./status",
    "/api/stories/story%20/status",
    "/api/stories/%EF%BD%93tory/status",
    "/api/stories/stor%C5%B7/status",
    "/api/stories/story%E2%80%8B/status",
    "/api/stories/%ff/status",
    "/api/stories/%/status",
    "/api//stories",
    "//api/stories",
    "/api/stories/__proto__",
    "/api/stories/constructor/toString",
    "/api/stories/story/events/0x1",
    "/api/stories/story/events/1e0",
    "/api/stories/story/events/+1",
    "/stories/..%2fapi%2feditors",
    "/.dev.vars",
    "/_headers",
    "/wrangler.toml",
    "/worker/index.ts",
    "/vendor/../../wrangler.toml",
    "/vendor/%2e%2e/%2e%2e/.dev.vars",
    "/problems/__proto__",
    "/problems/..%2finvalid",
  ])("of tricks leads nowhere: %s", async (target) => {
    const { status, head, body } = await sendRaw(server.url, target);
    expect([status, /^location:/im.test(head)]).toEqual([404, false]);
    expect(body).not.toMatch(/RATE_LIMITS|database_id|import |passwd:/);
  });

  it("that is written with dots and percents is the address that it comes to, with what that asks for", async () => {
    expect((await sendRaw(server.url, "/api/stories/%2e%2e/editors")).status).toBe(401);
    expect((await sendRaw(server.url, "/docs/%2e%2e/api/editors")).status).toBe(401);
    expect((await sendRaw(server.url, "/api/stories/%73tory")).body).toBe((await sendRaw(server.url, "/api/stories/story")).body);
  });

  it.each([`//${foreign}/`, `///${foreign}/x`, `/\\${foreign}/`, `/\\/${foreign}/`, `/%09/${foreign}/`])(
    "that names a host leads nobody there: %s",
    async (target) => {
      const { status, head, body } = await sendRaw(server.url, target);
      expect([status, /^location:/im.test(head)]).toEqual([404, false]);
      const links = [...body.matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, link = ""]) => new URL(link, server.url));
      expect(links.length).toBeGreaterThan(5);
      expect(links.filter(({ host }) => host !== server.url.host)).toEqual([]);
    },
  );

  it("with much in its query is not said again in every link of a page", async () => {
    const page = await (await server.get("/stories/story")).text();
    const asked = await (await server.get(`/stories/story?${"utm_source=x&".repeat(1000)}lang=en`)).text();
    expect(asked).not.toContain("utm_source");
    expect(asked.length).toBeLessThan(page.length + 2000);
  });

  it.each([
    ["a path", `/api/stories/${"a".repeat(15_000)}`, 404],
    ["a thousand segments", `/api/stories${"/a".repeat(7000)}`, 404],
    ["five thousand parameters", `/api/stories?${Array.from({ length: 3000 }, (_, index) => `k${index}`).join("&")}`, 422],
    ["one parameter five thousand times", `/api/stories?${"limit=1&".repeat(2000)}`, 422],
    ["a parameter", `/api/stories?cursor=${"A".repeat(15_000)}`, 422],
    ["a digit in a row", `/api/stories?limit=${"9".repeat(15_000)}`, 422],
    ["what is no query on a page", `/stories/story?${"&".repeat(15_000)}`, 200],
  ])("of the greatest length is answered soon: %s", async (_, path, status) => {
    expect((await inTime(() => server.get(path))).status).toBe(status);
  });
});

describe("a header", () => {
  const heads = ["Accept", "Accept-Language", "If-None-Match", "Authorization", "Cookie", "Origin", "Range", "X-Unknown"];
  const fillings = {
    commas: ",",
    tags: '"a",',
    weights: "a;q=0.1,",
    wildcards: "*/*,",
    parameters: "a;b=c;d=",
    quotes: '"',
    blanks: "a  \t",
  };
  it.each(heads)("%s of the greatest length is answered soon", async (name) => {
    const ask = (filling: string) => {
      const lines = [`${name}: ${filling.repeat(30_000 / filling.length)}`];
      return inTime(() => sendRaw(server.url, "/api/stories/story/events", { lines }));
    };
    for (const { status } of await Promise.all(Object.values(fillings).map(ask))) expect([200, 304, 400, 431]).toContain(status);
  });

  it("If-None-Match of five thousand tags is heeded to its last", async () => {
    const etag = (await server.get("/api/stories/story/status")).headers.get("ETag");
    const value = `${'"x",'.repeat(5000)} ${etag}`;
    expect((await inTime(() => server.get("/api/stories/story/status", { "If-None-Match": value }))).status).toBe(304);
  });

  it.each([
    "a\rX-Injected: 1",
    "a\nX-Injected: 1",
    "a\r\n X-Injected: 1",
    "a\u0000X-Injected: 1",
    "a%0d%0aX-Injected: 1",
    "é\u0085X-Injected: 1",
  ])("writes no header of the answer: %j", async (value) => {
    const body = JSON.stringify(paced([statement()], 60)[0]);
    const ask = (header: string) => {
      const lines = [...Object.entries(server.signed("ada")).map((pair) => pair.join(": ")), `${header}: ${value}`];
      return sendRaw(server.url, "/api/stories/nowhere-at-all/events", { method: "POST", lines, body });
    };
    const heeded = ["Idempotency-Key", "If-None-Match", "If-Match", "Accept-Language", "Accept", "Origin", "X-Request-Id"];
    for (const { head } of await Promise.all(heeded.map(ask))) expect(head).not.toMatch(/^x-injected/im);
  });

  it("of a proxy changes nothing in any answer: none is poisoned by it", async () => {
    const said = async (path: string, headers: Record<string, string> = {}) => {
      const answer = await server.get(path, headers);
      const kept = [...answer.headers].filter(([name]) => !["x-request-id", "server-timing", "date"].includes(name));
      return { status: answer.status, kept, text: (await answer.text()).replace(/urn:uuid:[0-9a-f-]+/, "") };
    };
    const lies: Record<string, string>[] = [
      {
        "X-Forwarded-Host": foreign,
        "X-Forwarded-Proto": "gopher",
        "X-Forwarded-Port": "1",
        "X-Forwarded-Prefix": `//${foreign}`,
      },
      {
        Forwarded: `host=${foreign};proto=gopher`,
        "X-Host": foreign,
        "X-Forwarded-Server": foreign,
        "X-HTTP-Host-Override": foreign,
      },
      {
        "X-Original-URL": "/api/editors",
        "X-Rewrite-URL": "/api/editors",
        "X-HTTP-Method-Override": "DELETE",
        "X-Method-Override": "PUT",
      },
    ];
    for (const path of [
      "/api/nothing",
      "/api/stories/story/events?limit=1",
      "/stories/story",
      "/",
      "/openapi.json",
      "/problems/invalid",
    ]) {
      const honest = await said(path);
      for (const lie of lies) expect(await said(path, lie)).toEqual(honest);
    }
  });

  it("Host is told to nobody but who sent it: what shared caches keep is kept by address, and problems are kept by none", async () => {
    const problem = await sendRaw(server.url, "/api/nothing", { host: foreign });
    expect(problem.head).toMatch(/^cache-control: no-store\r?$/im);
    for (const path of ["/api/stories", "/api/stories/story", "/api/stories/story/status", "/api/events", "/openapi.json"])
      expect((await sendRaw(server.url, path, { host: foreign })).body).not.toContain(foreign);
  });
});

it("leaves the log as it was", async () => {
  expect(await (await server.get("/api/events")).text()).toBe(events);
});
