/** Attacks on signing in: nothing but a token that is good, sent as it has to be, records anything. */
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { opened, scene, statement } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { idOf, type Server, startServer, tokens } from "../support/server.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
  await server.record("story", paced(scene));
  await server.keepToken("expired-token", "eve", { expires_at: "2025-01-01T00:00:00.000Z" });
  await server.keepToken("revoked-token", "eve", { revoked_at: "2025-01-01T00:00:00.000Z" });
});
afterAll(() => server.close());

const event = JSON.stringify(paced([statement()], 60)[0]);
const path = "/api/stories/story/events";

/** Posts as `fetch` lets it be posted. */
const post = (headers: Record<string, string>, { address = path, body = event as BodyInit } = {}) =>
  fetch(new URL(address, server.url), { method: "POST", headers: { "Content-Type": "application/json", ...headers }, body });

/** Writes a request's head as it is, and answers with the status that comes back: 0 where the line is cut. */
const postRaw = (...lines: (string | Buffer)[]): Promise<number> =>
  new Promise((resolve) => {
    const socket = connect(Number(server.url.port), server.url.hostname);
    let answer = "";
    socket.setTimeout(5000, () => socket.destroy());
    socket.on("data", (chunk) => {
      answer += chunk.toString("latin1");
      if (answer.includes("\r\n")) socket.destroy();
    });
    socket.on("error", () => socket.destroy());
    socket.on("close", () => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0)));
    const head = [`POST ${path} HTTP/1.1`, `Host: ${server.url.host}`, "Content-Type: application/json"];
    for (const line of [...head, ...lines, `Content-Length: ${Buffer.byteLength(event)}`, "Connection: close"])
      socket.write(Buffer.concat([Buffer.from(line), Buffer.from("\r\n")]));
    socket.write(`\r\n${event}`);
  });

/** What records nothing. */
const recordsNothing = async (attack: () => Promise<unknown>): Promise<void> => {
  const before = await server.count();
  await attack();
  expect(await server.count()).toBe(before);
};

describe("a token is refused, and nothing recorded, where it", () => {
  const forgeries: [string, string][] = [
    ["is forged", `riposte_${"A".repeat(43)}`],
    ["is cut at its end", tokens.ada.slice(0, -1)],
    ["is cut at its start", tokens.ada.slice(1)],
    ["has one more", `${tokens.ada}0`],
    ["has padding", `${tokens.ada}=`],
    ["is in other letters", tokens.ada.toUpperCase()],
    ["expired", "expired-token"],
    ["was revoked", "revoked-token"],
    ["is doubled", `${tokens.ada}${tokens.ada}`],
    ["comes with another", `${tokens.ada} ${tokens.bob}`],
    ["comes in a list", `${tokens.ada},${tokens.bob}`],
    ["is in quotation marks", `"${tokens.ada}"`],
    ["is a name", "ada"],
    ["is SQL", "' OR '1'='1"],
    ["is SQL without a blank", "'/**/OR/**/1=1--"],
    ["is a wildcard", "%"],
    ["is another wildcard", "_".repeat(41)],
    ["is null", "null"],
    ["is undefined", "undefined"],
    ["is percent-encoded", encodeURIComponent(tokens.ada).replace("a", "%61")],
    ["is a JSON Web Token without a signature", `${btoa('{"alg":"none"}')}.${btoa('{"editor":"ada","role":"publisher"}')}.`],
    ["is a path", "../../etc/passwd"],
    ["is of 201 letters", "a".repeat(201)],
    ["is of 8000 letters", "a".repeat(8000)],
  ];
  it.each(forgeries)("%s", async (_, token) => {
    await recordsNothing(async () => expect((await post({ Authorization: `Bearer ${token}` })).status).toBe(401));
  });

  it("is the id or the hash that D1 has, not the token", async () => {
    const { results } = await server.db.prepare("SELECT hash FROM tokens").all<{ hash: string }>();
    for (const { hash } of results)
      for (const token of [hash, hash.slice(0, 12), `riposte_${hash}`])
        await recordsNothing(async () => expect((await post({ Authorization: `Bearer ${token}` })).status).toBe(401));
  });

  const ada = `Bearer ${tokens.ada}`;
  it.each<[string, Record<string, string>, string]>([
    ["comes under Basic", { Authorization: `Basic ${btoa(`ada:${tokens.ada}`)}` }, ""],
    ["comes under Basic as it is", { Authorization: `Basic ${tokens.ada}` }, ""],
    ["comes under Digest", { Authorization: `Digest username="ada", response="${tokens.ada}"` }, ""],
    ["comes under Token", { Authorization: `Token ${tokens.ada}` }, ""],
    ["comes under BearerX", { Authorization: `BearerX ${tokens.ada}` }, ""],
    ["comes without a scheme", { Authorization: tokens.ada }, ""],
    ["comes without a blank", { Authorization: `Bearer${tokens.ada}` }, ""],
    ["comes behind a tab", { Authorization: `Bearer\t${tokens.ada}` }, ""],
    ["comes behind a colon", { Authorization: `Bearer: ${tokens.ada}` }, ""],
    ["is missing behind its scheme", { Authorization: "Bearer" }, ""],
    ["is empty", { Authorization: "" }, ""],
    ["comes in the query", {}, `?access_token=${tokens.ada}`],
    ["comes in the query by the header's name", {}, `?Authorization=${encodeURIComponent(ada)}&token=${tokens.ada}`],
    ["comes in a cookie", { Cookie: `token=${tokens.ada}; Authorization=${ada}` }, ""],
    ["comes in a header of another name", { "X-Authorization": ada, "X-Api-Key": tokens.ada, "Proxy-Authorization": ada }, ""],
    ["comes with a name that was made up", { "X-Editor": "ada", "X-Forwarded-User": "ada", "X-Role": "publisher" }, ""],
  ])("%s", async (_, headers, query) => {
    await recordsNothing(async () => {
      const answer = await post(headers, { address: `${path}${query}` });
      expect([answer.status, answer.headers.get("WWW-Authenticate")]).toEqual([401, expect.stringMatching(/^Bearer realm=/)]);
      expect(await answer.text()).not.toContain(tokens.ada);
    });
  });

  it("comes in the body", async () => {
    const body = JSON.stringify({ ...JSON.parse(event), token: tokens.ada, access_token: tokens.ada });
    await recordsNothing(async () => expect((await post({}, { body })).status).toBe(401));
  });

  it.each<[string, (string | Buffer)[]]>([
    ["comes beside another in a second header", [`Authorization: ${ada}`, "Authorization: Bearer forged"]],
    ["comes in the second of two headers", ["Authorization: Bearer forged", `Authorization: ${ada}`]],
    ["comes twice", [`Authorization: ${ada}`, `Authorization: ${ada}`]],
    ["comes folded over two lines", ["Authorization: Bearer", ` ${tokens.ada}x`]],
    ["comes behind a carriage return", [`Authorization: Bearer forged\rAuthorization: ${ada}`]],
    ["comes in a header whose name ends in a blank", [`Authorization : ${ada}x`]],
    ["comes with a NUL", [`Authorization: ${ada}\0`]],
    ["comes with a NUL and more", [`Authorization: ${ada}\0forged`]],
    ["is in UTF-8 beyond ASCII", [Buffer.from(`Authorization: Bearer ${tokens.ada}é💸`)]],
    ["is in Latin 1", [Buffer.from(`Authorization: Bearer ${tokens.ada}\u00e9`, "latin1")]],
    ["is written in full-width letters", [Buffer.from(`Authorization: Ｂｅａｒｅｒ ${tokens.ada}`)]],
    ["comes behind a no-break space", [Buffer.from(`Authorization: Bearer\u00a0${tokens.ada}`)]],
    ["is of 60 000 letters", [`Authorization: Bearer ${"a".repeat(60_000)}`]],
    ["is of a million letters", [`Authorization: Bearer ${"a".repeat(1_000_000)}`]],
    ["comes with ten thousand signs of padding", [`Authorization: Bearer ${tokens.ada}${"=".repeat(10_000)}`]],
    ["comes in one of a thousand headers", Array.from({ length: 1000 }, (_, index) => `Authorization-${index}: ${ada}`)],
  ])("%s", async (_, lines) => {
    await recordsNothing(async () => expect(await postRaw(...lines)).not.toBeOneOf([200, 201, 500]));
  });
});

it("takes a good token from the same raw socket, the scheme in any letters", async () => {
  expect(await postRaw(`Authorization: Bearer ${tokens.ada}`)).toBe(201);
  expect(await postRaw(`authorization: bEARER   ${tokens.ada}  `)).toBe(201);
});

it("goes on after all of it: the server answers, and its log has no token", async () => {
  expect((await server.get("/health")).status).toBe(200);
  const logs = JSON.stringify(server.logs());
  for (const token of Object.values(tokens))
    expect([logs.includes(token), logs.includes(await idOf(token))]).toEqual([false, false]);
});

describe("a form on another site", () => {
  const elsewhere = { Origin: "https://elsewhere.example", "Sec-Fetch-Site": "cross-site", Cookie: `token=${tokens.ada}` };
  const multipart = new FormData();
  multipart.set("type", "StatementMade");
  const forms: [string, BodyInit, Record<string, string>][] = [
    ["text/plain", event, { "Content-Type": "text/plain" }],
    ["text/plain that ends in JSON", `${event.slice(0, -1)},"x":"="}`, { "Content-Type": "text/plain; application/json" }],
    ["urlencoded", new URLSearchParams({ type: "StatementMade" }), {}],
    ["multipart", multipart, {}],
    ["a blob without a type", new Blob([event]), {}],
  ];
  const send = (address: string, body: BodyInit, headers: Record<string, string>) =>
    fetch(new URL(address, server.url), { method: "POST", headers: { ...elsewhere, ...headers }, body });

  it.each(forms)("records nothing as %s: 401 without a token, 415 with one", async (_, body, headers) => {
    await recordsNothing(async () => {
      expect((await send(path, body, headers)).status).toBe(401);
      expect((await send(path, body, { ...headers, Authorization: `Bearer ${tokens.ada}` })).status).toBe(415);
      expect((await send("/api/editors", body, headers)).status).toBe(401);
      expect((await send("/api/editors", body, { ...headers, Authorization: `Bearer ${tokens.pia}` })).status).toBe(415);
    });
    expect(await server.db.prepare("SELECT count(*) AS count FROM tokens").first("count")).toBe(5);
  });

  it("is told of no method but those that read, and of no header that signs in", async () => {
    for (const [address, method] of [
      ["/api/editors", "POST"],
      [`/api/editors/${"0".repeat(12)}`, "DELETE"],
      [path, "POST"],
    ] as const) {
      const asked = { "Access-Control-Request-Method": method, "Access-Control-Request-Headers": "authorization,content-type" };
      const { headers } = await server.send("OPTIONS", address, { ...elsewhere, ...asked });
      expect(headers.get("Access-Control-Allow-Methods")).toBe("GET,HEAD");
      expect(headers.get("Access-Control-Allow-Headers")?.toLowerCase()).not.toMatch(/authorization|content-type/);
      expect(headers.get("Access-Control-Allow-Credentials")).toBeNull();
    }
  });

  it("overrides no method", async () => {
    const id = await idOf(tokens.bob);
    const override = { "X-HTTP-Method-Override": "DELETE", Authorization: `Bearer ${tokens.pia}` };
    expect((await post(override, { address: `/api/editors/${id}`, body: "_method=DELETE" })).status).toBe(405);
    expect((await post({ Authorization: `Bearer ${tokens.bob}` })).status).toBe(201);
  });
});

it("takes another editor's Idempotency-Key for another key", async () => {
  const key = { "Idempotency-Key": "the-same" };
  const body = JSON.stringify(paced([opened()])[0]);
  const statuses: number[] = [];
  for (const [story, token] of [
    ["key-ada", tokens.ada],
    ["key-pia", tokens.pia],
    ["key-ada", tokens.ada],
  ] as const)
    statuses.push(
      (await post({ ...key, Authorization: `Bearer ${token}` }, { address: `/api/stories/${story}/events`, body })).status,
    );
  expect(statuses).toEqual([201, 201, 200]);
  expect((await server.log("key-pia"))[0]).toMatchObject({ recordedBy: "pia" });
});

it("gives away by a key nothing that was recorded under it, before it knows who asks", async () => {
  const answer = await post({ "Idempotency-Key": "the-same" }, { address: "/api/stories/key-ada/events", body: event });
  expect([answer.status, await answer.text()]).toEqual([401, expect.not.stringContaining("key-ada")]);
});
