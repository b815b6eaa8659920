/** One event is taken down, corrected twice and answered as it was: what stands in its place, wherever it is looked for. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verify } from "../../events/verify.ts";
import type { Entry } from "../../projections/timeline.ts";
import { corrected, insult, offer, said, scene } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { grounds, problemOf, type Server, startServer } from "../support/server.ts";

let server: Server;
let instants: Record<"before" | "after", string>;
let etags: (string | null)[];

const base = "/api/stories/story";
const jab = { by: "a", at: "b", quote: { ...said("Hermine"), translationOf: said("Ermine"), translator: "Hermine" } };
const sources = [{ publisher: "Hermine", url: "https://example.org/Hermine" }];
const pinned = ["status?version=5", "timeline?version=9", "insults?version=8&lang=fr", "corrections?version=9"];
const etagOf = async (path: string) => (await server.get(path)).headers.get("ETag");
const read = <Body>(path: string) => server.read<Body>(`${base}/${path}`);
const entryIn = async (query: string): Promise<Entry | undefined> =>
  (await read<{ entries: Entry[] }>(`timeline?${query}`)).entries.find(({ version }) => version === 7);

beforeAll(async () => {
  server = await startServer();
  const [answered, posted, reply] = [
    insult({ by: "b", at: "a" }),
    { ...insult(jab), sources },
    insult({ by: "b", at: "a", inReplyTo: 7 }),
  ];
  await server.record("story", paced([...scene, answered, posted, reply]));
  await server.record("story", paced([corrected(7, { data: { ...jab, platform: "Hermine" } })], 20));
  await server.record("story", paced([corrected(7, { occurredAt: "2025-02-10T12:07:30Z" })], 21));
  await server.record("other", paced(scene));
  etags = await Promise.all(pinned.map((path) => etagOf(`${base}/${path}`)));
  const [before] = (await server.log("story")).slice(-1);
  const answer = await server.takeDown("story", 7);
  if (answer.status !== 201) throw new Error(await answer.text());
  await server.record("story", paced([offer("bid")], 60));
  const [takedown] = (await server.log("story")).slice(10);
  instants = { before: before?.recordedAt ?? "", after: takedown?.recordedAt ?? "" };
});
afterAll(() => server.close());

/** What is left of event 7. */
const tombstone = {
  ...{ story: "story", version: 7, position: 7, type: "InsultPosted", takenDown: true, schema: 3 },
  ...{ occurredAt: "2025-02-10T12:06:00.000Z", precision: "minute", recordedAt: expect.any(String), recordedBy: "ada" },
  seal: { commitment: expect.any(String), hash: expect.any(String) },
};

describe("an event that was taken down", () => {
  it("is answered with 410, with its corrections, whatever the reader has of it", async () => {
    const seals = (await server.log("story")).map(({ seal }) => `"${seal.hash}"`);
    for (const version of [7, 9, 10]) {
      const answer = await server.get(`${base}/events/${version}`, { "If-None-Match": seals[version - 1] ?? "" });
      expect([answer.status, answer.headers.get("Cache-Control")]).toEqual([410, "no-store"]);
      const problem = await problemOf(answer);
      expect(new URL(problem.type).pathname).toBe("/problems/taken-down");
      expect(problem).toMatchObject({ status: 410, detail: `Event ${version} was taken down.` });
    }
    expect((await server.get("/problems/taken-down")).status).toBe(200);
  });

  it("stands in the log as a tombstone, in every form", async () => {
    const forms = ["application/json", "application/x-ndjson", "application/cloudevents-batch+json"];
    const answers = await Promise.all(forms.map((Accept) => server.get(`${base}/events`, { Accept })));
    const [json, ndjson, cloud] = (await Promise.all(answers.map((answer) => answer.text()))) as [string, string, string];
    expect(JSON.parse(json).events[6]).toEqual(tombstone);
    expect(JSON.parse(ndjson.split("\n")[6] ?? "")).toEqual(tombstone);
    expect(JSON.parse(cloud)[6]).toMatchObject({ id: "7", type: "riposte.InsultPosted", data: tombstone });
    const { events } = await server.read<{ events: unknown[] }>("/api/events?after=6&limit=1");
    expect(events).toEqual([tombstone]);
  });

  it("stands in the timeline where it was recorded, without its words, and says by whose order", async () => {
    const takenDown = { version: 11, reason: grounds.reason, recordedAt: instants.after, recordedBy: "pia" };
    for (const query of ["", "version=11", `asOf=${instants.after}`, "since=9", "since=10", "order=asc&lang=en"])
      expect([query, await entryIn(query)]).toEqual([
        query,
        {
          ...{
            version: 7,
            lastVersion: 11,
            type: "InsultPosted",
            headline: "This entry was taken down",
            headlineRuns: [{ text: "This entry was taken down" }],
            data: {},
            sources: [],
            parties: [],
          },
          ...{ occurredAt: "2025-02-10T12:06:00.000Z", precision: "minute", recordedAt: expect.any(String), recordedBy: "ada" },
          ...{ certainty: "confirmed", key: false, corrected: [], updated: [], reinstated: [] },
          ...{ takenBack: [], confirmed: [], denied: [], retracted: null, takenDown },
        },
      ]);
    expect(await entryIn("lang=fr")).toMatchObject({ headline: "Cette entrée a été retirée" });
    expect(await entryIn("since=11")).toBeUndefined();
  });

  it("is gone from the past too, which does not know why", async () => {
    const unknown = { version: null, reason: null, recordedAt: null, recordedBy: null };
    for (const query of ["version=7", "version=10", `asOf=${instants.before}`])
      expect([query, await entryIn(query)]).toMatchObject([query, { data: {}, corrected: [], takenDown: unknown }]);
    for (const query of ["", "?version=8", `?asOf=${instants.before}`])
      expect(await read(`insults${query}`)).toMatchObject({ total: 2, pairs: [{ count: 2 }] });
  });

  it("is listed among the corrections, its own corrections no more", async () => {
    const [why] = (await read<{ corrections: unknown[] }>("corrections")).corrections;
    const told = {
      kind: "taken-down",
      type: "InsultPosted",
      reason: grounds.reason,
      recordedBy: "pia",
      before: null,
      after: null,
    };
    expect(why).toMatchObject({ version: 11, event: 7, ...told });
    expect(await read("corrections")).toMatchObject({ total: 1 });
    expect(await read("corrections?version=10")).toMatchObject({ total: 0 });
  });

  it("stands on the page as a tombstone, in both languages", async () => {
    const pages = await Promise.all(["", "?lang=fr", "?version=8"].map((query) => server.get(`/stories/story${query}`)));
    const [english = "", french = "", past = ""] = await Promise.all(pages.map((page) => page.text()));
    const entry = (html: string) => /<li class="entry[^>]* id="v7"[^>]*>.*?<\/li>/s.exec(html)?.[0] ?? "";
    expect(entry(english)).toContain("This entry was taken down");
    expect(entry(english)).toContain("Taken down");
    expect(entry(english)).toContain("A court’s order.");
    expect(entry(french)).toContain("Cette entrée a été retirée");
    expect(entry(french)).toContain("A court’s order.");
    expect(entry(past)).toContain("This entry was taken down");
  });

  it("leaves a log that verifies, as long as it says who took it down", async () => {
    const log = await server.log("story");
    expect(await verify(log)).toBeUndefined();
    expect(await verify(log.slice(0, 10))).toMatchObject({ version: 7, code: "unexplained" });
    const { data } = log[10] ?? {};
    expect(data).toEqual({ event: 7, ...grounds, erased: [7, 9, 10] });
  });

  it("changes the ETags of the past of its story, and of no other", async () => {
    const other = await etagOf("/api/stories/other/status?version=5");
    const after = await Promise.all(pinned.map((path) => etagOf(`${base}/${path}`)));
    for (const [index, path] of pinned.entries()) expect([path, after[index]]).not.toEqual([path, etags[index]]);
    const asked = await server.get(`${base}/${pinned[0]}`, { "If-None-Match": etags[0] ?? "" });
    expect(asked.status).toBe(200);
    expect(await etagOf("/api/stories/other/status?version=5")).toBe(other);
    expect((await server.get(`${base}/${pinned[0]}`, { "If-None-Match": after[0] ?? "" })).status).toBe(304);
  });
});
