/** How a story stood at any version and at any instant: what the log says, for the price of a few hundred rows. */
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MeteredDatabase, meterDatabase } from "../../worker/store/d1.ts";
import { packAnew } from "../../worker/store/past.ts";
import type { StoredEvent } from "../../worker/store/rows.ts";
import { at, corrected, insult, offer, type Posted, retracted, statement } from "../support/drafts.ts";
import { longStory } from "../support/fill.ts";
import { keptAt, untilPastIsKept } from "../support/kept-past.ts";
import { paced } from "../support/paced.ts";
import { foldsOf, pageBy } from "../support/readings.ts";
import { costOf, type Server, startServer } from "../support/server.ts";
import { shipAll } from "../support/shipping.ts";

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
  await untilPastIsKept(server, story);
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

const most = { trips: 3, read: 600, written: 0 };

/** Reads what stood at a version: the same as the log says, within the budget of the past. */
const expectThen = async (story: string, query: string, part: readonly StoredEvent[], on = server): Promise<void> => {
  const folds = foldsOf(part, "en");
  for (const name of ["status", "offers", "insults", "corrections"]) {
    const answer = await on.get(`/api/stories/${story}/${name}?${query}`);
    expect(await answer.text()).toBe(folds[name]);
    expectCheap(answer);
  }
  for (const order of ["asc", "desc"] as const) {
    const answer = await on.get(`/api/stories/${story}/timeline?${query}&order=${order}`);
    expect(await answer.text()).toBe(pageBy(part, { order }));
    expectCheap(answer);
  }
};

/** Expects an answer within the budget of the past. */
const expectCheap = (answer: Response): void => {
  const cost = costOf(answer);
  const isOver = cost.trips > most.trips || cost.read > most.read || cost.written > most.written;
  expect(isOver ? { url: answer.url, ...cost } : most).toEqual(most);
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
        expectCheap(answer);
        const [kind, party, since] = ["kind", "party", "since"].map((name) => new URLSearchParams(query).get(name) ?? undefined);
        const asked = {
          order: "desc" as const,
          kind: kind as "offers",
          party,
          since: since === undefined ? since : Number(since),
        };
        expect(await answer.text()).toBe(pageBy(part, asked));
      }
      for (const path of [
        `/stories/story?version=${version}`,
        `/stories/story/picture.png?version=${version}`,
        `/embed/story/timeline?version=${version}`,
      ]) {
        const answer = await server.get(path);
        expect([path, answer.status]).toEqual([path, 200]);
        expectCheap(answer);
        await answer.arrayBuffer();
      }
    }
  });

  it("costs no more where what is new since an instant is asked for", async () => {
    const recordedAt = log[249]?.recordedAt ?? "";
    const since = log.filter((entry) => entry.recordedAt <= recordedAt).length;
    const answer = await server.get(`/api/stories/story/timeline?version=700&since=${recordedAt}`);
    const { entries } = JSON.parse(pageBy(log.slice(0, 700), { order: "desc", since }));
    expect(((await answer.clone().json()) as { entries: unknown[] }).entries).toEqual(entries);
    expectCheap(answer);
  });

  it("costs no more between the corrections of one request, whatever of the states between is still kept", async () => {
    await recordAll("group", longStory(700));
    const edits = Array.from({ length: 100 }, (_, index) => corrected(20 + index, { byline: `Desk ${index}` }));
    await server.record("group", paced(edits, 800));
    const others = Array.from({ length: 30 }, (_, index) => corrected(20 + index, { byline: `Night desk ${index}` }));
    await server.record("group", paced(others, 900));
    await recordAll("group", paced(Array(150).fill(statement({ by: "ada" })), 1000));
    const entries = await server.log("group");
    const versions = [700, 701, 744, 799, 800, 815, 830, 979];
    for (const version of versions) await expectThen("group", `version=${version}`, entries.slice(0, version));
    await server.db.prepare("DELETE FROM past_parts WHERE story = 'group' AND kept_at >= 780").run();
    for (const version of versions) await expectThen("group", `version=${version}`, entries.slice(0, version));
  });

  it("costs no more in a story that was imported, a thousand entries at a time", async () => {
    const target = await startServer();
    await shipAll(target, "story", log, 1000);
    await untilPastIsKept(target, "story");
    for (const version of [240, 455, 690, 999, 1000, 1012, 1400]) {
      const imported = (await target.log("story")).slice(0, version);
      await expectThen("story", `version=${version}`, imported, target);
    }
    await target.close();
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
  it("is made anew where it is not as it was written", async () => {
    const keptOf = (version: number) =>
      server.db.prepare("SELECT digest, state FROM past_parts WHERE story = 'story' AND kept_at = ?").bind(version).all();
    const [version = 0] = (await keptAt(server, "story")).filter((one) => one > 600);
    await server.get(`/api/stories/story/status?version=${version + 1}`).then((answer) => answer.text());
    const before = (await keptOf(version)).results;
    await run("UPDATE past_parts SET state = 'forged'");
    await server.get(`/api/stories/story/status?version=${version + 1}`).then((answer) => answer.text());
    const after = (await keptOf(version)).results;
    expect(before.length).toBeGreaterThan(3);
    expect(after.map(({ state }) => state)).not.toContain("forged");
    expect((await keptOf((await keptAt(server, "story"))[0] ?? 0)).results.map(({ state }) => state)).toContain("forged");
  });

  it.each<[string, string]>([
    ["emptied", "DELETE FROM past_parts"],
    ["forged", `UPDATE past_parts SET state = replace(state, '"ada"', '"bob"')`],
    ["broken", "UPDATE past_parts SET state = substr(state, 1, length(state) - 3) WHERE part <> 'offers'"],
    ["moved to another version", "UPDATE past_parts SET kept_at = kept_at + 5"],
    ["of another revision", "UPDATE past_parts SET revision = 'story.99'"],
    ["packed no more", "DELETE FROM packed_log"],
    ["packed and broken", "UPDATE packed_log SET events = substr(events, 1, length(events) - 9)"],
    ["packed up to another version", "UPDATE packed_log SET last = last - 1"],
    ["packed of another log", "UPDATE packed_log SET hash = 'another'"],
    ["packed without its beginning", "UPDATE packed_log SET first = first + 1"],
    ["lost altogether", "DELETE FROM past_parts; DELETE FROM packed_log"],
  ])("can be %s: nothing that is answered changes, and who comes next pays little again", async (_, sql) => {
    for (const statement of sql.split("; ")) await run(statement);
    for (const version of process.env.LONG === undefined ? [455, 1012] : [280, 455, 640, 1000, 1012, 1499]) {
      const read = async () => (await server.get(`/api/stories/story/timeline?version=${version}`)).text();
      expect(await read()).toBe(pageBy(log.slice(0, version), { order: "desc" }));
      await expectThen("story", `version=${version}`, log.slice(0, version));
    }
  });

  it("is bounded: the oldest of the states between go first, and those of every few hundred events stay", async () => {
    await recordAll("bounded", longStory(320));
    for (let turn = 0; turn < 12; turn += 1)
      await server.record("bounded", paced([corrected(20, { byline: `Desk ${turn}` })], 330 + turn));
    const [stride = 0, ...between] = await keptAt(server, "bounded");
    expect([stride >= 250 && stride <= 320, between]).toEqual([true, Array.from({ length: 12 }, (_, turn) => 321 + turn)]);
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
    expect((await keptAt(server, "erased")).length).toBeGreaterThan(2);
    for (const event of [401, 403]) expect((await server.takeDown("erased", event)).status).toBe(201);
    const entries = await server.log("erased");
    await untilPastIsKept(server, "erased");
    for (const version of [402, 404, 650]) await expectThen("erased", `version=${version}`, entries.slice(0, version));
    const states = await server.db
      .prepare("SELECT state FROM parts UNION ALL SELECT state FROM past_parts UNION ALL SELECT events FROM packed_log")
      .all<{ state: string }>();
    const texts = states.results.map(({ state }) =>
      state.startsWith("gzip,") ? gunzipSync(Buffer.from(state.slice(5), "base64")).toString() : state,
    );
    expect(texts.filter((text) => text.includes(secret))).toEqual([]);
    expect(texts.length).toBeGreaterThan(5);
  });

  it("has nothing of an event that is taken down while the log is packed", async () => {
    const secret = "numbat-secret";
    // Of so few events nothing is packed yet, but by this.
    await recordAll("raced", longStory(200));
    const said = insult({ by: "ada", at: "bob", quote: { text: secret, language: "en" } });
    const { version } = await server.record("raced", paced([said], 300));
    const d1 = meterDatabase(server.db);
    let trips = 0;
    const late: MeteredDatabase = {
      ...d1,
      batch: async (...statements) => {
        trips += 1;
        // The log was read, and is written now.
        if (trips === 4) expect((await server.takeDown("raced", version)).status).toBe(201);
        return d1.batch(...statements);
      },
    };
    await packAnew(late, "raced", version);
    const packed = "SELECT events FROM packed_log WHERE story = 'raced'";
    const { results } = await server.db.prepare(packed).all<{ events: string }>();
    expect([trips >= 4, results.some(({ events }) => events.includes(secret))]).toEqual([true, false]);
    await packAnew(d1, "raced", version);
    const after = await server.db.prepare(packed).first<string>("events");
    expect([after?.includes(secret), after?.includes('"takenDown":true')]).toEqual([false, true]);
  });
});
