import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../events/tell/languages.ts";
import { projectionNames } from "../../projections/registry.ts";
import type { StoredEvent } from "../../worker/store/rows.ts";
import { corrected, offer, opened, retracted, scene, statement, usd } from "../support/drafts.ts";
import { longStory } from "../support/fill.ts";
import { paced } from "../support/paced.ts";
import { foldsOf, pageBy } from "../support/readings.ts";
import { problemOf, type Server, startServer } from "../support/server.ts";

let server: Server;
let log: StoredEvent[];
/** What the log held after each request, and when the last event of it was recorded. */
const stages: { version: number; recordedAt: string }[] = [];

beforeAll(async () => {
  server = await startServer();
  const drafts = longStory(120);
  const later = paced([corrected(35, { occurredAt: "2025-02-10T12:00:30Z" }), retracted(12), statement({ by: "ada" })], 60);
  const late = [...later, ...paced([corrected(35, { data: { offer: "bid-1", by: "eve", target: "bob" } })], 400)];
  for (const events of [drafts.slice(0, 1), drafts.slice(1, 40), late.slice(0, 2), drafts.slice(40), late.slice(2)]) {
    const { version, events: recorded } = await server.record("quarrel", events);
    stages.push({ version, recordedAt: recorded.at(-1)?.recordedAt ?? "" });
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  log = await server.log("quarrel");
});
afterAll(() => server.close());

const text = async (path: string, headers = {}) => (await server.get(`/api/stories/quarrel/${path}`, headers)).text();

/** Every projection, and the timeline's first page, says what the first events of the log come to. */
const expectFold = async (query: string, version: number): Promise<void> => {
  const part = log.slice(0, version);
  const views = languages.flatMap((lang) => [
    ...Object.entries(foldsOf(part, lang)).map(([name, view]) => ({ path: `${name}?${query}lang=${lang}`, view })),
    { path: `timeline?${query}lang=${lang}`, view: pageBy(part, { order: "desc" }, lang) },
  ]);
  expect(await Promise.all(views.map(({ path }) => text(path)))).toEqual(views.map(({ view }) => view));
};

describe("a projection is the fold of the log", () => {
  it("at the head", () => expectFold("", log.length));

  it.each([1, 2, 9, 10, 40, 41, 42, 43, 100, 123])("after event %i", (version) => expectFold(`version=${version}&`, version));

  it("as the log knew it when each request had been recorded, and a moment before", async () => {
    for (const [index, { version, recordedAt }] of stages.entries()) {
      await expectFold(`asOf=${recordedAt}&`, version);
      const before = new Date(Date.parse(recordedAt) - 1).toISOString();
      if (index > 0) await expectFold(`asOf=${before}&`, stages[index - 1]?.version ?? 0);
    }
  });

  it("as the log knows it in the future, and at an instant in another zone", async () => {
    await expectFold("asOf=2999-01-01T00:00:00Z&", log.length);
    const { version, recordedAt } = stages[1] ?? { version: 0, recordedAt: "" };
    const elsewhere = new Date(Date.parse(recordedAt) + 2 * 3_600_000).toISOString().replace("Z", "999+02:00");
    await expectFold(`asOf=${encodeURIComponent(elsewhere)}&`, version);
  });
});

describe("what was never there", () => {
  it.each([
    ["a story", "/api/stories/unheard-of/status"],
    ["a story's timeline", "/api/stories/unheard-of/timeline"],
    ["a story's log", "/api/stories/unheard-of/events"],
    ["a story itself", "/api/stories/unheard-of"],
    ["an event", "/api/stories/quarrel/events/999"],
    ["a version", "/api/stories/quarrel/status?version=999"],
    ["a version of the timeline", "/api/stories/quarrel/timeline?version=999"],
    ["an instant before the first event", "/api/stories/quarrel/status?asOf=2001-01-01T00:00:00Z"],
    ["the timeline before the first event", "/api/stories/quarrel/timeline?asOf=2001-01-01T00:00:00Z"],
    ["a projection", "/api/stories/quarrel/gossip"],
  ])("%s is answered with 404", async (_, path) => {
    const answer = await server.get(path);
    expect([answer.status, answer.headers.get("ETag"), (await problemOf(answer)).status]).toEqual([404, null, 404]);
  });

  it("tells which version there is instead", async () => {
    expect(await problemOf(await server.get("/api/stories/quarrel/status?version=999"))).toMatchObject({ version: log.length });
  });
});

describe("the language of headlines", () => {
  it.each([
    ["", "", "en"],
    ["", "fr", "fr"],
    ["", "fr-CA", "fr"],
    ["", "de, fr;q=0.5, en;q=0.1", "fr"],
    ["", "fr;q=0.1, en;q=0.5", "en"],
    ["", "de", "en"],
    ["", "*", "en"],
    ["?lang=en", "fr", "en"],
    ["?lang=fr", "en", "fr"],
  ])("is, by the query “%s” and Accept-Language “%s”, %s", async (query, accepted, lang) => {
    const answer = await server.get(`/api/stories/quarrel/status${query}`, { "Accept-Language": accepted });
    expect(await answer.text()).toBe(foldsOf(log, lang === "fr" ? "fr" : "en").status);
    expect(answer.headers.get("Vary")).toMatch(/\bAccept-Language\b/);
  });

  it("leaves quotes and prices as they were recorded", async () => {
    await server.record("prices", paced([...scene, offer("bid", { price: usd("97400000000") })]));
    const [en, fr] = await Promise.all(languages.map((lang) => server.read<object>(`/api/stories/prices/offers?lang=${lang}`)));
    expect(en).toMatchObject({ offers: [{ price: { ...usd("97400000000"), text: "$97.4bn" } }] });
    expect(fr).toMatchObject({ offers: [{ price: { ...usd("97400000000"), text: expect.stringMatching(/^97,4\sMd\$$/) } }] });
  });
});

describe("a query that is not right", () => {
  it.each([
    ["version=3&asOf=2025-02-10T12:00:00Z", ["/asOf"]],
    ["versoin=3", ["/versoin"]],
    ["version=0", ["/version"]],
    ["version=three&lang=de&x=1", ["/lang", "/version", "/x"]],
    ["asOf=yesterday", ["/asOf"]],
    ["lang=FR", ["/lang"]],
  ])("%s is answered with 422, and each parameter at fault", async (query, pointers) => {
    for (const name of ["status", "timeline"]) {
      const answer = await server.get(`/api/stories/quarrel/${name}?${query}`);
      const { errors = [] } = await problemOf(answer);
      expect([answer.status, errors.map(({ pointer }) => pointer).sort()]).toEqual([422, pointers]);
    }
  });
});

describe("a story", () => {
  it("tells its title, its version, and where its projections are", async () => {
    await server.record("linked", paced([opened({ title: "Linked", summary: "In short.", language: "en" })]));
    const story = await server.read<{ links: Record<string, string> }>("/api/stories/linked");
    expect(story).toMatchObject({ story: "linked", title: "Linked", summary: "In short.", language: "en", version: 1 });
    expect(Object.keys(story.links)).toEqual(expect.arrayContaining([...projectionNames, "timeline", "events"]));
    for (const [name, path] of Object.entries(story.links))
      if (path.startsWith("/api/") && name !== "page") expect((await server.get(path)).status).toBe(200);
  });
});
