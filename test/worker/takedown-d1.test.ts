/** D1 itself lets through the erasing of what an event said, and no other change. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { offer, scene } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { type Server, startServer } from "../support/server.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
  await server.record("story", paced(scene), { "Idempotency-Key": "scene" });
  await server.record("story", paced([offer("bid")], 5), { "Idempotency-Key": "bid" });
  await server.record("other", paced(scene));
});
afterAll(() => server.close());

const run = (sql: string) => server.db.prepare(sql).run();
const rows = async () => (await server.db.prepare("SELECT * FROM events ORDER BY position").all()).results;
const columns = Object.entries({
  position: "position + 100",
  story: "'other-story'",
  version: "version + 100",
  type: "'Another'",
  schema: "schema + 1",
  occurred_at: "'2025-02-10T12:00:00Z'",
  precision: "'year'",
  recorded_at: "'2025-02-10T12:00:00.000Z'",
  recorded_by: "'somebody'",
  body: `'{"data":{}}'`,
  salt: "'00000000000000000000000000000000'",
  commitment: "'0'",
  hash: "'0'",
  request_key: "'0'",
  request_digest: "'0'",
  request_events: "7",
  request_remarks: `'{"warnings":[],"notes":[]}'`,
});
/** Where an event stands in story order: it is made from all the others, and can be made again. */
const place = "place";

describe("D1", () => {
  it("has no column that is not tried here", async () => {
    const { results } = await server.db.prepare("SELECT name FROM pragma_table_info('events')").all<{ name: string }>();
    expect(results.map(({ name }) => name)).toEqual(columns.map(([name]) => name).toSpliced(7, 0, place));
  });

  it.each(columns)("refuses to change %s, alone or beside an erasing", async (column, value) => {
    const before = await rows();
    for (const others of ["", "body = NULL, salt = NULL, "])
      for (const where of ["version = 6 AND story = 'story'", "position = 1", "version > 0"]) {
        if (["body", "salt"].includes(column) && others) continue;
        await expect(run(`UPDATE events SET ${others}${column} = ${value} WHERE ${where}`)).rejects.toThrow(/never changed/);
      }
    expect(await rows()).toEqual(before);
  });

  it.each(
    columns.filter(([name]) => !["body", "salt", "request_digest", "request_remarks"].includes(name)).map(([name]) => name),
  )("refuses to empty %s", async (column) => {
    const before = await rows();
    await expect(run(`UPDATE events SET ${column} = NULL WHERE version = 6`)).rejects.toThrow(/never changed|NOT NULL|mismatch/);
    expect(await rows()).toEqual(before);
  });

  it("lets the place in story order be written again", async () => {
    const before = await rows();
    await run("UPDATE events SET place = '2025-02-10T11:59:59' WHERE position = 6");
    expect(await rows()).toEqual(before.with(5, { ...before[5], place: "2025-02-10T11:59:59" }));
    await run(`UPDATE events SET place = '${before[5]?.place}' WHERE position = 6`);
    expect(await rows()).toEqual(before);
  });

  it("refuses to erase a body without its salt, or a salt without its body", async () => {
    for (const column of ["body", "salt"])
      await expect(run(`UPDATE events SET ${column} = NULL WHERE version = 6`)).rejects.toThrow(/CHECK/);
  });

  it("refuses REPLACE, UPDATE OR REPLACE and DELETE", async () => {
    const before = await rows();
    await expect(run("UPDATE OR REPLACE events SET version = 2 WHERE version = 3 AND story = 'story'")).rejects.toThrow(/never/);
    await expect(run("REPLACE INTO events SELECT * FROM events WHERE position = 1")).rejects.toThrow(/riposte/);
    await expect(run("DELETE FROM events WHERE version = 6")).rejects.toThrow(/never deleted/);
    expect(await rows()).toEqual(before);
  });

  it("lets an erasing through, and nothing that was erased comes back", async () => {
    const [before] = (await rows()).slice(5);
    await run("UPDATE events SET body = NULL, salt = NULL WHERE version = 6");
    await run("UPDATE events SET request_digest = NULL, request_remarks = NULL WHERE version = 6");
    const erased = { body: null, salt: null, request_digest: null, request_remarks: null };
    expect([before?.request_remarks, (await rows())[5]]).toEqual([
      expect.stringContaining("no-source"),
      { ...before, ...erased },
    ]);
    for (const change of [
      "body = '{}', salt = '0'",
      `request_digest = '${before?.request_digest}'`,
      `request_remarks = '${before?.request_remarks}'`,
    ])
      await expect(run(`UPDATE events SET ${change} WHERE version = 6`)).rejects.toThrow(/never changed/);
  });
});
