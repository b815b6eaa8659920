/** A dry run tells what would be recorded and what readers would see of it, and writes nothing. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { StoryEvent } from "../../events/registry.ts";
import { type Language, languages } from "../../events/tell/languages.ts";
import type { Entry } from "../../projections/timeline.ts";
import {
  at,
  corrected,
  offer,
  opened,
  type Posted,
  rejected,
  retracted,
  scene,
  sourced,
  statement,
  usd,
} from "../support/drafts.ts";
import { untilIndexed } from "../support/indexed.ts";
import { paced } from "../support/paced.ts";
import { costOf, problemOf, type Server, startServer } from "../support/server.ts";

type Told = { pointer: string; code?: string };
type Rehearsed = {
  story: string;
  version: number;
  events: StoryEvent[];
  readers: Record<Language, { status: { headline: string }; entries: Entry[] }>;
  warnings?: Told[];
  notes?: Told[];
};

let server: Server;
beforeAll(async () => {
  server = await startServer();
  await server.record("story", paced([...scene, offer("bid", { price: usd("97400000000") })]));
  await untilIndexed(server);
});
afterAll(() => server.close());

const rehearse = (events: unknown, headers = {}, story = "story") =>
  server.send("POST", `/api/stories/${story}/events?dryRun=true`, { ...server.signed("ada"), ...headers }, events);
const rehearsed = async (events: unknown, story = "story"): Promise<Rehearsed> => {
  const answer = await rehearse(events, {}, story);
  if (answer.status !== 200) throw new Error(await answer.text());
  return (await answer.json()) as Rehearsed;
};
const later = (...drafts: Posted[]) => paced(drafts, 60);

/** Everything in D1 but the journal of the search's own tables. */
const tables = async () => {
  const names = ["events", "stories", "parts", "tokens", "search", "search_progress"];
  return Promise.all(names.map(async (name) => (await server.db.prepare(`SELECT * FROM ${name}`).all()).results));
};

describe("a dry run", () => {
  let before: unknown;
  beforeEach(async () => {
    before = await tables();
  });

  it.each<[string, () => Promise<Response>, number]>([
    ["that would be recorded", () => rehearse(later(statement())), 200],
    ["with a key", () => rehearse(later(statement()), { "Idempotency-Key": "dry" }), 200],
    ["of a late event", () => rehearse(at("12:01", statement())), 200],
    ["of a correction", () => rehearse(later(corrected(6, { data: { price: usd("1") } }))), 200],
    ["that opens a story", () => rehearse(later(opened()), {}, "never-opened"), 200],
    ["that the rules refuse", () => rehearse(later(rejected("nothing"))), 409],
    ["that is not of the schema", () => rehearse([{}]), 422],
  ])("%s writes nothing", async (_, send, status) => {
    const answer = await send();
    expect([answer.status, costOf(answer).written]).toEqual([status, 0]);
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    await answer.arrayBuffer();
    await server.cron();
    await untilIndexed(server);
    expect(await tables()).toEqual(before);
  });

  it("leaves the story where it is for its readers, a search and those who follow it live", async () => {
    const etag = (await server.get("/api/stories/story/status")).headers.get("ETag") ?? "";
    const live = await server.get("/api/stories/story/live?after=6", { Accept: "text/event-stream" });
    const reader = live.body?.getReader();
    await reader?.read();
    await rehearsed(later(statement({ quote: { text: "Zibeline", language: "en" } })));
    expect((await server.get("/api/stories/story/status", { "If-None-Match": etag })).status).toBe(304);
    expect(await server.read("/api/search?q=zibeline")).toMatchObject({ stories: [] });
    expect((await server.get("/api/stories/never-opened")).status).toBe(404);
    await server.record("story", later(sourced(statement({ quote: { text: "Hermine", language: "en" } }))));
    // What follows live is the event that was recorded, at the version that the dry run did not take.
    const { value } = (await reader?.read()) ?? {};
    expect(new TextDecoder().decode(value)).toMatch(/^id: 7$/m);
    await reader?.cancel();
  });

  it("tells the events as they are then recorded, but for what only the log gives", async () => {
    const drafts = later(statement(), rejected("bid"));
    const dry = await rehearsed(drafts);
    const real = await server.record("story", drafts);
    expect([dry.story, dry.version]).toEqual([real.story, real.version]);
    const plain = real.events.map(({ position: _position, seal: _seal, ...event }) => event);
    expect(dry.events.map((event, index) => ({ ...event, recordedAt: plain[index]?.recordedAt }))).toEqual(plain);
  });

  it.each<[string, Posted[]]>([
    ["at the head", later(rejected("bid", "b"), statement())],
    ["late", [at("12:03", statement({ by: "a" }))]],
    ["corrected", later(corrected(6, { data: { price: usd("1000000") } }))],
    ["retracted", later(retracted(6))],
  ])("shows what readers then see, in both languages: %s", async (name, drafts) => {
    const story = `shown-${name.replaceAll(" ", "-")}`;
    await server.record(story, paced([...scene, offer("bid", { price: usd("97400000000") })]));
    const { readers } = await rehearsed(drafts, story);
    const { events } = await server.record(story, drafts);
    expect(Object.keys(readers)).toEqual(languages);
    const same = (entry: Entry) => JSON.stringify(entry).replaceAll(/"recordedAt":"[^"]*"/g, "");
    for (const lang of languages) {
      const {
        story: _story,
        version: _version,
        ...status
      } = await server.read<Record<string, unknown>>(`/api/stories/${story}/status?lang=${lang}`);
      expect(readers[lang].status).toEqual(status);
      const { entries } = await server.read<{ entries: Entry[] }>(`/api/stories/${story}/timeline?lang=${lang}`);
      expect(readers[lang].entries.length).toBeGreaterThan(0);
      for (const entry of readers[lang].entries) expect(entries.map(same)).toContain(same(entry));
      const changed = events.map(({ version, data }) => ("event" in data ? data.event : version));
      expect(readers[lang].entries.map(({ version }) => version)).toEqual(changed);
    }
    expect(readers.en.status.headline).not.toBe(readers.fr.status.headline);
  });

  it("warns and notes as the post does then", async () => {
    const drafts = later(rejected("bid", "c", { reason: "Too\u200b low." }), sourced(statement({ by: "a" })));
    const dry = await rehearsed(drafts);
    const { warnings, notes } = (await (await server.post("story", drafts)).json()) as Rehearsed;
    expect([dry.warnings, dry.notes]).toEqual([warnings, notes]);
    expect(warnings?.map(({ code, pointer }) => [code, pointer])).toContainEqual(["advice", "/0/data/by"]);
    expect(notes?.map(({ pointer }) => pointer)).toEqual(["/0/data/reason"]);
  });

  it("is refused as the post is", async () => {
    const bodies = [later(rejected("nothing")), later(opened()), later(statement({ by: "x" }), retracted(99)), [{}, 7], "{"];
    for (const body of bodies) {
      const [dry, real] = [await rehearse(body), await server.post("story", body)];
      const problems = await Promise.all([dry, real].map(problemOf));
      const [told, wanted] = problems.map(({ instance: _instance, ...problem }) => problem);
      expect([dry.status, told]).toEqual([real.status, wanted]);
      expect(dry.status).toBeGreaterThanOrEqual(400);
    }
  });

  it("heeds the version that is expected", async () => {
    const { version } = await server.read<{ version: number }>("/api/stories/story");
    const [draft] = later(statement());
    expect((await rehearse(draft, { "If-Match": `"${version}"` })).status).toBe(200);
    const past = await rehearse(draft, { "If-Match": `"${version - 1}"` });
    expect([past.status, (await problemOf(past)).version]).toEqual([412, version]);
    expect((await rehearse(later(opened()), { "If-None-Match": "*" })).status).toBe(412);
    expect((await rehearse(later(opened()), { "If-None-Match": "*" }, "never-opened")).status).toBe(200);
  });

  it("is for editors alone, and has to be asked for by its name", async () => {
    expect((await rehearse(later(statement()), { Authorization: "" })).status).toBe(401);
    for (const query of ["dryRun=", "dryRun=yes", "dryRun=1", "dryrun=true", "dryRun=true&dryRun=true"]) {
      const answer = await server.send("POST", `/api/stories/story/events?${query}`, server.signed("ada"), later(statement()));
      expect([query, answer.status]).toEqual([query, 422]);
    }
  });
});
