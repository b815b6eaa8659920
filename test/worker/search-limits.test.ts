/** How often one address may search, through the API and on the page. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { problemOf, type Server, startServer } from "../support/server.ts";

const searches = { limit: 4, period: 10 };

let server: Server;
beforeAll(async () => {
  server = await startServer({
    bindings: { ratelimits: { SEARCHES: { namespace_id: "1", simple: searches } } },
    variables: { RATE_LIMITS: "on" },
  });
});
afterAll(() => server?.close());

/** The windows begin with the clock's: waits for the next where little is left of this one. */
beforeEach(async () => {
  const left = searches.period * 1000 - (Date.now() % (searches.period * 1000));
  if (left < 5000) await new Promise((resolve) => setTimeout(resolve, left + 50));
});

const from = (address: string, path = "/api/search?q=musk") => server.get(path, { "CF-Connecting-IP": address });
const times = async (count: number, send: () => Promise<Response>) =>
  (await Promise.all(Array.from({ length: count }, send))).map(({ status }) => status);

describe("searches", () => {
  it("are answered up to the limit, then with 429 and when to come back, and ask nothing of D1", async () => {
    expect(await times(4, () => from("192.0.2.1"))).toEqual([200, 200, 200, 200]);
    const answer = await from("192.0.2.1");
    expect([answer.status, answer.headers.get("Retry-After"), answer.headers.get("Server-Timing")]).toEqual([429, "10", null]);
    expect(await problemOf(answer)).toMatchObject({ type: expect.stringMatching(/\/problems\/too-many-requests$/), status: 429 });
  });

  it("are counted by address, of IPv6 by its first half", async () => {
    await times(4, () => from("2001:db8:1:2::1"));
    const answers = [await from("2001:db8:1:2::2"), await from("2001:db8:1:3::1"), await from("192.0.2.2")];
    expect(answers.map(({ status }) => status)).toEqual([429, 200, 200]);
  });

  it("are counted on the page with those of the API, and answered with a page", async () => {
    await times(2, () => from("192.0.2.3"));
    expect(await times(2, () => from("192.0.2.3", "/?q=musk"))).toEqual([200, 200]);
    const answer = await from("192.0.2.3", "/?q=musk");
    expect([answer.status, answer.headers.get("Retry-After")]).toEqual([429, "10"]);
    expect(await answer.text()).toContain("<h1");
  });

  it("keep nobody from reading, and an address that is said twice is no other", async () => {
    await times(4, () => from("192.0.2.4"));
    const forwarded = { "CF-Connecting-IP": "192.0.2.4", "X-Forwarded-For": "192.0.2.99", Forwarded: "for=192.0.2.98" };
    const answers = [
      await server.get("/api/search?q=x", forwarded),
      await from("192.0.2.4", "/"),
      await from("192.0.2.4", "/?q="),
    ];
    expect(answers.map(({ status }) => status)).toEqual([429, 200, 200]);
  });

  it("have a limit in wrangler.toml that nobody meets who types, and a namespace of its own", () => {
    const limits = readFileSync("wrangler.toml", "utf8");
    const [, namespace, limit, period] =
      /name = "SEARCHES"\nnamespace_id = "(\d+)"\nsimple = \{ limit = (\d+), period = (\d+) \}/.exec(limits) ?? [];
    expect([Number(limit) / Number(period) >= 2, Number(period)]).toEqual([true, searches.period]);
    expect(limits.split(`"${namespace}"`)).toHaveLength(2);
    expect(["1001", "1002"]).not.toContain(namespace);
  });
});
