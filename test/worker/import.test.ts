/** A log moves from one deployment to another: the same versions, the same seals, the same bytes. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventTypes } from "../../events/registry.ts";
import { sampleRequests, sampleStory } from "../../events/sample.ts";
import { verify } from "../../events/verify.ts";
import {
  accepted,
  answer,
  at,
  background,
  changed,
  cleared,
  closed,
  concluded,
  corrected,
  counter,
  development,
  insult,
  lapsed,
  offer,
  question,
  reopened,
  retracted,
  said,
  scene,
  statement,
  summarised,
  terminated,
  translated,
  usd,
} from "../support/drafts.ts";
import { longStory } from "../support/fill.ts";
import { fullStory } from "../support/full-story.ts";
import { untilIndexed } from "../support/indexed.ts";
import { paced } from "../support/paced.ts";
import { untilPeopleTold } from "../support/people.ts";
import { readings } from "../support/readings.ts";
import { keptIn, keptWhole } from "../support/secret.ts";
import { type Server, startServer } from "../support/server.ts";
import { ship, shipAll, withoutPositions } from "../support/shipping.ts";

let source: Server;
let target: Server;
/** What does not happen in the story in which nearly everything does. */
const everyOtherType = [
  counter("riposte", "alpha-bid", { by: "target", target: "target", to: "alpha", price: usd("13000000000") }),
  lapsed("riposte"),
  cleared("beta-bid", "cma", { conditions: "A divestment." }),
  accepted("beta-bid", "holders"),
  terminated("beta-bid", { by: "target" }),
  closed("beta-bid"),
  question("why", "Why now?"),
  answer("why", "Nobody knows."),
  background("An older bid"),
  summarised("Two bid.", "One has bought."),
  changed("alpha", { name: "Alpha Group plc" }),
  concluded("Bêta has bought Target."),
  reopened("Alpha is back."),
  translated(1, { title: "Les offres pour Target" }),
].map((draft, index) => at(`19:${String(index).padStart(2, "0")}`, draft));
const jab = insult({ quote: said("Zibeline: zibeline") });

beforeAll(async () => {
  [source, target] = await Promise.all([startServer(), startServer()]);
  for (const events of sampleRequests) await source.record(sampleStory, events);
  await source.record("amended", longStory(90));
  await source.record("amended", [at("12:20", statement({ by: "cleo" })), at("12:21", insult({ by: "dan", at: "eve" }))]);
  await source.record("amended", paced([corrected(61, { occurredAt: "2025-02-10T12:00:30Z" }), retracted(62)], 400));
  await source.record("taken-down", paced([...scene, jab, corrected(6, { precision: "day" }), offer("bid")]));
  for (const event of [6, 1]) await source.takeDown("taken-down", event);
  await source.record("taken-down", paced([insult({ by: "b", at: "a" }), retracted(8)], 30));
  for (const story of ["everything", "erased"]) {
    await source.record(story, fullStory);
    await source.record(story, [...everyOtherType]);
  }
  // Every event that tells of the world, and the takedown of the first of them. What tells an event again goes with it.
  const everything = await source.log("erased");
  const { length } = everything;
  for (const { version, type } of everything)
    if (!type.startsWith("Event") && type !== "TextTranslated")
      expect([type, (await source.takeDown("erased", version)).status]).toEqual([type, 201]);
  await source.takeDown("erased", length + 1);
});
afterAll(() => Promise.all([source.close(), target.close()]));

/** All that a story shows: now and then, in both languages. */
const shown = async (server: Server, story: string) => {
  const then = [
    "status?version=4",
    "timeline?version=6&lang=fr",
    "corrections?version=6",
    "timeline?since=5",
    "offers?version=6",
  ];
  const answers = await Promise.all(then.map((path) => server.get(`/api/stories/${story}/${path}`)));
  const past = await Promise.all(answers.map(async (answer) => [await answer.text(), answer.headers.get("ETag")]));
  return { past, head: await readings(server, story) };
};
const answered = async (answer: Response) => [answer.status, await answer.json()];

describe("a log that is imported", () => {
  it("has every event type there is", async () => {
    expect(new Set((await source.log("erased")).map(({ type }) => type))).toEqual(new Set(eventTypes));
  });

  it.each([
    [sampleStory, 1],
    ["amended", 25],
    ["taken-down", 2],
    ["everything", 7],
    ["erased", 30],
  ])("is the same, byte for byte, as at home: %s, %i entries at a time", async (story, most) => {
    const log = await source.log(story);
    await shipAll(target, story, log, most);
    const moved = await target.log(story);
    expect(withoutPositions(moved)).toEqual(withoutPositions(log));
    expect(await verify(moved)).toBeUndefined();
    expect(await shown(target, story)).toEqual(await shown(source, story));
    await target.db.prepare("DELETE FROM parts").run();
    expect(await shown(target, story)).toEqual(await shown(source, story));
  });

  it("is imported once: sent again, whole or in part, it adds nothing", async () => {
    const log = await source.log("amended");
    const [rows, version] = [await target.count(), log.length];
    for (const part of [log, log.slice(0, 1), log.slice(-1), log.slice(10, 20)])
      expect(await answered(await ship(target, "amended", part))).toEqual([200, { story: "amended", version, added: 0 }]);
    expect(await target.count()).toBe(rows);
  });

  it("is taken up where it was left, in parts that overlap", async () => {
    await source.record("parts", paced([...scene, offer("bid"), statement(), corrected(6, { precision: "day" })]));
    const log = await source.log("parts");
    const answers = [log.slice(0, 3), log.slice(1, 6), log.slice(5)].map((part) => async () => ship(target, "parts", part));
    const added: unknown[] = [];
    for (const send of answers) added.push(((await (await send()).json()) as { added: number }).added);
    expect(added).toEqual([3, 3, 2]);
    expect(await shown(target, "parts")).toEqual(await shown(source, "parts"));
  });

  it("goes on in its new house: events, corrections, takedowns", async () => {
    await target.record(sampleStory, paced([corrected(2, { precision: "day" })], 400));
    expect((await target.takeDown(sampleStory, 3)).status).toBe(201);
    await target.record("amended", paced([statement({ by: "ada" })], 500));
    expect(await verify(await target.log("amended"))).toBeUndefined();
    expect(await verify(await target.log(sampleStory))).toBeUndefined();
  });
});

describe("a takedown that is imported", () => {
  it("erases what it took down where it was imported before", async () => {
    await source.record("later", paced([...scene, jab, corrected(6, { data: { by: "a", at: "b", quote: said("zibeline") } })]));
    await shipAll(target, "later", await source.log("later"));
    await untilIndexed(target);
    await untilPeopleTold(target);
    expect(await keptIn(target)).toEqual(keptWhole);
    const pinned = "/api/stories/later/insults?version=6";
    const before = await target.get(pinned);
    await source.takeDown("later", 6);
    await shipAll(target, "later", (await source.log("later")).slice(7));
    expect(await keptIn(target)).toEqual([]);
    expect((await target.get("/api/stories/later/events/6")).status).toBe(410);
    expect((await target.get(pinned)).headers.get("ETag")).not.toBe(before.headers.get("ETag"));
    expect(await shown(target, "later")).toEqual(await shown(source, "later"));
    expect(withoutPositions(await target.log("later"))).toEqual(withoutPositions(await source.log("later")));
  });

  it("erases what an export has whole that was written while it was taken down", async () => {
    await source.record("while", paced([...scene, jab]));
    const whole = await source.log("while");
    await source.takeDown("while", 6);
    await shipAll(target, "while", [...whole, ...(await source.log("while")).slice(6)]);
    expect(await keptIn(target)).toEqual([]);
    expect(withoutPositions(await target.log("while"))).toEqual(withoutPositions(await source.log("while")));
    expect(await shown(target, "while")).toEqual(await shown(source, "while"));
  });
});

describe("an import", () => {
  it("that is sent several times at once adds each entry once", async () => {
    await source.record("at-once", longStory(60));
    const log = await source.log("at-once");
    const answers = await Promise.all(Array.from({ length: 4 }, () => ship(target, "at-once", log)));
    const added = await Promise.all(answers.map(async (answer) => ((await answer.json()) as { added: number }).added));
    expect(added.sort()).toEqual([0, 0, 0, 60]);
    expect(withoutPositions(await target.log("at-once"))).toEqual(withoutPositions(log));
  });

  it("loses nothing that is recorded at the same time", async () => {
    await source.record("race", longStory(40));
    const log = await source.log("race");
    await shipAll(target, "race", log.slice(0, 20));
    const posted = target.post("race", paced([statement({ by: "ada" })], 100));
    const [imported, recorded] = await Promise.all([ship(target, "race", log.slice(20)), posted]);
    const moved = await target.log("race");
    expect([imported.status, recorded.status, moved.length]).toEqual(imported.status === 200 ? [200, 201, 41] : [409, 201, 21]);
    expect(await verify(moved)).toBeUndefined();
  });

  it("of a mebibyte of text is taken in whole", async () => {
    const long = development("Long");
    const texts = Array.from({ length: 75 }, () => ({ ...long, data: { headline: "Long", text: "\u6f22".repeat(4000) } }));
    for (const part of [[...scene, ...texts.slice(0, 36)], texts.slice(36)]) await source.record("vast", paced(part, 1));
    const log = await source.log("vast");
    expect(Buffer.byteLength(JSON.stringify({ story: "vast", entries: log }))).toBeGreaterThan(900_000);
    expect(await answered(await ship(target, "vast", log))).toEqual([200, { story: "vast", version: 80, added: 80 }]);
    expect(withoutPositions(await target.log("vast"))).toEqual(withoutPositions(log));
  });
});
