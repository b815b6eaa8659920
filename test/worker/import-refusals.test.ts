/** What is not taken in: nothing of it is written, and what is wrong is told. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StoredEvent } from "../../worker/store/rows.ts";
import { corrected, insult, offer, retracted, scene } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { changedAt } from "../support/sealed.ts";
import { problemOf, type Server, startServer, tokens } from "../support/server.ts";
import { forged, ship } from "../support/shipping.ts";

type Path = (string | number)[];

let server: Server;
/** Nine events of a story that stands at version 4 here. */
let log: StoredEvent[];

beforeAll(async () => {
  server = await startServer();
  await server.record("model", paced([...scene, offer("bid"), insult(), corrected(7, { precision: "day" }), retracted(4)]));
  // What was stored is sealed anew, as another deployment would have.
  log = (await forged((await server.log("model")).map((event) => ({ ...event, story: "story" })))) as StoredEvent[];
  const answer = await ship(server, "story", log.slice(0, 4));
  if (answer.status !== 200) throw new Error(await answer.text());
});
afterAll(() => server.close());

/** Refused with that status, and nothing of it written; answers with the problem. */
const refusal = async (status: number, story: string, entries: unknown, headers = {}) => {
  const rows = await server.count();
  const answer = await ship(server, story, entries, headers);
  expect([answer.status, await server.count()]).toEqual([status, rows]);
  return problemOf(answer);
};
const change = (entries: readonly unknown[], version: number, path: Path, value: unknown): unknown[] =>
  changedAt([...entries], [version - 1, ...path], () => value);
/** The log as somebody who seals what he likes would have made it, one event in other words. */
const madeUp = (story: string, version: number, words: object) =>
  forged(log.map((event) => ({ ...event, story, ...(event.version === version ? words : {}) })));

describe("an import", () => {
  it("is for publishers alone", async () => {
    const forbidden = await refusal(403, "story", log, { Authorization: `Bearer ${tokens.ada}` });
    expect(new URL(forbidden.type).pathname).toBe("/problems/forbidden");
    await refusal(401, "story", log, { Authorization: "" });
  });

  it("that leaves a gap is told where the story stands", async () => {
    expect(await refusal(409, "story", log.slice(5))).toMatchObject({ code: "log-behind", version: 4 });
    const later = (await madeUp("nowhere", 1, {})).slice(1);
    expect(await refusal(409, "nowhere", later)).toMatchObject({ code: "log-behind", version: 0 });
  });

  it("of another log than the one that is there is told where they part", async () => {
    const other = await madeUp("story", 3, { recordedBy: "eve" });
    expect(await refusal(409, "story", other)).toMatchObject({ code: "log-diverged", version: 3 });
    expect(await refusal(409, "story", other.slice(3))).toMatchObject({ code: "log-diverged", version: 4 });
    expect(await refusal(409, "story", log.slice(1, 4).toReversed())).toMatchObject({ code: "log-diverged" });
  });

  it.each<[string, string, number, Path, unknown]>([
    ["editor", "broken-envelope", 6, ["recordedBy"], "eve"],
    ["time", "broken-envelope", 6, ["occurredAt"], "2025-02-10T12:05:01.000Z"],
    ["time of recording", "broken-envelope", 9, ["recordedAt"], "2025-12-01T00:00:00.000Z"],
    ["words", "broken-body", 7, ["data", "quote", "text"], "Hero"],
    ["sources", "broken-body", 7, ["sources"], []],
    ["salt", "broken-body", 5, ["seal", "salt"], "0".repeat(32)],
    ["commitment", "broken-body", 5, ["seal", "commitment"], "0".repeat(64)],
    ["hash", "broken-envelope", 5, ["seal", "hash"], "0".repeat(64)],
  ])("with a forged %s is refused: %s", async (_, code, version, path, value) => {
    expect(await refusal(409, "story", change(log, version, path, value))).toMatchObject({ code, version });
  });

  it("with an event too few, too many, or out of its place is refused", async () => {
    const parts = [
      log.toSpliced(5, 1),
      log.toSpliced(5, 0, ...log.slice(4, 5)),
      log.toSpliced(5, 2, ...log.slice(5, 7).toReversed()),
    ];
    for (const part of parts) expect(await refusal(409, "story", part)).toMatchObject({ code: "broken-version", version: 6 });
  });
});

describe("a log that was made up", () => {
  const party = { party: "a", name: "A", kind: "person" };
  const jab = { by: "a", at: "b", quote: { text: "Swindler", language: "en" } };
  const correction = (event: number, replacement: object) => ({ data: { event, reason: "Wrong.", replacement } });
  const takedown = { event: 7, reason: "Because.", legalBasis: "None.", erased: [7, 9] };

  it.each<[string, number, object, string[]]>([
    ["data of no schema", 6, { data: { offer: "bid", by: 7 } }, ["/data/by", "/data/target"]],
    ["fields that nobody knows", 2, { data: { ...party, mood: "bad" } }, ["/data/mood"]],
    ["a newer schema", 6, { schema: 99 }, ["/schema"]],
    ["no schema", 6, { schema: 0 }, ["/schema"]],
    ["an editor without a name", 2, { recordedBy: "" }, ["/recordedBy"]],
    ["an editor whose name is none", 2, { recordedBy: "eve\u0000" }, ["/recordedBy"]],
    ["a correction of nothing", 8, correction(99, { precision: "day" }), ["/data/event"]],
    ["a correction of itself", 8, correction(8, { precision: "day" }), ["/data/event"]],
    ["a retraction of a correction", 9, { data: { event: 8, reason: "Wrong." } }, ["/data/event"]],
    ["a takedown of a correction", 9, { type: "EventTakenDown", data: { ...takedown, event: 8, erased: [8] } }, ["/data/event"]],
    ["a takedown that erases itself", 9, { type: "EventTakenDown", data: takedown }, ["/data/erased"]],
    ["a correction by nothing", 8, correction(7, {}), ["/data/replacement"]],
    ["a correction by data of another type", 8, correction(7, { data: party }), ["party", "name", "kind"]],
    ["a correction by half the data", 8, correction(7, { data: { ...jab, quote: 7 } }), ["quote"]],
    ["a time that the log writes otherwise", 5, { recordedAt: "2026-01-01T00:00:00+01:00" }, ["/recordedAt"]],
    ["times that run backwards", 5, { recordedAt: "2025-03-01T00:00:00.000Z" }, ["/recordedAt"]],
    ["a time to come", 9, { recordedAt: "2999-01-01T00:00:00.000Z" }, ["/recordedAt"]],
    ["a takedown of what comes after it", 8, { type: "EventTakenDown", data: takedown }, ["/data/erased"]],
  ])("is refused where it holds and has %s", async (what, version, words, wanted) => {
    const story = `made-up-${what.replaceAll(" ", "-")}`;
    const { errors = [] } = await refusal(422, story, await madeUp(story, version, words));
    const within = (pointer: string) => (pointer.startsWith("/") ? pointer : `/data/replacement/data/${pointer}`);
    expect(errors.map(({ pointer }) => pointer)).toEqual(wanted.map((pointer) => `/entries/${version - 1}${within(pointer)}`));
    expect((await server.get(`/api/stories/${story}`)).status).toBe(404);
  });

  it("of another story than it is sent for is refused, at every entry", async () => {
    const { errors = [] } = await refusal(422, "another", log.slice(0, 2));
    expect(errors.map(({ pointer }) => pointer)).toEqual(["/entries/0/story", "/entries/1/story"]);
  });

  it("is taken in where nothing is wrong with it", async () => {
    const entries = await madeUp("fine", 6, { recordedBy: "eve" });
    expect(await (await ship(server, "fine", entries)).json()).toEqual({ story: "fine", version: 9, added: 9 });
  });
});

describe("a shipment", () => {
  it.each<[string, number, (log: readonly unknown[]) => unknown, string[]]>([
    ["without entries", 422, () => [], ["/entries"]],
    ["of more than a thousand", 422, (all) => Array.from({ length: 1001 }, () => all[0]), ["/entries"]],
    ["that is none", 422, () => "log", ["/entries"]],
    ["with an entry that is none", 422, (all) => [7, ...all.slice(1)], ["/entries/0"]],
    ["with an unknown type", 422, (all) => change(all, 1, ["type"], "StoryClosed"), ["/entries/0/type"]],
    ["with an unknown field", 422, (all) => change(all, 1, ["mood"], "bad"), ["/entries/0/mood"]],
    ["with half a seal", 422, (all) => change(all, 1, ["seal"], { salt: "0" }), ["commitment", "hash", "salt"]],
    ["of more than a mebibyte", 413, (all) => change(all, 1, ["recordedBy"], "x".repeat(1024 * 1024)), []],
  ])("%s is refused with %i", async (_, status, entries, pointers) => {
    const { errors = [] } = await refusal(status, "story", entries(log));
    const wanted = pointers.map((pointer) => (pointer.startsWith("/") ? pointer : `/entries/0/seal/${pointer}`));
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual(wanted);
  });
});
