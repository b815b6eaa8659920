/** Requests to read that somebody made up to break it: each is answered as it is to be, soon, and none with 500. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pages } from "../../worker/pages/registry.ts";
import { routes } from "../../worker/routes/registry.ts";
import { insult, offer, scene, statement } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { type Server, startServer } from "../support/server.ts";
import { otherThan, soon, statusesOf } from "../support/under-fire.ts";
import { sendRaw } from "../support/wire.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
  await server.record("story", paced([...scene, offer("bid"), insult(), statement()]));
});
afterAll(() => server?.close());

const cursorOf = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("a conditional request", () => {
  const path = "/api/stories/story/timeline";

  it("gets the whole answer unless it has that very tag, however the tag is bent", async () => {
    const honest = await server.get(path);
    const [tag, text] = [honest.headers.get("ETag") ?? "", await honest.text()];
    const bare = tag.slice(1, -1);
    const bent = [
      ...[...bare.matchAll(/\d+/g)].map(
        ({ 0: digits, index }) => `"${bare.slice(0, index)}0${digits}${bare.slice(index + digits.length)}"`,
      ),
      ...[
        bare.toUpperCase(),
        ` ${bare}`,
        `${bare} `,
        bare.slice(1),
        bare.slice(0, -1),
        `${bare}.`,
        bare.replace(/\.[^.]*$/, ""),
        "",
      ].map((one) => `"${one}"`),
      ...[bare, `'${bare}'`, `"${bare}`, `${bare}"`, `w/${tag}`, `"x${tag}`, `W/W/${tag}`, `"a,${bare},b"`, '"*"'],
    ];
    for (const held of bent) {
      const answer = await soon(() => server.get(path, { "If-None-Match": held }));
      expect([held, answer.status, answer.headers.get("ETag"), await answer.text()]).toEqual([held, 200, tag, text]);
    }
    const held = [tag, `W/${tag}`, "*", `"x", ${tag}`];
    expect(await statusesOf(held, (value) => server.get(path, { "If-None-Match": value }))).toEqual([304]);
  });

  it("to write is refused unless it names the version, in whatever letters", async () => {
    const ask = (value: string) =>
      sendRaw(server.url, "/api/stories/story/events", {
        method: "POST",
        lines: [...Object.entries(server.signed("ada")).map((pair) => pair.join(": ")), `If-Match: ${value}`],
        body: JSON.stringify(paced([statement()], 60)[0]),
      });
    const versions = [
      '"9"',
      '"08"',
      "8",
      '"８"',
      '"\u00b2"',
      '"8", "9"x',
      'W/"9"',
      "\u00ff",
      '"8\u0000"',
      "*x",
      '"',
      ",",
      "é".repeat(5_000),
    ];
    expect(otherThan([400, 412, 422], await statusesOf(versions, ask))).toEqual([]);
  });
});

describe("a query", () => {
  it.each<[string, string, number[]]>([
    ["ten thousand parameters", Array.from({ length: 10_000 }, (_, index) => `k${index}`).join("&"), [422, 414, 431, 400]],
    ["an Object's own names", "__proto__=1&constructor=2&hasOwnProperty=3", [422]],
    ["a parameter that is an array elsewhere", "limit[]=1&limit[$gt]=1", [422]],
    ["percents that encode nothing", "cursor=%&limit=%zz", [422]],
    ["bytes that are no UTF-8", "cursor=%ff%fe", [422]],
  ])("of %s is answered", async (_, query, allowed) => {
    for (const path of ["/api/stories", "/api/stories/story/timeline", "/api/events"])
      expect(allowed).toContain((await soon(() => server.get(`${path}?${query}`))).status);
    expect([200, 414, 431, 400]).toContain(
      (await soon(() => server.get(`/stories/story?${query.replaceAll(/cursor|limit/g, "x")}`))).status,
    );
  });

  it("with a cursor that somebody made up is answered, on every list", async () => {
    const ends: unknown[] = [
      ...[
        ["", 0],
        ["~", 9e15],
        ["a", -1],
        ["a", 1.5],
        ["a", 1e308],
        ["\u0000", 1],
        ["\ud800", 1],
        ["a", "b"],
        ["rank", 1e9],
        ["rank", -1],
      ],
      ...[
        [],
        {},
        null,
        [1, 2],
        ["a"],
        ["a", 1, 2],
        [["a"], 1],
        [{}, {}],
        ["x".repeat(199), 1],
        ["9".repeat(200), "9".repeat(200)],
      ],
    ];
    const lists = [
      "/api/stories",
      "/api/stories/story/timeline",
      "/api/stories/story/timeline?order=asc",
      "/api/search?q=sale",
      "/",
      "/?q=sale",
      "/stories/story",
      "/stories/story/corrections",
    ];
    const asked = lists.flatMap((path) => ends.map((end) => `${path}${path.includes("?") ? "&" : "?"}cursor=${cursorOf(end)}`));
    const found = await statusesOf(asked, (path) => server.get(path));
    expect(otherThan([200, 422], found)).toEqual([]);
  });

  it.each([
    ...[
      '"',
      "'",
      "*",
      "a*",
      "^a",
      "a AND b",
      "NOT a",
      "a OR",
      "NEAR(a b, 2)",
      "{a b}: c",
      "col:a",
      "-a",
      "a + b",
      "(((",
      ")",
      "a\u0000b",
      "\\",
      "%",
      "_",
    ],
    ...["texts:", "rowid", "search MATCH 'a'", "'); DROP TABLE events;--", "?1", ":a", "@a", "$a"],
    ...[
      "предложение",
      "प्रस्ताव",
      "প্রস্তাব",
      "ข้อเสนอ",
      "提案",
      "オファー",
      "제안",
      "عرض",
      "הצעה",
      "προσφορά",
      "առաջարկ",
      "შეთავაზება",
      "ཁྲིམས",
      "ꦲꦸ",
      "𝓞𝓯𝓯𝓮𝓻",
      "👩‍👩‍👧‍👦",
      "🏳️‍🌈",
    ],
    ...[
      "\u202e",
      "\u200b",
      "\ufeff",
      "\u0301".repeat(100),
      "e\u0301".repeat(100),
      "ﬀ".repeat(200),
      "ẞ".repeat(100),
      "a ".repeat(100),
      "İ".repeat(100),
    ],
  ])("that searches for %j is answered, with what it asks for or a sentence", async (words) => {
    const addresses = ["/api/search", "/"].map((path) => `${path}?q=${encodeURIComponent(words)}`);
    expect(otherThan([200, 422], await statusesOf(addresses, (address) => server.get(address)))).toEqual([]);
  });
});

describe("a method", () => {
  const paths = [...routes, ...pages].map(({ path }) =>
    path
      .replace(/[{:](story)}?/, "story")
      .replace(/[{:]version}?/, "6")
      .replace(/[{:]projection}?/, "offers")
      .replace(/[{:]\w+}?/, "nothing"),
  );

  it("HEAD is answered as GET is, without a body, at every address", async () => {
    for (const path of new Set(paths)) {
      const [got, head] = [await soon(() => server.get(path)), await soon(() => server.get(path, {}, "HEAD"))];
      const kept = ({ status, headers }: Response) => [
        path,
        status,
        ...["ETag", "Content-Type"].map((name) => headers.get(name)),
      ];
      expect([...kept(head), await head.text()]).toEqual([...kept(got), ""]);
      expect(got.status).toBeLessThan(500);
    }
  });

  it.each(["OPTIONS", "TRACE", "PROPFIND", "get", "PRI", "M-SEARCH", "X".repeat(5_000)])(
    "%s does nothing at any address",
    async (method) => {
      const found = await statusesOf([...new Set(paths)].slice(0, 12), (path) => sendRaw(server.url, path, { method }));
      expect(otherThan([0, 204, 400, 401, 404, 405, 431, 501], found)).toEqual([]);
    },
  );

  it("that asks for ranges gets what stands there, or a part of it", async () => {
    const ranges = [
      "bytes=0-0",
      "bytes=-1",
      "bytes=9-0",
      `bytes=${"0-0,".repeat(5_000)}1-1`,
      "bytes=0-99999999999999999999",
      "x=1",
    ];
    const asked = ["/", "/stories/story", "/stories/story/picture.png", "/api/stories/story/events", "/favicon.svg"].flatMap(
      (path) => ranges.map((range) => ({ path, range })),
    );
    const found = await statusesOf(asked, ({ path, range }) => server.get(path, { Range: range }));
    expect(otherThan([200, 206, 416], found)).toEqual([]);
  });
});

describe("a host", () => {
  // What is no host at all does not come as far as the Worker.
  it.each(["..", "[::1]", "127.0.0.1.", "%61", "xn--a", "a_b", "0x7f.1", "a".repeat(10_000), "elsewhere.example:1"])(
    "that nobody has given this site, %j, is refused, or told to nobody else",
    async (host) => {
      for (const path of ["/", "/stories/story", "/stories/story/feed.atom", "/api/nothing", "/sitemap.xml"]) {
        const { status, head } = await soon(() => sendRaw(server.url, path, { host }));
        expect(otherThan([0, 200, 400, 404, 414, 431], [status])).toEqual([]);
        if (status === 200) expect([path, head]).toEqual([path, expect.stringMatching(/^vary: .*\bhost\b/im)]);
      }
    },
  );
});
