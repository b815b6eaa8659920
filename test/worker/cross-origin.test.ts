/** What other origins may do, and what a method tells: nobody writes from elsewhere, and nothing is told for the asking. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "../../worker/routes/registry.ts";
import { opened, scene } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { type Server, startServer } from "../support/server.ts";
import { sendRaw } from "../support/wire.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
  await server.record("story", paced(scene));
});
afterAll(() => server?.close());

describe("another origin", () => {
  const origin = { Origin: "https://elsewhere.example" };
  const writes = routes.filter(({ method }) => method !== "get");

  it.each(writes)("is not let write: $method $path", async ({ method, path }) => {
    const address = path.replaceAll(/\{\w+\}/g, "story");
    const asks = {
      "Access-Control-Request-Method": method.toUpperCase(),
      "Access-Control-Request-Headers": "authorization,content-type",
    };
    const { headers } = await server.send("OPTIONS", address, { ...origin, ...asks });
    expect(headers.get("Access-Control-Allow-Methods") ?? "").not.toMatch(new RegExp(method, "i"));
    expect(headers.get("Access-Control-Allow-Headers") ?? "").not.toMatch(/authorization|content-type/i);
    expect(headers.get("Access-Control-Allow-Credentials")).toBeNull();
  });

  const reads = ["/api/stories/story/live", "/api/stories/story/events", "/stories/story/feed.atom", "/oembed", "/openapi.json"];

  it.each(reads)("may read as one that reads here: with what it has, and from where it was: %s", async (path) => {
    const wanted = ["accept", "cache-control", "if-modified-since", "if-none-match", "last-event-id"];
    const asks = { "Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": wanted.join(",") };
    const { headers } = await server.send("OPTIONS", path, { ...origin, ...asks });
    const allowed = (headers.get("Access-Control-Allow-Headers") ?? "").toLowerCase().split(/\s*,\s*/);
    expect(wanted.filter((name) => !allowed.includes(name))).toEqual([]);
    const told = (await server.get(path, origin)).headers
      .get("Access-Control-Expose-Headers")
      ?.toLowerCase()
      .split(/\s*,\s*/);
    for (const name of ["etag", "last-modified", "link", "retry-after"]) expect(told).toContain(name);
  });

  it("does not write by what browsers send without asking first", async () => {
    const body = JSON.stringify(paced([opened()])[0]);
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]) {
      const answer = await server.post("forged", body, { ...origin, "Content-Type": type });
      expect(answer.status).toBe(415);
    }
    const { Authorization: _, ...unsigned } = server.signed("ada");
    const cookie = { ...unsigned, ...origin, Cookie: "token=ada; session=ada" };
    expect((await server.send("POST", "/api/stories/forged/events", cookie, body)).status).toBe(401);
    expect((await server.get("/api/stories/forged")).status).toBe(404);
  });
});

describe("a method", () => {
  it("HEAD tells no more than GET, and asks who you are where GET does", async () => {
    for (const { method, path, role } of routes.filter((route) => route.method === "get")) {
      const address = path.replaceAll("{story}", "story").replaceAll("{version}", "1");
      const [got, head] = [await server.send(method.toUpperCase(), address), await server.send("HEAD", address)];
      expect([address, head.status, await head.text()]).toEqual([address, got.status, ""]);
      if (role) expect(head.status).toBe(401);
    }
  });

  it("OPTIONS and TRACE tell neither what stands there nor what was sent", async () => {
    for (const method of ["OPTIONS", "TRACE"])
      for (const path of ["/api/editors", "/api/stories/story", "/stories/story"]) {
        const { head, body } = await sendRaw(server.url, path, {
          method,
          lines: ["Cookie: a-secret", "Authorization: Bearer a-secret"],
        });
        expect(head + body).not.toMatch(/a-secret|A bid|"version"|\bada\b/);
      }
  });
});
