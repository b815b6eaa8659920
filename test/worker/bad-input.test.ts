import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { postedTypes } from "../../events/parse.ts";
import { definitionOf, type EventType } from "../../events/registry.ts";
import { routes } from "../../worker/routes/registry.ts";
import { offer, opened, party, scene, statement, usd } from "../support/drafts.ts";
import { type Json, mutantsOf } from "../support/mutants.ts";
import { paced } from "../support/paced.ts";
import { type problemOf, type Server, startServer } from "../support/server.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
  await server.record("story", paced([...scene, offer("bid")]));
});
afterAll(() => server.close());

let rows = 0;
beforeEach(async () => {
  rows = await server.count();
});

/** A problem of that status, with nothing of the inside. */
const expectProblem = async (answer: Response, ...statuses: number[]) => {
  const text = await answer.text();
  expect([statuses.includes(answer.status), answer.status, answer.headers.get("Content-Type")]).toEqual([
    true,
    answer.status,
    "application/problem+json",
  ]);
  expect(text).not.toMatch(/D1_|SQLITE|\bSELECT\b|worker\/|\.ts:\d|\bat \w+ \(/);
  return JSON.parse(text) as Awaited<ReturnType<typeof problemOf>>;
};

const hostile = [
  "'; DROP TABLE events; --",
  "<script>alert(1)</script>",
  "%00",
  "%ff%fe",
  "%",
  "..%2f..%2f",
  "%0d%0aSet-Cookie:a=b",
  "__proto__",
  "-1",
  "1e999",
  "٣",
  "9".repeat(400),
  "x".repeat(4000),
];

/** What stands in an address where nothing else is said: none of it is there to be revoked. */
const given: Record<string, string> = { story: "story", version: "1", id: "000000000000", name: `${"0".repeat(64)}.png` };

/** Drafts are named by UUIDs. */
const givenAt = (path: string): Record<string, string> =>
  path.startsWith("/api/drafts") ? { ...given, id: "00000000-0000-4000-8000-000000000000" } : given;

/** What stands in a query where a route has to be asked for something. */
const wanted: Record<string, string> = { url: "https://example.org/", q: "word" };

/** A value of a query as the Worker reads it: what is no UTF-8 comes as U+FFFD. */
const decoded = (value: string): string => new URLSearchParams(`value=${value}`).get("value") ?? "";

const all = <Value>(values: readonly Value[], check: (value: Value) => Promise<void>) => Promise.all(values.map(check));

/** The parameters that were tried on one of the routes: others have them by the same schema. */
const tried = new Set<unknown>();
const isNew = (field: unknown): boolean => tried.size < tried.add(field).size;

describe.each(routes)("$method $path", (route) => {
  const address = (values: Record<string, string> = {}) =>
    route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? givenAt(route.path)[name] ?? "");
  const isRead = route.method === "get";
  const fields = Object.entries(route.query?.shape ?? {}).map(([name, field]) => ({
    name,
    field,
    takes: (value: string | undefined) => (field as z.ZodMiniType).safeParse(value).success,
  }));
  /** The query with all that the route has to be asked for, but for that parameter. */
  const besides = (left?: string) =>
    fields
      .filter(({ name, takes }) => name !== left && !takes(undefined))
      .map(({ name }) => `&${name}=${wanted[name]}`)
      .join("");
  const ask = (path: string) => server.send(route.method.toUpperCase(), path, server.signed("pia"), isRead ? undefined : "[]");
  afterEach(async () => expect(await server.count()).toBe(rows));

  for (const name of Object.keys(route.params?.shape ?? {}))
    it(`has nothing at a ${name} that is none`, async () => {
      await all(hostile, async (value) => {
        await expectProblem(await ask(address({ [name]: value })), ...(isRead ? [404] : [404, 422]));
      });
    });

  for (const { name, takes } of fields.filter(({ field }) => isNew(field)))
    it(`refuses a ${name} that is none, with a pointer to it`, async () => {
      // A text may say anything, and `-1` is a slug: but nothing may be so long.
      const none = ["", ...hostile].filter((value) => !takes(decoded(value)));
      expect(none).toContain(hostile.at(-1));
      await all(none, async (value) => {
        const { errors } = await expectProblem(await ask(`${address()}?${name}=${value}${besides(name)}`), 422);
        expect(errors?.map(({ pointer }) => pointer)).toEqual([`/${name}`]);
      });
      await all(["en", "1", "asc"], async (value) => {
        await expectProblem(await ask(`${address()}?${name}=${value}&${name}=${value}${besides(name)}`), 422);
      });
    });

  // oEmbed's consumers say more than its standard knows of (https://oembed.com, section 2.2).
  if (route.query && !route.query._zod.def.catchall)
    it("leaves parameters aside that it does not know", async () => {
      const plain = await ask(`${address()}?${besides()}`);
      expect((await ask(`${address()}?Lang=1${besides()}`)).status).toBe(plain.status);
    });
  else
    it("refuses parameters that it does not know", async () => {
      await all(["Lang", "__proto__", "%00", "' OR 1 --"], async (name) => {
        const { errors } = await expectProblem(await ask(`${address()}?${name}=1${besides()}`), 422);
        expect(errors?.map(({ pointer }) => pointer)).toEqual([`/${decodeURIComponent(name)}`]);
      });
    });

  it("does not stumble over headers without sense", async () => {
    const senseless = [";;;q=x,,", "*/*;q=9, /", "x".repeat(4000), "\u00ff", '"', "W/", "en;q=NaN, fr;q=", "(),/:;<=>?@[]{}"];
    const names = ["Accept", "Accept-Language", "If-None-Match", "If-Modified-Since", "Range", "Cookie", "Origin"];
    await all(senseless, async (value) => {
      const headers = Object.fromEntries(names.map((name) => [name, value]));
      const { status } = await server.send(route.method.toUpperCase(), address(), headers);
      expect([value, status < 500]).toEqual([value, true]);
    });
  });

  if (route.described.body)
    it("refuses bodies that are none", async () => {
      const send = (body: string) => server.send(route.method.toUpperCase(), address(), server.signed("pia"), body);
      const deep = ["[", '{"a":'].map((open) => open.repeat(100_000));
      const values = [
        "7",
        '"x"',
        "null",
        "true",
        "{}",
        "[]",
        "[[]]",
        "[null]",
        '{"__proto__":{}}',
        '{"":1}',
        `${deep[0]}${"]".repeat(100_000)}`,
      ];
      await all([...values, ...deep], async (text) => {
        await expectProblem(await send(text), 422);
      });
      await all(["", "{", "nul", "\u0000", "[1,]", "'x'"], async (text) => {
        await expectProblem(await send(text), 400);
      });
    });
});

/** Whether an event says null of a field of which null takes away what was said. */
const takesAway = (type: EventType, at: string, event: Json): boolean => {
  const field = /^\/data\/(\w+)$/.exec(at)?.[1] ?? "";
  const schema = Object.entries(definitionOf(type).data.shape).find(([name]) => name === field)?.[1];
  // Where there is a field, there is data.
  return (
    schema !== undefined && (event as { data: Record<string, Json> }).data[field] === null && z.safeParse(schema, null).success
  );
};

/** The types that cannot be without some field. */
const demanding = postedTypes.flatMap((type) => {
  const wanted = Object.entries(definitionOf(type).data.shape).flatMap(([name, schema]) =>
    z.safeParse(schema, undefined).success ? [] : name,
  );
  return wanted.length > 0 ? [{ type, wanted }] : [];
});

describe("a body that is not of the schema", () => {
  afterEach(async () => expect(await server.count()).toBe(rows));

  it.each([
    ["a list of 101", JSON.stringify(paced(Array.from({ length: 101 }, () => statement())))],
    ["an event type that every object has", '{"type":"constructor","occurredAt":"2025-02-10T12:00:00Z","data":{}}'],
    ["an event type that is reserved", JSON.stringify(definitionOf("EventTakenDown").example)],
    ["its prototype", '{"__proto__":{"type":"StatementMade"}}'],
  ])("%s is refused", async (_, text) => {
    await expectProblem(await server.post("story", text), 422);
  });

  it.each(postedTypes)("%s: each field of another kind, and each field more, has a pointer of its own", async (type) => {
    const mutants = mutantsOf(definitionOf(type).example as Json);
    for (let from = 0; from < mutants.length; from += 100) {
      const batch = mutants.slice(from, from + 100);
      const { errors = [] } = await expectProblem(
        await server.post(
          "story",
          batch.map(({ json }) => json),
        ),
        422,
      );
      const missed = batch.filter(
        ({ at, json }, index) =>
          !takesAway(type, at, json) && !errors.some(({ pointer }) => pointer.startsWith(`/${index}${at}`)),
      );
      expect(missed).toEqual([]);
    }
  });

  it.each(demanding)("$type: each field that is wanted has to be there", async ({ type, wanted }) => {
    const { example } = definitionOf(type);
    const without = wanted.map((name) => ({
      ...example,
      data: Object.fromEntries(Object.entries(example.data).filter(([key]) => key !== name)),
    }));
    const { errors } = await expectProblem(await server.post("story", without), 422);
    expect(errors?.map(({ pointer }) => pointer)).toEqual(wanted.map((name, index) => `/${index}/data/${name}`));
  });

  it("has no time that no calendar has", async () => {
    const times = [
      "",
      "now",
      "2025-02-10",
      "2025-02-10T12:00Z",
      "2025-02-10T12:00:00",
      "2025-02-10 12:00:00Z",
      "2025-02-30T00:00:00Z",
      "2025-13-01T00:00:00Z",
      "2025-00-10T00:00:00Z",
      "2025-02-10T24:00:00Z",
      "2025-02-10T23:59:60Z",
      "2025-02-10T12:00:00+24:00",
      "2025-02-10T12:00:00.Z",
      "0000-01-01T00:00:00Z",
      "9999-12-31T23:59:59-12:00",
      "12025-02-10T12:00:00Z",
      "+002025-02-10T12:00:00Z",
      "-2025-02-10T12:00:00Z",
      "２０２５-02-10T12:00:00Z",
      "1e3",
    ];
    const events = times.map((occurredAt) => ({ ...statement(), occurredAt }));
    const { errors } = await expectProblem(await server.post("story", events), 422);
    expect(new Set(errors?.map(({ pointer }) => pointer))).toEqual(new Set(times.map((_, index) => `/${index}/occurredAt`)));
  });

  it("has no amount and no currency that is none", async () => {
    const prices = [..."-1 +1 01 1. .5 1e9 0x1F 1,000 1_000 NaN Infinity ٣ 1.23456".split(" "), "9".repeat(16), ""].map(usd);
    const currencies = ["usd", "US", "USDX", "ZZZ", "", "$", "U D", "__proto__"].map((currency) => ({ amount: "1", currency }));
    const events = paced([...prices, ...currencies].map((price, index) => offer(`bid-${index}`, { price })));
    const { errors = [] } = await expectProblem(await server.post("story", events), 422);
    for (const index of events.keys())
      expect(errors.some(({ pointer }) => pointer.startsWith(`/${index}/data/price/`))).toBe(true);
  });

  it.each(["", "a key"])("is refused in a correction too, with the key “%s”", async (key) => {
    const replacements = [
      '{"by":"\\ud800"}',
      '{"\\ud800":1}',
      '{"by":1e400}',
      '{"by":-0}',
      '{"__proto__":{"by":"b"}}',
      '{"by":"a","__proto__":1}',
      '{"by":{"by":{"by":[]}}}',
      '{"":""}',
      '{"by":"\\u0000"}',
    ];
    for (const data of replacements) {
      const text = `{"type":"EventCorrected","occurredAt":"2025-02-10T13:00:00Z","data":{"event":6,"reason":"Wrong.","replacement":{"data":${data}}}}`;
      await expectProblem(await server.post("story", text, key ? { "Idempotency-Key": `${key}${data.length}` } : {}), 422);
    }
  });
});

describe("text that means something elsewhere", () => {
  const texts = [
    "'; DROP TABLE events; --",
    '"><script>alert(1)</script>',
    "{{7*7}} %s \\u0000 \\",
    "=cmd|' /C calc'!A0",
    "__proto__",
    "Zażółć gęślą jaźń 💸 👨‍👩‍👧",
  ];

  it("is text here: it is recorded and told as it is", async () => {
    for (const [index, text] of texts.entries()) {
      const story = `text-${index}`;
      const said = { text, language: "en" };
      await server.record(
        story,
        paced([
          opened({ title: text, summary: text }),
          party("a", { name: text, role: text }),
          statement({ by: "a", quote: said, platform: text }),
        ]),
      );
      expect(await server.read(`/api/stories/${story}`)).toMatchObject({ title: text, summary: text });
      expect(await server.read(`/api/stories/${story}/cast`)).toMatchObject({ parties: [{ name: text, role: text }] });
      expect(await server.read(`/api/stories/${story}/timeline`)).toMatchObject({ entries: [{ quote: said }, {}] });
    }
  });

  it("is no slug of a party", async () => {
    const { errors } = await expectProblem(await server.post("story", paced(texts.map((text) => party(text)))), 422);
    expect(errors?.map(({ pointer }) => pointer)).toEqual(texts.map((_, index) => `/${index}/data/party`));
  });

  it("is taken as a slug where it is one, whatever objects inherit by that name", async () => {
    const names = ["constructor", "valueof", "0", "-", "7", "tostring"];
    await server.record(
      "inherited",
      paced([opened(), ...names.map((name) => party(name)), offer("constructor", { by: "constructor", target: "0" })]),
    );
    const { parties } = await server.read<{ parties: { party: string }[] }>("/api/stories/inherited/cast");
    expect(parties.map(({ party: slug }) => slug)).toEqual(names);
    expect(await server.read("/api/stories/inherited/status")).toMatchObject({
      awaiting: [{ party: "0", offer: "constructor" }],
    });
  });
});
