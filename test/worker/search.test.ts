/** Searches over HTTP: what is found and how it is told, whatever is typed, and what it costs. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleRequests } from "../../events/sample.ts";
import { indexQueryOf, phrasesOf } from "../../worker/search/query.ts";
import type { FoundStory } from "../../worker/search/search.ts";
import { maxMatches, maxQueryLength } from "../../worker/search/search.ts";
import { corrected, development, insult, opened, party, retracted, said, statement } from "../support/drafts.ts";
import { fill } from "../support/fill.ts";
import { untilIndexed } from "../support/indexed.ts";
import { paced } from "../support/paced.ts";
import { nextOf } from "../support/readings.ts";
import { costOf, problemOf, type Server, startServer } from "../support/server.ts";

type Body = { stories: FoundStory[]; found: number; more: boolean; next: string | null };

let server: Server;
beforeAll(async () => {
  server = await startServer();
  for (const events of sampleRequests) await server.record("sample", events);
  const setting = [opened({ title: "Le bébé du fromager" }), party("a", { name: "Zoé Noël" }), party("b")];
  const jab = insult({ quote: { ...said("Cheesemonger", "en"), translationOf: said("Marchand de fromage", "fr") } });
  await server.record(
    "cheese",
    paced([...setting, jab, development("The harvest is in"), statement({ quote: said("Nonsense") })]),
  );
  await server.record("cheese", paced([corrected(5, { data: { headline: "The vintage is in" } }), retracted(6)], 60));
  await fill(server, "long", 300);
  await untilIndexed(server);
});
afterAll(() => server?.close());

const ask = (q: string, more = "") => server.get(`/api/search?q=${encodeURIComponent(q)}${more}`);
const find = async (q: string, more = ""): Promise<Body> => {
  const answer = await ask(q, more);
  expect([q, answer.status]).toEqual([q, 200]);
  return (await answer.json()) as Body;
};
/** The entries that are found, as `story/version`. */
const found = async (q: string): Promise<string[]> =>
  (await find(q)).stories.flatMap(({ story, hits }) => hits.map(({ version }) => `${story}/${version}`));
const marked = async (q: string): Promise<string[]> =>
  (await find(q)).stories.flatMap(({ hits }) =>
    hits.flatMap(({ excerpt }) => excerpt.flatMap(({ text, hit }) => (hit ? text : []))),
  );

describe("a search finds", () => {
  it.each([
    ["a title", "fromager bébé", ["cheese/1"]],
    ["a name", "zoé", ["cheese/2"]],
    ["a role", "gouvernement ChatGPT entreprise", []],
    ["a role's words", "entreprise ChatGPT", ["sample/3"]],
    ["a quote", "cheesemonger", ["cheese/4"]],
    ["the words that a quote translates", "marchand", ["cheese/4"]],
    ["neither capitals nor diacritics apart", "ZOE NOEL", ["cheese/2"]],
    ["what was typed with diacritics where none stand", "Chéesemönger", ["cheese/4"]],
    ["decomposed letters", "zoe\u0301", ["cheese/2"]],
    ["the beginning of the last word", "marchand de from", ["cheese/4"]],
    ["no other beginning", "march fromage", []],
    ["a phrase", '"marchand de fromage"', ["cheese/4"]],
    ["a phrase in French quotation marks", "« marchand de fromage »", ["cheese/4"]],
    ["no phrase in another order", '"fromage de marchand"', []],
    ["what a correction says now", "vintage", ["cheese/5"]],
    ["not what it said before", "harvest", []],
    ["nothing that was retracted", "nonsense", []],
    ["nothing of what editors say about events", "wrong", []],
    ["no slug", "musk-bid", []],
    ["no currency", "USD", []],
    ["no address", "wikidata", []],
  ])("%s: %s", async (_, q, entries) => {
    expect(await found(q)).toEqual(entries);
  });

  it("all words in one entry, in any order", async () => {
    expect(await found("twitter merci")).toEqual(["sample/13", "sample/12"]);
    expect(await found("twitter merci fromager")).toEqual([]);
  });

  it("what is so named before what says so, and of each the newest first", async () => {
    const named = paced([opened({ title: "The Quokka affair" }), party("a", { name: "Quokka" }), party("b")], 0);
    await server.record("named", [...named, ...paced([development("A quokka is seen"), development("No quokka")], 10)]);
    await server.record("unnamed", paced([opened({ title: "Another" }), development("One more quokka")], 30));
    await untilIndexed(server);
    expect(await found("quokka")).toEqual(["named/2", "named/1", "named/5", "unnamed/2"]);
  });
});

describe("what is found", () => {
  it("is told with the story's stage and sentence as in the list, in the language asked for", async () => {
    for (const lang of ["en", "fr"]) {
      const { stories } = await find("escroc", `&lang=${lang}`);
      const list = await server.read<{ stories: object[] }>(`/api/stories?lang=${lang}`);
      const { hits, found, ...story } = stories[0] ?? ({} as FoundStory);
      expect(list.stories).toContainEqual(story);
      expect([hits.length, found]).toEqual([1, 1]);
    }
  });

  it("is marked in an excerpt, whatever the words hold", async () => {
    expect(await marked("escr")).toEqual(["escroc"]);
    await server.record("marked", paced([opened({ title: "<mark>zyx</mark> & “zyx”" })]));
    await untilIndexed(server);
    expect((await find("zyx")).stories[0]?.hits[0]?.excerpt).toEqual([
      { text: "<mark>", hit: false },
      { text: "zyx", hit: true },
      { text: "</mark> & “", hit: false },
      { text: "zyx", hit: true },
      { text: "”", hit: false },
    ]);
    expect(await (await server.get("/?q=zyx")).text()).toContain(
      "&lt;mark&gt;<mark>zyx</mark>&lt;/mark&gt; &amp; “<mark>zyx</mark>”",
    );
  });

  it("leads to a page that shows the entry, in a long story too, and where its time was corrected", async () => {
    await server.record("long", paced([development("The needle in the haystack")], 7));
    await server.record("long", paced([corrected(301, { occurredAt: "2025-02-10T12:30:30Z" })], 400));
    await untilIndexed(server);
    for (const q of ["needle", "cheesemonger", '"number 3"']) {
      const [hit] = (await find(q)).stories[0]?.hits ?? [];
      const page = await (await server.get(hit?.page ?? "")).text();
      expect([q, page.includes(`id="v${hit?.version}"`)]).toEqual([q, true]);
    }
    const [hit] = (await find("needle")).stories[0]?.hits ?? [];
    const first = await (await server.get("/stories/long")).text();
    expect([hit?.version, hit?.occurredAt, first.includes('id="v301"')]).toEqual([301, "2025-02-10T12:30:30Z", false]);
  });

  it("comes page by page, each story once", async () => {
    for (let turn = 0; turn < 5; turn += 1) await server.record(`turn-${turn}`, paced([opened({ title: `Quixotic ${turn}` })]));
    await untilIndexed(server);
    const pages: string[][] = [];
    for (let path: string | undefined = "/api/search?q=quixotic&limit=2"; path !== undefined; ) {
      const answer: Response = await server.get(path);
      pages.push(((await answer.json()) as Body).stories.map(({ story }) => story));
      path = nextOf(answer);
    }
    expect(pages.map(({ length }) => length)).toEqual([2, 2, 1]);
    expect(new Set(pages.flat()).size).toBe(5);
  });

  it("is counted up to a bound, and says where there is more", async () => {
    const few = await find("talk");
    expect([few.found > 0 && few.found < maxMatches, few.more]).toEqual([true, false]);
    await fill(server, "longer", 1500);
    await untilIndexed(server);
    expect(await find("truer")).toMatchObject({ found: maxMatches, more: true });
  });
});

describe("whatever is typed", () => {
  it.each([
    '"',
    '""',
    "'",
    "*",
    "a*b",
    "NEAR(musk altman)",
    "musk NEAR altman",
    "musk AND OR NOT",
    "NOT musk",
    "names:musk",
    "{names texts}: musk",
    "^musk",
    "musk + altman",
    "-musk",
    "(musk",
    "musk)",
    "😀",
    "musk 😀",
    "𞤀𞤣 musk",
    "价格",
    "\u0000",
    "mu\u0000sk",
    "\u0002\u0003",
    "%00",
    "' OR 1=1 --",
    "“musk",
    "« musk",
    "\u202emusk",
    "\u0301",
    "a ".repeat(100),
    "x".repeat(maxQueryLength),
  ])("is searched for as words: %j", async (q) => {
    const answer = await ask(q);
    expect([q, answer.status]).toEqual([q, 200]);
    expect((await server.get(`/?q=${encodeURIComponent(q)}`)).status).toBe(200);
  });

  it("is asked for between quotation marks, as letters and the marks of keys alone", () => {
    const asked = (q: string) => indexQueryOf(phrasesOf(q));
    expect(asked('musk "sam altman" l’offre* NEAR(x) a"b 😀')).toEqual({
      anywhere: '"sam+altman" "l+offre" "near+x" "musk" "b*" "a"',
      inNames: '"=sam+altman" "=l+offre" "=near+x" "=musk" "=b*" "=a"',
      sequences: [],
    });
    expect(asked('"one two three" fo')).toEqual({
      anywhere: '"two+three" "one+two" "fo*"',
      inNames: '"=two+three" "=one+two" "=fo*"',
      sequences: [" one two three "],
    });
    expect(asked('!? \' "" 😀')).toBeUndefined();
  });

  it.each([
    ["q=", "/q"],
    ["", "/q"],
    [`q=${"x".repeat(10_000)}`, "/q"],
    ["q=musk&limit=0", "/limit"],
    ["q=musk&cursor=nonsense", "/cursor"],
    [`q=musk&cursor=${btoa('["2025","a-story"]').replaceAll("=", "")}`, "/cursor"],
    [`q=musk&cursor=${btoa('["rank",-1]').replaceAll("=", "")}`, "/cursor"],
    ["q=musk&page=2", "/page"],
  ])("and too much of it is refused with 422: %.20s", async (query, pointer) => {
    const answer = await server.get(`/api/search?${query}`);
    expect([answer.status, (await problemOf(answer)).errors]).toMatchObject([422, [{ pointer }]]);
  });

  it("is refused on the page too, and an empty search is the front page", async () => {
    expect((await server.get(`/?q=${"x".repeat(10_000)}`)).status).toBe(422);
    expect((await server.get("/?q=musk&cursor=nonsense")).status).toBe(422);
    expect((await server.get(`/?q=musk&cursor=${btoa('["2025","a-story"]').replaceAll("=", "")}`)).status).toBe(422);
    expect(await (await server.get("/?q=+")).text()).toContain("Who offered what");
  });
});

describe("a search costs", () => {
  it("four round trips, two of them at once, and so many rows whatever is stored; it writes nothing", async () => {
    for (const q of ["truer", "t", '"no truer for it"']) {
      const { stories, more } = await find(q);
      const { trips, read, written } = costOf(await ask(q));
      expect([q, more, trips, written, stories.length > 0]).toEqual([q, true, 4, 0, true]);
      const shown = stories.flatMap(({ hits }) => hits).length;
      const looked = q.includes(" ") ? 1000 : 0;
      expect(read).toBeLessThanOrEqual(2 + 2 * (maxMatches + 1) + 2 * stories.length + 2 * shown + 2 * looked);
    }
  });

  it("one round trip and two rows where the reader has it, on the page too", async () => {
    for (const path of ["/api/search?q=musk", "/?q=musk"]) {
      const { headers } = await server.get(path);
      expect(headers.get("Cache-Control")).toBe("public, max-age=0, s-maxage=2");
      expect(headers.get("Vary")).toContain("Accept-Language");
      const again = await server.get(path, { "If-None-Match": headers.get("ETag") ?? "" });
      const { trips, read, written } = costOf(again);
      expect([again.status, trips, read <= 4, written]).toEqual([304, 1, true, 0]);
      expect((await server.get(path, { "If-None-Match": headers.get("ETag") ?? "", "Accept-Language": "fr" })).status).toBe(200);
    }
  });

  it("and has another ETag once an event is recorded, and once it is indexed", async () => {
    const tag = async () => (await ask("musk")).headers.get("ETag");
    const before = await tag();
    await server.db.prepare("UPDATE search_progress SET position = position - 1").run();
    expect(await tag()).not.toBe(before);
    await server.db.prepare("UPDATE search_progress SET position = position + 1").run();
    expect(await tag()).toBe(before);
    await server.record("sample", paced([statement({ by: "elon-musk" })], 90));
    expect(await tag()).not.toBe(before);
  });
});
