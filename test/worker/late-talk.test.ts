/** Late talk: what nothing hangs on is recorded where it stands, in a long story too, without its log. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectionNames } from "../../projections/registry.ts";
import { background, corrected, development, insult, type Posted, statement } from "../support/drafts.ts";
import { longStory } from "../support/fill.ts";
import { seed } from "../support/seed.ts";
import { costOf, type Server, startServer } from "../support/server.ts";

const length = 600;
let server: Server;
beforeAll(async () => {
  server = await startServer();
  await seed(server, "long", longStory(length));
});
afterAll(() => server.close());

/** Talk of the story's midst, at a minute and a second of it. */
const late = (draft: Posted, second: number): Posted => ({
  ...draft,
  precision: "second",
  occurredAt: `2025-02-10T13:30:${String(second).padStart(2, "0")}Z`,
});

const views = async (): Promise<unknown[]> =>
  Promise.all(
    [...projectionNames.map((name) => `/${name}`), "/timeline", "/timeline?order=asc", "/timeline?kind=insults"].map(
      async (view) => (await server.get(`/api/stories/long${view}`)).json(),
    ),
  );

describe("late talk in a long story", () => {
  it.each<[string, Posted]>([
    ["a statement", statement({ by: "ada" })],
    ["an insult", insult({ by: "ada", at: "bob" })],
    ["a development", development("A late word")],
    ["what was before", background("An older word")],
  ])("is recorded in a few rows: %s", async (_, draft) => {
    const second = 10 + Math.floor(Math.random() * 40);
    const answer = await server.post("long", late(draft, second));
    const { trips, read, written } = costOf(answer);
    expect(answer.status).toBe(201);
    expect([trips <= 2, read <= 8, written <= 8]).toEqual([true, true, true]);
  });

  it("comes to what the whole log comes to", async () => {
    for (const second of [7, 3, 9]) await server.post("long", late(statement({ by: "bob" }), second));
    const before = await views();
    await server.db.prepare("DELETE FROM parts").run();
    expect(await views()).toEqual(before);
  });

  it("is judged by the log where an event of the story was moved", async () => {
    const head = ((await (await server.get("/api/stories/long")).json()) as { version: number }).version;
    expect((await server.post("long", late(corrected(head, { occurredAt: "2025-02-10T13:31:00Z" }), 1))).status).toBe(201);
    const answer = await server.post("long", late(statement({ by: "ada" }), 20));
    expect([answer.status, costOf(answer).read > length]).toEqual([201, true]);
  });
});
