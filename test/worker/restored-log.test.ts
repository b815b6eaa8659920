/** A database that is restored to what it was, and goes on, between what a writer reads and what it writes: nothing is put after what is not there. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { development, scene } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { type Server, startServer } from "../support/server.ts";
import { forged, ship } from "../support/shipping.ts";

let server: Server;
let entries: Awaited<ReturnType<typeof forged>>;
beforeAll(async () => {
  server = await startServer();
  await server.record("story", paced([...scene, development("Before the restoration")]));
  await server.record("other", paced([...scene, development("Before the restoration")]));
  entries = await forged((await server.log("story")).map((entry) => ({ ...entry, story: "imported" })));
  await ship(server, "imported", entries.slice(0, 5));
  // As if it went on to the same version meanwhile: whatever was read, another event stands there when the transaction begins.
  await run("DROP TRIGGER events_are_not_changed");
  await run(
    `CREATE TRIGGER restored BEFORE INSERT ON events BEGIN
      UPDATE events SET hash = '${"f".repeat(64)}' WHERE story = NEW.story AND version = NEW.version - 1;
    END`,
  );
});
afterAll(() => server.close());

const run = (sql: string) => server.db.prepare(sql).run();

it("is written to by nobody: an append, a takedown and an import are given up, and nothing is recorded", async () => {
  const rows = await server.count();
  const answers = await Promise.all([
    server.post("story", paced([development("After it")], 60)),
    server.takeDown("other", 6),
    ship(server, "imported", entries.slice(5)),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([503, 503, 503]);
  expect(await server.count()).toBe(rows);
});
