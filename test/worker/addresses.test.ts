/** Addresses as people and programs write them lead where they mean to, and nowhere else. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scene, statement } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { type Server, startServer } from "../support/server.ts";
import { sendRaw } from "../support/wire.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
  await server.record("story", paced([...scene, statement()]));
});
afterAll(() => server?.close());

/** Where an address leads: nowhere, or to that one. */
const leads = async (target: string, method = "GET") => {
  const { status, head } = await sendRaw(server.url, target, { method });
  return { status, to: /^location: (.*?)\r?$/im.exec(head)?.[1] };
};

describe("an address", () => {
  it.each([
    ["/stories/story/", "/stories/story"],
    ["/stories/story///", "/stories/story"],
    ["/stories/story/?lang=fr&q=a%2Fb/", "/stories/story?lang=fr&q=a%2Fb/"],
    ["/stories/story/feed.atom/", "/stories/story/feed.atom"],
    ["/stories/story/events/3/", "/stories/story/events/3"],
    ["/api/stories/story/status/", "/api/stories/story/status"],
    ["/embed/story/offers/", "/embed/story/offers"],
    ["/docs/", "/docs"],
    ["/stories", "/"],
    ["/stories/?lang=fr", "/?lang=fr"],
    ["/stories/STORY", "/stories/story"],
    ["/stories/Story/corrections/?lang=en", "/stories/story/corrections?lang=en"],
    ["/embed/Story/status", "/embed/story/status"],
  ])("%s leads to %s", async (target, to) => {
    for (const method of ["GET", "HEAD"]) expect(await leads(target, method)).toEqual({ status: 301, to });
    expect((await server.get(to)).status).toBe(200);
  });

  it("may be read by another site's scripts where the one that it leads to may", async () => {
    const { head } = await sendRaw(server.url, "/api/stories/story/status/", { lines: ["Origin: https://elsewhere.example"] });
    expect(head).toMatch(/^access-control-allow-origin: \*\r?$/im);
  });

  it.each([
    ["//elsewhere.example/", 404],
    ["///elsewhere.example/", 404],
    ["/\\elsewhere.example/", 404],
    ["/%2Felsewhere.example/", 404],
    ["/.//elsewhere.example/", 404],
    ["/api/stories/STORY/status", 404],
    ["/stories/st%6Fry%2f", 404],
    ["/stories/ST%4FRY", 404],
    ["/", 200],
    ["/stories/story", 200],
  ])("%s leads nowhere", async (target, status) => {
    expect(await leads(target)).toEqual({ status, to: undefined });
  });

  it("leads nobody away from this origin, however it begins", async () => {
    for (const target of ["/a//elsewhere.example/", "/x/%0d%0aLocation:%20https://elsewhere.example/", "/stories//elsewhere/"]) {
      const { to = "/" } = await leads(target);
      expect([target, new URL(to, server.url).host]).toEqual([target, server.url.host]);
      expect(to).toMatch(/^\/[a-z]|^\/$/);
    }
  });

  it.each(["POST", "PUT", "DELETE"])("leads nowhere who sends something: %s", async (method) => {
    expect((await leads("/api/stories/story/events/", method)).to).toBeUndefined();
    expect((await leads("/stories/story/", method)).status).toBe(404);
  });
});

describe("an instant in an address", () => {
  it("ahead of UTC is taken with a bare +, as the API itself writes it", async () => {
    for (const instant of ["2999-01-01T00:00:00+01:00", "2999-01-01T00:00:00.5+14:00", "2999-01-01T00:00:00%2B01:00"]) {
      for (const path of ["/api/stories/story/status", "/api/stories/story/timeline", "/stories/story"])
        expect([path, instant, (await server.get(`${path}?asOf=${instant}`)).status]).toEqual([path, instant, 200]);
      expect((await server.get(`/api/stories/story/timeline?since=${instant}`)).status).toBe(200);
    }
  });

  it.each(["2999-01-01T00:00:00 1:00", "2999-01-01 01:00", "2999-01-01T00:00:00++01:00", "2999-01-01T00:00:00%2001:00x"])(
    "is not made of what is none: %s",
    async (instant) => {
      expect((await server.get(`/api/stories/story/status?asOf=${instant}`)).status).toBe(422);
    },
  );
});
