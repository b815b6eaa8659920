/** Limits: small ones, those of `wrangler.toml`, and none, as local runs and tests have it. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { networkOfAddress } from "../../worker/http/middleware/rate-limits.ts";
import { ask, fromHere, postForm, sitAtDesk } from "../support/desk.ts";
import { opened } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { problemOf, type Server, startServer, tokens } from "../support/server.ts";

/** Limits that a test meets at once, their periods in seconds. */
const signIns = { limit: 4, period: 60 };
const requests = { limit: 6, period: 10 };
const streams = { limit: 5, period: 60 };
const small = {
  ratelimits: {
    FAILED_SIGN_INS: { namespace_id: "1001", simple: signIns },
    EDITOR_REQUESTS: { namespace_id: "1002", simple: requests },
    STREAMS: { namespace_id: "1003", simple: streams },
  },
};

/** A limit and its period in seconds, as `wrangler.toml` has them. */
const limitOf = (name: string) => {
  const [, limit, period] =
    new RegExp(`"${name}"\\n.*\\nsimple = { limit = (\\d+), period = (\\d+) }`).exec(readFileSync("wrangler.toml", "utf8")) ?? [];
  return { limit: Number(limit), period: Number(period) };
};

/** The windows begin with the clock's: waits for the next where less than so many seconds are left of this one. */
const early = async (period: number, seconds: number): Promise<void> => {
  const left = period * 1000 - (Date.now() % (period * 1000));
  if (left < seconds * 1000) await new Promise((resolve) => setTimeout(resolve, left + 50));
};
const times = async (count: number, send: () => Promise<Response>): Promise<number[]> =>
  (await Promise.all(Array.from({ length: count }, send))).map(({ status }) => status);
const all = (count: number, status: number): number[] => Array(count).fill(status);
/** Posts what is invalid, from an address. */
const postTo = (server: Server, token: string, address: string) =>
  server.post("story", "{}", { Authorization: `Bearer ${token}`, "CF-Connecting-IP": address });

const expectTooMany = async (answer: Response, period: number): Promise<void> => {
  expect([answer.status, answer.headers.get("Retry-After")]).toEqual([429, String(period)]);
  expect(await problemOf(answer)).toMatchObject({ type: expect.stringMatching(/\/problems\/too-many-requests$/), status: 429 });
};

describe("where limits are small", () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer({ bindings: small, variables: { RATE_LIMITS: "on" } });
  });
  afterAll(() => server.close());
  const post = (token: string, address: string) => postTo(server, token, address);

  describe("sign-ins that fail", () => {
    beforeEach(() => early(signIns.period, 5));

    it("are answered with 401 up to the limit, then with 429, and good tokens pass all the while", async () => {
      const office = "192.0.2.1";
      expect(await times(signIns.limit, () => post("forged", office))).toEqual(all(signIns.limit, 401));
      await expectTooMany(await post("forged", office), signIns.period);
      await expectTooMany(await post(" ", office), signIns.period);
      const opening = await server.post("from-the-office", paced([opened()]), { "CF-Connecting-IP": office });
      expect(opening.status).toBe(201);
      expect((await post("forged", office)).status).toBe(429);
    });

    it("are counted at the desk as they are at the API, and who is signed in goes on", async () => {
      const from = { ...fromHere(server), "CF-Connecting-IP": "192.0.2.44" };
      const guess = () => postForm(server, "/desk/sign-in", { token: "guess" }, from);
      const ada = await sitAtDesk(server, tokens.ada);
      expect(await times(signIns.limit - 1, guess)).toEqual(all(signIns.limit - 1, 403));
      expect((await ask(server, "/desk", { ...from, Cookie: "__Host-riposte=guess" })).status).toBe(303);
      for (const answer of [await guess(), await ask(server, "/desk", { ...from, Cookie: "__Host-riposte=guess" })])
        expect([answer.status, answer.headers.get("Retry-After")]).toEqual([429, String(signIns.period)]);
      expect((await ask(server, "/desk/sign-in?code=guess", from)).status).toBe(429);
      expect((await post("guess", "192.0.2.44")).status).toBe(429);
      expect((await ada.ask("/desk", from)).status).toBe(200);
      expect((await postForm(server, "/desk/sign-in", { token: tokens.bob }, from)).status).toBe(303);
    });

    it("are counted by address", async () => {
      await times(signIns.limit, () => post("forged", "192.0.2.2"));
      expect([(await post("forged", "192.0.2.2")).status, (await post("forged", "192.0.2.3")).status]).toEqual([429, 401]);
    });

    it("are counted by the first half of an IPv6 address", async () => {
      let next = 0;
      const neighbour = () => `2001:db8:1:2::${(next++).toString(16)}`;
      await times(signIns.limit, () => post("forged", neighbour()));
      expect([(await post("forged", neighbour())).status, (await post("forged", "2001:db8:1:3::1")).status]).toEqual([429, 401]);
    });

    it("are not those that bring no token, nor those whose role is not enough", async () => {
      const address = { "CF-Connecting-IP": "192.0.2.4" };
      const nobody = () => server.send("POST", "/api/stories/story/events", address, {});
      const lesser = () => server.get("/api/editors", { ...address, Authorization: `Bearer ${tokens.bob}` });
      expect(await times(signIns.limit + 1, nobody)).toEqual(all(signIns.limit + 1, 401));
      expect(await times(signIns.limit + 1, lesser)).toEqual(all(signIns.limit + 1, 403));
      expect((await post("forged", "192.0.2.4")).status).toBe(401);
    });

    it("keep nobody from reading", async () => {
      await times(signIns.limit + 1, () => post("forged", "192.0.2.5"));
      expect((await server.get("/api/stories", { "CF-Connecting-IP": "192.0.2.5" })).status).toBe(200);
    });
  });

  it("lets an editor send so much, then answers with 429 and records nothing; others go on", async () => {
    await server.keepToken("cal-token", "cal");
    await server.keepToken("cal-other-token", "cal");
    await early(requests.period, 5);
    expect(await times(requests.limit, () => post("cal-token", "192.0.2.6"))).toEqual(all(requests.limit, 422));
    const before = await server.count();
    const answer = await server.post("too-many", paced([opened()]), { Authorization: "Bearer cal-token" });
    await expectTooMany(answer, requests.period);
    expect(await server.count()).toBe(before);
    // Another token of the same editor is no way around it.
    const others = [await post("cal-other-token", "192.0.2.7"), await post(tokens.ada, "192.0.2.6")];
    expect(others.map(({ status }) => status)).toEqual([429, 422]);
  });

  it("opens so many streams for an address, then answers with 429: it may ask again and again, and others go on", async () => {
    await server.record("streamed", paced([opened()]));
    const ask = (address: string, more = { Accept: "text/event-stream" }) =>
      server.get("/api/stories/streamed/live", { ...more, "CF-Connecting-IP": address });
    const open = async (address: string): Promise<Response> => {
      const answer = await ask(address);
      if (answer.ok) await answer.body?.cancel();
      return answer;
    };
    await early(streams.period, 5);
    expect(await times(streams.limit, () => open("192.0.2.8"))).toEqual(all(streams.limit, 200));
    await expectTooMany(await open("192.0.2.8"), streams.period);
    expect((await ask("192.0.2.8", { Accept: "application/json" })).status).toBe(200);
    expect((await open("192.0.2.9")).status).toBe(200);
  });

  it("logs no token", () => {
    expect(JSON.stringify(server.logs())).not.toMatch(/cal-token|forged|may-write/);
  });
});

describe("the limits of wrangler.toml", () => {
  const [signIns, requests, streams] = [limitOf("FAILED_SIGN_INS"), limitOf("EDITOR_REQUESTS"), limitOf("STREAMS")];

  it("are met by nobody who types, and have the periods that Retry-After tells", () => {
    expect([signIns.limit, requests.limit / requests.period].map((limit) => limit >= 10)).toEqual([true, true]);
    const { FAILED_SIGN_INS, EDITOR_REQUESTS, STREAMS } = small.ratelimits;
    const periods = [FAILED_SIGN_INS, EDITOR_REQUESTS, STREAMS].map(({ simple }) => simple.period);
    expect([signIns.period, requests.period, streams.period]).toEqual(periods);
    // An office behind one address opens its pages.
    expect(streams.limit).toBeGreaterThanOrEqual(100);
  });

  it("hold where they are on", async () => {
    const server = await startServer({ variables: { RATE_LIMITS: "on" } });
    await early(signIns.period, 15);
    expect(await times(signIns.limit, () => postTo(server, "forged", "192.0.2.1"))).toEqual(all(signIns.limit, 401));
    await expectTooMany(await postTo(server, "forged", "192.0.2.1"), signIns.period);
    expect((await postTo(server, tokens.ada, "192.0.2.1")).status).toBe(422);
    await server.close();
  });

  it("are off in local runs and tests", async () => {
    const server = await startServer();
    expect(await times(signIns.limit + 5, () => postTo(server, "forged", "192.0.2.1"))).not.toContain(429);
    expect(await times(requests.limit + 5, () => postTo(server, tokens.ada, "192.0.2.1"))).not.toContain(429);
    await server.close();
  });
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
  ])("%s is counted as %s", (address, network) => expect(networkOfAddress(address)).toBe(network));
});
