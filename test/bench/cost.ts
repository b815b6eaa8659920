/** What requests cost, in round trips and rows, beside the same work done straight on D1. */
import { statement } from "../support/drafts.ts";
import { fill } from "../support/fill.ts";
import { paced } from "../support/paced.ts";
import { costOf, type Server, startServer } from "../support/server.ts";

const lengths = [10, 1_000, 10_000];

/** The requests that are counted, by what they are and what they may cost. */
const works: Record<string, (server: Server, story: string, length: number) => Promise<Response>> = {
  "projection (≤ 1 trip, 4 read)": (server, story) => server.get(`/api/stories/${story}/status`),
  "page of the timeline (≤ 1 trip, 60 read)": (server, story) => server.get(`/api/stories/${story}/timeline`),
  "304 (≤ 1 trip, 4 read)": async (server, story) => {
    const etag = (await server.get(`/api/stories/${story}/status`)).headers.get("ETag") ?? "";
    return server.get(`/api/stories/${story}/status`, { "If-None-Match": etag });
  },
  "append of 1 (≤ 1 trip, 8 read, 8 written)": (server, story, length) => server.post(story, next(length, 1)),
  "append of 1 with a key (the same)": (server, story, length) =>
    server.post(story, next(length + 1, 1), { "Idempotency-Key": story }),
  "append of 100 (≤ 320 written)": (server, story, length) => server.post(story, next(length + 2, 100)),
};

const next = (length: number, count: number) => paced(Array(count).fill(statement({ by: "ada" })), length);

/** The least that D1 has to do for each of them: no rule, no seal, no snapshot, no token. */
const bare = async ({ db }: Server): Promise<string[]> => {
  const { results } = await db
    .prepare("SELECT sql FROM sqlite_master WHERE tbl_name = 'events' AND type IN ('table', 'index') AND sql IS NOT NULL")
    .all<{ sql: string }>();
  for (const { sql } of results) await db.prepare(sql.replaceAll(/\bevents(?=\W|_)/g, "bare")).run();
  const columns = await db
    .prepare("SELECT group_concat(name) AS names FROM pragma_table_info('bare') WHERE pk = 0")
    .first("names");
  const insert = (many: number) =>
    `INSERT INTO bare (${columns}) SELECT ${columns} FROM events WHERE story = 'long-10000' AND version <= ${many}`;
  const statements = [
    "SELECT state FROM parts WHERE story = 'long-10000' AND part = 'story' AND chunk = 0",
    "SELECT * FROM events WHERE story = 'long-10000' AND place IS NOT NULL ORDER BY place DESC, version DESC LIMIT 50",
    "SELECT max(version) FROM events WHERE story = 'long-10000'",
    insert(1),
    `${insert(2)} AND version > 1`,
    `${insert(102)} AND version > 2`,
  ];
  const told: string[] = [];
  for (const sql of statements) {
    const { meta } = await db.prepare(sql).run();
    told.push(`${meta.rows_read} / ${meta.rows_written}`);
  }
  return told;
};

/** A row for each work: trips, rows read and rows written in stories of each length, and what the bare minimum reads and writes. */
export const costs = async (): Promise<Record<string, string>[]> => {
  const server = await startServer();
  const table = Object.keys(works).map((work): Record<string, string> => ({ "trips / read / written": work }));
  for (const length of lengths) {
    const story = `long-${length}`;
    await fill(server, story, length);
    for (const [index, work] of Object.values(works).entries()) {
      const { trips, read, written } = costOf(await work(server, story, length));
      Object.assign(table[index] ?? {}, { [`${length} events`]: `${trips} / ${read} / ${written}` });
    }
  }
  for (const [index, told] of (await bare(server)).entries()) Object.assign(table[index] ?? {}, { "bare D1": `1 / ${told}` });
  await server.close();
  return table;
};
