import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { budgetLines } from "../support/budget-lines.ts";
import { corrected, development, insult, question, statement } from "../support/drafts.ts";
import { fatStory } from "../support/fat-stories.ts";
import { longStory } from "../support/fill.ts";
import { paced } from "../support/paced.ts";
import { foldsOf, nextOf } from "../support/readings.ts";
import { seed } from "../support/seed.ts";
import { type Cost, costOf, type Server, startServer } from "../support/server.ts";
import { readersBytes, workerBytes } from "../support/worker-size.ts";

let server: Server;
/** With `LONG=1`, ten and a hundred thousand events too: it takes minutes. */
const lengths = [10, 1_000, ...(process.env.LONG === undefined ? [] : [10_000, 100_000])];
beforeAll(async () => {
  server = await startServer();
  for (const length of lengths) await seed(server, `long-${length}`, longStory(length));
}, 900_000);
afterAll(() => server.close());

/** Expects an answer of that status at no more than that cost. */
const expectCost = async (answer: Response, status: number, most: Cost) => {
  const cost = costOf(answer);
  await answer.arrayBuffer();
  expect(answer.status).toBe(status);
  for (const name of ["trips", "read", "written"] as const) expect(cost[name], name).toBeLessThanOrEqual(most[name]);
};

/** What may happen next in the long story, `count` times. */
const next = (minute: number, count = 1) =>
  paced(
    Array.from({ length: count }, () => statement({ by: "ada", about: ["bob"] })),
    minute,
  );

describe.each(lengths)("in a story of %i events", (length) => {
  const story = `long-${length}`;
  const base = `/api/stories/${story}`;

  it.each(["desc", "asc"])("a page of the timeline takes one round trip and sixty rows, %s", async (order) => {
    const first = await server.get(`${base}/timeline?order=${order}`);
    const second = nextOf(first);
    await expectCost(first, 200, { trips: 1, read: 60, written: 0 });
    if (second === undefined) return;
    const middle = await server.get(second);
    const third = nextOf(middle);
    await expectCost(middle, 200, { trips: 1, read: 60, written: 0 });
    await expectCost(await server.get(third ?? ""), 200, { trips: 1, read: 60, written: 0 });
  });

  it("a page of the log takes two round trips and two rows an event, wherever it begins", async () => {
    for (const query of ["", "?limit=5", "?limit=500", `?limit=500&after=${Math.max(0, length - 600)}`, `?after=${length - 3}`]) {
      const answer = await server.get(`${base}/events${query}`);
      const { events } = (await answer.clone().json()) as { events: unknown[] };
      await expectCost(answer, 200, { trips: 2, read: 2 * events.length + 10, written: 0 });
    }
  });

  it("the whole log takes two rows an event, and a round trip for every five hundred", async () => {
    const answer = await server.get(`${base}/events`, { Accept: "application/x-ndjson" });
    const first = costOf(answer);
    const lines = (await answer.text()).trimEnd().split("\n");
    expect([lines.length >= length, first.read <= 2 * 500 + 10]).toEqual([true, true]);
  });

  it.each(budgetLines)("$work costs no more than it may", async ({ ask, most, status }) => {
    const answers = await ask(server, { story, length });
    const { version } = await server.read<{ version: number }>(base);
    for (const answer of answers) await expectCost(answer, status, most(version));
  });

  it("a page of the timeline takes no more where some of its entries were moved", async () => {
    const { version } = await server.read<{ version: number }>(base);
    await server.record(story, next(version + 60, 80));
    const head = version + 80;
    const moves = [1, 2, 3, 4, 5].map((back) => corrected(head - 7 * back, { occurredAt: "2025-02-10T12:00:30Z" }));
    await server.record(story, paced([...moves, development()], head + 60));
    for (const order of ["asc", "desc"])
      await expectCost(await server.get(`${base}/timeline?order=${order}`), 200, { trips: 1, read: 60, written: 0 });
    const [draft] = next(head + 70);
    await expectCost(await server.post(story, draft), 201, { trips: 2, read: 8, written: 8 });
  });
});

describe("in a story of corrections", () => {
  const line = budgetLines.filter(({ work }) => work.startsWith("the past"));

  it.each(line)("$work costs no more than it may", async ({ ask, most, status }) => {
    const drafts = fatStory("corrections", 0.2);
    await seed(server, "corrections", drafts);
    for (const answer of await ask(server, { story: "corrections", length: drafts.length }))
      await expectCost(answer, status, most(drafts.length));
  });
});

describe("an append of one", () => {
  const story = "one-by-one";
  const carriedIn = async (): Promise<string[]> => {
    const row = server.db.prepare("SELECT state FROM parts WHERE story = ? AND part = 'story'").bind(story);
    return JSON.parse((await row.first<string>("state")) ?? "{}").kept?.carried ?? [];
  };
  const expectRead = async () => {
    const folds = foldsOf(await server.log(story));
    for (const name of ["insults", "questions"]) {
      const answer = await server.get(`/api/stories/${story}/${name}`);
      expect(await answer.clone().text()).toBe(folds[name]);
      await expectCost(answer, 200, { trips: 1, read: 6, written: 0 });
    }
  };

  it("costs no more at any of many turns, of those events that write most, and what it puts off is read all the same", async () => {
    await seed(server, story, longStory(200));
    const carried = new Set<string>();
    for (let turn = 0; turn < 150; turn += 1) {
      const [draft] = paced([turn % 3 === 0 ? question(`turn-${turn}`) : insult({ by: "ada", at: "bob" })], 300 + turn);
      await expectCost(await server.post(story, draft, { "Idempotency-Key": `turn ${turn}` }), 201, {
        trips: 2,
        read: 8,
        written: 8,
      });
      const names = await carriedIn();
      if (names.length > 0) await expectRead();
      for (const name of names) carried.add(name);
    }
    expect([...carried]).toContain("insults");
  });

  it("writes in turn what was put off, whoever records next", async () => {
    const talk = paced(Array(70).fill(insult({ by: "ada", at: "bob" })), 500);
    let at = 0;
    // Whoever records by `seed` remembers nothing of the story.
    for (; (await carriedIn()).length === 0; at += 1) await seed(server, story, talk.slice(at, at + 1));
    expect(await carriedIn()).toEqual(["insults"]);
    await seed(server, story, paced([question("put-off")], 600));
    expect(await carriedIn()).toEqual(["insults"]);
    await expectRead();
    await seed(server, story, paced([statement({ by: "ada" })], 601));
    expect(await carriedIn()).toEqual([]);
    await expectRead();
  });
});

describe("the Worker", () => {
  it("is at most 189 KiB, gzipped, without the desk", async () => {
    const bytes = await readersBytes();
    expect(bytes).toBeGreaterThan(100 * 1024);
    expect(bytes).toBeLessThanOrEqual(189 * 1024);
  });

  it("is at most 232 KiB, gzipped, with it", () => expect(workerBytes()).toBeLessThanOrEqual(232 * 1024));
});
