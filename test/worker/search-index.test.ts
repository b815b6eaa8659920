/** The index of the search: it follows the log, says what holds true, and forgets what was taken down. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FoundStory } from "../../worker/search/search.ts";
import { updateSearchIndex } from "../../worker/search/search-index.ts";
import { type MeteredDatabase, meterDatabase } from "../../worker/store/d1.ts";
import { resetIndex } from "../../worker/store/search-index.ts";
import { corrected, development, insult, offer, retracted, said, scene, statement } from "../support/drafts.ts";
import { fill } from "../support/fill.ts";
import { indexRows, termsIn, untilIndexed } from "../support/indexed.ts";
import { paced } from "../support/paced.ts";
import { keptIn, secretStory, telltales } from "../support/secret.ts";
import { costOf, type Server, startServer } from "../support/server.ts";
import { shipAll } from "../support/shipping.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.close());

const found = async (q: string): Promise<string[]> => {
  const { stories } = await server.read<{ stories: FoundStory[] }>(`/api/search?q=${encodeURIComponent(q)}`);
  return stories.flatMap(({ story, hits }) => hits.map(({ version }) => `${story}/${version}`));
};
const progress = () => server.db.prepare("SELECT position FROM search_progress").first<number>("position");
const sendBack = (to: number) => server.db.prepare(`UPDATE search_progress SET position = ${to}`).run();
/** D1, whose `nth` round trip waits until `meanwhile` is over. */
const interrupted = (nth: number, meanwhile: () => Promise<unknown>): MeteredDatabase => {
  const d1 = meterDatabase(server.db);
  let trips = 0;
  return {
    ...d1,
    batch: async (...statements) => {
      trips += 1;
      if (trips === nth) await meanwhile();
      return d1.batch(...statements);
    },
  };
};

describe("the index", () => {
  it("follows each write: appends, imports", async () => {
    await server.record("first", paced([...scene, insult({ quote: said("Quibbler") })]));
    await untilIndexed(server);
    expect(await found("quibbler")).toEqual(["first/6"]);
    const other = await startServer();
    try {
      await shipAll(other, "first", await server.log("first"));
      await untilIndexed(other);
      expect(await indexRows(other)).toEqual(await indexRows(server));
    } finally {
      await other.close();
    }
  });

  it("costs an append nothing: its rows and round trips are those that it had", async () => {
    await fill(server, "long", 500);
    await untilIndexed(server);
    const cost = costOf(await server.post("long", paced([statement({ by: "ada" })], 500)));
    expect([cost.trips <= 2, cost.read <= 8, cost.written <= 8]).toEqual([true, true, true]);
  });

  it("is caught up with by the cron where no follower was", async () => {
    await server.record("missed", paced([...scene, development("Flabbergasting")]));
    await untilIndexed(server);
    const head = (await progress()) ?? 0;
    await server.db.prepare("DELETE FROM search WHERE story = 'missed'").run();
    await sendBack(head - 6);
    expect(await found("flabbergasting")).toEqual([]);
    await server.cron();
    expect([await found("flabbergasting"), await progress()]).toEqual([["missed/6"], head]);
  });

  it("takes two round trips for one event, and writes a row for it and one for its progress", async () => {
    await server.record("cheap", paced(scene));
    await untilIndexed(server);
    await sendBack(((await progress()) ?? 0) - 1);
    await server.db.prepare("DELETE FROM search WHERE rowid > (SELECT position FROM search_progress)").run();
    const d1 = meterDatabase(server.db);
    await updateSearchIndex(d1);
    expect(d1.cost).toMatchObject({ trips: 2, written: 2 });
    expect(d1.cost.read).toBeLessThanOrEqual(20);
    const idle = meterDatabase(server.db);
    await updateSearchIndex(idle);
    expect(idle.cost).toMatchObject({ trips: 1, written: 0 });
    expect(idle.cost.read).toBeLessThanOrEqual(6);
  });

  it("goes as far as one request may, and on from there the next time", async () => {
    const d1 = meterDatabase(server.db);
    await d1.batch(resetIndex(d1));
    const first = await updateSearchIndex(d1, { steps: 1, events: 100 });
    expect([first.indexed > 0, first.indexed < first.head]).toEqual([true, true]);
    expect(await updateSearchIndex(d1)).toEqual({ indexed: first.head, head: first.head });
  });

  it("is the same where several make it at once, each event once", async () => {
    const before = await indexRows(server);
    const d1 = meterDatabase(server.db);
    await d1.batch(resetIndex(d1));
    await Promise.all(Array.from({ length: 6 }, () => updateSearchIndex(meterDatabase(server.db))));
    expect(await indexRows(server)).toEqual(before);
    const { results } = await server.db.prepare("SELECT count(*) AS n FROM search GROUP BY story, version HAVING n > 1").all();
    expect(results).toEqual([]);
  });

  it("does not go back where another was further meanwhile", async () => {
    const before = await indexRows(server);
    const head = await progress();
    await sendBack(0);
    const slow = interrupted(2, () => updateSearchIndex(meterDatabase(server.db)));
    expect((await updateSearchIndex(slow)).indexed).toBe(head);
    expect(await indexRows(server)).toEqual(before);
  });
});

describe("an event that was amended", () => {
  it("is found by its newest correction alone, wherever that stands in the log", async () => {
    await server.record("amended", paced([...scene, development("Lexicographic"), insult({ quote: said("Blatherskite") })]));
    await untilIndexed(server);
    await server.record("amended", paced([corrected(6, { data: { headline: "Onomatopoeic" } })], 60));
    await server.record("amended", paced([corrected(6, { occurredAt: "2025-02-10T12:30:30Z", precision: "second" })], 61));
    await untilIndexed(server);
    expect([await found("lexicographic"), await found("onomatopoeic")]).toEqual([[], ["amended/6"]]);
    await server.record("amended", paced([corrected(6, { data: { headline: "Perspicacious" } }), retracted(7)], 62));
    await untilIndexed(server);
    expect([await found("onomatopoeic"), await found("blatherskite")]).toEqual([[], []]);
    expect((await indexRows(server)).filter(({ story, version }) => story === "amended" && version > 5)).toEqual([
      {
        story: "amended",
        version: 6,
        occurred_at: "2025-02-10T12:30:30Z",
        precision: "second",
        names: "",
        texts: "Perspicacious",
      },
    ]);
  });

  it("is indexed the same step by step as at once", async () => {
    const before = await indexRows(server);
    const start = ((await progress()) ?? 0) - 10;
    await sendBack(start);
    for (let last = 0, at = start; at > last; ) {
      last = at;
      at = (await updateSearchIndex(meterDatabase(server.db), { steps: 1, events: 1 })).indexed;
    }
    expect(await indexRows(server)).toEqual(before);
  });
});

describe("a takedown", () => {
  const word = "zibeline";

  it("leaves no word of what it erases in the index: no row, no term", async () => {
    await server.record("secret", secretStory);
    await untilIndexed(server);
    expect((await found(word)).length).toBeGreaterThan(0);
    expect(await keptIn(server, word)).toEqual(expect.arrayContaining(["search.names", "search.texts", "search_content.c5"]));
    expect((await termsIn(server)).filter((term) => term.includes(word.slice(0, 3)))).not.toEqual([]);
    for (const event of telltales) expect((await server.takeDown("secret", event)).status).toBe(201);
    // At once, and after the index has followed.
    for (const wait of [async () => {}, () => untilIndexed(server), () => sendBack(0).then(() => server.cron())]) {
      await wait();
      expect(await found(word)).toEqual([]);
      expect(await keptIn(server, word)).toEqual([]);
      expect((await termsIn(server)).filter((term) => term.includes(word.slice(0, 3)))).toEqual([]);
    }
  });

  it("leaves nothing that was made of it: no neighbours, no beginnings, no letters in a row", async () => {
    const said = "d’Xerxes Xylophon ﬁxer 価格上昇";
    await server.record("made-of", paced([...scene, development(said), development("x")]));
    await untilIndexed(server);
    const made = /xer|xyl|fix|価|格/;
    const before = (await termsIn(server)).filter((term) => made.test(term));
    expect(before).toEqual(expect.arrayContaining(["dxerxes", "xerxes+xylophon", "xylo*", "fixer", "価+格", "格"]));
    expect((await server.takeDown("made-of", 6)).status).toBe(201);
    expect((await termsIn(server)).filter((term) => made.test(term))).toEqual([]);
    expect(await server.db.prepare("INSERT INTO search (search) VALUES ('integrity-check')").run()).toMatchObject({
      success: true,
    });
  });

  it("takes out what only a correction said", async () => {
    await server.record("put-right", paced([...scene, offer("bid"), development("Plain words")]));
    await server.record("put-right", paced([corrected(7, { data: { headline: "Xylographic" } })], 60));
    await untilIndexed(server);
    expect(await found("xylographic")).toEqual(["put-right/7"]);
    await server.takeDown("put-right", 7);
    expect([await found("xylographic"), await found("plain words")]).toEqual([[], []]);
    expect((await termsIn(server)).filter((term) => term.startsWith("xylo"))).toEqual([]);
  });

  it("is not undone by a step that had read the words before, of the event or of its correction", async () => {
    await server.record("race", paced([...scene, development("Yesteryear"), development("Same words")]));
    await server.record("race", paced([corrected(7, { data: { headline: "Yuletide" } })], 60));
    await untilIndexed(server);
    const head = (await progress()) ?? 0;
    // Where the step begins, what is taken down, and which of its round trips writes: the correction alone has to ask for what it corrects.
    for (const { from, event, writes } of [
      { from: head - 3, event: 6, writes: 2 },
      { from: head - 1, event: 7, writes: 3 },
    ]) {
      await sendBack(from);
      await updateSearchIndex(
        interrupted(writes, async () => {
          expect((await server.takeDown("race", event)).status).toBe(201);
          await untilIndexed(server);
          await sendBack(from);
        }),
        { steps: 1, events: head - from },
      );
      // The step was taken, and has not come to the takedown, which would mend what it did wrong.
      expect(await progress()).toBe(head);
      expect((await indexRows(server)).filter(({ story, version }) => story === "race" && version === event)).toEqual([]);
    }
    await server.cron();
    expect([await found("yesteryear"), await found("yuletide"), await found("same words")]).toEqual([[], [], []]);
    expect((await termsIn(server)).filter((term) => /^(?:yes|yul)/.test(term))).toEqual([]);
  });
});

describe("POST /api/search/index", () => {
  const index = (query: string) => server.send("POST", `/api/search/index${query}`, server.signed("pia"));

  it("makes the index anew, and mends what was damaged", async () => {
    const before = await indexRows(server);
    await server.db.prepare("UPDATE search SET texts = 'Forged' WHERE version = 1").run();
    await server.db.prepare("DELETE FROM search WHERE version = 3").run();
    await server.db
      .prepare(
        "INSERT INTO search (rowid, story, version, texts) SELECT position, story, version, 'Ghost' FROM events WHERE body IS NULL",
      )
      .run();
    let told = { indexed: 0, head: 1 };
    for (let anew = "?anew=true"; told.indexed < told.head; anew = "") {
      const answer = await index(anew);
      told = (await answer.json()) as typeof told;
    }
    expect(await indexRows(server)).toEqual(before);
    expect(await (await index("")).json()).toEqual(told);
  });

  it("is for publishers, and takes no other parameters", async () => {
    expect((await server.send("POST", "/api/search/index", server.signed("ada"))).status).toBe(403);
    expect((await index("?anew=yes")).status).toBe(422);
  });
});
