/** Dates of HTTP, and what is answered to who says by one what it has. */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isUnmodifiedSince, lastModified, parseHttpDate } from "../../worker/http/modified.ts";
import { scene, statement } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { costOf, type Server, startServer } from "../support/server.ts";

const now = Date.parse("2026-11-26T12:00:00Z");

describe("a date", () => {
  it.each(["Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"])(
    "is understood in each of its three forms: %s",
    (text) => {
      expect(parseHttpDate(text, now)).toBe(Date.UTC(1994, 10, 6, 8, 49, 37));
    },
  );

  it("of two digits is no more than fifty years ahead", () => {
    expect(parseHttpDate("Friday, 06-Nov-76 08:49:37 GMT", now)).toBe(Date.UTC(2076, 10, 6, 8, 49, 37));
    expect(parseHttpDate("Sunday, 06-Nov-77 08:49:37 GMT", now)).toBe(Date.UTC(1977, 10, 6, 8, 49, 37));
  });

  it.each([
    ...["", "0", "9999", "now", "2026-11-26T12:00:00Z", "Thu, 26 Nov 2026 12:00:00", "Thu, 26 Nov 2026 12:00:00 UTC"],
    ...["Thu, 26 Nov 2026 12:00:00 +0100", "thu, 26 nov 2026 12:00:00 gmt", "Thu, 26 Nov 2026 24:00:00 GMT"],
    ...["Thu, 31 Feb 2026 12:00:00 GMT", "Thu, 00 Nov 2026 12:00:00 GMT", "Thu, 26 Nov 2026 12:60:00 GMT"],
    ...["Thu, 26 Nov 2026 12:00:00 GMT, Thu, 26 Nov 2026 12:00:00 GMT", " Thu, 26 Nov 2026 12:00:00 GMT"],
  ])("is not what only looks like one: %s", (text) => {
    expect(parseHttpDate(text, now)).toBeUndefined();
  });

  it("is read as it was written, whatever the instant", () => {
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true, min: new Date("1970-01-01"), max: new Date("9999-12-31T23:59:59Z") }),
        (date) => {
          expect(parseHttpDate(date.toUTCString())).toBe(Math.trunc(date.getTime() / 1000) * 1000);
        },
      ),
    );
  });

  it("is read in a time that does not grow faster than the header", () => {
    for (const text of ["Sun, ".repeat(200_000), `Sun, 06 Nov 1994 ${"0".repeat(1_000_000)}`, " ".repeat(1_000_000)]) {
      const start = performance.now();
      expect(parseHttpDate(text)).toBeUndefined();
      expect(performance.now() - start).toBeLessThan(200);
    }
  });
});

describe("a client that says by a date what it has", () => {
  const unmodified = (ifModifiedSince: string | undefined, changed: number, ifNoneMatch?: string) =>
    isUnmodifiedSince({ ifModifiedSince, ifNoneMatch }, new Date(changed).toISOString());

  it("has it where nothing changed since, and not where something did", () => {
    const date = new Date(now).toUTCString();
    expect([unmodified(date, now), unmodified(date, now + 999), unmodified(date, now + 1_000)]).toEqual([true, true, false]);
    expect([unmodified(undefined, now), unmodified("soon", now)]).toEqual([false, false]);
  });

  it("is not asked where it says by a tag what it has", () => {
    expect(unmodified(new Date(now).toUTCString(), now, '"other"')).toBe(false);
  });

  it("has it when it comes back with what it was told, until the next second's change", () => {
    fc.assert(
      fc.property(fc.nat({ max: 4_000_000_000_000 }), fc.integer({ min: 1_000, max: 10_000_000 }), (changed, later) => {
        const held = lastModified(new Date(changed).toISOString());
        expect([unmodified(held, changed), unmodified(held, changed + later)]).toEqual([true, false]);
      }),
    );
  });
});

describe("a feed or a page", () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer();
    await server.record("story", paced(scene));
  });
  afterAll(() => server?.close());

  const feeds = [
    "/stories/story/feed.atom",
    "/stories/story/feed.rss",
    "/stories/story/feed.json",
    "/stories/story/timelinejs.json",
    "/feed.atom",
    "/feed.rss",
    "/feed.json",
  ];
  const pages = ["/stories/story", "/stories/story?lang=fr", "/stories/story/corrections", "/embed/story/status"];

  it.each(feeds)("is not sent to who has it by its date: %s", async (path) => {
    const whole = await server.get(path);
    const since = { "If-Modified-Since": whole.headers.get("Last-Modified") ?? "" };
    const again = await server.get(path, since);
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect(costOf(again)).toMatchObject({ trips: 1, written: 0 });
    expect(costOf(again).read).toBeLessThanOrEqual(4);
    for (const name of ["ETag", "Cache-Control", "Vary"]) expect(again.headers.get(name)).toBe(whole.headers.get(name));
    expect((await server.get(path, { ...since, "If-None-Match": '"other"' })).status).toBe(200);
    expect((await server.get(path, { "If-Modified-Since": "Sun, 06 Nov 1994 08:49:37 GMT" })).status).toBe(200);
    expect((await server.get(path, { "If-Modified-Since": "tomorrow" })).status).toBe(200);
  });

  it.each(pages)("is not sent either to who has the page: %s", async (path) => {
    // The second answer is the page as this Worker has kept it.
    for (const whole of [await server.get(path), await server.get(path)]) {
      const since = { "If-Modified-Since": whole.headers.get("Last-Modified") ?? "" };
      const again = await server.get(path, since);
      expect([again.status, await again.text()]).toEqual([304, ""]);
      for (const name of ["ETag", "Cache-Control", "Vary", "Last-Modified"])
        expect(again.headers.get(name)).toBe(whole.headers.get(name));
      expect((await server.get(path, { ...since, "If-None-Match": '"other"' })).status).toBe(200);
      expect((await server.get(path, { "If-Modified-Since": "Sun, 06 Nov 1994 08:49:37 GMT" })).status).toBe(200);
    }
  });

  it("of the past has no date: a takedown may change it", async () => {
    for (const path of ["/stories/story?version=2", "/stories/story?asOf=2999-01-01T00:00:00Z", "/embed/story/status?version=2"])
      expect((await server.get(path)).headers.get("Last-Modified")).toBeNull();
  });

  it("is sent anew after an event", async () => {
    const dates = new Map<string, string>();
    for (const path of [...feeds, ...pages]) dates.set(path, (await server.get(path)).headers.get("Last-Modified") ?? "");
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await server.record("story", paced([statement()], 60));
    for (const path of [...feeds, ...pages])
      expect((await server.get(path, { "If-Modified-Since": dates.get(path) ?? "" })).status).toBe(200);
  });

  it("of no story has no date", async () => {
    for (const path of ["/stories/nowhere/feed.atom"])
      expect((await server.get(path, { "If-Modified-Since": new Date().toUTCString() })).status).toBe(404);
  });
});
