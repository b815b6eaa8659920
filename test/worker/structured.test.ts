/** What a story's page says of itself to machines: addresses, Open Graph, schema.org. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at, concluded, scene } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { costOf, type Server, startServer } from "../support/server.ts";
import { hostile, recordStories, stories } from "../support/stories.ts";
import { unescaped } from "../support/xml.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
  await recordStories(server);
  await server.takeDown(stories.mixedUp, 7);
});
afterAll(() => server?.close());

const html = async (path: string) => (await server.get(path)).text();
const whole = (path: string) => new URL(path, server.url).href;
const sample = `/stories/${stories.sample}`;

const attributes = (tag: string) =>
  Object.fromEntries([...tag.matchAll(/([a-z:-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, unescaped(value)]));
const tags = (page: string, name: "link" | "meta") =>
  [...page.matchAll(new RegExp(`<${name} [^>]*>`, "g"))].map(([tag]) => attributes(tag));
const links = (page: string, rel: string) => tags(page, "link").filter((link) => link.rel === rel);
const metas = (page: string) => new Map(tags(page, "meta").map((meta) => [meta.property ?? meta.name ?? "", meta.content ?? ""]));

describe("the addresses of a page", () => {
  it.each([
    ["", "", false],
    ["?lang=fr", "?lang=fr", false],
    ["?order=asc&lang=fr", "?lang=fr", true],
    ["?utm_source=x", "", false],
    ["?version=12", "", true],
    ["?since=12", "", true],
    ["?asOf=2999-01-01T00:00:00Z&lang=en", "?lang=en", true],
  ])("%j is known as %j; noindex: %j", async (query, canonical, noindex) => {
    const page = await html(sample + query);
    expect(links(page, "canonical")).toEqual([{ rel: "canonical", href: whole(sample + canonical) }]);
    expect(metas(page).get("robots")).toBe(noindex ? "noindex" : undefined);
    const languages = links(page, "alternate").filter(({ hreflang }) => hreflang);
    expect(languages.map(({ hreflang, href }) => [hreflang, href])).toEqual([
      ["en", whole(`${sample}?lang=en`)],
      ["fr", whole(`${sample}?lang=fr`)],
      ["x-default", whole(sample)],
    ]);
  });

  it("are left out where there is no page", async () => {
    const page = await html("/stories/nobody-knows");
    expect(links(page, "canonical")).toEqual([]);
    expect(metas(page).get("robots")).toBe("noindex");
  });

  it("lead to feeds and oEmbed, which answer", async () => {
    for (const path of [`${sample}?lang=fr`, "/"]) {
      const found = links(await html(path), "alternate").filter(({ type }) => type && type !== "application/json");
      expect(found.map(({ type }) => type)).toEqual(
        expect.arrayContaining([
          "application/atom+xml",
          "application/feed+json",
          ...(path === "/" ? [] : ["application/json+oembed"]),
        ]),
      );
      for (const { href = "", type } of found) {
        const answer = await server.get(href);
        expect(answer.status).toBe(200);
        expect(answer.headers.get("Content-Type")?.split(";")[0]).toBe(type?.replace("+oembed", ""));
      }
    }
  });
});

describe("Open Graph", () => {
  it("tells title, sentence, language, times and picture of a story", async () => {
    const page = await html(`${sample}?lang=fr`);
    const told = metas(page);
    const { version, headline } = await server.read<{ version: number; headline: string }>(`/api${sample}/status?lang=fr`);
    const log = await server.log(stories.sample);
    expect(Object.fromEntries([...told].filter(([name]) => /^(?:og|article|twitter):/.test(name)))).toEqual({
      "og:type": "article",
      "og:title": "Musk, Altman et l’offre sur OpenAI",
      "og:description": headline,
      "og:url": whole(`${sample}?lang=fr`),
      "og:site_name": "Riposte",
      "og:locale": "fr_FR",
      "og:locale:alternate": "en_GB",
      "og:image": whole(`${sample}/picture.png?version=${version}&lang=fr`),
      "og:image:type": "image/png",
      "og:image:width": "1200",
      "og:image:height": "630",
      "og:image:alt": headline,
      "article:published_time": log[0]?.recordedAt,
      "article:modified_time": log.at(-1)?.recordedAt,
      "twitter:card": "summary_large_image",
    });
    expect(told.get("description")).toBe(headline);
    const picture = await server.get(told.get("og:image") ?? "");
    expect([picture.status, picture.headers.get("Content-Type")]).toEqual([200, "image/png"]);
  });

  it("tells hostile words as they are", async () => {
    expect(metas(await html(`/stories/${stories.hostile}`)).get("og:title")).toBe(hostile.script);
  });
});

type Node = { "@type": string; [property: string]: unknown };
const graphOf = async (path: string): Promise<{ news: Node; live: Node; updates: Node[]; page: string }> => {
  const page = await html(path);
  const [, json = ""] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(page) ?? [];
  const { "@context": context, "@graph": graph } = JSON.parse(json) as { "@context": string; "@graph": Node[] };
  expect(context).toBe("https://schema.org");
  const [news, live] = ["NewsArticle", "LiveBlogPosting"].map((type) => graph.find((node) => node["@type"] === type));
  if (!news || !live) throw new Error("The graph lacks an article or a live blog");
  return { news, live, updates: live.liveBlogUpdate as Node[], page };
};

/**
 * What Google's documentation asks of each type, required and recommended; of schema.org, which requires nothing, the types alone: the
 * compiler holds `json-ld.ts` to them by `schema-dts`.
 */
const article = ["headline", "url", "image", "datePublished", "dateModified", "author", "publisher", "description", "inLanguage"];
const wanted: Record<string, readonly string[]> = {
  NewsArticle: [...article, "mainEntityOfPage"],
  LiveBlogPosting: [...article, "coverageStartTime", "liveBlogUpdate"],
  BlogPosting: ["headline", "articleBody", "datePublished", "dateModified", "url", "author"],
  CorrectionComment: ["text", "datePublished"],
  Organization: ["name", "url", "logo"],
  Person: ["name"],
  ImageObject: ["url"],
};
const dates = ["datePublished", "dateModified", "coverageStartTime", "coverageEndTime"];

const faultsOf = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(faultsOf);
  if (typeof value !== "object" || value === null) return [];
  const node = value as Node;
  const inner = Object.values(node).flatMap(faultsOf);
  if (node["@type"] === undefined)
    return Object.keys(node).join() === "@id" ? inner : [...inner, `no type: ${Object.keys(node)}`];
  const properties = wanted[node["@type"]] ?? ["a type that is known"];
  const lacking = properties.filter((name) => node[name] === undefined || node[name] === "");
  const undated = dates.filter((name) => node[name] !== undefined && !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(String(node[name])));
  const nowhere = ["url", "@id", "mainEntityOfPage"].filter(
    (name) => node[name] !== undefined && !URL.canParse(String(node[name])),
  );
  return [...inner, ...[...lacking, ...undated, ...nowhere].map((name) => `${node["@type"]}: ${name}`)];
};

describe("JSON-LD", () => {
  it.each(Object.values(stories).flatMap((story) => ["en", "fr"].map((language) => ({ story, language }))))(
    "of $story in $language has what schema.org's types and Google ask for",
    async ({ story, language }) => {
      const { news, live } = await graphOf(`/stories/${story}?lang=${language}`);
      expect(faultsOf([news, live])).toEqual([]);
      expect([news.inLanguage, live.url]).toEqual([language, whole(`/stories/${story}?lang=${language}`)]);
    },
  );

  it("is held to that", () => {
    const faults = faultsOf({ "@type": "BlogPosting", headline: "", datePublished: "today", url: "#v1", author: {} });
    const properties = ["headline", "articleBody", "dateModified", "datePublished", "url"];
    expect(faults).toEqual(["no type: ", ...properties.map((name) => `BlogPosting: ${name}`)]);
  });

  it("has an update for each entry of the page, at its anchor", async () => {
    const { updates, page } = await graphOf(sample);
    const anchors = [...page.matchAll(/<li class="entry[^>]* id="(v\d+)"/g)].map(([, anchor]) => whole(`${sample}#${anchor}`));
    expect(anchors).toHaveLength(11);
    expect(updates.map(({ url }) => url)).toEqual(anchors);
    expect(updates.find(({ headline }) => String(headline).startsWith("Musk insults"))?.articleBody).toContain("Swindler");
  });

  it("says what was corrected and retracted, and nothing of what was taken down", async () => {
    const { news, updates, page } = await graphOf(`/stories/${stories.mixedUp}?lang=en`);
    const [retraction, correction] = news.correction as { text: string }[];
    expect(correction?.text).toMatch(
      /It said: Sam Altman counters with an offer of \$97\.4bn.*It says: Sam Altman counters with an offer of \$9\.74bn.*Why: It was wrong\./,
    );
    expect(retraction?.text).toMatch(/^The summit is called off: Retracted, .*Why: It was never called off\.$/);
    expect(updates.map(({ url }) => String(url).split("#")[1])).toEqual(["v8", "v6", "v1"]);
    expect(updates[0]?.correction).toEqual([correction]);
    expect(page).not.toContain("not for sale");
  });

  it("ends the coverage when the conclusion is recorded", async () => {
    await server.record("over", paced(scene));
    expect((await graphOf("/stories/over")).live.coverageEndTime).toBeUndefined();
    const { events } = await server.record("over", at("20:00", concluded()));
    expect((await graphOf("/stories/over")).live).toMatchObject({
      coverageStartTime: (await server.log("over"))[0]?.recordedAt,
      coverageEndTime: events[0]?.recordedAt,
    });
  });

  it("carries hostile words that cannot leave it", async () => {
    const { news, updates, page } = await graphOf(`/stories/${stories.hostile}`);
    expect(news.headline).toBe(hostile.script);
    expect(JSON.stringify(updates)).toContain(JSON.stringify(hostile.attribute).slice(1, -1));
    // The other script is the page's own.
    expect(page.replace(/<script type="module" src="\/assets\/story\.\w+\.js">/, "").match(/<script/g)).toHaveLength(1);
  });

  it.each(["?version=12", "?order=asc", "?asOf=2999-01-01T00:00:00Z"])(
    "is not on %s, which is another view of the same",
    async (query) => {
      expect(await html(sample + query)).not.toContain("ld+json");
    },
  );

  it("costs the page one row, and no round trip", async () => {
    const page = costOf(await server.get(`/stories/${stories.long}`));
    expect(page.trips).toBe(1);
    expect(page.read).toBeLessThanOrEqual(66);
  });
});
