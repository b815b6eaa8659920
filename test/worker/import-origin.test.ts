/** Where a log comes from: what was recorded here is not gone on with unsaid, and what was imported says by whom. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { genesis, seal } from "../../events/seal.ts";
import type { StoredEvent } from "../../worker/store/rows.ts";
import { brokenIn } from "../support/audited.ts";
import { insult, offer, scene, statement } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { grounds, problemOf, type Server, startServer } from "../support/server.ts";
import { ship, withoutPositions } from "../support/shipping.ts";

let server: Server;
let other: Server;
beforeAll(async () => {
  [server, other] = await Promise.all([startServer(), startServer()]);
});
afterAll(() => Promise.all([server.close(), other.close()]));

/** An entry that somebody made up, sealed after a log. */
const sealedAfter = async (log: readonly StoredEvent[], said: object): Promise<StoredEvent> => {
  const head = log.at(-1);
  const recordedAt = head?.recordedAt ?? "2025-06-01T00:00:00.000Z";
  const event = {
    ...{ story: head?.story ?? "", version: log.length + 1, occurredAt: recordedAt, precision: "second" as const },
    ...{ recordedAt, recordedBy: "Somebody Else", schema: 3, type: "StatementMade", ...said },
  };
  const made = await seal(event as Parameters<typeof seal>[0], "ab".repeat(16), head?.seal.hash ?? genesis);
  return { ...event, position: 1, seal: made } as unknown as StoredEvent;
};
const importers = async (story: string) => (await server.log(story)).map(({ importedBy }) => importedBy);
const refusal = async (story: string, entries: unknown, said = {}) => {
  const rows = await server.count();
  const answer = await ship(server, story, entries, {}, said);
  expect(await server.count()).toBe(rows);
  return { ...(await problemOf(answer)), status: answer.status };
};

describe("a story that was recorded here", () => {
  it("is gone on with by no import that does not say so", async () => {
    await server.record("here", paced([...scene, insult()]));
    const log = await server.log("here");
    const forged = await sealedAfter(log, { data: { by: "a", quote: { text: "I never said so", language: "en" } } });
    expect(await refusal("here", [forged])).toMatchObject({ status: 409, code: "recorded-here", version: 6 });
    expect(await refusal("here", [...log, forged])).toMatchObject({ status: 409, code: "recorded-here" });
    expect((await ship(server, "here", log)).status).toBe(200);
    expect(await importers("here")).toEqual(Array(6).fill(undefined));
  });

  it("is gone on with where the import says so, under the name of who imported it", async () => {
    await server.record("continued", paced(scene));
    const entry = await sealedAfter(await server.log("continued"), {
      data: { by: "a", quote: { text: "Hello", language: "en" } },
    });
    expect((await ship(server, "continued", [entry], {}, { continues: true })).status).toBe(200);
    const log = await server.log("continued");
    expect(log.map(({ importedBy }) => importedBy)).toEqual([...Array(5).fill(undefined), "pia"]);
    expect(log.at(-1)).toMatchObject({ recordedBy: "Somebody Else", importedBy: "pia" });
    expect(await brokenIn(log)).toBeUndefined();
    const { events } = await server.read<{ events: object[] }>("/api/stories/continued/events?after=5");
    expect(events).toMatchObject([{ importedBy: "pia" }]);
  });

  it("loses nothing but what a takedown may take, though the import says that it continues it", async () => {
    await server.record("erased", paced([...scene, insult(), statement()]));
    const log = await server.log("erased");
    for (const erased of [
      [6, 1, 2, 3],
      [6, 7],
      [7, 6],
      [1, 2, 3, 4, 5, 6, 7],
      [6, 6],
      [6, 8],
    ]) {
      const takedown = await sealedAfter(log, { type: "EventTakenDown", data: { event: 6, ...grounds, erased } });
      expect([erased, await refusal("erased", [takedown], { continues: true })]).toMatchObject([
        erased,
        { status: 422, errors: [{ pointer: "/entries/0/data/erased" }] },
      ]);
    }
    const fair = await sealedAfter(log, { type: "EventTakenDown", data: { event: 6, ...grounds, erased: [6] } });
    expect((await ship(server, "erased", [fair], {}, { continues: true })).status).toBe(200);
    expect(await importers("erased")).toEqual([...Array(7).fill(undefined), "pia"]);
    expect((await server.log("erased"))[5]).toHaveProperty("takenDown");
  });

  it("that moved house and comes back with more is continued", async () => {
    await server.record("journey", paced([...scene, offer("bid")]));
    for (const [from, to] of [[server, other]] as const)
      expect((await ship(to, "journey", await from.log("journey"))).status).toBe(200);
    await other.record("journey", paced([insult()], 30));
    const log = await other.log("journey");
    expect((await ship(server, "journey", log)).status).toBe(409);
    expect((await ship(server, "journey", log, {}, { continues: true })).status).toBe(200);
    expect(withoutPositions(await server.log("journey"))).toEqual(withoutPositions(log));
    expect(await importers("journey")).toEqual([...Array(6).fill(undefined), "pia"]);
  });
});

describe("an import", () => {
  it("is told apart by who imported it, whatever the log says of that itself", async () => {
    await other.record("told", paced(scene));
    const log = (await other.log("told")).map((entry) => ({ ...entry, importedBy: "Somebody Else" }));
    expect((await ship(server, "told", log)).status).toBe(200);
    expect(await importers("told")).toEqual(Array(5).fill("pia"));
    expect(await server.db.prepare("UPDATE events SET imported_by = 'ada' WHERE story = 'told'").run().catch(String)).toMatch(
      /never changed/,
    );
  });

  it.each([1, 1_000, 60_000, 290_000, 3_600_000])("does not set the clock ahead: by %i ms", async (ahead) => {
    const story = `ahead-${ahead}`;
    await other.record(story, paced(scene));
    const log = await other.log(story);
    const soon = new Date(Date.now() + ahead + (ahead < 1000 ? 5000 : 0)).toISOString();
    const entry = await sealedAfter(log, { recordedAt: soon, data: { by: "a", quote: { text: "Soon", language: "en" } } });
    expect(await refusal(story, [...log, entry])).toMatchObject({ status: 422, errors: [{ pointer: "/entries/5/recordedAt" }] });
    expect((await ship(server, story, log)).status).toBe(200);
  });

  it("with content that is gone unexplained is refused, unless more is to come", async () => {
    await other.record("gone", paced([...scene, insult(), statement()]));
    expect((await other.takeDown("gone", 6)).status).toBe(201);
    const log = await other.log("gone");
    expect(await refusal("gone", log.slice(0, 7))).toMatchObject({ status: 409, code: "unexplained", version: 6 });
    expect((await ship(server, "gone", log.slice(0, 7), {}, { more: true })).status).toBe(200);
    expect((await ship(server, "gone", log.slice(7))).status).toBe(200);
    expect(await brokenIn(await server.log("gone"))).toBeUndefined();
  });
});
