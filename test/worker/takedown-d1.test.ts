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
  imported_by: "'somebody'",
  follows: "'another'",
});
/** Where an event stands in story order: it is made from all the others, and can be made again. */
const place = "place";

/** Writes a takedown of a version to the story, as SQL: what D1 looks for, and no more. */
const takesDown = (version: number, story = "story", erased: readonly number[] = [version]) =>
  run(
    `INSERT INTO events (story, version, type, schema, occurred_at, precision, recorded_at, recorded_by, body, salt, commitment, hash)
    SELECT '${story}', max(version) + 1, 'EventTakenDown', 3, '2025-03-01T00:00:00Z', 'second', '2025-03-01T00:00:00.000Z', 'pia',
      '${JSON.stringify({ data: { event: version, erased } })}', '0', '0', '0' FROM events WHERE story = '${story}'`,
  );
const erasing = (version: number, story = "story") =>
  run(`UPDATE events SET body = NULL, salt = NULL WHERE story = '${story}' AND version = ${version}`);

describe("D1 without a takedown", () => {
  it("refuses to erase anything", async () => {
    const before = await rows();
    for (const version of [1, 3, 6]) await expect(erasing(version)).rejects.toThrow(/by a takedown alone/);
    await expect(run("UPDATE events SET body = NULL, salt = NULL")).rejects.toThrow(/by a takedown alone/);
    for (const column of ["request_digest", "request_remarks"])
      await expect(run(`UPDATE events SET ${column} = NULL WHERE version = 6`)).rejects.toThrow(/by a takedown alone/);
    expect(await rows()).toEqual(before);
  });

  it("lets none of another story, of another version, or of something later serve", async () => {
    await takesDown(3, "other");
    await expect(erasing(3)).rejects.toThrow(/by a takedown alone/);
    await server.record("mine", paced(scene));
    await takesDown(4, "mine", [4, 7]);
    for (const version of [1, 2, 3, 5]) await expect(erasing(version, "mine")).rejects.toThrow(/by a takedown alone/);
    await server.record("mine", paced([offer("later")], 20));
    await expect(erasing(7, "mine")).rejects.toThrow(/by a takedown alone/);
    await erasing(4, "mine");
  });

  it("lets a takedown of a takedown through, and no takedown that was erased serve any more", async () => {
    await server.record("twice", paced(scene));
    await takesDown(2, "twice", [2, 3]);
    await erasing(2, "twice");
    await expect(erasing(6, "twice")).rejects.toThrow(/by a takedown alone/);
    await takesDown(6, "twice", [6, 2]);
    await erasing(6, "twice");
    await expect(erasing(3, "twice")).rejects.toThrow(/by a takedown alone/);
  });
});

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
        await expect(run(`UPDATE events SET ${others}${column} = ${value} WHERE ${where}`)).rejects.toThrow(
          /never changed|by a takedown alone/,
        );
      }
    expect(await rows()).toEqual(before);
  });

  it.each(
    columns
      .filter(([name]) => !["body", "salt", "request_digest", "request_remarks", "imported_by"].includes(name))
      .map(([name]) => name),
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
    await expect(run("UPDATE events SET body = NULL WHERE version = 6")).rejects.toThrow(/by a takedown alone/);
    await takesDown(6);
    for (const column of ["body", "salt"])
      await expect(run(`UPDATE events SET ${column} = NULL WHERE version = 6 AND story = 'story'`)).rejects.toThrow(/CHECK/);
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
    await run("UPDATE events SET body = NULL, salt = NULL WHERE version = 6 AND story = 'story'");
    await run("UPDATE events SET request_digest = NULL, request_remarks = NULL WHERE version = 6 AND story = 'story'");
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
      await expect(run(`UPDATE events SET ${change} WHERE version = 6 AND story = 'story'`)).rejects.toThrow(/never changed/);
  });
});

it("admits no statement that would overwrite the disk, so that a new database is what remains", async () => {
  for (const sql of ["VACUUM", "PRAGMA secure_delete = ON"]) await expect(run(sql), sql).rejects.toThrow(/VACUUM|not authorized/);
});
