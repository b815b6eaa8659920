/** Feeds as pages that are walked, the names of what stands in them, and RSS by its specification. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at, corrected, development, draft, edited, opened, party, statement } from "../support/drafts.ts";
import { fullStory } from "../support/full-story.ts";
import { paced } from "../support/paced.ts";
import { costOf, type Server, startServer } from "../support/server.ts";
import { shipAll } from "../support/shipping.ts";
import { hostile, recordStories, stories } from "../support/stories.ts";
import { elements, textIn, unescaped, xmlFaults } from "../support/xml.ts";

type Item = { id: string; url: string; title: string; date_published: string; date_modified: string; language: string };
type Feed = { next_url?: string; items: Item[] };

let server: Server;
beforeAll(async () => {
  server = await startServer();
  await recordStories(server);
  await server.record("full", fullStory);
});
afterAll(() => server?.close());

const feedOf = (path: string) => server.read<Feed>(path);
const versionIn = (item: Item | undefined) => Number(/\/events\/(\d+)/.exec(item?.url ?? "")?.[1] ?? 0);
const text = async (path: string) => (await server.get(path)).text();
const correction = (event: number, headline: string) => at("23:30", corrected(event, { data: { headline } }));

/** Every page from a first one on, by its links; `meanwhile` happens after each. */
const walk = async (path: string, meanwhile: (page: number) => Promise<unknown> = async () => {}): Promise<Item[][]> => {
  const pages: Item[][] = [];
  for (let next: string | undefined = path; next !== undefined; ) {
    const feed: Feed = await feedOf(next);
    pages.push(feed.items);
    next = feed.next_url;
    await meanwhile(pages.length);
  }
  return pages;
};

/** A story of so many developments, under their numbers. */
const burst = async (story: string, count: number): Promise<void> => {
  await server.record(story, paced([opened(), party("ada")]));
  for (let from = 0; from < count; from += 100)
    await server.record(
      story,
      Array.from({ length: Math.min(100, count - from) }, (_, index) => at("12:00", development(`Item ${from + index + 1}`))),
    );
};

describe("a story's feed", () => {
  it("holds what was posted or changed last, whenever it happened", async () => {
    await burst("changing", 60);
    await server.record("changing", { ...at("12:00", development("A memo comes to light")), occurredAt: "2025-01-05T10:00:00Z" });
    await server.record("changing", correction(5, "Item 3, put right"));
    const { items } = await feedOf("/stories/changing/feed.json?lang=en");
    expect(items.slice(0, 3).map(({ title }) => title)).toEqual(["Item 3, put right", "A memo comes to light", "Item 60"]);
    const log = await server.log("changing");
    expect([items[0]?.date_published, items[0]?.date_modified]).toEqual([log[4]?.recordedAt, log.at(-1)?.recordedAt]);
  });

  it("puts what was confirmed, denied or taken back first again, and leaves minor edits where they are", async () => {
    await burst("remarked", 1);
    await server.record("remarked", [
      { ...at("12:01", statement()), data: { by: "ada", quote: { text: "Never.", language: "en" } } },
      ...Array.from({ length: 70 }, (_, index) => at("12:02", development(`Then ${index + 1}`))),
      at("12:03", draft("WordsTakenBack", { event: 4, by: "ada", how: "deleted" })),
      at("23:30", edited("minor", 10, { data: { headline: "Then 6 ." } })),
    ]);
    const answer = await server.get("/stories/remarked/feed.json?lang=en");
    const { items } = (await answer.json()) as Feed;
    expect(items.slice(0, 2).map(versionIn).sort()).toEqual([4, 75]);
    expect(items.find((item) => versionIn(item) === 4)?.date_modified).toBe((await server.log("remarked"))[74]?.recordedAt);
    expect(items.map(versionIn)).not.toContain(10);
    // What was said long before it was taken back is read for itself.
    expect(costOf(answer)).toMatchObject({ trips: 2, written: 0 });
  });

  it("leads on to all the rest, without a gap or a double, while events are posted and changed", async () => {
    await burst("walked", 230);
    const pages = await walk("/stories/walked/feed.json?lang=en", (page) =>
      server.record("walked", [
        at("13:00", development(`Meanwhile ${page}`)),
        ...[3, 40, 120].map((event) => correction(event + page, `Changed ${event + page}`)),
      ]),
    );
    expect(pages.map(({ length }) => length)).toEqual([50, 50, 50, 50, 31]);
    const versions = pages.flat().map(versionIn);
    const all = [1, ...Array.from({ length: 230 }, (_, index) => index + 3)];
    expect(versions.toSorted((a, b) => a - b)).toEqual(all);
    const now = (await walk("/stories/walked/feed.json")).flat().map(versionIn);
    expect(new Set(now).size).toBe(now.length);
    expect(now).toHaveLength(231 + 5);
  });

  it("goes as far back as it takes, where hundreds of parties were introduced last", async () => {
    await burst("crowded", 60);
    for (let from = 0; from < 400; from += 100)
      await server.record(
        "crowded",
        Array.from({ length: 100 }, (_, index) => at("13:00", party(`party-${from + index}`))),
      );
    const answer = await server.get("/stories/crowded/feed.json?lang=en");
    expect(costOf(answer).trips).toBe(2);
    expect(((await answer.json()) as Feed).items).toHaveLength(50);
    expect((await walk("/stories/crowded/feed.json?lang=en")).flat()).toHaveLength(61);
  });

  it("has the same pages in every format, each within its rows", async () => {
    const first = await feedOf("/stories/walked/feed.json?lang=en");
    const ids = first.items.map(({ id }) => id);
    for (const [path, next] of [
      ["/stories/walked/feed.atom?lang=en", /<link rel="next" type="application\/atom\+xml" href="([^"]*)"/],
      ["/stories/walked/feed.rss?lang=en", /<atom:link rel="next" type="application\/rss\+xml" href="([^"]*)"/],
    ] as const) {
      const xml = await text(path);
      const names = path.includes("atom") ? elements(xml, "id").slice(1) : elements(xml, "guid");
      expect(names).toEqual(ids);
      const answer = await server.get(unescaped(next.exec(xml)?.[1] ?? ""));
      expect(answer.status).toBe(200);
      expect(costOf(answer)).toMatchObject({ trips: 1 });
      expect(costOf(answer).read).toBeLessThanOrEqual(60);
    }
  });

  it.each(["x", btoa('["0",5]'), btoa('["9",1]'), btoa('["9",0.5]'), btoa('["x",7]')])(
    "refuses the cursor %s",
    async (cursor) => {
      for (const name of ["feed.atom", "feed.rss", "feed.json"])
        expect((await server.get(`/stories/walked/${name}?${new URLSearchParams({ cursor })}`)).status).toBe(422);
    },
  );

  it("tells the language of each entry: the story's where the headline is the editors' own, else the reader's", async () => {
    const { items } = await feedOf(`/stories/${stories.sample}/feed.json?lang=en`);
    const languages = new Map(items.map((item) => [item.title, item.language]));
    expect(languages.get("La querelle éclipse le sommet")).toBe("fr");
    expect([...languages.values()]).toContain("en");
    const atom = await text(`/stories/${stories.sample}/feed.atom?lang=en`);
    expect(atom).toMatch(/<entry xml:lang="fr">\s*<id>[^<]*<\/id>\s*<title>La querelle éclipse le sommet<\/title>/);
  });
});

describe("the feed of all stories", () => {
  it("leads on to every story, fifty at a time, in one round trip and two rows a story", async () => {
    const more = Array.from({ length: 60 }, (_, index) => `story-${index}`);
    await Promise.all(more.map((story) => server.record(story, paced([opened()]))));
    const pages = await walk("/feed.json?lang=en");
    const urls = pages.flat().map(({ url }) => url);
    const count = await server.db.prepare("SELECT count(*) AS count FROM stories").first("count");
    expect([urls.length, new Set(urls).size]).toEqual([count, count]);
    const cost = costOf(await server.get("/feed.json?lang=en"));
    expect(cost).toMatchObject({ trips: 1, written: 0 });
    expect(cost.read).toBeLessThanOrEqual(2 * 50 + 5);
  });

  it("names a story that was opened by the code of before as that of now does", async () => {
    const before = await feedOf("/feed.json?lang=en");
    await server.db.prepare("UPDATE stories SET first_hash = NULL").run();
    expect((await feedOf("/feed.json?lang=en")).items.map(({ id }) => id)).toEqual(before.items.map(({ id }) => id));
  });
});

describe("names", () => {
  const named = async (path: string, headers: Record<string, string>) => {
    const { items } = (await (await server.get(path, headers)).json()) as Feed;
    return items.map(({ id }) => id);
  };

  it("hang on no host, no scheme and no language, and each names one thing", async () => {
    const paths = ["/feed.json", `/stories/${stories.sample}/feed.json`, "/stories/full/feed.json"];
    for (const path of paths) {
      const ids = await named(`${path}?lang=en`, {});
      expect(await named(`${path}?lang=fr`, { "X-Forwarded-Proto": "https", Host: "news.example" })).toEqual(ids);
      for (const id of ids) expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
    const feeds = await Promise.all(["/feed.atom", ...paths.map((path) => path.replace("json", "atom"))].map(text));
    const ids = feeds.slice(1).flatMap((feed) => elements(feed, "id"));
    const [first = ""] = feeds;
    // The feed of a story has the name that the story has in the feed of all.
    expect(ids.filter((id) => elements(first, "id").includes(id))).not.toEqual([]);
    expect(new Set(elements(first, "id")).size).toBe(elements(first, "id").length);
  });

  it("come along when a log is moved to another deployment, and survive a takedown", async () => {
    const other = await startServer();
    try {
      await shipAll(other, "full", await server.log("full"));
      const ids = async (from: Server) => (await from.read<Feed>("/stories/full/feed.json?lang=en")).items.map(({ id }) => id);
      const before = await ids(other);
      expect(before).toEqual(await ids(server));
      await other.takeDown("full", 1);
      expect((await ids(other)).toSorted()).toEqual(before.toSorted());
    } finally {
      await other.close();
    }
  });
});

describe("RSS", () => {
  it.each([...Object.values(stories), "full"])("of %s is of version 2.0", async (story) => {
    for (const language of ["en", "fr"])
      expect(await xmlFaults(await text(`/stories/${story}/feed.rss?lang=${language}`), "rss")).toEqual([]);
  });

  it("of all stories too", async () => {
    expect(await xmlFaults(await text("/feed.rss"), "rss")).toEqual([]);
  });

  it("is held to that: what lacks a description or a link, has another date or an address for a name is refused", async () => {
    const feed = await text("/stories/full/feed.rss");
    for (const broken of [
      feed.replace(/<description>[\s\S]*?<\/description>/, ""),
      feed.replace(/<link>[^<]*<\/link>/, ""),
      feed.replace(/<pubDate>[^<]*/, "<pubDate>2026-11-26T12:00:00Z"),
      feed.replace(/<guid isPermaLink="false">/, "<guid>"),
      feed.replace(/<rss version="2.0"/, '<rss version="1.0"'),
    ])
      expect(await xmlFaults(broken, "rss")).not.toEqual([]);
  });

  it("says in each item what the Atom entry says", async () => {
    const [rss, atom] = [await text("/stories/full/feed.rss?lang=en"), await text("/stories/full/feed.atom?lang=en")];
    const told = (xml: string, item: string, names: string[]) =>
      elements(xml, item).map((one) => names.map((name) => textIn(one, name)));
    expect(told(rss, "item", ["guid", "title", "description", "atom:updated"])).toEqual(
      told(atom, "entry", ["id", "title", "content", "updated"]),
    );
    expect(told(rss, "item", ["pubDate"]).flat()).toEqual(
      told(atom, "entry", ["published"])
        .flat()
        .map((date) => new Date(date).toUTCString()),
    );
  });

  it("escapes hostile words once where they are text, twice where they are HTML", async () => {
    const feed = await text(`/stories/${stories.hostile}/feed.rss`);
    expect(feed).not.toMatch(/<script|<img|<svg/);
    expect(textIn(feed, "title")).toBe(hostile.script);
    for (const item of elements(feed, "item")) expect(textIn(item, "description")).not.toMatch(/<(?:script|img|svg)/);
  });
});
