/** Addresses as people and programs write them, and where they lead. */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { properPath } from "../../worker/http/middleware/proper-address.ts";
import { scene, statement } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { type Server, startServer } from "../support/server.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
  await server.record("a-story", paced(scene));
});
afterAll(() => server?.close());

const led = async (path: string, method = "GET") => {
  const { status, headers } = await fetch(server.url.origin + path, { method, redirect: "manual" });
  return [status, headers.get("Location")];
};

describe("an address", () => {
  it.each([
    ["/stories/a-story/", "/stories/a-story"],
    ["/stories/A-Story", "/stories/a-story"],
    ["/stories/A-STORY/Corrections/", "/stories/a-story/Corrections"],
    ["/stories/a-story/feed.atom/?lang=fr", "/stories/a-story/feed.atom?lang=fr"],
    ["/stories/A-Story?q=A%20B&x=%2F%2Fy&x=Z", "/stories/a-story?q=A%20B&x=%2F%2Fy&x=Z"],
    ["/embed/A-Story/status///", "/embed/a-story/status"],
    ["/docs/", "/docs"],
    ["/stories", "/"],
    ["/stories/", "/"],
    ["/api/stories/a-story/status/?lang=fr", "/api/stories/a-story/status?lang=fr"],
    ["/api/stories/A-Story/timeline", "/api/stories/a-story/timeline"],
  ])("%s leads to %s, for good", async (path, proper) => {
    for (const method of ["GET", "HEAD"]) expect(await led(path, method)).toEqual([308, proper]);
  });

  it("that was led to answers", async () => {
    for (const path of [
      "/stories/A-Story/",
      "/api/stories/A-Story/status/",
      "/embed/A-Story/offers/",
      "/stories/a-story/feed.rss/",
    ])
      expect((await server.get(path)).status).toBe(200);
  });

  it("leads to no other host, whatever stands in it", async () => {
    for (const path of ["//evil.example/", "//evil.example//", "/%5Cevil.example/", "/\\evil.example/", "///"]) {
      const [, location] = await led(path);
      expect(new URL(String(location ?? "/"), server.url).origin).toBe(server.url.origin);
    }
    fc.assert(
      fc.property(fc.webPath(), fc.constantFrom("", "/", "//"), (path, more) => {
        const proper = properPath(path + more);
        if (proper !== path + more) expect(proper).toMatch(/^\/(?!\/)/);
        expect(properPath(proper)).toBe(proper);
      }),
    );
  });

  it("that nothing is at stays so: no slug, a name of other letters, the front page itself", async () => {
    expect((await led("/stories/No_Slug"))[0]).toBe(404);
    expect((await led("/stories/%C3%89tat"))[0]).toBe(404);
    for (const path of ["/media/a/", "/assets/story.css/", "/docs/offers/x/", "/api//stories/"])
      expect([path, (await fetch(server.url.origin + path)).status]).toEqual([path, 404]);
    expect(await led("/")).toEqual([200, null]);
  });

  it("is not guessed where somebody writes", async () => {
    const before = await server.count();
    for (const path of ["/api/stories/a-story/events/", "/api/stories/A-Story/events"]) {
      const { status } = await server.send("POST", path, server.signed("ada"), paced([statement()], 60));
      expect([path, status >= 400]).toEqual([path, true]);
    }
    expect(await server.count()).toBe(before);
  });
});
