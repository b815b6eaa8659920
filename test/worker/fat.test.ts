/** Stories of any shape: thousands of parties, of offers, of corrections, of large texts, cost their readers and editors what small ones do. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { insult, offer, opened, type Posted, question, statement } from "../support/drafts.ts";
import { fatShapes, fatStory } from "../support/fat-stories.ts";
import { paced } from "../support/paced.ts";
import { foldsOf, pageBy } from "../support/readings.ts";
import { seed } from "../support/seed.ts";
import { costOf, type Server, startServer } from "../support/server.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** A tenth of what the budgets name, unless all of it is asked for. */
const share = process.env.FAT === undefined ? 0.1 : 1;

describe.each(fatShapes)("a story with thousands of %s", (shape) => {
  const slug = `fat-${shape}`;
  let length: number;

  beforeAll(async () => {
    const drafts = fatStory(shape, share);
    length = drafts.length;
    await seed(server, slug, drafts, shape === "texts" ? 15 : 100);
  }, 1_200_000);

  it("says what its log says", async () => {
    const log = await server.log(slug);
    expect(log).toHaveLength(length);
    for (const [name, text] of Object.entries(foldsOf(log)))
      expect(await (await server.get(`/api/stories/${slug}/${name}`)).text()).toBe(text);
    for (const order of ["asc", "desc"] as const)
      expect(await (await server.get(`/api/stories/${slug}/timeline?order=${order}`)).text()).toBe(pageBy(log, { order }));
  });

  it.each(["status", "offers", "cast", "insults", "questions", "corrections"])(
    "costs a reader of its %s one trip and six rows",
    async (name) => {
      const answer = await server.get(`/api/stories/${slug}/${name}`);
      const { trips, read, written } = costOf(answer);
      expect([answer.status, trips, read <= 6, written]).toEqual([200, 1, true, 0]);
    },
  );

  it.each(["asc", "desc"])("costs a reader of a page of its timeline one trip and sixty rows, %s", async (order) => {
    const { trips, read, written } = costOf(await server.get(`/api/stories/${slug}/timeline?order=${order}`));
    expect([trips, read <= 60, written]).toEqual([1, true, 0]);
  });

  it.each(["kind=developments", "kind=offers", "kind=people", "party=ada", "key=true", "since=200"])(
    "costs a reader who picks %s two trips and 200 rows",
    async (query) => {
      const { trips, read, written } = costOf(await server.get(`/api/stories/${slug}/timeline?${query}`));
      expect([trips <= 2, read <= 200, written]).toEqual([true, true, 0]);
    },
  );

  it("costs an editor what a small one does", async () => {
    const next: Posted[] = [
      statement({ by: "ada" }),
      insult({ by: "ada", at: "bob" }),
      offer("one-more", { by: "ada", target: "bob" }),
      question("one-more", "What is behind it?"),
    ];
    for (const [index, draft] of next.entries()) {
      const answer = await server.post(slug, paced([draft], length + index)[0], { "Idempotency-Key": `${slug}-${index}` });
      const { trips, read, written } = costOf(answer);
      expect([draft.type, answer.status, trips <= 2, read <= 8, written <= 8]).toEqual([draft.type, 201, true, true, true]);
    }
  });

  it("costs a reader of its past three trips and 600 rows", async () => {
    const log = await server.log(slug);
    for (const share of [0.31, 0.5, 0.97]) {
      const version = Math.floor(log.length * share);
      const { recordedAt } = log[version - 1] ?? { recordedAt: "" };
      for (const query of [`version=${version}`, `asOf=${recordedAt}`])
        for (const path of [`/api/stories/${slug}/status?${query}`, `/api/stories/${slug}/timeline?${query}`]) {
          const { trips, read } = costOf(await server.get(path));
          // A correction of thousands is kept only for a while: what lies between those that are not kept is read from the log.
          if (shape !== "corrections") expect([path, trips <= 3, read <= 600]).toEqual([path, true, true]);
        }
    }
  });

  it("costs the readers of other stories nothing", async () => {
    await server.record(`beside-${shape}`, paced([opened()]));
    for (const path of ["/", "/api/stories", "/feed.atom", `/api/stories/beside-${shape}/status`]) {
      const { trips, read } = costOf(await server.get(path));
      expect([path, trips, read <= 25]).toEqual([path, 1, true]);
    }
  });
});
