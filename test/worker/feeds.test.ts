/** The feeds: by their formats' own rules, with what was corrected, retracted and taken down. */
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../events/tell/languages.ts";
import { at, background, concluded, development, draft, opened, scene } from "../support/drafts.ts";
import { fullStory, longWords } from "../support/full-story.ts";
import { paced } from "../support/paced.ts";
import { costOf, grounds, type Server, startServer } from "../support/server.ts";
import { hostile, recordStories, stories } from "../support/stories.ts";
import { elements, textIn, unescaped, xmlFaults } from "../support/xml.ts";

type Item = { id: string; url: string; title: string; content_html?: string; content_text: string; date_modified: string };
type JsonFeed = { expired: boolean; language: string; feed_url: string; items: Item[] };

let server: Server;
let empty: { atom: string; json: string };
beforeAll(async () => {
  server = await startServer();
  empty = { atom: await text("/feed.atom"), json: await text("/feed.json") };
  await recordStories(server);
  await server.takeDown(stories.mixedUp, 7);
  await server.record("marks", [
    ...paced([opened({ title: "Marks that XML has not: \uFFFE\uFFFF" })]),
    at("15:00", background("]]>")),
  ]);
});
afterAll(() => server?.close());

const all = [...Object.values(stories), "marks"];
const text = async (path: string): Promise<string> => (await server.get(path)).text();
const atomOf = (story: string, language = "en") => text(`/stories/${story}/feed.atom?lang=${language}`);
const jsonOf = (story: string, language = "en") => server.read<JsonFeed>(`/stories/${story}/feed.json?lang=${language}`);
const entriesOf = (xml: string) => elements(xml, "entry");
const isOf = (address: string, version: number) => new URL(address).pathname.endsWith(`/events/${version}`);
const addressIn = (entry: string) => unescaped(/<link rel="alternate"[^>]* href="([^"]*)"/.exec(entry)?.[1] ?? "");
const entryOf = (xml: string, version: number) => entriesOf(xml).find((entry) => isOf(addressIn(entry), version)) ?? "";
const itemOf = ({ items }: Pick<JsonFeed, "items">, version: number) => items.find(({ url }) => isOf(url, version));

describe("Atom", () => {
  it.each(all.flatMap((story) => languages.map((language) => ({ story, language }))))(
    "of $story in $language is of the grammars of RFC 4287 and RFC 6721",
    async ({ story, language }) => {
      expect(await xmlFaults(await atomOf(story, language), "atom")).toEqual([]);
    },
  );

  it("of all stories is of the grammar too, also where there is none", async () => {
    expect(await xmlFaults(await text("/feed.atom"), "atom")).toEqual([]);
    expect(await xmlFaults(empty.atom, "atom")).toEqual([]);
    expect(JSON.parse(empty.json)).toMatchObject({ items: [] });
  });

  it("is held to that grammar: what lacks an id, a date or an end is refused", async () => {
    const feed = await atomOf(stories.mixedUp);
    const broken = [
      feed.replace(/<id>.*?<\/id>/, ""),
      feed.replace(/<updated>.*?<\/updated>/, "<updated>yesterday</updated>"),
      feed.replace(/ when="[^"]*"/, ""),
      feed.replace("</feed>", ""),
      feed.replace("</title>", "&nbsp;</title>"),
      feed.replace("<title>", "<title>\uFFFE"),
    ];
    for (const xml of broken) expect(await xmlFaults(xml, "atom")).not.toEqual([]);
  });

  it.each(all)("of %s keeps the rules that no grammar tells", async (story) => {
    const feed = await atomOf(story);
    const ids = entriesOf(feed).map((entry) => textIn(entry, "id"));
    const gone = [...feed.matchAll(/<at:deleted-entry ref="([^"]*)" when="([^"]*)"/g)];
    // RFC 4287, 4.1.1: no two entries of the same id and date; 4.2.6: an id is an IRI. RFC 6721, 3: no two tombstones of the same.
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => URL.canParse(id))).toBe(true);
    expect(new Set(gone.map(([, ref, when]) => `${ref} ${when}`)).size).toBe(gone.length);
    // RFC 6721, 3: where there is an entry of that name too, the later of the two counts, and that tells of the removal.
    for (const [, ref, when = ""] of gone) {
      const entry = entriesOf(feed).find((one) => textIn(one, "id") === ref) ?? "";
      expect([textIn(entry, "title"), textIn(entry, "updated") <= when]).toEqual(["This entry was taken down", true]);
    }
    // 4.2.15: the feed was updated when the newest of it was.
    const dates = entriesOf(feed).map((entry) => textIn(entry, "updated"));
    expect(textIn(feed, "updated")).toBe(dates.toSorted().at(-1));
    // 4.1.1: a feed says where it stands, and each page that it stands for once.
    const self = /<link rel="self"[^>]* href="([^"]*)"/.exec(feed)?.[1] ?? "";
    expect(unescaped(self)).toBe(new URL(`/stories/${story}/feed.atom?lang=en`, server.url).href);
    // 4.1.2: an entry has an author, by itself or by its feed, and an alternate, or content.
    for (const entry of entriesOf(feed)) expect(entry).toMatch(/<link rel="alternate"[^>]*href="[^"]+"/);
  });

  it("has the newest fifty of a long story, newest first", async () => {
    const addresses = entriesOf(await atomOf(stories.long)).map((entry) => new URL(addressIn(entry)).pathname);
    expect(addresses).toEqual(Array.from({ length: 50 }, (_, index) => `/stories/long/events/${120 - index}`));
  });

  it("says what a corrected entry said before, and that it changed then", async () => {
    const entry = entryOf(await atomOf(stories.mixedUp), 8);
    expect(textIn(entry, "title")).toBe("Sam Altman counters with an offer of $9.74bn for Twitter");
    expect(textIn(entry, "content")).toMatch(
      /It said: <del>Sam Altman counters with an offer of \$97\.4bn for Twitter<\/del> · It says: <ins>Sam Altman counters with an offer of \$9\.74bn for Twitter<\/ins> · Why: <span lang="en" dir="auto">It was wrong\.<\/span>/,
    );
    await server.record("late", [...paced(scene), at("15:00", development("The summit goes on"))]);
    const before = textIn(entryOf(await atomOf("late"), 6), "updated");
    const { events } = await server.record(
      "late",
      at(
        "15:00",
        draft("EventCorrected", {
          event: 6,
          reason: "It does not.",
          replacement: { data: { headline: "The summit ends" } },
        }),
      ),
    );
    const after = entryOf(await atomOf("late"), 6);
    expect(textIn(after, "updated")).toBe(events[0]?.recordedAt);
    expect(textIn(after, "published")).toBe(before);
    expect(textIn(await atomOf("late"), "updated")).toBe(events[0]?.recordedAt);
  });

  it("tells what was retracted in words, in the entry that made the claim, and leaves no tombstone that would hide them", async () => {
    const feed = await atomOf(stories.mixedUp);
    const retracted = entryOf(feed, 9);
    const retraction = (await server.log(stories.mixedUp)).find(({ type }) => type === "EventRetracted");
    expect(textIn(retracted, "title")).toBe("Retracted: The summit is called off");
    expect(textIn(retracted, "updated")).toBe(retraction?.recordedAt);
    expect(textIn(retracted, "content")).toMatch(/^<p>Retracted, .* · Why: .*It was never called off\./);
    expect(textIn(entryOf(await atomOf(stories.mixedUp, "fr"), 9), "title")).toBe("Rétracté\u00a0: The summit is called off");
    expect(feed).not.toContain(`ref="${textIn(retracted, "id")}"`);
  });

  it("leaves a tombstone of what was taken down, and an entry that says so and nothing more", async () => {
    const feed = await atomOf(stories.mixedUp);
    const entry = entryOf(feed, 7);
    const [, when, comment = ""] =
      new RegExp(`<at:deleted-entry ref="${textIn(entry, "id")}" when="([^"]*)">([^]*?)</at:deleted-entry>`).exec(feed) ?? [];
    const takedown = (await server.log(stories.mixedUp)).find(({ type }) => type === "EventTakenDown");
    expect([when, textIn(entry, "updated")]).toEqual([takedown?.recordedAt, takedown?.recordedAt]);
    expect(textIn(comment, "at:comment")).toContain(grounds.reason);
    expect(textIn(entry, "title")).toBe("This entry was taken down");
    expect(textIn(entry, "content")).toContain(grounds.reason);
    expect(feed).not.toContain("not for sale");
  });

  it("names no account: an entry has its byline for an author, or none of its own", async () => {
    const feed = await atomOf(stories.mixedUp);
    expect(elements(feed, "name").map(unescaped)).toEqual(["Riposte"]);
  });

  it("quotes nobody of a retracted entry, and tells nothing as gone that was reinstated", async () => {
    await server.record("full", fullStory);
    const feed = await atomOf("full");
    expect(await xmlFaults(feed, "atom")).toEqual([]);
    expect(feed).not.toContain("Pirates");
    expect(feed).not.toContain("<at:deleted-entry");
    expect(textIn(entryOf(feed, 29), "title")).toBe("Retracted: Ann Chief insults Alpha");
    const reinstated = entryOf(feed, 31);
    expect(textIn(reinstated, "content")).toMatch(/<p>Reinstated, .* · Why: .*They do\./);
    const json = await jsonOf("full");
    expect(itemOf(json, 29)?.title).toBe("Retracted: Ann Chief insults Alpha");
    expect(JSON.stringify(json)).not.toContain("Pirates");
  });

  it("tells what became of an entry: only reported, confirmed, denied, deleted, updated; minor edits nowhere", async () => {
    const feed = await atomOf("full");
    const content = (version: number) => textIn(entryOf(feed, version), "content");
    expect(content(25)).toMatch(/<p>Only reported<\/p><p>Denied by Alpha plc, 4\.10pm GMT on 10 February 2025<\/p>/);
    expect(content(27)).toMatch(/^<p>Confirmed by Target, /);
    expect(content(21)).toMatch(/<p>Deleted since by Alpha plc, /);
    expect(content(30)).toMatch(/<p>They met in Paris\.<\/p>|>They met in Paris\.<\/span><\/p><p>/);
    expect(content(30).match(/Updated, /g)).toHaveLength(1);
    expect(content(30)).not.toContain("Corrected");
    expect(textIn(entryOf(feed, 10), "name")).toBe("Iris Reporter");
    expect(content(10)).toContain('Source: <a href="https://wire.example/alpha">The Wire</a>');
  });

  it("tells a quotation once: in the headline, or beneath it where that has cut it", async () => {
    const feed = await atomOf("full");
    expect(entryOf(feed, 21).match(/Vultures/g)).toHaveLength(1);
    expect(textIn(entryOf(feed, 21), "content")).not.toContain("<blockquote");
    expect(textIn(entryOf(feed, 24), "title")).toContain("…”");
    expect(textIn(entryOf(feed, 24), "content")).toContain(`<blockquote lang="en" dir="auto">${longWords}</blockquote>`);
  });

  it("has a retraction of what had left the newest fifty first", async () => {
    await server.record(stories.long, at("23:00", draft("EventRetracted", { event: 13, reason: "It never was." })));
    const feed = await atomOf(stories.long);
    expect(await xmlFaults(feed, "atom")).toEqual([]);
    expect(entriesOf(feed)).toHaveLength(50);
    expect(new URL(addressIn(entriesOf(feed)[0] ?? "")).pathname).toBe("/stories/long/events/13");
    expect(entryOf(feed, 70)).toBe("");
  });

  it("tells a quote and its translation, each in its own language, and where they come from", async () => {
    const content = textIn(entryOf(await atomOf(stories.sample, "fr"), 12), "content");
    expect(content).toContain(
      '<blockquote lang="en" dir="auto">no thank you but we will buy twitter for $9.74 billion if you want</blockquote>',
    );
    expect(content).toContain('En français (traduction : presse française) : <q lang="fr" dir="auto">Non merci, mais');
    expect(content).toContain('<cite lang="en" dir="auto">Message de Sam Altman</cite>');
  });

  it("escapes hostile words twice where they are HTML, once where they are text", async () => {
    const feed = await atomOf(stories.hostile);
    expect(feed).not.toMatch(/<script|<img|<svg/);
    expect(textIn(feed, "title")).toBe(hostile.script);
    for (const entry of entriesOf(feed)) expect(textIn(entry, "content")).not.toMatch(/<(?:script|img|svg)/);
    expect(textIn(entryOf(feed, 7), "title")).toContain(hostile.script);
    expect(unescaped(textIn(entryOf(feed, 5), "content"))).toContain(hostile.script);
  });
});

describe("JSON Feed", () => {
  const string = { type: "string", minLength: 1 };
  const uri = { type: "string", format: "uri" };
  const date = { type: "string", format: "date-time" };
  const authors = { type: "array", minItems: 1, items: { type: "object", required: ["name"], properties: { name: string } } };
  /** https://www.jsonfeed.org/version/1.1/: what it asks for, and no name that it does not know. */
  const schema = {
    type: "object",
    required: ["version", "title", "items"],
    additionalProperties: false,
    properties: {
      version: { const: "https://jsonfeed.org/version/1.1" },
      title: string,
      home_page_url: uri,
      feed_url: uri,
      next_url: uri,
      description: string,
      favicon: uri,
      authors,
      language: { enum: [...languages] },
      expired: { type: "boolean" },
      items: {
        type: "array",
        items: {
          type: "object",
          required: ["id"],
          anyOf: [{ required: ["content_html"] }, { required: ["content_text"] }],
          additionalProperties: false,
          properties: {
            id: string,
            url: uri,
            title: string,
            language: string,
            image: uri,
            attachments: {
              type: "array",
              minItems: 1,
              items: {
                type: "object",
                required: ["url", "mime_type"],
                additionalProperties: false,
                properties: { url: uri, mime_type: string, title: string },
              },
            },
            content_html: string,
            content_text: string,
            date_published: date,
            date_modified: date,
            authors,
            tags: { type: "array", items: string },
          },
        },
      },
    },
  };
  const ajv = new Ajv2020({ allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);

  it.each([...all.map((story) => `/stories/${story}/feed.json`), "/feed.json"])("%s is of version 1.1", async (path) => {
    validate(await server.read(path));
    expect(validate.errors ?? []).toEqual([]);
  });

  it("has an item for each of Atom's entries, in the same words", async () => {
    for (const story of Object.values(stories)) {
      const { items } = await jsonOf(story);
      const entries = entriesOf(await atomOf(story));
      expect(items.map(({ id, title, date_modified }) => [id, title, date_modified])).toEqual(
        entries.map((entry) => ["id", "title", "updated"].map((name) => textIn(entry, name))),
      );
    }
  });

  it("escapes hostile words in HTML, and leaves them as they are in text", async () => {
    const feed = await jsonOf(stories.hostile);
    for (const { content_html = "" } of feed.items) expect(content_html).not.toMatch(/<(?:script|img|svg)/);
    expect(itemOf(feed, 5)?.content_text).toContain(hostile.script);
    expect(itemOf(feed, 7)?.title).toContain(hostile.script);
  });

  it("says that a story is over once it is", async () => {
    await server.record("ended", paced(scene));
    expect((await jsonOf("ended")).expired).toBe(false);
    await server.record("ended", at("20:00", concluded()));
    expect((await jsonOf("ended")).expired).toBe(true);
  });
});

describe.each(["feed.atom", "feed.rss", "feed.json"])("%s", (name) => {
  const path = `/stories/${stories.long}/${name}`;
  const type = {
    "feed.atom": "application/atom+xml; charset=utf-8",
    "feed.rss": "application/rss+xml; charset=utf-8",
    "feed.json": "application/feed+json",
  }[name];

  it("takes one round trip of sixty rows, and a 304 one of four", async () => {
    const answer = await server.get(path);
    expect(costOf(answer)).toMatchObject({ trips: 1, written: 0 });
    expect(costOf(answer).read).toBeLessThanOrEqual(60);
    const again = await server.get(path, { "If-None-Match": answer.headers.get("ETag") ?? "" });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect(costOf(again).trips).toBe(1);
    expect(costOf(again).read).toBeLessThanOrEqual(4);
  });

  it("says what it is, when it changed, and that any site may read it", async () => {
    for (const method of ["GET", "HEAD"]) {
      const { headers } = await server.get(path, { "Accept-Language": "fr" }, method);
      expect(headers.get("Content-Type")).toBe(type);
      expect(headers.get("Content-Language")).toBe("fr");
      expect(headers.get("Vary")).toContain("Accept-Language");
      expect(headers.get("Cache-Control")).toBe("public, max-age=0, s-maxage=2");
      expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
      const { recordedAt = "" } = (await server.log(stories.long)).at(-1) ?? {};
      expect(Date.parse(headers.get("Last-Modified") ?? "")).toBe(Math.floor(Date.parse(recordedAt) / 1000) * 1000);
    }
  });

  it("of all stories has an entry for each, latest activity first, and answers 304", async () => {
    const answer = await server.get(`/${name}?lang=en`);
    expect(answer.headers.get("Content-Type")).toBe(type);
    const told = await answer.text();
    const places = ["/stories/long?lang=en", "/stories/musk-openai?lang=en"].map((address) => told.indexOf(address));
    expect(places[0]).toBeGreaterThan(0);
    expect(places[1]).toBeGreaterThan(places[0] ?? 0);
    expect(told).toContain("Altman has countered with a $9.74bn offer for Twitter");
    const again = await server.get(`/${name}?lang=en`, { "If-None-Match": answer.headers.get("ETag") ?? "" });
    expect(again.status).toBe(304);
  });

  it.each(["nobody-knows", "No_Slug"])("of %s is not there", async (story) => {
    const answer = await server.get(`/stories/${story}/${name}`);
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([404, "text/html; charset=UTF-8"]);
  });
});
