/** A court's order in a story that holds an event of an edition of tomorrow, or a broken one: it is carried out by what can be read. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { corrected, development, opened, type Posted } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { problemOf, type Server, startServer } from "../support/server.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const run = (sql: string, ...values: unknown[]) => server.run(sql, ...values);

const columns =
  "story, version, type, schema, occurred_at, precision, place, recorded_at, recorded_by, body, salt, commitment, hash";

/** Puts a row at the end of a story's log that the code of today would not have written. */
const insert = (story: string, what: { type?: string; body?: string; precision?: string }) =>
  run(
    `INSERT INTO events (${columns}) SELECT story, version + 1, coalesce(?2, type), schema, occurred_at, coalesce(?4, precision), NULL,
      recorded_at, recorded_by, coalesce(?3, body), salt, commitment, hash FROM events WHERE story = ?1 ORDER BY version DESC LIMIT 1`,
    story,
    what.type ?? null,
    what.body ?? null,
    what.precision ?? null,
  );

const secret = "Hermine Malaisée lives at number seven";
const saying = (data: object) => JSON.stringify({ data });
const log: Posted[] = [
  opened({ title: "A story" }),
  development(secret),
  corrected(2, { data: { text: `${secret}, it is said` } }),
];

/** Opens a story whose second event is to be taken down, and has such a row put at its end. */
const open = async (slug: string, row: Parameters<typeof insert>[1]): Promise<void> => {
  await server.record(slug, paced(log));
  await insert(slug, row);
};

/** Whether any column of any table of this database says it. */
const isSaid = async (story: string): Promise<string[]> => {
  const found: string[] = [];
  for (const table of ["events", "stories", "search", "people"]) {
    const { results } = await server.db
      .prepare(`SELECT * FROM ${table} WHERE ${table === "stories" ? "slug" : "story"} = ?`)
      .bind(story)
      .all();
    if (JSON.stringify(results).includes("Malais")) found.push(table);
  }
  for (const table of ["parts", "past_parts"])
    if ((await server.db.prepare(`SELECT count(*) AS n FROM ${table} WHERE story = ?`).bind(story).first<number>("n")) !== 0)
      found.push(table);
  return found;
};

const bodies = async (story: string): Promise<boolean[]> => {
  const { results } = await server.db.prepare("SELECT body, salt FROM events WHERE story = ? ORDER BY version").bind(story).all();
  return results.map(({ body, salt }) => body !== null && salt !== null);
};

const elsewhere: [string, Parameters<typeof insert>[1]][] = [
  ["of a type of tomorrow", { type: "LawsuitFiled", body: saying({ court: "Paris" }) }],
  ["of a type of tomorrow that is about another event", { type: "EventAnnotated", body: saying({ event: 1 }) }],
  ["of a precision of tomorrow", { precision: "decade", body: saying({ headline: "An age" }), type: "DevelopmentReported" }],
  ["whose body is broken", { type: "DevelopmentReported", body: '{"data":' }],
];

describe.each(elsewhere)("a takedown in a story with an event %s", (what, row) => {
  const slug = `court-${what.replaceAll(" ", "-")}`;

  it("is carried out: nothing of the event and of its corrections is left, once, and the others' events stay as they were", async () => {
    await open(slug, row);
    expect(await isSaid(slug)).toContain("events");
    const before = (await server.read<{ leftOut: unknown[] }>("/api/events?limit=500")).leftOut.length;
    const answer = await server.takeDown(slug, 2, { "If-Match": '"4"', "Idempotency-Key": `court ${what}` });
    const body = await answer.json();
    expect([answer.status, body]).toMatchObject([201, { version: 5, events: [{ data: { event: 2, erased: [2, 3] } }] }]);
    expect(await bodies(slug)).toEqual([true, false, false, true, true]);
    expect(await isSaid(slug)).toEqual([]);
    expect((await server.get(`/api/stories/${slug}/events/2`)).status).toBe(410);
    expect(await server.read(`/api/stories/${slug}/live`)).toMatchObject({ version: 5, erased: 5 });
    const again = await server.takeDown(slug, 2, { "Idempotency-Key": `court ${what}` });
    expect([again.status, await again.json()]).toEqual([200, body]);
    const { events, leftOut } = await server.read<{ events: { story: string }[]; leftOut: unknown[] }>("/api/events?limit=500");
    expect([events.filter(({ story }) => story === slug).length, leftOut.length]).toEqual([4, before]);
  });

  it("changes nothing for the other stories and the lists, and the story says itself what is wrong", async () => {
    await server.record(`beside-${slug}`, paced([opened({ title: "Beside it" })]));
    for (const path of ["/", "/api/stories", "/feed.atom", "/sitemap.xml", "/api/search?q=beside"])
      expect([path, (await server.get(path)).status]).toEqual([path, 200]);
    const problem = await problemOf(await server.get(`/api/stories/${slug}/status`));
    expect(problem).toMatchObject({ type: expect.stringMatching(/unreadable$/), version: 4 });
    expect((await server.get(`/api/stories/${slug}/status?version=3`)).status).toBe(200);
  });

  it("is told with the rest, once the edition that can read the story is back", async () => {
    const trigger =
      "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'events' AND sql LIKE '%BEFORE UPDATE%'";
    const { results } = await server.db.prepare(trigger).all<{ name: string; sql: string }>();
    for (const { name } of results) await run(`DROP TRIGGER ${name}`);
    await run(
      "UPDATE events SET type = 'DevelopmentReported', precision = 'minute', body = ?2 WHERE story = ?1 AND version = 4",
      slug,
      saying({ headline: "What was of tomorrow" }),
    );
    for (const { sql } of results) await run(sql);
    const { entries } = await server.read<{ entries: { version: number; takenDown?: object }[] }>(
      `/api/stories/${slug}/timeline?lang=en`,
    );
    expect(entries.map(({ version }) => version)).toContain(4);
    const { stories } = await server.read<{ stories: { story: string; version: number }[] }>("/api/stories?limit=50");
    expect(stories).toContainEqual(expect.objectContaining({ story: slug, version: 5 }));
    await server.record(slug, paced([development("After it")], 30));
    const { entries: after } = await server.read<{ entries: object[] }>(`/api/stories/${slug}/timeline`);
    expect(after[0]).toMatchObject({ version: 6 });
    expect(JSON.stringify(after)).not.toContain("Malais");
  });
});

describe("an event that cannot be read", () => {
  it("can be taken down itself, and the rest stays as it was", async () => {
    for (const [slug, row] of [
      ["itself-new", { type: "LawsuitFiled", body: saying({ claim: secret }) }],
      ["itself-torn", { type: "DevelopmentReported", body: `{"data": ${secret}` }],
    ] as const) {
      await open(slug, row);
      const answer = await server.takeDown(slug, 4);
      expect([slug, answer.status, await answer.json()]).toMatchObject([slug, 201, { events: [{ data: { erased: [4] } }] }]);
      expect(await bodies(slug)).toEqual([true, true, true, false, true]);
      const again = await server.takeDown(slug, 4);
      expect([again.status, await problemOf(again)]).toMatchObject([409, { code: "event-taken-down" }]);
    }
  });

  it("goes with what it is about, where its type tells so", async () => {
    await open("amends-broken", { type: "EventCorrected", body: '{"data":' });
    await insert("amends-broken", { type: "TextTranslated", body: saying({ event: 3 }), precision: "decade" });
    await insert("amends-broken", { type: "EventCorrected", body: saying({ event: 1 }), precision: "decade" });
    const answer = await server.takeDown("amends-broken", 2);
    expect([answer.status, await answer.json()]).toMatchObject([201, { events: [{ data: { erased: [2, 3, 4, 5] } }] }]);
    expect(await bodies("amends-broken")).toEqual([true, false, false, false, false, true, true]);
  });

  it.each<[string, Parameters<typeof insert>[1], number]>([
    ["of a type of tomorrow names what is to be taken down", { type: "EventAnnotated", body: saying({ event: 2 }) }, 2],
    ["of a type of tomorrow says nothing that can be read", { type: "EventAnnotated", body: "[" }, 2],
    ["of a type of tomorrow is to be taken down, and names another", { type: "EventAnnotated", body: saying({ event: 2 }) }, 4],
    ["is a takedown, and does not say any more what it took down", { type: "EventTakenDown", body: "{}" }, 4],
  ])("%s: nobody can tell, the answer names it, and nothing is done", async (what, row, event) => {
    const slug = `untold-${what.replaceAll(/[^a-z]+/g, "-")}`.slice(0, 70);
    await open(slug, row);
    const answer = await server.takeDown(slug, event);
    const problem = await problemOf(answer);
    expect([problem.type, problem]).toMatchObject([expect.stringMatching(/\/problems\/unreadable$/), { version: 4 }]);
    expect(await bodies(slug)).toEqual([true, true, true, true]);
  });

  it("keeps no event that is about another from being refused", async () => {
    await open("about-another", { type: "EventCorrected", body: saying({ event: 2 }), precision: "decade" });
    const answer = await server.takeDown("about-another", 4);
    expect([answer.status, await problemOf(answer)]).toMatchObject([409, { code: "event-is-editorial" }]);
  });
});
