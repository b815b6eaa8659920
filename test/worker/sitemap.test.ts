/** The map of the site, and what robots are told. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { opened } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { costOf, type Server, startServer } from "../support/server.ts";
import { elements, textIn, xmlFaults } from "../support/xml.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
  await server.record("first-story", paced([opened()]));
});
afterAll(() => server?.close());

const text = async (path: string): Promise<string> => (await server.get(path)).text();
const whole = (path: string) => new URL(path, server.url).href;
const locations = (xml: string) => elements(xml, "loc");

it("names the front page in every language, and every story, with when it was last written to", async () => {
  const map = await text("/sitemap.xml");
  expect(await xmlFaults(map, "sitemap")).toEqual([]);
  expect(locations(map)).toEqual(["/", "/?lang=en", "/?lang=fr", "/stories/first-story"].map(whole));
  const [front = "", , , story = ""] = elements(map, "url");
  expect(textIn(story, "lastmod")).toBe((await server.log("first-story"))[0]?.recordedAt);
  expect([...front.matchAll(/hreflang="([^"]*)" href="([^"]*)"/g)].map(([, language, href]) => [language, href])).toEqual([
    ["x-default", whole("/")],
    ["en", whole("/?lang=en")],
    ["fr", whole("/?lang=fr")],
  ]);
});

it("is held to the grammar of sitemaps.org", async () => {
  const map = await text("/sitemap.xml");
  for (const broken of [map.replaceAll(/<loc>.*?<\/loc>/g, ""), map.replace(/<lastmod>[^<]*/, "<lastmod>now"), `${map}<a/>`])
    expect(await xmlFaults(broken, "sitemap")).not.toEqual([]);
});

it("names addresses that answer, and whose pages hold them for their own", async () => {
  for (const location of locations(await text("/sitemap.xml"))) {
    const page = await text(location);
    expect(page).toContain(`<link rel="canonical" href="${location}"/>`);
    expect(page).not.toContain("noindex");
  }
});

it("answers 304 until something is recorded, and HEAD as GET", async () => {
  const { headers } = await server.get("/sitemap.xml", {}, "HEAD");
  expect(headers.get("Content-Type")).toBe("application/xml; charset=utf-8");
  const held = { "If-None-Match": headers.get("ETag") ?? "" };
  const again = await server.get("/sitemap.xml", held);
  expect([again.status, costOf(again)]).toEqual([304, { trips: 1, read: 1, written: 0 }]);
  await server.record("second-story", paced([opened()]));
  expect((await server.get("/sitemap.xml", held)).status).toBe(200);
});

it("is an index of maps where there are more than a thousand stories, and each is in one of them", async () => {
  const slugs = Array.from({ length: 2_000 }, (_, index) => `many-${String(index).padStart(4, "0")}`);
  await server.db
    .prepare("INSERT INTO stories (slug, active_at) SELECT value, '2025-02-10T12:00:00.000Z' FROM json_each(?)")
    .bind(JSON.stringify(slugs))
    .run();
  const index = await text("/sitemap.xml?fresh=1");
  expect(await xmlFaults(index, "sitemap")).toEqual([]);
  const maps = locations(index);
  expect(maps).toEqual(["", "many-0998", "many-1998"].map((slug) => whole(`/sitemap.xml?after=${slug}`)));
  const named: string[] = [];
  for (const map of maps) {
    const xml = await text(map);
    expect(await xmlFaults(xml, "sitemap")).toEqual([]);
    named.push(...locations(xml).filter((location) => location.includes("/stories/") && !location.includes("?")));
  }
  expect(named.map((location) => new URL(location).pathname.split("/").at(-1))).toEqual([
    "first-story",
    ...slugs,
    "second-story",
  ]);
});

it("refuses what is no slug", async () => {
  expect((await server.get("/sitemap.xml?after=No Slug")).status).toBe(422);
});

it("is named to robots, which may read everything", async () => {
  const answer = await server.get("/robots.txt");
  expect(answer.headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
  expect(await answer.text()).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${whole("/sitemap.xml")}\n`);
});
