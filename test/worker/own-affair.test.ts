/** A story that cannot be read costs no other story's reader anything, and says so itself. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { development, offer, opened, scene } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { costOf, problemOf, type Server, startServer } from "../support/server.ts";

let server: Server;
const others = ["calm-one", "calm-two"];

beforeAll(async () => {
  server = await startServer();
  for (const slug of others) await server.record(slug, paced([...scene, offer("bid")]));
});
afterAll(() => server.close());

const run = (sql: string, ...values: unknown[]) => server.run(sql, ...values);

const columns =
  "story, version, type, schema, occurred_at, precision, place, recorded_at, recorded_by, body, salt, commitment, hash";

/** A row that this code would not have written, put at the end of a story's log by hand. */
const insert = (story: string, what: Record<string, string>): Promise<unknown> =>
  run(
    `INSERT INTO events (${columns}) SELECT ${columns
      .split(", ")
      .map((name) => what[name] ?? (name === "version" ? "version + 1" : name))
      .join()} FROM events WHERE story = ?1 ORDER BY version DESC LIMIT 1`,
    story,
  );

const lists = ["/", "/api/stories", "/feed.atom", "/feed.json", "/sitemap.xml", "/api/search?q=bid", "/health"];

/** Every list answers, and the other stories say what they said. */
const expectCalm = async (before: Record<string, string>): Promise<void> => {
  for (const path of lists) expect([path, (await server.get(path)).status]).toEqual([path, 200]);
  for (const [path, text] of Object.entries(before)) expect(await (await server.get(path)).text()).toBe(text);
  const { stories } = await server.read<{ stories: { story: string }[] }>("/api/stories?limit=50");
  for (const slug of others) expect(stories.map(({ story }) => story)).toContain(slug);
};

const calm = async (): Promise<Record<string, string>> => {
  const paths = others.flatMap((slug) => [`/stories/${slug}`, `/api/stories/${slug}/status`, `/api/stories/${slug}/timeline`]);
  return Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await (await server.get(path)).text()])));
};

const faults: [string, Record<string, string>][] = [
  ["of a type of tomorrow", { type: "'LawsuitFiled'" }],
  ["of a precision of tomorrow", { precision: "'decade'" }],
  ["whose body is no JSON", { body: "'{\"data\":'" }],
  ["whose body is something else", { body: "'7'" }],
];

describe.each(faults)("a story with an event %s", (what, row) => {
  const slug = `torn-${what.toLowerCase().replaceAll(" ", "-")}`;
  let before: Record<string, string>;

  beforeAll(async () => {
    await server.record(slug, paced([opened({ title: "A torn story" }), development("Before it")]));
    before = await calm();
    await insert(slug, row);
  });

  it("costs the lists and the other stories nothing", () => expectCalm(before));

  it("is answered with an honest problem, or with what can be read of it", async () => {
    for (const path of ["status", "timeline", "offers", "corrections", "timeline?kind=developments"]) {
      const answer = await server.get(`/api/stories/${slug}/${path}`);
      const problem = await problemOf(answer);
      expect([path, answer.status, problem.type]).toEqual([path, 500, expect.stringMatching(/\/problems\/unreadable$/)]);
      expect(problem).toMatchObject({ version: 3, detail: expect.stringMatching(/Event 3 of the story torn-/) });
    }
    expect((await server.get(`/stories/${slug}`)).status).toBe(500);
    expect((await server.get(`/api/stories/${slug}/status?version=2`)).status).toBe(200);
    expect((await server.get(`/api/stories/${slug}/events/2`)).status).toBe(200);
  });

  it("can be written to by nobody who has not read it, and nothing is lost", async () => {
    const answer = await server.post(slug, paced([development("After it")], 10));
    expect([answer.status, (await problemOf(answer)).type]).toEqual([500, expect.stringMatching(/unreadable$/)]);
    expect(await server.db.prepare("SELECT count(*) AS n FROM events WHERE story = ?").bind(slug).first("n")).toBe(3);
  });

  it("is left out, and told of, by who follows all events", async () => {
    const { events, leftOut, next } = await server.read<{ events: { story: string }[]; leftOut: object[]; next: number }>(
      "/api/events?limit=500",
    );
    expect(events.filter(({ story }) => story === slug)).toHaveLength(2);
    expect(leftOut).toContainEqual({ story: slug, version: 3, position: expect.any(Number) });
    expect(next).toBe(await server.count());
  });

  it("is listed by what was known of it; where nothing is known any more it is left out, and told of", async () => {
    const listed = async () =>
      server.read<{ stories: { story: string; title: string }[]; leftOut?: string[] }>("/api/stories?limit=50");
    expect((await listed()).stories).toContainEqual(expect.objectContaining({ story: slug, title: "A torn story", version: 2 }));
    await run("UPDATE stories SET headlines = NULL WHERE slug = ?", slug);
    const without = await listed();
    expect([without.stories.some(({ story }) => story === slug), without.leftOut]).toEqual([false, [slug]]);
    await expectCalm(before);
    await run("DELETE FROM stories WHERE slug = ?", slug);
  });
});

describe("a list of stories", () => {
  it("is one trip and two rows a story and five, whatever the stories hold", async () => {
    for (let index = 0; index < 20; index += 1) await server.record(`listed-${index}`, paced([...scene, offer("bid")]));
    for (const path of ["/", "/api/stories", "/feed.atom", "/feed.json"]) {
      const answer = await server.get(path);
      const { trips, read, written } = costOf(answer);
      expect([path, answer.status, trips, read <= 2 * 50 + 5, written]).toEqual([path, 200, 1, true, 0]);
      await answer.arrayBuffer();
      const again = costOf(await server.get(path, { "If-None-Match": answer.headers.get("ETag") ?? "" }));
      expect([path, again.trips, again.read <= 4]).toEqual([path, 1, true]);
    }
  });

  it("tells of a story by its row, and of a row of another edition by the story", async () => {
    const list = async () => (await server.get("/api/stories?limit=50&lang=fr")).text();
    const before = await list();
    await run("UPDATE stories SET title = 'Forged', headlines = '{}', revision = 'listing.0' WHERE slug LIKE 'listed-%'");
    expect(await list()).toBe(before);
    const again = costOf(await server.get("/api/stories?limit=50&lang=fr"));
    expect([again.trips, again.written]).toEqual([1, 0]);
    expect(await list()).toBe(before);
  });
});
