import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../events/tell/languages.ts";
import { at, corrected, development, insult, type Posted, question, retracted, scene, statement } from "../support/drafts.ts";
import { longStory } from "../support/fill.ts";
import { paced } from "../support/paced.ts";
import { foldsOf, pageBy, readings } from "../support/readings.ts";
import { type Server, startServer } from "../support/server.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const run = (sql: string, ...values: unknown[]) =>
  server.db
    .prepare(sql)
    .bind(...values)
    .run();
const rowOf = (story: string) =>
  server.db
    .prepare("SELECT version, state FROM snapshots WHERE story = ?")
    .bind(story)
    .first<{ version: number; state: string }>();

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

describe("a snapshot", () => {
  it("can be emptied, and no byte of any answer changes", async () => {
    await recordAll("emptied", [...longStory(300), ...turns]);
    const before = await readings(server, "emptied");
    const list = await (await server.get("/api/stories")).text();
    expect(await rowOf("emptied")).toMatchObject({ version: 307 });
    await run("DELETE FROM snapshots");
    expect(await readings(server, "emptied")).toEqual(before);
    expect(await (await server.get("/api/stories")).text()).toBe(list);
    expect(await rowOf("emptied")).toBeNull();
    await server.record("emptied", paced([statement({ by: "ada" })], 500));
    await expectFolded("emptied");
    expect(await rowOf("emptied")).toMatchObject({ version: 308 });
  });

  it.each(["story", "status", "cast"])("of another revision of %s is left aside", async (name) => {
    const story = `revised-${name}`;
    await recordAll(story, longStory(60));
    const before = await readings(server, story);
    const path = (member: string) => `'$.${name}.${member}'`;
    const change = `json_set(state, ${path("revision")}, 99, ${path("state")}, json('{"amendments": [], "last": {}}'))`;
    await run(`UPDATE snapshots SET state = ${change} WHERE story = ?`, story);
    expect(await readings(server, story)).toEqual(before);
    await server.record(story, paced([statement({ by: "ada" })], 60));
    await expectFolded(story);
  });

  it.each<[string, readonly Posted[]]>([
    ["events that came next", longStory(90).slice(60)],
    ["a correction", [...longStory(90).slice(60), ...turns.slice(2)]],
    ["late events", [...turns.slice(0, 2), ...longStory(90).slice(60)]],
  ])("that is behind by %s is caught up with", async (what, later) => {
    const story = `behind-${what.replaceAll(" ", "-")}`;
    await recordAll(story, longStory(60));
    const old = await rowOf(story);
    await recordAll(story, later);
    const before = await readings(server, story);
    await run("UPDATE snapshots SET version = ?, state = ? WHERE story = ?", old?.version, old?.state, story);
    expect(await readings(server, story)).toEqual(before);
    await server.record(story, paced([statement({ by: "ada" })], 600));
    await expectFolded(story);
  });
});

describe("a story that outgrows its snapshot", () => {
  const long = (length: number) => "So be it. ".repeat(length / 10);

  it("is read right where one projection does not fit", async () => {
    const asked = Array.from({ length: 3500 }, (_, index) => question(`question-${index}`, long(500)));
    await recordAll("large", paced([...scene, ...asked]));
    const state = (await rowOf("large"))?.state ?? "{}";
    expect(Object.keys(JSON.parse(state))).not.toContain("questions");
    expect(Object.keys(JSON.parse(state))).toContain("status");
    await expectFolded("large");
    await server.record("large", paced([statement()], 600));
    await expectFolded("large");
  });

  it("is read and written right where not even its own state fits", async () => {
    const texts = Array.from({ length: 250 }, () => ({ ...development(), data: { headline: "Long", text: long(4000) } }));
    const repairs = texts.map((_, index) => corrected(6 + index, { data: { headline: "Longer" } }));
    await recordAll("vast", paced([...scene, ...texts, ...repairs]));
    expect(await rowOf("vast")).toBeNull();
    await expectFolded("vast");
    await server.record("vast", paced([statement()], 600));
    await expectFolded("vast");
  });
});
