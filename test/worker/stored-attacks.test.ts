/** Attacks by what is recorded: text that would act where it is shown, SQL, and keys that objects inherit. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { postedTypes } from "../../events/parse.ts";
import { definitionOf, type EventType } from "../../events/registry.ts";
import { wordsOf } from "../../events/words.ts";
import { at, offer, opened, type Posted, party, scene, statement } from "../support/drafts.ts";
import { fullStory } from "../support/full-story.ts";
import { type Json, put } from "../support/mutants.ts";
import { paced } from "../support/paced.ts";
import { readings } from "../support/readings.ts";
import { leavesOf } from "../support/sealed.ts";
import { problemOf, type Server, startServer } from "../support/server.ts";

let server: Server;
let tables: unknown;
beforeAll(async () => {
  server = await startServer();
  await server.record("story", paced([...scene, offer("bid")]));
  tables = await tablesNow();
});
afterAll(() => server?.close());
const tablesNow = async () => (await server.db.prepare("SELECT name, sql FROM sqlite_master ORDER BY name").all()).results;

/** Every text of every event type's example, and the way to it. */
const texts = postedTypes.flatMap((type) =>
  leavesOf(definitionOf(type).example)
    .filter(({ path, value }) => typeof value === "string" && path[0] !== "type")
    .map(({ path }) => ({ type, path, name: `${type} /${path.join("/")}` })),
);
const example = (type: (typeof postedTypes)[number]) => definitionOf(type).example as Json;
const faultsOf = async (body: unknown) => {
  const answer = await server.post("story", body);
  return answer.status === 422 ? ((await problemOf(answer)).errors ?? []).map(({ pointer }) => pointer) : [];
};

describe.concurrent("characters that would turn the text around them", () => {
  const turning = ["\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"];
  const breaking = ["\u0000", "\u0007", "\u001b", "\n", "\r", "\t", "\u007f", "\u0085", "\u2028", "\u2029"];

  it.each(texts)("are put right in $name, or refused there", async ({ type, path }) => {
    const drafts = [...turning, ...breaking].map((one) => put(example(type), path, `a${one}b`));
    // No story is open there: what is of its schema is refused by the rules.
    const answer = await server.post("never-opened", drafts);
    const { errors = [], code } = await problemOf(answer);
    const pointers = drafts.map((_, index) => `/${index}/${path.join("/")}`);
    if (answer.status === 409) expect(["story-not-open", "story-already-open"]).toContain(code);
    else expect(pointers).toEqual(expect.arrayContaining(errors.map(({ pointer }) => pointer)));
  });

  it("stand in no event of a story that was pasted with them everywhere", async () => {
    const pasted = fullStory.map((draft) => ({ ...draft, data: withInsides(draft.type, draft.data) }));
    const answer = await server.post("pasted", pasted);
    const { notes = [] } = (await answer.json()) as { notes?: { pointer: string }[] };
    expect(answer.status).toBe(201);
    expect(notes.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining(["/0/data/title", "/20/data/quote/text"]));
    const log = await server.log("pasted");
    const said = log.flatMap(({ type, data }) => Object.values(wordsOf(type, data)).flat());
    expect(said).toContain("Talks end .");
    // Paragraphs alone have line ends.
    expect(said.filter((text) => /(?!\n)[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(text))).toEqual([]);
  });

  /** The data with all of these characters in each text that is free. */
  const withInsides = (type: EventType, data: unknown): unknown => {
    const free = new Set(Object.values(wordsOf(type, data)).flat());
    const pasted = (inner: unknown): unknown => {
      if (typeof inner === "string") return free.has(inner) ? `${inner}${[...turning, ...breaking].join("")}.` : inner;
      if (Array.isArray(inner)) return inner.map(pasted);
      if (typeof inner !== "object" || inner === null) return inner;
      return Object.fromEntries(Object.entries(inner).map(([name, member]) => [name, pasted(member)]));
    };
    return pasted(data);
  };
});

describe("markup and scripts", () => {
  const marked = (where: string) => `</title><script>alert("${where}")</script><img onerror='x'>`;
  /** The drafts of a story with markup in each text that takes it. */
  const harmful: Posted[] = [
    opened({ title: marked("title"), summary: marked("summary") }),
    ...["a", "b", "t"].map((slug) =>
      party(slug, { name: marked(slug), role: marked("role"), sameAs: ['https://x.example/"><script>'] }),
    ),
    offer("bid", { terms: marked("terms"), quote: { text: marked("quote"), language: "en", translator: marked("translator") } }),
    {
      ...statement({ platform: marked("platform") }),
      sources: [{ publisher: marked("publisher"), title: marked("source"), url: "https://x.example/'onclick='alert(1)" }],
    },
    at("15:00", { type: "DevelopmentReported", data: { headline: marked("headline"), text: marked("text") } }),
    at("15:10", { type: "QuestionRaised", data: { question: "why", text: marked("question") } }),
    at("15:20", {
      type: "EventCorrected",
      data: { event: 7, reason: marked("reason"), replacement: { data: { headline: marked("new") } } },
    }),
    at("15:30", { type: "StoryConcluded", data: { outcome: marked("outcome") } }),
  ];
  beforeAll(async () => {
    await server.record("harmful", paced(harmful));
  });

  it.each(["/stories/harmful", "/stories/harmful?lang=fr&order=asc", "/stories/harmful?version=7", "/"])(
    "are text on %s",
    async (path) => {
      const own = path === "/" ? "front" : "(?:story|erased)";
      const page = (await (await server.get(path)).text()).replace(
        new RegExp(`<script type="module" src="/assets/${own}\\.\\w+\\.js"></script>`, "g"),
        "",
      );
      // Nobody runs a block of data, and no mark of HTML is left in it.
      const html = page.replace(/<script type="application\/ld\+json">[^<>']*<\/script>/, "");
      expect(html).toContain("&lt;script&gt;alert(");
      // A page has no other script than its own, and no picture.
      expect(html).not.toMatch(/<script|<img|<\/script|onerror='|onclick='/i);
      expect(html.match(/<title>[^<]*<\/title>/g)).toHaveLength(1);
      for (const [, value = ""] of html.matchAll(/="([^"]*)"/g)) expect(value).not.toMatch(/[<>]/);
    },
  );

  it("come as data that no browser takes for a page", async () => {
    for (const path of ["/api/stories/harmful", "/api/stories/harmful/timeline", "/api/stories/harmful/events", "/api/stories"]) {
      const { headers } = await server.get(path, { Accept: "text/html" });
      expect(headers.get("Content-Type")).toBe("application/json");
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(headers.get("Content-Security-Policy")).toMatch(/default-src 'none'/);
    }
  });

  it("are no address that a reader could follow", async () => {
    const urls = [
      "javascript:alert(1)",
      "JaVaScRiPt:alert(1)",
      "data:text/html,x",
      "//x.example",
      "https:x.example",
      "https://a@x.example",
      "https://a:b@x.example",
      "https://",
      "https://x.example\\@y.example",
      "blob:https://x.example",
      "ftp://x.example",
    ];
    const sources = urls.map((url) => ({
      ...statement(),
      occurredAt: "2025-02-10T13:00:00Z",
      sources: [{ publisher: "P", url }],
    }));
    expect(await faultsOf(sources)).toEqual(expect.arrayContaining(urls.map((_, index) => `/${index}/sources/0/url`)));
    expect(await faultsOf(paced(urls.map((url) => party("x", { sameAs: [url] }))))).toEqual(
      expect.arrayContaining(urls.map((_, index) => `/${index}/data/sameAs/0`)),
    );
  });
});

describe("SQL", () => {
  const injections = [
    "'; DROP TABLE events; --",
    "' OR '1'='1",
    "x' UNION SELECT hash FROM tokens --",
    "1); DELETE FROM tokens; --",
    `"; PRAGMA writable_schema=1; --`,
    "?1",
    ":story",
    "%",
    "_",
  ];
  const cursorOf = (...ends: unknown[]) => Buffer.from(JSON.stringify(ends)).toString("base64url");

  it("in a cursor finds nothing and harms nothing", async () => {
    for (const injection of injections) {
      for (const path of [`/api/stories?cursor=${cursorOf(injection, injection)}`, `/?cursor=${cursorOf(injection, injection)}`])
        expect([200, 422]).toContain((await server.get(path)).status);
      const answer = await server.get(`/api/stories/story/timeline?cursor=${cursorOf(injection, 5)}`);
      expect([200, 422]).toContain(answer.status);
      expect(await answer.text()).not.toMatch(/[0-9a-f]{64}/);
    }
  });

  it("in any header and any text is what it is, and nothing more", async () => {
    for (const [index, injection] of injections.entries()) {
      const headers = {
        "Idempotency-Key": injection,
        "Accept-Language": injection,
        "User-Agent": injection,
        "X-Request-Id": injection,
        "CF-Connecting-IP": injection,
      };
      const draft = {
        ...paced([statement({ quote: { text: injection, language: "en" }, platform: injection })], 60 + index)[0],
        sources: [{ publisher: injection }],
      };
      const { events } = await server.record("story", draft, headers);
      expect(events[0]).toMatchObject(draft);
      expect((await server.get("/api/stories/story/status", { "If-None-Match": `"${injection}"` })).status).toBe(200);
    }
    expect(await server.log("story")).toHaveLength(6 + injections.length);
  });

  it("leaves the tables as they were", async () => expect(await tablesNow()).toEqual(tables));
});

it("takes no key that objects inherit for one of its own, and passes nothing on to others", async () => {
  const before = await readings(server, "story");
  const polluted = [
    '{"__proto__":{"polluted":1}}',
    '{"constructor":{"prototype":{"polluted":1}}}',
    '{"toString":1}',
    '{"hasOwnProperty":1}',
  ];
  const places = (inner: string) => [
    inner,
    `{"type":"StatementMade","occurredAt":"2025-02-10T13:00:00Z","data":${inner}}`,
    `{"type":"StatementMade","occurredAt":"2025-02-10T13:00:00Z","data":{"by":"a","quote":${inner}}}`,
    `{"type":"EventCorrected","occurredAt":"2025-02-10T13:00:00Z","data":{"event":6,"reason":"x","replacement":{"data":${inner}}}}`,
  ];
  for (const body of polluted.flatMap(places)) {
    expect([body, (await server.post("story", body)).status]).toEqual([body, 422]);
    const shipment = `{"story":"story","entries":[${body}]}`;
    expect((await server.send("POST", "/api/imports", server.signed("pia"), shipment)).status).toBe(422);
  }
  for (const name of ["__proto__", "constructor", "prototype", "toString"])
    expect((await server.get(`/api/stories/story/status?${name}[polluted]=1&${name}=1`)).status).toBe(422);
  expect(await readings(server, "story")).toEqual(before);
});
