/** Requests that somebody made up to break it, one after another: each is answered as it is to be, soon, and none with 500. */
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "../../worker/routes/registry.ts";
import { insult, offer, opened, scene, statement } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { type Server, startServer } from "../support/server.ts";
import { forged, ship, withoutPositions } from "../support/shipping.ts";
import { sendRaw } from "../support/wire.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
  await server.record("story", paced([...scene, offer("bid"), insult(), statement()]));
});
afterAll(() => server?.close());

/** As long as anybody waits, on a machine that does other things besides. */
const most = 2_000;
const soon = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
  const start = performance.now();
  const answer = await ask();
  expect(performance.now() - start).toBeLessThan(most);
  return answer;
};
/** The statuses of requests, each answered soon. */
const statuses = async <Item>(items: readonly Item[], ask: (item: Item) => Promise<{ status: number }>): Promise<number[]> => {
  const found: number[] = [];
  for (const item of items) found.push((await soon(() => ask(item))).status);
  return found;
};
const only = (found: readonly number[]): number[] => [...new Set(found)].sort();
const deep = (depth: number, inner = "1") => "[".repeat(depth) + inner + "]".repeat(depth);
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
    expect(
      only(await statuses([tag, `W/${tag}`, "*", `"x", ${tag}`], (held) => server.get(path, { "If-None-Match": held }))),
    ).toEqual([304]);
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
    expect(only(await statuses(versions, ask)).filter((status) => ![400, 412, 422].includes(status))).toEqual([]);
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
    const found = only(await statuses(asked, (path) => server.get(path)));
    expect(found.filter((status) => ![200, 422].includes(status))).toEqual([]);
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
      "\ud83d",
    ],
  ])("that searches for %j is answered, with what it asks for or a sentence", async (words) => {
    for (const path of ["/api/search", "/"]) {
      const answer = await soon(() => server.get(`${path}?q=${encodeURIComponent(words.toWellFormed())}`));
      expect([path, answer.status]).toEqual([path, path === "/" ? expect.any(Number) : answer.status]);
      expect([200, 422]).toContain(answer.status);
    }
  });
});

describe("a body", () => {
  const writes = routes
    .filter(({ method, path }) => method === "post" && path !== "/api/media")
    .map(({ path }) => path.replace("{story}", "story"));

  it.each<[string, string, number[]]>([
    ["of a hundred thousand levels", deep(100_000), [400, 422]],
    ["of a hundred thousand levels of objects", `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`, [400, 422]],
    ["that opens and never closes", "[".repeat(500_000), [400]],
    ["of one number without end", "9".repeat(500_000), [400, 422]],
    ["of a number that is infinite", "1e999", [400, 422]],
    ["of one text without end", `"${"\\u0061".repeat(150_000)}"`, [400, 422]],
    ["of names that are inherited", '{"__proto__":{"type":"StoryOpened"},"constructor":{},"toString":1}', [422]],
    ["of blanks", " ".repeat(900_000), [400]],
    ["of a byte order mark", "\ufeff{}", [400, 422]],
    ["of nothing", "", [400, 422]],
  ])("%s is answered by every route that takes one", async (_, body, allowed) => {
    const asked = (path: string) => server.send("POST", path, server.signed("pia"), body);
    const found = await statuses(
      writes.filter((path) => path !== "/api/search/index"),
      asked,
    );
    expect(only(found).filter((status) => !allowed.includes(status))).toEqual([]);
  });

  it("of a hundred events, each as large as one may be, is too large, and none of them is recorded", async () => {
    const event = {
      ...paced([statement()])[0],
      sources: Array.from({ length: 20 }, () => ({ publisher: "P", url: `https://a.example/${"x".repeat(2_000)}` })),
    };
    const answer = await soon(() =>
      server.post(
        "story",
        Array.from({ length: 100 }, () => event),
      ),
    );
    expect(answer.status).toBe(413);
  });

  it.each(["\u0001", "\u007f", "a\tb", "\u0080", "ÿ", " ", "", ",", "k".repeat(129), "k".repeat(15_000)])(
    "under the key %j is recorded once or not at all",
    async (key) => {
      const slug = `keyed-${Buffer.from(key).toString("hex").slice(0, 20)}-k`;
      const lines = [...Object.entries(server.signed("ada")).map((pair) => pair.join(": ")), `Idempotency-Key: ${key}`];
      const body = JSON.stringify(paced([opened()])[0]);
      const ask = () => soon(() => sendRaw(server.url, `/api/stories/${slug}/events`, { method: "POST", lines, body }));
      const [first, second] = [await ask(), await ask()];
      expect([
        [201, 200],
        [201, 409],
        [400, 400],
        [422, 422],
        [431, 431],
        [0, 0],
      ]).toContainEqual([first.status, second.status]);
    },
  );

  it("that comes drop by drop, or breaks off, holds nobody up, and is not recorded", async () => {
    const head = `POST /api/stories/dropped/events HTTP/1.1\r\nHost: ${server.url.host}\r\nContent-Length: 100000\r\n${Object.entries(
      server.signed("ada"),
    )
      .map((pair) => `${pair.join(": ")}\r\n`)
      .join("")}\r\n`;
    const sockets = Array.from({ length: 100 }, () => {
      const socket = connect(Number(server.url.port), server.url.hostname);
      socket.on("error", () => {});
      socket.write(`${head}[{"type":`);
      return socket;
    });
    expect((await soon(() => server.get("/api/stories/story/status"))).status).toBe(200);
    for (const socket of sockets) socket.write('"StoryOpened",');
    await soon(() => server.record("beside", paced([opened()])));
    for (const socket of sockets) socket.destroy();
    expect((await soon(() => server.get("/api/stories/dropped"))).status).toBe(404);
  });
});

describe("streams", () => {
  it("that are opened and dropped by hundreds leave a story to its readers", async () => {
    for (let round = 0; round < 3; round += 1) {
      const leaving = new AbortController();
      const opening = Array.from({ length: 100 }, () =>
        fetch(new URL("/api/stories/story/live", server.url), {
          headers: { Accept: "text/event-stream" },
          signal: leaving.signal,
        }).then(
          ({ status }) => status,
          () => 0,
        ),
      );
      expect(only(await Promise.all(opening))).toEqual([200]);
      leaving.abort();
    }
    expect((await soon(() => server.get("/api/stories/story/live"))).status).toBe(200);
    expect((await soon(() => server.post("beside", paced([statement({ by: "nobody" })], 9)))).status).toBe(409);
  });
});

describe("a log that is one byte off", () => {
  it("is not imported, wherever the byte is; the honest one is", async () => {
    const entries = (await forged(
      (await server.log("story")).map(({ position: _, seal: __, ...entry }) => ({ ...entry, story: "shipped" })),
    )) as object[];
    const text = JSON.stringify(
      withoutPositions(entries as { position: number }[]).map((entry) => ({ ...(entry as object), position: 1 })),
    );
    const places = Array.from({ length: 120 }, (_, index) => Math.floor(((index + 0.5) * text.length) / 120)).filter(
      (place) => !/"position":$/.test(text.slice(0, place)) && !/"position"/.test(text.slice(place - 11, place + 11)),
    );
    const flipped = (place: number) => text.slice(0, place) + (text[place] === "0" ? "1" : "0") + text.slice(place + 1);
    const found = only(
      await statuses(places, async (place) => {
        const body = `{"story":"shipped","entries":${flipped(place)}}`;
        return server.send("POST", "/api/imports", server.signed("pia"), body);
      }),
    );
    expect(found.filter((status) => ![400, 409, 422].includes(status))).toEqual([]);
    expect((await server.get("/api/stories/shipped")).status).toBe(404);
    expect((await ship(server, "shipped", JSON.parse(text))).status).toBe(200);
  });
});
