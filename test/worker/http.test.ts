import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { signerText } from "../../events/note.ts";
import { routes } from "../../worker/routes/registry.ts";
import { opened, scene, statement } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { problemOf, type Server, startServer, tokens } from "../support/server.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
  await server.record("story", paced(scene));
});
afterAll(() => server.close());

/** An address of a route in the story. */
const addressOf = (path: string) => path.replace("{story}", "story").replace("{version}", "1").replace("{id}", "story~a");
const addresses = [...Map.groupBy(routes, ({ path }) => path)].map(([path, taken]) => ({
  address: addressOf(path),
  methods: taken.flatMap(({ method }) => (method === "get" ? ["GET", "HEAD"] : [method.toUpperCase()])),
}));

/** A body whose length nobody knows before it ends. */
const streamOf = (chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });

/** What is true of every problem. */
const expectProblem = async (answer: Response, status: number): Promise<void> => {
  const { title, ...problem } = await problemOf(answer);
  expect([answer.status, problem.status, answer.headers.get("Content-Type")]).toEqual([
    status,
    status,
    "application/problem+json",
  ]);
  expect(problem.type).toMatch(new RegExp(`^${server.url.origin}/problems/[a-z-]+$`));
  expect(problem.instance).toBe(`urn:uuid:${answer.headers.get("X-Request-Id")}`);
  expect([title, problem.detail]).toEqual([expect.stringMatching(/^[A-Z]/), expect.stringMatching(/^\S.*\.$/s)]);
};

describe.each(addresses)("$address", ({ address, methods }) => {
  it("answers other methods with 405 and what it takes", async () => {
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE", "PURGE"].filter((one) => !methods.includes(one))) {
      const answer = await server.send(method, address, {});
      expect(answer.headers.get("Allow")?.split(", ").sort()).toEqual(methods.toSorted());
      await expectProblem(answer, 405);
    }
  });

  it("says that nobody may guess types, frame it or load anything from elsewhere", async () => {
    const { headers } = await server.get(address);
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Content-Security-Policy")).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers.get("Strict-Transport-Security")).toMatch(/^max-age=\d{7,}$/);
    expect(headers.get("X-Request-Id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get("X-Powered-By")).toBeNull();
  });
});

describe("another origin", () => {
  const other = { Origin: "https://elsewhere.example" };
  const preflight = (address: string, method: string) =>
    server.send("OPTIONS", address, {
      ...other,
      "Access-Control-Request-Method": method,
      "Access-Control-Request-Headers": "authorization",
    });

  it("may read", async () => {
    for (const address of ["/api/stories", "/api/stories/story/status", "/api/events", "/openapi.json", "/api/stories/nowhere"]) {
      const { headers } = await server.get(address, other);
      expect([address, headers.get("Access-Control-Allow-Origin")]).toEqual([address, "*"]);
      expect(headers.get("Access-Control-Expose-Headers")).toMatch(/ETag/);
    }
    const { status, headers } = await preflight("/api/stories/story/status", "GET");
    expect([status, headers.get("Access-Control-Allow-Methods")]).toEqual([204, "GET,HEAD"]);
  });

  it("may not write, nor send a token", async () => {
    const { headers } = await preflight("/api/stories/story/events", "POST");
    expect(headers.get("Access-Control-Allow-Methods")).not.toContain("POST");
    expect(headers.get("Access-Control-Allow-Headers")?.toLowerCase()).not.toContain("authorization");
    expect(headers.get("Access-Control-Allow-Credentials")).toBeNull();
  });
});

describe("an editor's token", () => {
  const post = (headers: Record<string, string>, query = "") =>
    fetch(new URL(`/api/stories/story/events${query}`, server.url), {
      method: "POST",
      headers: { "Content-Type": "application/json", ...headers },
      body: JSON.stringify(paced([statement()], 60)),
    });
  const revoked = "revoked-00000000000000000000000000000000001";

  it.each([
    ["is wanted", {}, ""],
    ["is not heeded under another scheme", { Authorization: `Basic ${btoa(`ada:${tokens.ada}`)}` }, ""],
    ["is not heeded without a scheme", { Authorization: tokens.ada }, ""],
    ["is not heeded in part", { Authorization: `Bearer ${tokens.ada.slice(0, -1)}` }, ""],
    ["is not heeded with more behind it", { Authorization: `Bearer ${tokens.ada} x` }, ""],
    ["is not heeded in other letters", { Authorization: `Bearer ${tokens.ada.toUpperCase()}` }, ""],
    ["is not heeded where it is empty", { Authorization: "Bearer " }, ""],
    ["is not heeded where it is SQL", { Authorization: "Bearer ' OR 1=1 --" }, ""],
    ["is not heeded where it is of a thousand letters", { Authorization: `Bearer ${"a".repeat(1000)}` }, ""],
    ["is not heeded in the query", {}, `?access_token=${tokens.ada}`],
    ["is not heeded in a cookie", { Cookie: `token=${tokens.ada}; Authorization=Bearer ${tokens.ada}` }, ""],
  ])("%s", async (_, headers, query) => {
    const rows = await server.count();
    const answer = await post(headers, query);
    expect(answer.headers.get("WWW-Authenticate")).toMatch(/^Bearer realm="riposte"/);
    await expectProblem(answer, 401);
    expect(await server.count()).toBe(rows);
  });

  it("is heeded however the scheme's letters are written", async () => {
    expect((await post({ Authorization: `bearer ${tokens.ada}` })).status).toBe(201);
  });

  it("is good until it is revoked", async () => {
    const hash = Buffer.from(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(revoked))).toString("hex");
    await server.db.prepare("INSERT INTO tokens (hash, editor, added_at) VALUES (?, 'eve', '')").bind(hash).run();
    expect((await post({ Authorization: `Bearer ${revoked}` })).status).toBe(201);
    await server.db.prepare("UPDATE tokens SET revoked_at = '2025-01-01T00:00:00Z' WHERE hash = ?").bind(hash).run();
    await expectProblem(await post({ Authorization: `Bearer ${revoked}` }), 401);
  });

  it("is kept as its hash alone", async () => {
    const { results } = await server.db.prepare("SELECT * FROM tokens").all();
    expect(JSON.stringify(results)).not.toContain(tokens.ada);
  });
});

describe("a body", () => {
  const [event] = paced([statement()], 60);
  const send = (body: BodyInit, headers: Record<string, string> = {}) =>
    fetch(new URL("/api/stories/story/events", server.url), {
      method: "POST",
      headers: { Authorization: `Bearer ${tokens.ada}`, "Content-Type": "application/json", ...headers },
      body,
      duplex: "half",
    } as RequestInit);

  it.each(["application/json; charset=utf-8", 'application/json;charset="UTF-8"', "Application/JSON"])(
    "is taken as %s",
    async (type) => {
      expect((await send(JSON.stringify(event), { "Content-Type": type })).status).toBe(201);
    },
  );

  it.each([
    ["text/plain", {}],
    ["application/x-www-form-urlencoded", {}],
    ["application/json; charset=latin1", {}],
    ["application/jsonx", {}],
    ["application/x-ndjson", {}],
    ["", {}],
    ["application/json", { "Content-Encoding": "gzip" }],
    ["application/json", { "Content-Encoding": "br, gzip" }],
  ])("is not taken as “%s” %j: 415", async (type, headers) => {
    await expectProblem(await send(JSON.stringify(event), { "Content-Type": type, ...headers }), 415);
  });

  it.each<[string, BodyInit]>([
    ["nothing", ""],
    ["half of an object", '{"type": "StatementMade"'],
    ["two values", "{}{}"],
    ["a comment", "// {}"],
    ["single quotes", "{'type': 'StatementMade'}"],
    ["NaN", "[NaN]"],
    ["Latin 1", new Uint8Array([0x22, 0xe9, 0x22])],
    ["UTF-16", new Uint8Array([0xff, 0xfe, 0x22, 0x00, 0x22, 0x00])],
    ["a surrogate in UTF-8", new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22])],
    ["an overlong NUL", new Uint8Array([0x22, 0xc0, 0x80, 0x22])],
    ["bytes without sense", new Uint8Array(1000).fill(0x80)],
  ])("of %s is answered with 400", async (_, body) => {
    await expectProblem(await send(body), 400);
  });

  const padded = (bytes: number) => {
    const bare = JSON.stringify({ ...event, data: { by: "a", quote: { text: "", language: "en" } } });
    return bare.replace('"text":""', `"text":"${"x".repeat(bytes - bare.length)}"`);
  };

  it("of more than 64 KiB an event is answered with 413, and a pointer to it", async () => {
    await expectProblem(await send(padded(64 * 1024)), 422);
    await expectProblem(await send(padded(64 * 1024 + 1)), 413);
    const answer = await send(`[${JSON.stringify(event)}, ${padded(65 * 1024)}]`);
    expect([answer.status, (await problemOf(answer)).errors]).toMatchObject([413, [{ pointer: "/1" }]]);
  });

  it("of more than 1 MiB is answered with 413, whether it says so or not", async () => {
    const large = `${JSON.stringify(event)}${" ".repeat(1024 * 1024)}`;
    expect((await send(large.slice(0, 1024 * 1024))).status).toBe(201);
    const chunk = new TextEncoder().encode(" ".repeat(64 * 1024));
    const tooLarge = [
      () => large.slice(0, 1024 * 1024 + 1),
      () => large.repeat(4),
      () => streamOf(Array.from({ length: 40 }, () => chunk)),
    ];
    // Who still sends when the refusal comes may be cut off before it is read, and sends it again.
    for (const body of tooLarge) await expectProblem(await vi.waitFor(() => send(body()), { timeout: 60_000 }), 413);
  });

  it("in chunks is read whole", async () => {
    const bytes = new TextEncoder().encode(
      JSON.stringify(paced([statement({ quote: { text: "Hélas 💸", language: "fr" } })], 60)),
    );
    const answer = await send(streamOf(Array.from(bytes, (byte) => Uint8Array.of(byte))));
    expect([answer.status, await answer.json()]).toMatchObject([201, { events: [{ data: { quote: { text: "Hélas 💸" } } }] }]);
  });
});

describe("a problem", () => {
  it.each(["/api", "/api/", "/api/nothing", "/api/stories/story/events/1/2", "/api/stories/X/status", "/api/stories/ab/status"])(
    "is a 404 at %s",
    async (address) => expectProblem(await server.get(address), 404),
  );

  it("does not tell two failed requests apart by anything but their ids", async () => {
    const ids = new Set(
      await Promise.all(Array.from({ length: 5 }, async () => (await problemOf(await server.get("/api/x"))).instance)),
    );
    expect(ids.size).toBe(5);
  });
});

describe("where D1 lacks its tables", () => {
  let broken: Server;
  beforeAll(async () => {
    const signer = { name: "tests", seed: new Uint8Array(32) };
    broken = await startServer({ variables: { CHECKPOINT_KEY: await signerText(signer) } });
    await broken.record("story", paced([opened()]));
    for (const table of ["parts", "stories", "events"]) await broken.db.prepare(`DROP TABLE ${table}`).run();
  });
  afterAll(() => broken.close());

  /** What an address has to be asked for. */
  const queries = ({ url }: Server): Record<string, string> => ({
    "/api/search": "?q=bid",
    "/oembed": `?url=${url.origin}/stories/story`,
  });
  const asking = routes.filter(
    ({ path, described: { problems } }) => problems.includes("unavailable") && path !== "/health" && !path.startsWith("/media/"),
  );
  it.each(asking.filter(({ method, role }) => method === "get" && !role).map(({ path }) => addressOf(path)))(
    "%s answers 500, tells nobody to send it again, and nothing of the inside",
    async (address) => {
      const answers = [await broken.get(address + (queries(broken)[address] ?? ""))];
      if (address.endsWith("/events")) answers.push(await broken.post("story", paced([statement()])));
      for (const answer of answers) {
        expect([answer.status, answer.headers.get("Retry-After")]).toEqual([500, null]);
        const text = await answer.text();
        expect(text).toMatch(/^\{"type":"http.*\/problems\/internal"/);
        expect(text).not.toMatch(/SQL|D1_|no such table|SELECT|worker\/|\bat \w+ \(|\.ts/);
      }
    },
  );
});
