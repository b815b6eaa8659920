/** The limits of `wrangler.toml`, with its own numbers: on, where `.dev.vars` has them off. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { networkOf } from "../../worker/middleware/limits.ts";
import { opened } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { problemOf, type Server, startServer, tokens } from "../support/server.ts";

const config = readFileSync("wrangler.toml", "utf8");
const limitOf = (name: string) => {
  const [, limit, period] = new RegExp(`"${name}"\\n.*\\nsimple = { limit = (\\d+), period = (\\d+) }`).exec(config) ?? [];
  return { limit: Number(limit), period: Number(period) };
};
const [signIns, requests] = [limitOf("FAILED_SIGN_INS"), limitOf("EDITOR_REQUESTS")];

/** The platform's windows begin with its clock's: waits for the next where little is left of this one. */
const early = async (period: number, seconds: number) => {
  const left = period * 1000 - (Date.now() % (period * 1000));
  if (left < seconds * 1000) await new Promise((resolve) => setTimeout(resolve, left + 50));
};
const statusesOf = (answers: readonly Response[]) => answers.map(({ status }) => status);
const times = (count: number, send: () => Promise<Response>) => Promise.all(Array.from({ length: count }, send));

const expectTooMany = async (answer: Response, period: number) => {
  expect([answer.status, answer.headers.get("Retry-After")]).toEqual([429, String(period)]);
  expect(await problemOf(answer)).toMatchObject({ type: expect.stringMatching(/\/problems\/too-many-requests$/), status: 429 });
};

describe("where limits are on", () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer({ secrets: { RATE_LIMITS: "on" } });
  });
  afterAll(() => server.close());
  const post = (token: string, address: string) =>
    server.post("story", "{}", { Authorization: `Bearer ${token}`, "CF-Connecting-IP": address });

  describe("sign-ins that fail", () => {
    beforeEach(() => early(signIns.period, 5));

    it("are answered with 401 up to the limit, then with 429, and good tokens pass all the while", async () => {
      const office = "192.0.2.1";
      expect(new Set(statusesOf(await times(signIns.limit, () => post("forged", office))))).toEqual(new Set([401]));
      await expectTooMany(await post("forged", office), signIns.period);
      await expectTooMany(await post(" ", office), signIns.period);
      expect((await post(tokens.ada, office)).status).toBe(422);
      const opening = { "CF-Connecting-IP": office };
      expect((await server.post("from-the-office", paced([opened()]), opening)).status).toBe(201);
      expect((await post("forged", office)).status).toBe(429);
    });

    it("are counted by address", async () => {
      await times(signIns.limit, () => post("forged", "192.0.2.2"));
      expect(statusesOf([await post("forged", "192.0.2.2"), await post("forged", "192.0.2.3")])).toEqual([429, 401]);
    });

    it("are counted by the first half of an IPv6 address", async () => {
      let next = 0;
      const neighbour = () => `2001:db8:1:2::${(next++).toString(16)}`;
      await times(signIns.limit, () => post("forged", neighbour()));
      expect(statusesOf([await post("forged", neighbour()), await post("forged", "2001:db8:1:3::1")])).toEqual([429, 401]);
    });

    it("are not those that bring no token, nor good ones, nor those whose role is not enough", async () => {
      const address = { "CF-Connecting-IP": "192.0.2.4" };
      const nobody = () => fetch(new URL("/api/stories/story/events", server.url), { method: "POST", headers: address });
      const lesser = () => server.get("/api/editors", { ...address, Authorization: `Bearer ${tokens.bob}` });
      expect(new Set(statusesOf(await times(signIns.limit + 1, nobody)))).toEqual(new Set([401]));
      expect(new Set(statusesOf(await times(signIns.limit + 1, lesser)))).toEqual(new Set([403]));
      expect((await post("forged", "192.0.2.4")).status).toBe(401);
    });

    it("keep nobody from reading", async () => {
      const address = { "CF-Connecting-IP": "192.0.2.5" };
      await times(signIns.limit + 5, () => post("forged", "192.0.2.5"));
      expect((await server.get("/api/stories", address)).status).toBe(200);
    });
  });

  it("lets an editor send so much, then answers with 429 and records nothing; others go on", async () => {
    await early(requests.period, 6);
    await server.keepToken("cal-token", "cal");
    await server.keepToken("cal-other-token", "cal");
    const answers: Response[] = [];
    for (let sent = 0; sent < requests.limit; sent += 50)
      answers.push(...(await times(50, () => post("cal-token", "192.0.2.6"))));
    expect(statusesOf(answers).filter((status) => status !== 422)).toEqual([]);
    const before = await server.count();
    await expectTooMany(await server.post("too-many", paced([opened()]), { Authorization: "Bearer cal-token" }), requests.period);
    expect(await server.count()).toBe(before);
    // Another token of the same editor is no way around it.
    expect(statusesOf([await post("cal-other-token", "192.0.2.7"), await post(tokens.ada, "192.0.2.6")])).toEqual([429, 422]);
  }, 40_000);

  it("logs no token", () => {
    expect(JSON.stringify(server.logs())).not.toMatch(/cal-token|forged|may-write/);
  });
});

describe("where limits are off, as in local runs and tests", () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  it("answers every bad token with 401 and every request of an editor, however fast they come", async () => {
    const bad: Response[] = [];
    const good: Response[] = [];
    for (let turn = 0; turn < 12; turn += 1) {
      bad.push(...(await times(30, () => server.post("story", "{}", { Authorization: "Bearer forged" }))));
      good.push(...(await times(30, () => server.post("story", "{}"))));
    }
    expect([new Set(statusesOf(bad)), new Set(statusesOf(good))]).toEqual([new Set([401]), new Set([422])]);
  });
});

it("has limits that no newsroom meets by hand", () => {
  expect(signIns).toEqual({ limit: expect.any(Number), period: 60 });
  expect(signIns.limit).toBeGreaterThanOrEqual(10);
  expect(requests.limit / requests.period).toBeGreaterThanOrEqual(10);
});

describe("an address", () => {
  it.each([
    ["192.0.2.1", "192.0.2.1"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:db8:1:2::", "2001:db8:1:2"],
    ["2001:db8::1", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
    ["::", "0:0:0:0"],
    ["2001:db8:1::4:5:6:7", "2001:db8:1:0"],
    ["::ffff:192.0.2.1", "::ffff:192.0.2.1"],
    ["", ""],
  ])("%s is counted as %s", (address, network) => expect(networkOf(address)).toBe(network));
});
