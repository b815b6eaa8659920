/** What a story's fold is kept in: it can be emptied, forged, broken and left behind, and no byte of any answer changes. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Language, languages } from "../../events/tell/languages.ts";
import { at, corrected, insult, type Posted, retracted, statement } from "../support/drafts.ts";
import { longStory } from "../support/fill.ts";
import { paced } from "../support/paced.ts";
import { foldsOf, pageBy, readings } from "../support/readings.ts";
import { costOf, type Server, startServer } from "../support/server.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const run = (sql: string, ...values: unknown[]) => server.run(sql, ...values);
type Part = { part: string; chunk: number; version: number };
const partsOf = async (story: string): Promise<Part[]> =>
  (await server.db.prepare("SELECT part, chunk, version FROM parts WHERE story = ?").bind(story).all<Part>()).results;

const recordAll = async (story: string, drafts: readonly Posted[]): Promise<void> => {
  for (let from = 0; from < drafts.length; from += 100) await server.record(story, drafts.slice(from, from + 100));
};

/** Late events, corrections that move others, retractions. */
const turns: Posted[] = [
  at("12:20", statement({ by: "cleo" })),
  at("12:21", insult({ by: "dan", at: "eve" })),
  ...paced([corrected(61, { occurredAt: "2025-02-10T12:00:30Z" }), corrected(63, { data: { headline: "Put right" } })], 400),
  ...paced([corrected(63, { occurredAt: "2025-03-01T00:00:00Z" }), retracted(62), retracted(12)], 410),
];

/** All that can be read of it, the past and the picks of its timeline too. A language is made of what was kept, and of nothing else. */
const everything = async (story: string, spoken: readonly Language[] = languages): Promise<Record<string, unknown>> => {
  const base = `/api/stories/${story}`;
  const pages = ["kind=offers", "party=ada", "since=40", "key=true", "kind=people", "version=50", "version=50&party=bob"];
  const more = await Promise.all(
    [...pages.map((query) => `${base}/timeline?${query}`), `${base}/offers?version=33`, base, "/api/stories", "/feed.json"].map(
      async (path) => [path, await (await server.get(path)).text()],
    ),
  );
  return { ...(await readings(server, story, spoken)), ...Object.fromEntries(more) };
};

/** The head of the story says what its log says, however it was reached. */
const expectFolded = async (story: string): Promise<void> => {
  const log = await server.log(story);
  for (const lang of languages) {
    for (const [name, text] of Object.entries(foldsOf(log, lang)))
      expect(await (await server.get(`/api/stories/${story}/${name}?lang=${lang}`)).text()).toBe(text);
    for (const order of ["asc", "desc"] as const)
      expect(await (await server.get(`/api/stories/${story}/timeline?lang=${lang}&order=${order}`)).text()).toBe(
        pageBy(log, { order }, lang),
      );
  }
};

const next = (minute: number) => paced([statement({ by: "ada" })], minute);

describe("the parts of a story", () => {
  it("are written where an event touches them, and nowhere else", async () => {
    await recordAll("touched", longStory(60));
    const versions = async () => Object.fromEntries((await partsOf("touched")).map(({ part, version }) => [part, version]));
    const before = await versions();
    expect(Object.keys(before).sort()).toEqual(["insults", "offers", "picks", "questions", "story"]);
    await server.record("touched", next(60));
    expect(await versions()).toEqual({ ...before, story: 61 });
    await server.record("touched", paced([insult({ by: "dan", at: "eve" })], 61));
    expect(await versions()).toEqual({ ...before, story: 62, insults: 62 });
    await server.record("touched", paced([corrected(30, { byline: "A desk" })], 62));
    const { picks, ...after } = await versions();
    expect([picks, new Set(Object.values(after))]).toEqual([62, new Set([63])]);
    await expectFolded("touched");
  });

  it.each<[string, string]>([
    ["all of them", "DELETE FROM parts"],
    ["the story's alone", "DELETE FROM parts WHERE part = 'story'"],
    ["all but the story's", "DELETE FROM parts WHERE part <> 'story'"],
    ["the offers", "DELETE FROM parts WHERE part = 'offers'"],
    ["the amendments", "DELETE FROM parts WHERE part = 'amendments'"],
    ["what picks are found by", "DELETE FROM parts WHERE part = 'picks'"],
    [
      "all, with the past and the lists",
      "DELETE FROM parts; DELETE FROM past_parts; UPDATE stories SET title = NULL, headlines = NULL",
    ],
  ])("can be emptied, %s, and no byte of any answer changes", async (what, sql) => {
    const story = `emptied-${what.replaceAll(/\W+/g, "-")}`;
    await recordAll(story, [...longStory(100), ...turns]);
    const before = await everything(story);
    for (const statement of sql.split("; ")) await run(statement);
    expect(await everything(story)).toEqual(before);
    await server.record(story, next(500));
    await expectFolded(story);
  });

  it("that do not serve are made anew by whoever reads them first", async () => {
    await recordAll("healed", longStory(100));
    await run("DELETE FROM parts WHERE story = 'healed'");
    const first = costOf(await server.get("/api/stories/healed/offers"));
    expect([first.trips, first.read > 100, first.written > 0]).toEqual([3, true, true]);
    for (const name of ["offers", "status", "insults", "corrections", "timeline"]) {
      const { trips, read, written } = costOf(await server.get(`/api/stories/healed/${name}`));
      expect([name, trips, read <= 60, written]).toEqual([name, 1, true, 0]);
    }
  });

  it("that a reader makes anew while their writer goes on serve both", async () => {
    const drafts = longStory(400);
    for (let from = 0; from < 400; from += 20) {
      await server.record("shared", drafts.slice(from, from + 20));
      if (from % 60 !== 0) continue;
      await run("DELETE FROM parts WHERE story = 'shared'");
      await (await server.get("/api/stories/shared/offers")).arrayBuffer();
    }
    for (const path of ["offers", "insults", "timeline?kind=offers", "timeline?party=ada", "timeline?since=10"]) {
      const { trips, written } = costOf(await server.get(`/api/stories/shared/${path}`));
      expect([path, trips <= 2, written]).toEqual([path, true, 0]);
    }
    const log = await server.log("shared");
    for (const query of [{ kind: "offers" as const }, { party: "ada" }, { since: 10 }])
      expect(
        await (await server.get(`/api/stories/shared/timeline?${new URLSearchParams(query as Record<string, string>)}`)).text(),
      ).toBe(pageBy(log, { order: "desc", ...query }));
    await expectFolded("shared");
  });

  it.each<[string, string]>([
    ["a state that says something else", `UPDATE parts SET state = replace(state, '"ada"', '"bob"') WHERE part = ?1`],
    ["a state that is no JSON", "UPDATE parts SET state = substr(state, 1, length(state) - 7) WHERE part = ?1"],
    ["an empty state", "UPDATE parts SET state = '' WHERE part = ?1"],
    ["a compressed state that is none", "UPDATE parts SET state = 'gzip,H4sIAAAA' WHERE part = ?1"],
    ["another revision", "UPDATE parts SET revision = 'story.99' WHERE part = ?1"],
    ["another version", "UPDATE parts SET version = version - 1 WHERE part = ?1"],
    ["a version of tomorrow", "UPDATE parts SET version = version + 9 WHERE part = ?1"],
    ["another hash", "UPDATE parts SET hash = (SELECT hash FROM events LIMIT 1) WHERE part = ?1"],
    ["a digest that is none", "UPDATE parts SET digest = 'x' WHERE part = ?1"],
    [
      "a chunk too many",
      "INSERT INTO parts SELECT story, part, 1, version, hash, revision, digest, 'x', NULL FROM parts WHERE part = ?1",
    ],
    ["something else beside it", `UPDATE parts SET rest = replace(rest, '"ada"', '"bob"') WHERE part = ?1`],
    ["something that is no JSON beside it", "UPDATE parts SET rest = substr(rest, 1, length(rest) - 7) WHERE part = ?1"],
    ["nothing beside it", "UPDATE parts SET rest = NULL WHERE part = ?1"],
  ])("are not believed with %s", async (what, sql) => {
    const story = `forged-${what.toLowerCase().replaceAll(/\W+/g, "-")}`;
    await recordAll(story, [...longStory(70), ...turns]);
    const before = await everything(story, ["fr"]);
    const forge = (part: string) => run(sql.replace("part = ?1", "part = ?1 AND story = ?2"), part, story);
    for (const part of ["offers", "amendments", "story"]) {
      await forge(part);
      expect([part, await everything(story, ["fr"])]).toEqual([part, before]);
    }
    // A writer meets them before any reader has made them anew.
    for (const part of ["offers", "amendments", "story"]) await forge(part);
    await server.record(story, next(500));
    await expectFolded(story);
  });

  it("of another story are not believed", async () => {
    await recordAll("lender", longStory(80));
    await recordAll("borrower", longStory(60));
    const before = await everything("borrower");
    await run("DELETE FROM parts WHERE story = 'borrower'");
    await run(
      "INSERT INTO parts SELECT 'borrower', part, chunk, version, hash, revision, digest, state, rest FROM parts WHERE story = 'lender'",
    );
    const { "/api/stories": _, "/feed.json": __, ...own } = before;
    expect(await everything("borrower")).toMatchObject(own);
    await expectFolded("borrower");
  });

  it.each<[string, readonly Posted[]]>([
    ["events that came next", longStory(90).slice(60)],
    ["a correction", [...longStory(90).slice(60), ...turns.slice(2)]],
    ["late events", [...turns.slice(0, 2), ...longStory(90).slice(60)]],
  ])("that are behind by %s are caught up with", async (what, later) => {
    const story = `behind-${what.replaceAll(" ", "-")}`;
    await recordAll(story, longStory(60));
    await run(`CREATE TABLE "${story}" AS SELECT * FROM parts WHERE story = '${story}'`);
    await recordAll(story, later);
    const before = await everything(story);
    await run("DELETE FROM parts WHERE story = ?", story);
    await run(`INSERT INTO parts SELECT * FROM "${story}"`);
    expect(await everything(story)).toEqual(before);
    await server.record(story, next(600));
    await expectFolded(story);
  });

  it("of a log that was restored to another past are not believed", async () => {
    await recordAll("restored", longStory(40));
    const etag = (await server.get("/api/stories/restored/status")).headers.get("ETag") ?? "";
    const { sql } = (await server.db
      .prepare("SELECT sql FROM sqlite_master WHERE name = 'events_are_not_deleted'")
      .first<{ sql: string }>()) ?? { sql: "" };
    await run("DROP TRIGGER events_are_not_deleted");
    await run("DELETE FROM events WHERE story = 'restored' AND version = 40");
    await run(sql);
    await expectFolded("restored");
    await server.record("restored", next(500));
    const again = await server.get("/api/stories/restored/status", { "If-None-Match": etag });
    expect(again.status).toBe(200);
    await again.arrayBuffer();
    await expectFolded("restored");
  });
});
