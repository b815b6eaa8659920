/** Pages of stories that hold far more than a page shows: none weighs more than a reader on a poor line can bear, and nothing is out of reach. */
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  answer,
  corrected,
  development,
  insult,
  offer,
  opened,
  type Posted,
  party,
  question,
  rejected,
  revised,
  statement,
  usd,
} from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { seed } from "../support/seed.ts";
import { type Server, startServer } from "../support/server.ts";

let server: Server;
const record = (story: string, drafts: readonly Posted[]) => seed(server, story, drafts, 100);

/** Letters that nothing compresses well, the same ones every time. */
const noise = (seed: number, length: number, first: number, range: number): string => {
  let state = seed * 2_654_435_761;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return String.fromCodePoint(first + ((state >>> 8) % range));
  }).join("");
};
const latin = (seed: number, length: number) => noise(seed, length, 0x61, 26);
const chinese = (seed: number, length: number) => noise(seed, length, 0x4e00, 20_000);

const many = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));
const sources = (seed: number) =>
  many(20, (index) => ({
    publisher: chinese(seed + index, 60),
    title: chinese(seed + index + 1, 120),
    url: `https://a.example/${latin(seed + index, 400)}`,
  }));

const people = many(400, (index) =>
  party(`p${index}`, { name: `${latin(index, 12)} ${index}`, kind: "person", role: latin(index, 90) }),
);
const offers = many(300, (index) =>
  offer(`o${index}`, { by: `p${index % 200}`, target: `p${200 + (index % 200)}`, terms: chinese(index, 500) }),
);
const questions = many(200, (index) => question(`q${index}`, chinese(index, 200)));
const answers = many(80, (index) => answer(`q${index}`, chinese(index + 7, 200)));

beforeAll(async () => {
  server = await startServer();
  await record("wide", paced([opened(), ...people, ...offers, ...questions, ...answers]));
  await record(
    "heavy",
    paced([
      opened({ title: chinese(1, 150) }),
      party("a"),
      party("b"),
      ...many(55, (index) => ({ ...development(chinese(index, 150)), sources: sources(index) })),
    ]),
  );
  await record("talk", [
    ...paced([
      opened(),
      ...many(60, (index) => party(`p${index}`, { kind: "person" })),
      ...many(400, (index) =>
        insult({
          by: `p${index % 60}`,
          at: `p${(index * 7 + 1 + (index % 5)) % 60}`,
          quote: { text: chinese(index, 1500), language: "zh" },
        }),
      ),
      ...many(60, (index) => statement({ by: "p1", quote: { text: chinese(index, 1900), language: "zh" } })),
    ]),
  ]);
  const corrections = many(300, (index) => corrected(3, { data: { headline: `No ${index}`, text: chinese(index, 900) } }));
  await record("amended", [...paced([opened(), party("a"), development("First")]), ...paced(corrections, 60)]);
  const advisers = many(80, (index) => party(`p${index}`));
  const advice = many(80, (index) => rejected("one", `p${index}`, { reason: chinese(index, 700) }));
  const raises = many(60, (index) => revised("one", { price: usd(String(1000 + index)), terms: chinese(index, 900) }));
  await record("bids", paced([opened(), party("a"), party("t"), ...advisers, offer("one"), ...advice, ...raises]));
}, 600_000);
afterAll(() => server?.close());

const pages = ["wide", "heavy", "talk", "amended", "bids"].flatMap((story) => [
  `/stories/${story}`,
  `/stories/${story}?lang=fr&order=asc`,
  `/stories/${story}?since=1`,
  `/stories/${story}?offers=100&questions=150&cast=200`,
  `/stories/${story}/corrections`,
  ...["status", "offers", "timeline", "insults", "questions", "cast", "corrections"].map((part) => `/embed/${story}/${part}`),
]);

it.each(pages)("weighs at most 60 KiB, gzipped: %s", async (path) => {
  const page = await server.get(path);
  expect(page.status).toBe(200);
  expect(gzipSync(await page.text()).length).toBeLessThanOrEqual(60 * 1024);
});

/** All that the pages of a list show, following the links to what comes after or before. */
const turned = async (path: string, found: RegExp, way: RegExp): Promise<string[]> => {
  const seen: string[] = [];
  for (let next: string | undefined = path; next !== undefined; ) {
    const page: string = await (await server.get(next)).text();
    seen.push(...[...page.matchAll(found)].map(([, name]) => name ?? ""));
    next = way.exec(page)?.[1]?.replaceAll("&amp;", "&");
  }
  return seen;
};

describe("a list that is turned", () => {
  it("shows the whole cast, each once, from the first on", async () => {
    const seen = await turned("/stories/wide", /id="party-(p\d+)"/g, /<a href="([^"]*[?&]cast=\d+)#cast">Those after/);
    expect(seen).toEqual(many(400, (index) => `p${index}`));
  });

  it("shows the newest offers first, and leads back to the first one", async () => {
    const first = await (await server.get("/stories/wide")).text();
    expect(first).toContain('id="offer-o299"');
    expect(first).not.toContain('id="offer-o0"');
    const seen = await turned("/stories/wide", /id="offer-(o\d+)"/g, /<a href="([^"]*[?&]offers=\d+)#offers">Those before/);
    expect(new Set(seen).size).toBe(300);
  });

  it("leads from wherever an offer or a party is named to the page that shows it", async () => {
    const page = await (await server.get("/stories/wide")).text();
    const away = [...page.matchAll(/href="([^"#]*\?[^"#]*(?:offers|cast)=\d+)#((?:offer|party)-[\w-]+)"/g)];
    expect(away.length).toBeGreaterThan(0);
    for (const [, path = "", anchor] of away.slice(0, 5))
      expect(await (await server.get(path.replaceAll("&amp;", "&"))).text()).toContain(`id="${anchor}"`);
    for (const [, anchor] of page.matchAll(/href="#((?:offer|party)-[\w-]+)"/g)) expect(page).toContain(`id="${anchor}"`);
  });

  it.each(["offers=-1", "cast=x", "questions=1.5", "offers=99999999999999999999"])(
    "refuses a place that is none: %s",
    async (asked) => {
      expect((await server.get(`/stories/wide?${asked}`)).status).toBe(422);
    },
  );

  it("shows the end to whoever asks beyond it", async () => {
    const page = await (await server.get("/stories/wide?cast=100000")).text();
    expect(page).toContain('id="party-p399"');
  });
});

it("turns the timeline where a page of it ended sooner, and leaves nothing out", async () => {
  for (const [order, way] of [
    ["desc", /rel="next" href="([^"]*)#timeline"/],
    ["asc", /rel="next" href="([^"]*)#timeline"/],
  ] as const) {
    const seen = await turned(`/stories/heavy?order=${order}`, /<li class="entry[^"]*" id="v(\d+)"/g, way);
    const sorted = seen.map(Number).sort((a, b) => a - b);
    expect(new Set(seen).size).toBe(seen.length);
    // Introductions stand among who is who alone.
    expect(sorted).toEqual([1, ...many(55, (index) => index + 4)]);
  }
});
