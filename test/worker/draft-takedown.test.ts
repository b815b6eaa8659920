/** A takedown erases the drafts that hold what was taken down, whoever's and wherever they are, and says how many. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { scene } from "../support/drafts.ts";
import { draftsOf, news } from "../support/kept-drafts.ts";
import { paced } from "../support/paced.ts";
import { problemOf, type Server, startServer, tokens } from "../support/server.ts";

let server: Server;
let ada: ReturnType<typeof draftsOf>;
let bob: typeof ada;
beforeAll(async () => {
  server = await startServer();
  for (const story of ["story", "other-story"]) await server.record(story, paced(scene));
  [ada, bob] = [draftsOf(server, tokens.ada), draftsOf(server, tokens.bob)];
});
afterAll(() => server?.close());

const words = "The minister’s daughter was seen leaving the clinic on Tuesday";
const takeDown = async (version: number, headers = {}) => {
  const answer = await server.takeDown("story", version, headers);
  if (!answer.ok) throw new Error(`This was to be taken down: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as { drafts: number };
};

it("erases the same words, however they are set, in drafts of every story and state, and leaves the others", async () => {
  const { version } = await server.record("story", news(words));
  const holding = [
    await ada.keep({ line: `news: ${words}` }),
    await ada.keep({ form: { "0.data.headline": ["THE MINISTER'S  DAUGHTER was seen, leaving"] } }),
    await bob.keep({ story: "other-story", events: [news("She was seen leaving the clinic on Tuesday, friends say")] }),
    await bob.keep({ form: { "0.type": ["EventCorrected"], "0.data.event": [String(version)], "0.data.reason": ["?"] } }),
    await bob.keep({ events: [{ type: "EventRetracted", data: { event: version } }] }),
  ];
  const sentBack = await bob.keep({ events: [news("Nothing of the kind")] });
  await bob.order(sentBack.id, { state: "submitted" });
  await ada.order(sentBack.id, { state: "refused", reason: `We said it: ${words}.` });
  const scheduled = await ada.keep({ events: [news(`Correction: ${words}`)] });
  await ada.order(scheduled.id, { state: "scheduled", dueAt: new Date(Date.now() + 9e6).toISOString() });
  const innocent = [
    await ada.keep({ line: "The minister was seen on Tuesday" }),
    await ada.keep({ story: "other-story", events: [{ type: "EventRetracted", data: { event: version } }] }),
  ];
  expect((await takeDown(version, { "Idempotency-Key": "once" })).drafts).toBe(7);
  expect((await takeDown(version, { "Idempotency-Key": "once" })).drafts).toBe(7);
  const rows = JSON.stringify((await server.db.prepare("SELECT * FROM drafts").all()).results);
  expect(rows.toLowerCase()).not.toMatch(/minister.s +daughter|leaving the clinic/);
  for (const { id } of innocent) expect((await ada.read(id)).state).toBe("draft");
  // A browser that still has it is told to forget it; nobody else is told that it was.
  for (const { id } of [...holding, sentBack, scheduled]) {
    const statuses = [(await ada.ask(id)).status, (await bob.ask(id)).status].sort();
    expect(statuses).toEqual([404, 410]);
  }
  const kept = await ada.change(holding[0]?.id ?? "", { line: words });
  expect([kept.status, (await problemOf(kept)).type]).toEqual([410, expect.stringContaining("taken-down")]);
  // What was scheduled is not posted.
  await server.db.prepare("UPDATE drafts SET due_at = '2026-01-01T00:00:00.000Z'").run();
  const before = await server.count();
  await server.cron("* * * * *");
  expect(await server.count()).toBe(before);
});

it("knows words where none stand apart, and takes no address for words", async () => {
  const chinese = "部长的女儿星期二被人看见离开了市中心的一家私人诊所";
  const address = "https://www.example.org/a/very/long/address/of/a/page";
  const { version } = await server.record("story", news(chinese));
  const { id } = await ada.keep({ line: `有人说：${chinese.slice(2)}` });
  expect((await takeDown(version)).drafts).toBe(1);
  expect((await ada.ask(id)).status).toBe(410);
  const { version: next } = await server.record("story", news("Short news"));
  await ada.keep({ line: `Short news ${address}` });
  expect((await takeDown(next)).drafts).toBe(0);
});
