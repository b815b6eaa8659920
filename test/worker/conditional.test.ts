import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { offer, scene, statement } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { costOf, type Server, startServer } from "../support/server.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
  await server.record("story", paced([...scene, offer("bid")]));
});
afterAll(() => server.close());

const reads = [
  "/api/stories/story",
  ...["status", "offers", "cast", "insults", "questions", "corrections", "timeline", "events", "events/6"].map(
    (name) => `/api/stories/story/${name}`,
  ),
  "/api/stories/story/status?version=3",
  "/api/stories/story/timeline?version=3",
  "/api/stories/story/events?after=2&limit=2",
];

describe.each(reads)("%s", (path) => {
  it("carries a strong ETag and answers 304 to whoever has it", async () => {
    const whole = await server.get(path);
    const etag = whole.headers.get("ETag") ?? "";
    expect(etag).toMatch(/^"[\x21\x23-\x7e]+"$/);
    const lists = [`"other", ${etag}`, `"other",W/${etag} , "third"`, `"a,b",${etag}`, `,, ${etag} ,`, `"",W/"", ${etag}`];
    for (const value of [etag, `W/${etag}`, "*", ...lists]) {
      const answer = await server.get(path, { "If-None-Match": value });
      expect([value, answer.status, await answer.text()]).toEqual([value, 304, ""]);
      for (const name of ["ETag", "Cache-Control", "Vary"]) expect(answer.headers.get(name)).toBe(whole.headers.get(name));
      expect(costOf(answer)).toMatchObject({ trips: 1, written: 0 });
    }
  });

  it("answers whole to whoever has something else, or does not say what", async () => {
    const etag = (await server.get(path)).headers.get("ETag") ?? "";
    const parts = etag.slice(1, -1).split(".");
    // Whole tags are compared, and parts of them are not looked at: other digits of the same number make another tag.
    const near = parts.flatMap((part, at) =>
      ["", `0${part}`, `${part}0`, "*"].map((other) => `"${parts.with(at, other).join(".")}"`),
    );
    const broken = [etag.slice(1, -1), `"other" ${etag}`, "", `w/${etag}`, `W/ ${etag}`, `${etag}, *`, `"a${etag}`, `'${etag}'`];
    for (const value of [
      '"other"',
      `${etag.slice(0, -1)}x"`,
      etag.toUpperCase(),
      ...near.filter((tag) => tag !== etag),
      ...broken,
    ])
      expect([value, (await server.get(path, { "If-None-Match": value })).status]).toEqual([value, 200]);
  });

  it("answers HEAD as GET, without the body", async () => {
    const [whole, head] = await Promise.all([server.get(path), server.send("HEAD", path, {})]);
    expect([head.status, await head.text()]).toEqual([200, ""]);
    for (const name of ["ETag", "Cache-Control", "Vary", "Content-Type", "Link"])
      expect(head.headers.get(name)).toBe(whole.headers.get(name));
    const etag = whole.headers.get("ETag") ?? "";
    expect((await server.send("HEAD", path, { "If-None-Match": etag })).status).toBe(304);
  });
});

describe("an ETag", () => {
  const etagOf = async (path: string, headers = {}) => (await server.get(path, headers)).headers.get("ETag");

  it("changes with the language, the version and the projection, and with nothing else", async () => {
    const base = "/api/stories/story";
    const paths = ["status", "status?lang=fr", "status?version=5", "offers", "timeline"].map((name) => `${base}/${name}`);
    const etags = await Promise.all(paths.map((path) => etagOf(path)));
    expect(new Set(etags).size).toBe(paths.length);
    expect(await etagOf(`${base}/status?version=6`)).toBe(etags[0]);
    expect(await etagOf(`${base}/status`, { "Accept-Language": "fr" })).toBe(etags[1]);
    expect(await etagOf(`${base}/status?asOf=2999-01-01T00:00:00Z`)).toBe(etags[0]);
  });

  it("changes with each event", async () => {
    const before = await Promise.all(reads.map((path) => etagOf(path)));
    await server.record("story", paced([statement()], 60));
    const after = await Promise.all(reads.map((path) => etagOf(path)));
    for (const [index, path] of reads.entries()) {
      const fixed = path.includes("version=") || path.endsWith("/events/6");
      expect([path, after[index] === before[index]]).toEqual([path, fixed]);
    }
  });

  it("is one for each form of the log", async () => {
    const forms = ["application/json", "application/x-ndjson", "application/cloudevents-batch+json"];
    const etags = await Promise.all(forms.map((Accept) => etagOf("/api/stories/story/events?limit=5", { Accept })));
    expect(new Set(etags).size).toBe(3);
  });
});

describe("Cache-Control", () => {
  const kept = async (path: string) => (await server.get(path)).headers.get("Cache-Control") ?? "";

  it("lets what cannot change be kept for a year", async () => {
    for (const path of ["status?version=3", "timeline?version=3", "offers?version=3&lang=fr"])
      expect(await kept(`/api/stories/story/${path}`)).toBe("public, max-age=31536000, immutable");
  });

  it("lets shared caches alone keep the rest, for seconds", async () => {
    for (const path of ["", "/status", "/timeline", "/events", "/events/3", "/status?asOf=2999-01-01T00:00:00Z"])
      expect(await kept(`/api/stories/story${path}`)).toMatch(/^public, max-age=0, s-maxage=\d$/);
    for (const path of ["/api/stories", "/api/events"]) expect(await kept(path)).toMatch(/^public, max-age=0, s-maxage=\d$/);
  });

  it("lets nobody keep a problem or the state of health", async () => {
    for (const path of ["/api/stories/nowhere", "/api/stories/story/status?version=99", "/api/nothing", "/health"])
      expect(await kept(path)).toBe("no-store");
  });
});
