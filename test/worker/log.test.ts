import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { scene } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { type Server, startServer } from "../support/server.ts";

let server: Server;
/** The key of a request, as it is kept. */
let taken = "";
beforeAll(async () => {
  server = await startServer();
  await server.record("kept", paced(scene), { "Idempotency-Key": "the key" });
  await server.record("other", paced(scene));
  taken = (await server.db.prepare("SELECT request_key FROM events WHERE position = 1").first("request_key")) ?? "";
});
afterAll(() => server.close());

type Row = Record<string, string | number | null>;
type Insert = (rows: Row[], or?: string) => string;

/** The SQL that inserts rows like the newest of `kept`, at the next version, but for what each says otherwise. */
const inserter = async (): Promise<Insert> => {
  const newest = await server.db.prepare("SELECT * FROM events WHERE story = 'kept' AND version = 5").first<Row>();
  const { position, ...like }: Row = { ...newest, version: 6, follows: newest?.hash ?? null };
  const literal = (value: Row[string]) => (typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value));
  return (rows, or = "") => {
    const columns = Object.keys({ ...like, ...rows[0] });
    const tuples = rows.map(
      (change) =>
        `(${Object.values({ ...like, ...change })
          .map(literal)
          .join(", ")})`,
    );
    return `INSERT ${or} INTO events (${columns.join(", ")}) VALUES ${tuples.join(", ")}`;
  };
};

describe("D1 itself refuses", () => {
  const untouched = () =>
    server.db
      .prepare("SELECT * FROM events ORDER BY position")
      .all()
      .then(({ results }) => results);
  let before: unknown[];
  beforeEach(async () => {
    before = await untouched();
  });

  const statements: [what: string, sql: string | ((insert: Insert) => string), says: RegExp][] = [
    [
      "to erase what an event says and keep its salt",
      "UPDATE events SET body = NULL WHERE position = 3",
      /by a takedown alone|CHECK constraint failed/,
    ],
    [
      "to change an event by an upsert",
      (insert) => `${insert([{ version: 3 }])} ON CONFLICT (story, version) DO UPDATE SET body = '{}'`,
      /taken/,
    ],
    ["to move an event", "UPDATE OR REPLACE events SET position = 99 WHERE position = 3", /never changed/],
    ["to delete an event", "DELETE FROM events WHERE position = 10", /never deleted/],
    ["to delete all events", "DELETE FROM events", /never deleted/],
    ["a second event at a version", (insert) => insert([{ version: 5 }]), /version taken or skipped/],
    ["to replace an event at its version", (insert) => insert([{ version: 5 }], "OR REPLACE"), /version taken or skipped/],
    ["to replace an event at its position", (insert) => insert([{ position: 5 }], "OR REPLACE"), /positions are given/],
    ["to replace an event at its row id", (insert) => insert([{ rowid: 5 }], "OR REPLACE"), /positions are given/],
    ["to replace an event by its key", (insert) => insert([{ request_key: taken }], "OR REPLACE"), /request key taken/],
    ["to leave an event out without a word", (insert) => insert([{ version: 5 }], "OR IGNORE"), /version taken or skipped/],
    ["a gap", (insert) => insert([{ version: 7 }]), /version taken or skipped/],
    [
      "an event sealed after another than the newest",
      (insert) => insert([{ follows: "f".repeat(64) }]),
      /version taken or skipped/,
    ],
    ["a gap in several rows", (insert) => insert([{}, { version: 8 }]), /version taken or skipped/],
    ["several rows in the wrong order", (insert) => insert([{ version: 7 }, {}]), /version taken or skipped/],
    ["a story that begins at version 2", (insert) => insert([{ story: "new", version: 2 }]), /version taken or skipped/],
    ["version 0", (insert) => insert([{ story: "new", version: 0 }]), /version taken or skipped/],
    ["version -1", (insert) => insert([{ version: -1 }]), /version taken or skipped/],
    ["a version that is no number", (insert) => insert([{ version: "six" }]), /riposte|cannot store/],
    ["a position that is not the next", (insert) => insert([{ position: 1000 }]), /positions are given/],
    ["the next position where it is given", (insert) => insert([{ position: 11 }]), /positions are given/],
    ["position 0", (insert) => insert([{ position: 0 }]), /positions are given/],
    ["position -1", (insert) => insert([{ position: -1 }]), /CHECK constraint failed/],
    ["position -2", (insert) => insert([{ position: -2 }]), /positions are given/],
    ["position -1 in place of another", (insert) => insert([{ position: -1 }], "OR REPLACE"), /CHECK constraint failed/],
    ["a key that the editor has used", (insert) => insert([{ request_key: taken }]), /request key taken/],
    ["an event without a hash", (insert) => insert([{ hash: null }]), /NOT NULL constraint failed/],
  ];
  it.each(statements)("%s", async (_, sql, says) => {
    await expect(server.db.prepare(typeof sql === "string" ? sql : sql(await inserter())).run()).rejects.toThrow(says);
    expect(await untouched()).toEqual(before);
  });

  it("to change any column of an event but its place in story order, which is made from the others", async () => {
    const { results } = await server.db.prepare("SELECT name FROM pragma_table_info('events')").all<{ name: string }>();
    expect(results.map(({ name }) => name)).toEqual(expect.arrayContaining(["body", "hash", "request_remarks"]));
    for (const { name } of results.filter((column) => column.name !== "place")) {
      const sql = `UPDATE events SET ${name} = CASE typeof(${name}) WHEN 'text' THEN 'forged' ELSE 99 END WHERE position = 1`;
      await expect(server.db.prepare(sql).run(), name).rejects.toThrow(/never changed/);
    }
    expect(await untouched()).toEqual(before);
  });

  it("the whole of a batch of which one statement is refused", async () => {
    const batch = [(await inserter())([{}]), "DELETE FROM events WHERE position = 1"].map((sql) => server.db.prepare(sql));
    await expect(server.db.batch(batch)).rejects.toThrow(/never deleted/);
    expect(await untouched()).toEqual(before);
  });
});

describe("D1 admits", () => {
  it("the next version, with a key that another editor has used", async () => {
    const insert = await inserter();
    const { meta } = await server.db
      .prepare(insert([{ story: "other", recorded_by: "bob", request_key: taken, follows: null }]))
      .run();
    expect(meta.last_row_id).toBe(11);
  });
});
