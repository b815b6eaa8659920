/** Tags tell of which log they are: one that was restored to another past, or stands in another database, is another at the same version. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { development, scene } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { type Server, startServer } from "../support/server.ts";

let before: Server;
let after: Server;
beforeAll(async () => {
  [before, after] = [await startServer(), await startServer()];
  await before.record("story", paced([...scene, development("Before the restore")]));
  await after.record("story", paced([...scene, development("After the restore")]));
});
afterAll(async () => {
  await before?.close();
  await after?.close();
});

const story = ["", "/corrections", "/verify", "/feed.atom", "/feed.json", "/timelinejs.json", "/picture.png", "?at=6"];
const api = ["", "/status", "/status?version=6", "/timeline", "/timeline?version=6", "/offers", "/cast", "/events", "/events/6"];
const reads: [string, string?][] = [
  ...story.map((path): [string] => [`/stories/story${path}`]),
  ...api.map((path): [string] => [`/api/stories/story${path}`]),
  ["/api/stories/story/events", "application/x-ndjson"],
  ["/api/stories/story/events", "application/cloudevents-batch+json"],
  ...["/embed/story/timeline", "/embed/story/timeline?version=6", "/embed/story/status"].map((path): [string] => [path]),
  ...["/", "/?q=restore", "/feed.atom", "/feed.json", "/sitemap.xml"].map((path): [string] => [path]),
  ...["/api/stories", "/api/events", "/api/search?q=restore"].map((path): [string] => [path]),
];

it.each(reads)("has other tags: %s %s", async (path, accept) => {
  const headers = accept === undefined ? {} : { Accept: accept };
  const [old, now] = [await before.get(path, headers), await after.get(path, headers)];
  const [held, etag] = [old.headers.get("ETag") ?? "", now.headers.get("ETag") ?? ""];
  expect(held).toMatch(/^"[\x21\x23-\x7e]+"$/);
  expect(etag).not.toBe(held);
  for (const tag of [held, `W/${held}`, `"x", ${held}`]) {
    const answer = await after.get(path, { ...headers, "If-None-Match": tag });
    expect([answer.status, answer.headers.get("ETag")]).toEqual([200, etag]);
  }
  expect((await after.get(path, { ...headers, "If-None-Match": `${held}, W/${etag}` })).status).toBe(304);
});

describe("a writer", () => {
  const news = paced([development("News")], 60);
  const tagOf = async (server: Server, path = "") => (await server.get(`/api/stories/story${path}`)).headers.get("ETag") ?? "";

  it.each(["", "/events"])("who has seen the other log is told so: the tag of the story's own address%s", async (path) => {
    const held = await tagOf(before, path);
    for (const tag of [held, `W/${held}`, held.replace(/^"(\d+)\./, '"0$1.'), held.replace(".", ""), held.replace(/"$/, '0"')]) {
      const answer = await after.post("story", news, { "If-Match": tag });
      expect([tag, answer.status]).toEqual([tag, 412]);
    }
  });

  it("who has seen this one, or says no more than its version, writes", async () => {
    for (const spelled of [
      (tag: string) => tag,
      (tag: string) => `W/${tag}`,
      (tag: string) => `"a,b", ${tag}`,
      (tag: string) => tag.replace(/\.\w+"$/, '"'),
    ]) {
      const answer = await after.post("story", news, { "If-Match": spelled(await tagOf(after)) });
      expect([spelled('"1.a"'), answer.status]).toEqual([spelled('"1.a"'), 201]);
    }
  });

  it("who does not want to write on this log does not", async () => {
    const [own, other] = [await tagOf(after), await tagOf(before)];
    expect((await after.post("story", news, { "If-None-Match": own })).status).toBe(412);
    expect((await after.post("story", news, { "If-None-Match": other })).status).toBe(201);
  });

  it("of a takedown is told the same", async () => {
    const [own, other] = [await tagOf(after), await tagOf(before)];
    expect((await after.takeDown("story", 6, { "If-Match": other })).status).toBe(412);
    expect((await after.takeDown("story", 6, { "If-Match": own })).status).toBe(201);
  });
});
