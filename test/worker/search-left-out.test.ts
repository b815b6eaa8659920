/** What the index cannot read holds nothing else up: it goes on, says what it left out, and tries again. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { FoundStory } from "../../worker/search/search.ts";
import type { IndexReport } from "../../worker/search/search-index.ts";
import { meterDatabase } from "../../worker/store/d1.ts";
import { eraseFromIndex } from "../../worker/store/search.ts";
import { corrected, development, opened, retracted, scene } from "../support/drafts.ts";
import { untilIndexed } from "../support/indexed.ts";
import { paced } from "../support/paced.ts";
import { type Server, startServer } from "../support/server.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.close());

type Found = { stories: FoundStory[]; leftOut: string[] };
const search = (q: string) => server.read<Found>(`/api/search?q=${encodeURIComponent(q)}`);
const found = async (q: string): Promise<string[]> =>
  (await search(q)).stories.flatMap(({ story, hits }) => hits.map(({ version }) => `${story}/${version}`));
const run = (statement: string, ...values: unknown[]) =>
  server.db
    .prepare(statement)
    .bind(...values)
    .run();
const leftOut = async (query = ""): Promise<[string, number, string][]> => {
  const answer = await server.send("POST", `/api/search/index${query}`, server.signed("pia"));
  return ((await answer.json()) as IndexReport).leftOut.map(({ story, version, reason }) => [story, version, reason]);
};

/** A row as no code of today writes it, at the next version of a story. */
const forge = (story: string, row: Record<string, unknown>) => {
  const { type = "DevelopmentReported", schema = 3, precision = "second", body = "{}", salt = "s" } = row;
  return run(
    `INSERT INTO events (story, version, type, schema, occurred_at, precision, recorded_at, recorded_by, body, salt, commitment, hash)
    SELECT ?1, max(version) + 1, ?2, ?3, '2025-02-11T00:00:00Z', ?4, '2025-02-11T00:00:00.000Z', 'x', ?5, ?6, 'c', 'h'
    FROM events WHERE story = ?1`,
    story,
    type,
    String(schema),
    precision,
    body,
    salt,
  );
};
const telling = (data: unknown) => JSON.stringify({ data });

let turn = 0;
let slug: string;
beforeEach(async () => {
  turn += 1;
  slug = `story-${turn}`;
  await server.record(slug, paced([...scene, development(`Marmot number ${turn}`), development(`Weasel number ${turn}`)]));
  await untilIndexed(server);
});
afterEach(async () => {
  await run("DELETE FROM search_left_out");
});

describe("a row that cannot be read", () => {
  it.each<[string, Record<string, unknown>, string]>([
    ["of a type of tomorrow", { type: "PollTaken", body: telling({ question: "Who wins?" }) }, "newer"],
    ["of an inherited name", { type: "constructor" }, "newer"],
    ["of a schema of tomorrow", { schema: 4, body: telling({ headline: "Tomorrow" }) }, "newer"],
    ["whose body is no JSON", { body: "{" }, "unreadable"],
    ["whose body is of JSON, and of no event", { body: "[]" }, "unreadable"],
    ["whose body is null", { body: "null" }, "unreadable"],
    ["of no precision that there is", { precision: "century" }, "unreadable"],
    ["that corrects nothing", { type: "EventCorrected", body: telling(null) }, "unreadable"],
    ["that corrects what is not there", { type: "EventCorrected", body: telling({ event: 99 }) }, "story-unreadable"],
    ["that retracts a text", { type: "EventRetracted", body: telling({ event: "x" }) }, "story-unreadable"],
  ])("%s, is left out, and what comes after it is found", async (_, row, reason) => {
    await forge(slug, row);
    await server.record(`after-${turn}`, paced([opened({ title: `Okapi ${turn}` })]));
    await untilIndexed(server);
    expect(await found(`okapi ${turn}`)).toEqual([`after-${turn}/1`]);
    const told = await leftOut();
    expect(told.filter(([story]) => story === slug)).toEqual([[slug, 8, expect.any(String)]]);
    expect(told.find(([story]) => story === slug)?.[2]).toBe(reason);
  });

  it.each([
    ["quote: null", { by: "a", quote: null }],
    ["quote: 5", { by: "a", quote: 5 }],
    ["quote: [null]", { quote: [null] }],
    ["a translation of nothing", { by: "a", quote: { text: "x", translationOf: null } }],
    ["a text that is none", { quote: { text: { toString: 1 } } }],
    ["about: 5, and quote: []", { about: 5, quote: [] }],
    ["no data", null],
  ])("and what a correction brings may be of any shape: %s", async (_, data) => {
    await server.record(
      slug,
      paced([{ type: "StatementMade", data: { by: "a", quote: { text: "Wombat", language: "en" } } }], 60),
    );
    await untilIndexed(server);
    const bodies = [data, { ...data, headline: "x" }].map((one) =>
      telling({ event: 8, reason: "y", replacement: { data: one } }),
    );
    for (const body of bodies) await forge(slug, { type: "EventCorrected", body });
    await server.record(`after-${turn}`, paced([opened({ title: `Axolotl ${turn}` })]));
    await untilIndexed(server);
    expect(await found(`axolotl ${turn}`)).toEqual([`after-${turn}/1`]);
    // What it said before is not told as if it stood.
    expect((await found("wombat")).filter((one) => one.startsWith(`${slug}/`))).toEqual([]);
  });

  it("does not tell in what it is left out with, nor in the log of the Worker, what stands in it", async () => {
    await forge(slug, { body: '{"data":{"headline":"Xerxes secret' });
    await server.record(`after-${turn}`, paced([opened()]));
    await untilIndexed(server);
    const { results } = await server.db.prepare("SELECT * FROM search_left_out").all();
    expect(results).toHaveLength(1);
    expect(JSON.stringify([results, await leftOut(), server.logs()])).not.toContain("Xerxes");
  });

  it("is left out again where the index is made anew, once", async () => {
    await forge(slug, { type: "PollTaken" });
    for (let query = "?anew=true"; ; query = "") {
      const answer = await server.send("POST", `/api/search/index${query}`, server.signed("pia"));
      const { indexed, head } = (await answer.json()) as IndexReport;
      if (indexed === head) break;
    }
    expect((await leftOut()).filter(([story]) => story === slug)).toEqual([[slug, 8, "newer"]]);
  });

  it("holds up no takedown: the words of others are erased, and its own", async () => {
    await forge(slug, { type: "EventCorrected", body: "{" });
    const d1 = meterDatabase(server.db);
    await d1.batch(eraseFromIndex(d1, slug, "[6, 8]"));
    expect(await found(`marmot ${turn}`)).toEqual([]);
  });
});

describe("what was left out", () => {
  const note = (version: number) =>
    run(
      "INSERT INTO search_left_out (position, reason) SELECT position, 'newer' FROM events WHERE story = ? AND version = ?",
      slug,
      version,
    );
  const forget = (version: number) => run("DELETE FROM search WHERE story = ? AND version = ?", slug, version);
  const remaining = () =>
    server.db
      .prepare("SELECT count(*) AS n FROM search_left_out AS l JOIN events AS e ON e.position = l.position WHERE e.story = ?")
      .bind(slug)
      .first<number>("n");

  it("is tried again by the cron, once this code knows it, and found", async () => {
    await Promise.all([note(6), forget(6)]);
    expect(await found(`"marmot number ${turn}"`)).toEqual([]);
    await server.cron();
    expect([await found(`"marmot number ${turn}"`), await remaining()]).toEqual([[`${slug}/6`], 0]);
  });

  it("is found by its newest correction, whichever of the two was left out, and stays away where it was retracted", async () => {
    await server.record(slug, paced([corrected(6, { data: { headline: "Pangolin" } }), retracted(7)], 60));
    await server.record(slug, paced([corrected(6, { data: { headline: `Numbat ${turn}` } })], 70));
    await untilIndexed(server);
    for (const version of [6, 7, 8, 9]) {
      await note(version);
      await forget(6);
      await note(10);
      await server.cron();
      expect([
        await found(`numbat ${turn}`),
        await found("pangolin"),
        await found(`"weasel number ${turn}"`),
        await remaining(),
      ]).toEqual([[`${slug}/6`], [], [], 0]);
    }
  });

  it("stays left out while its story cannot be read, and is told", async () => {
    await server.record(slug, paced([corrected(6, { data: { headline: `Tapir ${turn}` } })], 60));
    await untilIndexed(server);
    await run("DELETE FROM parts WHERE story = ?", slug);
    await forge(slug, { type: "PollTaken" });
    await note(8);
    await server.cron();
    await server.cron();
    expect((await leftOut()).filter(([story]) => story === slug)).toEqual([
      [slug, 8, "story-unreadable"],
      [slug, 9, "newer"],
    ]);
    expect(await found(`tapir ${turn}`)).toEqual([]);
  });

  it("is forgotten once it was taken down", async () => {
    await note(6);
    expect((await server.takeDown(slug, 6)).status).toBe(201);
    await untilIndexed(server);
    await server.cron();
    expect([await found(`"marmot number ${turn}"`), await remaining()]).toEqual([[], 0]);
  });
});

describe("a story that cannot be read", () => {
  it("is left out of what a search finds, by name, and the others are found", async () => {
    await server.record("sound", paced([opened({ title: `Capybara ${turn}` })]));
    await server.record("broken", paced([opened({ title: `Capybara ${turn}` })]));
    await untilIndexed(server);
    await run("DELETE FROM parts WHERE story = 'broken'");
    await run("UPDATE stories SET title = NULL, headlines = NULL WHERE slug = 'broken'");
    await forge("broken", { body: "{" });
    await server.cron();
    expect(await search(`capybara ${turn}`)).toMatchObject({ stories: [{ story: "sound" }], leftOut: ["broken"] });
    expect((await server.get(`/?q=capybara+${turn}`)).status).toBe(200);
  });
});

describe("an index that does not know where it stands", () => {
  it.each([
    ["nowhere", "DELETE FROM search_progress"],
    ["beyond the log, as after another was put in its place", "UPDATE search_progress SET position = 1000000"],
  ])("%s: begins anew", async (_, damage) => {
    await run(damage);
    expect((await server.get("/api/search?q=marmot")).status).toBe(200);
    await server.cron();
    await untilIndexed(server);
    expect(await found(`"marmot number ${turn}"`)).toEqual([`${slug}/6`]);
  });
});
