/** The least that an append or a read takes: Hono, and one row in a table of D1 with the log's indices. No rule, no seal, no snapshot, no token. */
import { Hono } from "hono";

type Bare = { Bindings: { DB: D1Database } };

/** The table, as the log has its own. */
export const bareTable = [
  "CREATE TABLE bare (position INTEGER PRIMARY KEY, story TEXT NOT NULL, version INTEGER NOT NULL, place TEXT, body TEXT NOT NULL, UNIQUE (story, version)) STRICT",
  "CREATE INDEX bare_in_order ON bare (story, place, version)",
];

const insert =
  "INSERT INTO bare (story, version, place, body) SELECT ?1, coalesce(max(version), 0) + 1, ?2, ?3 FROM bare WHERE story = ?1 RETURNING version";

const app = new Hono<Bare>();
app.get("/bare/:story", async (c) => {
  const statement = c.env.DB.prepare("SELECT version, body FROM bare WHERE story = ?1 ORDER BY version DESC LIMIT 1");
  return c.json(await statement.bind(c.req.param("story")).first());
});
app.post("/bare/:story", async (c) => {
  const story = c.req.param("story");
  const event = await c.req.json<{ occurredAt: string }>();
  const row = await c.env.DB.prepare(insert).bind(story, event.occurredAt, JSON.stringify(event)).first<{ version: number }>();
  return c.json({ story, version: row?.version, events: [event] }, 201);
});

// biome-ignore lint/style/noDefaultExport: a Worker is what its entry exports by default.
export default app;
