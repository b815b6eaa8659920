/** `GET /health`: it is well where every table, column and trigger of the newest migration is there, and says what is missing. */
import { afterEach, expect, it } from "vitest";
import { newestSchema, schemaAfter } from "../../worker/scripts/schema.ts";
import { costOf, problemOf, type Server, startServer } from "../support/server.ts";
import { openWorker } from "../support/worker.ts";

let server: Server;
afterEach(() => server?.close());

/** What the database says of itself. SQLite's own tables, and those that FTS5 keeps for itself, are no migration's. */
const standing = async () => {
  const { results } = await server.db
    .prepare(
      "SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%' AND name NOT LIKE 'search!_%' ESCAPE '!' ORDER BY name",
    )
    .all<{ type: string; name: string }>();
  return results.map(({ type, name }) => `${type} ${name}`);
};

it("looks for all that the migrations leave in a database, and for nothing else", async () => {
  server = await startServer();
  const wanted = newestSchema().filter(({ type, name }) => type !== "column" && !name.startsWith("search_"));
  expect(wanted.map(({ type, name }) => `${type} ${name}`)).toEqual(await standing());
  const answer = await server.get("/health");
  expect([answer.status, await answer.json(), costOf(answer).trips]).toEqual([200, { status: "ok" }, 1]);
});

it.each([
  ["a trigger", "DROP TRIGGER events_are_not_deleted", /the trigger events_are_not_deleted/],
  ["a table", "DROP TABLE tokens", /the table tokens/],
  ["an index", "DROP INDEX events_in_story_order", /the index events_in_story_order/],
  ["a column", "ALTER TABLE stories DROP COLUMN takedowns", /the column stories\.takedowns/],
])("is 503 without %s, and says which", async (_, sql, missing) => {
  server = await startServer();
  await server.db.prepare(sql).run();
  const answer = await server.get("/health");
  expect([answer.status, answer.headers.get("Cache-Control")]).toEqual([503, "no-store"]);
  expect((await problemOf(answer)).detail).toMatch(missing);
});

it("is 503 where a trigger refuses less than the newest migration has it refuse", async () => {
  server = await startServer();
  await server.db.batch([
    server.db.prepare("DROP TRIGGER events_are_not_deleted"),
    server.db.prepare("CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events BEGIN SELECT 1; END"),
  ]);
  expect((await problemOf(await server.get("/health"))).detail).toMatch(/the trigger events_are_not_deleted/);
});

it("is 503 on a database that has had no migration, where all else is a fault of ours that no answer tells to send again", async () => {
  const { url, close } = await openWorker();
  try {
    expect((await fetch(new URL("/health", url))).status).toBe(503);
    const read = await fetch(new URL("/api/stories", url));
    expect([read.status, read.headers.get("Retry-After"), await read.text()]).toEqual([
      500,
      null,
      expect.not.stringContaining("table"),
    ]);
  } finally {
    await close();
  }
});

it("reads migrations that make, unmake and make again", () => {
  const made = schemaAfter([
    "CREATE TABLE a (x TEXT); -- CREATE TABLE no (x);\nCREATE UNIQUE INDEX i ON a (x);\nCREATE TRIGGER t BEFORE DELETE ON a\nBEGIN\n  SELECT 1;\nEND;",
    "DROP TRIGGER t; CREATE TABLE IF NOT EXISTS b (y);\nALTER TABLE b ADD COLUMN z TEXT DEFAULT 'x';",
    "CREATE TRIGGER t AFTER INSERT ON b BEGIN SELECT 2; END;\nDROP TABLE a;",
  ]);
  expect(made).toEqual([
    { type: "table", name: "b" },
    { type: "column", name: "b.z" },
    { type: "trigger", name: "t", sql: "CREATE TRIGGER t AFTER INSERT ON b BEGIN SELECT 2; END" },
  ]);
  expect(
    schemaAfter(["CREATE TABLE a (x); CREATE INDEX i ON a (x); ALTER TABLE a ADD COLUMN y; ALTER TABLE a RENAME TO b;"]),
  ).toEqual([
    { type: "table", name: "b" },
    { type: "column", name: "b.y" },
    { type: "index", name: "i" },
  ]);
  expect(() => schemaAfter(["ALTER TABLE a RENAME COLUMN x TO y;"])).toThrow(/Not foreseen/);
});
