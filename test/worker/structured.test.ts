/** What a story's page says of itself to machines: addresses, Open Graph, schema.org. */
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at, concluded, development, scene } from "../support/drafts.ts";
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
      ["fr", whole(`${sample}?lang=fr`)],
      ["x-default", whole(sample)],
    ]);
  });

  it("are promised in the languages in which there is something to read: a story's own, and all of them of the front page", async () => {
    const promised = async (path: string) =>
      links(await html(path), "alternate").flatMap(({ hreflang, href }) => (hreflang ? [[hreflang, href]] : []));
    const mixedUp = `/stories/${stories.mixedUp}`;
    expect(await promised(mixedUp)).toEqual([
      ["en", whole(`${mixedUp}?lang=en`)],
      ["x-default", whole(mixedUp)],
    ]);
    expect((await promised("/")).map(([language]) => language)).toEqual(["en", "fr", "x-default"]);
  });

  it("are left out where there is no page", async () => {
    const page = await html("/stories/nobody-knows");
    expect(links(page, "canonical")).toEqual([]);
    expect(metas(page).get("robots")).toBe("noindex");
  });

  it("lead to feeds before all else that a reader of feeds may take for one", async () => {
    for (const path of [sample, "/"]) {
      const readable = links(await html(path), "alternate").filter(
        ({ type }) => type && /\/(rss\+xml|atom\+xml|json)$/.test(type),
      );
      expect(readable.map(({ type }) => type)).toEqual(["application/atom+xml", "application/rss+xml", "application/json"]);
    }
  });

  it("lead to feeds and oEmbed, which answer", async () => {
    for (const path of [`${sample}?lang=fr`, "/"]) {
      const found = links(await html(path), "alternate").filter(({ type }) => type && type !== "application/json");
      expect(found.map(({ type }) => type)).toEqual(
        expect.arrayContaining([
          "application/atom+xml",
          "application/rss+xml",
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
const graphOf = async (path: string): Promise<{ news: Node; live: Node; updates: Node[]; page: string; whole: unknown }> => {
  const page = await html(path);
  const [, json = ""] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(page) ?? [];
  const whole = JSON.parse(json) as { "@graph": Node[] };
  const { "@graph": graph } = whole;
  const [news, live] = ["NewsArticle", "LiveBlogPosting"].map((type) => graph.find((node) => node["@type"] === type));
  if (!news || !live) throw new Error("The graph lacks an article or a live blog");
  return { news, live, updates: live.liveBlogUpdate as Node[], page, whole };
};

/**
 * What Google's documentation of articles and of live blogs asks for, required and recommended, and no property that it does not know; of
 * schema.org, which requires nothing, the types alone: the compiler holds `json-ld.ts` to them by `schema-dts`.
 */
const words = { type: "string", minLength: 1 };
const address = { type: "string", format: "uri", pattern: "^https?://" };
const instant = { type: "string", format: "date-time" };
const type = (name: string) => ({ const: name });
const node = (name: string, properties: object, optional: readonly string[] = []) => ({
  type: "object",
  required: ["@type", ...Object.keys(properties).filter((property) => !optional.includes(property))],
  additionalProperties: false,
  properties: { "@type": type(name), ...properties },
});
const list = (items: object) => ({ type: "array", minItems: 1, items });
const image = node(
  "ImageObject",
  {
    url: address,
    width: { type: "string", pattern: "^\\d+$" },
    height: { type: "string", pattern: "^\\d+$" },
    caption: words,
    creditText: words,
  },
  ["creditText"],
);
const organization = node("Organization", { name: words, url: address, logo: node("ImageObject", { url: address }) });
const person = node("Person", { name: words });
const correction = list(node("CorrectionComment", { text: words, datePublished: instant }));
const common = {
  "@id": address,
  url: address,
  headline: words,
  description: words,
  inLanguage: { enum: ["en", "fr"] },
  datePublished: instant,
  dateModified: instant,
  image,
  author: organization,
  publisher: organization,
  isAccessibleForFree: { const: true },
  correction,
};
const update = node(
  "BlogPosting",
  {
    "@id": address,
    url: { ...address, pattern: "^https?://[^#]+/stories/[a-z0-9-]+/events/\\d+(?:\\?lang=(?:en|fr))?$" },
    headline: words,
    articleBody: words,
    datePublished: instant,
    dateModified: instant,
    inLanguage: words,
    image: list(image),
    author: { anyOf: [person, organization] },
    correction,
  },
  ["inLanguage", "image", "correction"],
);
const graph = {
  type: "object",
  required: ["@context", "@graph"],
  additionalProperties: false,
  properties: {
    "@context": { const: "https://schema.org" },
    "@graph": {
      type: "array",
      prefixItems: [
        node("NewsArticle", { ...common, mainEntityOfPage: address }, ["correction"]),
        node(
          "LiveBlogPosting",
          {
            ...common,
            isPartOf: { type: "object", required: ["@id"], additionalProperties: false, properties: { "@id": address } },
            coverageStartTime: instant,
            coverageEndTime: instant,
            liveBlogUpdate: list(update),
          },
          ["correction", "coverageEndTime"],
        ),
      ],
      minItems: 2,
      items: false,
    },
  },
};
const ajv = new Ajv2020({ allErrors: true, strictTuples: false });
addFormats.default(ajv);
const validate = ajv.compile(graph);
const faultsOf = (value: unknown): string[] => {
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

describe("JSON-LD", () => {
  it.each(Object.values(stories).flatMap((story) => ["en", "fr"].map((language) => ({ story, language }))))(
    "of $story in $language has what schema.org's types and Google ask for",
    async ({ story, language }) => {
      const { news, live, whole: told } = await graphOf(`/stories/${story}?lang=${language}`);
      expect(faultsOf(told)).toEqual([]);
      expect([news.inLanguage, live.url]).toEqual([language, whole(`/stories/${story}?lang=${language}`)]);
    },
  );

  it("is held to that: what lacks a property, a date or an address of its own is refused", async () => {
    const { whole: told } = await graphOf(sample);
    const text = JSON.stringify(told);
    for (const [was, is] of [
      ['"articleBody"', '"text"'],
      [/"datePublished":"[^"]*"/, '"datePublished":"today"'],
      [/"url":"([^"]*)\/events\/\d+/, '"url":"$1#v1'],
      ['"publisher"', '"editor"'],
      ['"coverageStartTime"', '"startTime"'],
      ['"@type":"BlogPosting"', '"@type":"Posting"'],
    ] as const)
      expect([String(was), faultsOf(JSON.parse(text.replace(was, is))).length > 0]).toEqual([String(was), true]);
  });

  it("has an update for each entry of the page, at its event's own address, which finds it however the story grows", async () => {
    for (const query of ["", "?lang=fr"]) {
      const { updates, page } = await graphOf(sample + query);
      const versions = [...page.matchAll(/<li class="entry[^>]* id="v(\d+)"/g)].map(([, version]) => version);
      expect(versions).toHaveLength(11);
      expect(updates.map(({ url }) => url)).toEqual(versions.map((version) => whole(`${sample}/events/${version}${query}`)));
      expect(updates.map((update) => update["@id"])).toEqual(versions.map((version) => whole(`${sample}/events/${version}`)));
      expect((await server.get(String(updates[0]?.url))).status).toBe(200);
    }
    const { updates } = await graphOf(sample);
    expect(updates.find(({ headline }) => String(headline).startsWith("Musk insults"))?.articleBody).toContain("Swindler");
  });

  it("names whoever wrote an update, and the publisher where nobody is named: no account", async () => {
    await server.record("bylined", [...paced(scene), { ...at("20:00", development("By hand")), byline: "Iris Reporter" }]);
    const { updates, page } = await graphOf("/stories/bylined?lang=en");
    const authors = new Map(updates.map(({ headline, author }) => [headline, (author as Node).name]));
    expect(authors.get("By hand")).toBe("Iris Reporter");
    expect(new Set(authors.values())).toEqual(new Set(["Iris Reporter", "Riposte"]));
    expect(page).not.toContain('"name":"ada"');
  });

  it("says what was corrected and retracted, and nothing of what was taken down", async () => {
    const { news, updates, page } = await graphOf(`/stories/${stories.mixedUp}?lang=en`);
    const [retraction, correction] = news.correction as { text: string }[];
    expect(correction?.text).toMatch(
      /It said: Sam Altman counters with an offer of \$97\.4bn.*It says: Sam Altman counters with an offer of \$9\.74bn.*Why: It was wrong\./,
    );
    expect(retraction?.text).toMatch(/^The summit is called off: Retracted, .*Why: It was never called off\.$/);
    expect(updates.map(({ url }) => /events\/(\d+)/.exec(String(url))?.[1])).toEqual(["8", "6", "1"]);
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
