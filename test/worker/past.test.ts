/** How a story stood at any version and at any instant: what the log says, for the price of a few hundred rows. */
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StoredEvent } from "../../worker/store/rows.ts";
import { at, corrected, insult, offer, type Posted, retracted, statement } from "../support/drafts.ts";
import { longStory } from "../support/fill.ts";
import { paced } from "../support/paced.ts";
import { foldsOf, pageBy } from "../support/readings.ts";
import { costOf, type Server, startServer } from "../support/server.ts";

let server: Server;
let log: StoredEvent[];

/** Late talk, late moves, corrections of texts and of times, retractions, now and then. */
const turnsAfter = (minute: number, version: number): Posted[] => [
  at("12:20", statement({ by: "cleo" })),
  at("12:21", insult({ by: "dan", at: "eve" })),
  at("12:22", offer(`late-${minute}`, { by: "finn", target: "gus" })),
  ...paced([corrected(version + 1, { byline: "A desk" }), corrected(30, { occurredAt: "2025-02-10T12:00:30Z" })], minute),
  ...paced([corrected(30, { occurredAt: "2025-02-10T12:40:00Z" }), retracted(version + 2)], minute),
];

const recordAll = async (story: string, drafts: readonly Posted[]): Promise<void> => {
  for (let from = 0; from < drafts.length; from += 70) await server.record(story, drafts.slice(from, from + 70));
};

beforeAll(async () => {
  server = await startServer();
  const drafts = longStory(1500);
  await recordAll("story", drafts.slice(0, 450));
  await recordAll("story", turnsAfter(450, 450));
  await recordAll("story", drafts.slice(450, 1000));
  for (const turn of turnsAfter(1000, 1007)) await server.record("story", turn);
  await recordAll("story", drafts.slice(1000));
  log = await server.log("story");
});
afterAll(() => server.close());

const most = { trips: 3, read: 600 };

/** Reads what stood at a version: the same as the log says, within the budget of the past. */
const expectThen = async (story: string, query: string, part: readonly StoredEvent[], pages = 1): Promise<void> => {
  const folds = foldsOf(part, "en");
  for (const name of ["status", "offers", "insults", "corrections"]) {
    const answer = await server.get(`/api/stories/${story}/${name}?${query}`);
    const { trips, read } = costOf(answer);
    expect(await answer.text()).toBe(folds[name]);
    expect({ query, name, trips: Math.min(trips, most.trips), read: Math.max(read, most.read) }).toEqual({
      query,
      name,
      trips,
      read: most.read,
    });
  }
  for (const order of ["asc", "desc"] as const) {
    const answer = await server.get(`/api/stories/${story}/timeline?${query}&order=${order}`);
    const { trips, read } = costOf(answer);
    expect(await answer.text()).toBe(pageBy(part, { order }));
    if (pages > 0) expect([trips <= most.trips, read <= most.read, query]).toEqual([true, true, query]);
  }
};

describe("a version of the past", () => {
  const versions = [
    1, 5, 64, 65, 299, 300, 301, 449, 450, 451, 452, 453, 454, 455, 456, 457, 458, 620, 899, 1000, 1007, 1008, 1012, 1014, 1300,
    1512,
  ];
  it.each(versions)("%i costs three trips and 600 rows", (version) =>
    expectThen("story", `version=${version}`, log.slice(0, version)),
  );

  it("is found by an instant", async () => {
    for (const version of [1, 70, 140, 457, 1000, 1010, 1514]) {
      const recordedAt = log[version - 1]?.recordedAt ?? "";
      const last = log.filter((entry) => entry.recordedAt <= recordedAt).length;
      await expectThen("story", `asOf=${recordedAt}`, log.slice(0, last));
    }
  });

  it("has picks, pages after pages, a page of its own and a picture", async () => {
    for (const version of [300, 700, 1200]) {
      const part = log.slice(0, version);
      for (const query of ["kind=offers", "party=bob", "kind=people", "since=250", "party=ada&kind=insults"]) {
        const answer = await server.get(`/api/stories/story/timeline?version=${version}&${query}`);
        const { trips, read } = costOf(answer);
        const [kind, party, since] = ["kind", "party", "since"].map((name) => new URLSearchParams(query).get(name) ?? undefined);
        const asked = {
          order: "desc" as const,
          kind: kind as "offers",
          party,
          since: since === undefined ? since : Number(since),
        };
        expect(await answer.text()).toBe(pageBy(part, asked));
        expect([trips <= most.trips, read <= most.read]).toEqual([true, true]);
      }
      for (const path of [
        `/stories/story?version=${version}`,
        `/stories/story/picture.png?version=${version}`,
        `/embed/story/timeline?version=${version}`,
      ]) {
        const answer = await server.get(path);
        const { trips, read } = costOf(answer);
        expect([path, answer.status, trips <= most.trips, read <= most.read]).toEqual([path, 200, true, true]);
        await answer.arrayBuffer();
      }
    }
  });

  it("that a reader has costs one trip and three rows, and by an instant a few dozen", async () => {
    for (const [query, rows] of [
      ["version=700", 3],
      [`asOf=${log[699]?.recordedAt}`, 40],
    ] as const) {
      const etag = (await server.get(`/api/stories/story/offers?${query}`)).headers.get("ETag") ?? "";
      const answer = await server.get(`/api/stories/story/offers?${query}`, { "If-None-Match": etag });
      const { trips, read } = costOf(answer);
      expect([answer.status, trips, read <= rows]).toEqual([304, 1, true]);
    }
  });
});

describe("what is kept of the past", () => {
  const run = (sql: string) => server.db.prepare(sql).run();
  const keptAt = async (story: string): Promise<number[]> =>
    (
      await server.db
        .prepare("SELECT DISTINCT kept_at FROM past_parts WHERE story = ? ORDER BY 1")
        .bind(story)
        .all<{ kept_at: number }>()
    ).results.map(({ kept_at }) => kept_at);

  it.each<[string, string]>([
    ["emptied", "DELETE FROM past_parts"],
    ["forged", `UPDATE past_parts SET state = replace(state, '"ada"', '"bob"')`],
    ["broken", "UPDATE past_parts SET state = substr(state, 1, length(state) - 3) WHERE part <> 'offers'"],
    ["moved to another version", "UPDATE past_parts SET kept_at = kept_at + 5"],
    ["of another revision", "UPDATE past_parts SET revision = 'story.99'"],
  ])("can be %s: nothing that is answered changes, and who comes next pays little again", async (_, sql) => {
    await run(sql);
    for (const version of [280, 640, 1000, 1012, 1499]) {
      const read = async () => (await server.get(`/api/stories/story/timeline?version=${version}`)).text();
      expect(await read()).toBe(pageBy(log.slice(0, version), { order: "desc" }));
      await expectThen("story", `version=${version}`, log.slice(0, version));
    }
  });

  it("is bounded: the oldest of the states between go first, and those of every few hundred events stay", async () => {
    await recordAll("bounded", longStory(320));
    for (let turn = 0; turn < 12; turn += 1)
      await server.record("bounded", paced([corrected(20, { byline: `Desk ${turn}` })], 330 + turn));
    expect(await keptAt("bounded")).toEqual([320, ...Array.from({ length: 12 }, (_, turn) => 321 + turn)]);
    // As if each state were so large that only eight of them may be kept.
    const big = "x".repeat(20_000);
    await server.record("bounded", paced([corrected(20, { sources: [{ publisher: big.slice(0, 100) }] })], 400));
    const { kept } = (await server.db.prepare("SELECT kept FROM stories WHERE slug = 'bounded'").first<{ kept: string }>()) ?? {
      kept: "",
    };
    expect(JSON.parse(kept)).toEqual([...Array.from({ length: 13 }, (_, turn) => 321 + turn)]);
  });

  it("is erased by a takedown, and says nothing of what was taken down when it is kept anew", async () => {
    const secret = "quokka-secret";
    const drafts = longStory(700);
    await recordAll("erased", drafts.slice(0, 400));
    await server.record("erased", paced([statement({ by: "ada", quote: { text: `So says ${secret}`, language: "en" } })], 400));
    await recordAll(
      "erased",
      paced([corrected(401, { byline: secret }), insult({ by: "ada", at: "bob", quote: { text: secret, language: "en" } })], 401),
    );
    await recordAll("erased", drafts.slice(400));
    expect((await keptAt("erased")).length).toBeGreaterThan(2);
    for (const event of [401, 403]) expect((await server.takeDown("erased", event)).status).toBe(201);
    const entries = await server.log("erased");
    for (const version of [402, 404, 650]) {
      await server.get(`/api/stories/erased/timeline?version=${version}`).then((answer) => answer.arrayBuffer());
      await expectThen("erased", `version=${version}`, entries.slice(0, version));
    }
    const states = await server.db
      .prepare("SELECT state FROM parts UNION ALL SELECT state FROM past_parts")
      .all<{ state: string }>();
    const texts = states.results.map(({ state }) =>
      state.startsWith("gzip,") ? gunzipSync(Buffer.from(state.slice(5), "base64")).toString() : state,
    );
    expect(texts.filter((text) => text.includes(secret))).toEqual([]);
    expect(texts.length).toBeGreaterThan(5);
  });
});
