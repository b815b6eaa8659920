/** Scheduled drafts: posted when they are due, once, in the name of whoever scheduled them and still may; else they come back with the reason. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sitAtDesk } from "../support/desk.ts";
import { scene } from "../support/drafts.ts";
import { draftsOf, news } from "../support/kept-drafts.ts";
import { paced } from "../support/paced.ts";
import { idOf, type Server, startServer, tokens } from "../support/server.ts";

let server: Server;
let ada: ReturnType<typeof draftsOf>;
let bob: typeof ada;
beforeAll(async () => {
  server = await startServer();
  await server.record("story", paced(scene));
  [ada, bob] = [draftsOf(server, tokens.ada), draftsOf(server, tokens.bob)];
});
afterAll(() => server?.close());

const soon = () => new Date(Date.now() + 3_600_000).toISOString();
/** The clock goes on: what was scheduled is due. */
const makeDue = () => server.db.prepare("UPDATE drafts SET due_at = '2026-01-01T00:00:00.000Z' WHERE state = 'scheduled'").run();
const cron = () => server.cron("* * * * *");
const permits = () =>
  server.db.prepare("SELECT count(*) AS count FROM tokens WHERE label LIKE 'Riposte,%'").first<number>("count");

let count = 0;
beforeEach(async () => {
  count = await server.count();
});

const schedule = async (by: typeof ada, headline: string, order: object = {}) => {
  const { id } = await by.keep({ events: [news(headline)] });
  const answer = await by.order(id, { state: "scheduled", dueAt: soon(), ...order });
  if (!answer.ok) throw new Error(`This was to be scheduled: ${answer.status} ${await answer.text()}`);
  return id;
};

describe("what is scheduled", () => {
  it("waits, is shown to the desk, and is posted once when it is due, by whichever clock strikes first", async () => {
    const id = await schedule(ada, "At noon");
    await cron();
    expect(await server.count()).toBe(count);
    expect((await bob.read(id)).state).toBe("scheduled");
    expect(await permits()).toBe(1);
    await makeDue();
    await Promise.all([cron(), cron(), cron()]);
    await cron();
    expect(await server.count()).toBe(count + 1);
    expect((await server.log("story")).at(-1)).toMatchObject({ recordedBy: "ada", data: { headline: "At noon" } });
    expect(await ada.read(id)).toMatchObject({ state: "recorded", version: (await server.log("story")).at(-1)?.version });
    expect(await permits()).toBe(0);
  });

  it("is posted where only those who look at their drafts keep the time", async () => {
    const id = await schedule(ada, "Looked at");
    await makeDue();
    await ada.list();
    await expect.poll(async () => (await ada.read(id)).state).toBe("recorded");
    expect(await server.count()).toBe(count + 1);
  });

  it("is recorded once where whoever posted it died before it could say so", async () => {
    const id = await schedule(ada, "Died on the way");
    await makeDue();
    await cron();
    expect(await server.count()).toBe(count + 1);
    // As it stood between the log's answer and the draft's.
    await server.db
      .prepare(
        "UPDATE drafts SET state = 'recording', version = NULL, permit = 'gone', content = ?2, updated_at = '2026-01-01T00:00:00.000Z' WHERE id = ?1",
      )
      .bind(id, JSON.stringify({ events: [news("Died on the way")] }))
      .run();
    await Promise.all([cron(), cron()]);
    expect(await server.count()).toBe(count + 1);
    expect((await ada.read(id)).state).toBe("recorded");
  });

  it("is not taken up again while somebody is at it, and is once they are not", async () => {
    const id = await schedule(ada, "Half done");
    await server.db
      .prepare("UPDATE drafts SET state = 'recording', updated_at = ?2 WHERE id = ?1")
      .bind(id, new Date().toISOString())
      .run();
    await cron();
    expect(await server.count()).toBe(count);
    expect((await ada.order(id, { state: "recorded" })).status).toBe(409);
    expect((await ada.change(id, { line: "x" })).status).toBe(409);
    await server.db.prepare("UPDATE drafts SET updated_at = '2026-01-01T00:00:00.000Z' WHERE id = ?1").bind(id).run();
    await cron();
    expect(await server.count()).toBe(count + 1);
  });

  it("comes back with the rules' reason where they refuse it by then", async () => {
    const { id } = await ada.keep({
      events: [{ type: "DealClosed", occurredAt: "2025-02-12T08:00:00Z", data: { offer: "nothing-of-the-kind" } }],
    });
    await ada.order(id, { state: "scheduled", dueAt: soon() });
    await makeDue();
    await cron();
    expect(await server.count()).toBe(count);
    const draft = await ada.read(id);
    expect([draft.state, draft.reason?.code]).toEqual(["refused", "unknown-offer"]);
    expect((draft.events ?? [])[0]).toMatchObject({ type: "DealClosed" });
    expect((await bob.ask(id)).status).toBe(404);
  });

  it("comes back where the story has moved on, if its editor asked for that, and else is posted all the same", async () => {
    const version = (await server.log("story")).length;
    const careful = await schedule(ada, "Only if nobody spoke", { expectedVersion: version });
    const other = await schedule(ada, "Whoever spoke");
    await server.record("story", news("Somebody spoke"), server.signed("bob"));
    await makeDue();
    await cron();
    expect(await ada.read(careful)).toMatchObject({ state: "refused", reason: { code: "moved" } });
    expect((await ada.read(careful)).reason?.detail).toContain("bob recorded DevelopmentReported");
    expect((await ada.read(other)).state).toBe("recorded");
    expect(await server.count()).toBe(count + 2);
  });

  it("is not changed until it is taken back, and is not posted then", async () => {
    const id = await schedule(ada, "On second thought");
    expect((await bob.change(id, { events: [news("Bob’s words under Ada’s name")] })).status).toBe(409);
    expect((await bob.order(id, { state: "draft", shared: true })).status).toBe(200);
    await makeDue();
    await cron();
    expect(await server.count()).toBe(count);
    expect(await permits()).toBe(0);
  });

  it("lies ahead, no more than thirty days, and says what is to be posted", async () => {
    const { id } = await ada.keep({ events: [news("When")] });
    for (const dueAt of ["2020-01-01T00:00:00Z", new Date(Date.now() + 31 * 86_400_000).toISOString(), "tomorrow"])
      expect([dueAt, (await ada.order(id, { state: "scheduled", dueAt })).status]).toEqual([dueAt, 422]);
    const { id: empty } = await ada.keep({ line: "no events" });
    expect((await ada.order(empty, { state: "scheduled", dueAt: soon() })).status).toBe(422);
  });
});

describe("an editor who", () => {
  const join = async (name: string, role = "editor") => {
    const token = `${name}-may-write-for-now-0000000000000000000`;
    await server.keepToken(token, name, { role });
    return token;
  };
  const pia = (method: string, path: string, body?: unknown) => server.send(method, path, server.signed("pia"), body);
  const isBack = async (id: string) => {
    await makeDue();
    await cron();
    expect(await server.count()).toBe(count);
    // Who is gone cannot look after it: the desk can.
    expect(await bob.read(id)).toMatchObject({ state: "refused", shared: true, reason: { code: "no-access" } });
  };

  it("was removed has nothing posted in their name: it goes to the desk with the reason", async () => {
    const token = await join("zoe");
    const id = await schedule(draftsOf(server, token), "From beyond");
    expect((await pia("DELETE", `/api/editors/${await idOf(token)}`)).status).toBe(204);
    await isBack(id);
  });

  it("was removed after scheduling it in a browser, neither", async () => {
    const token = await join("yann");
    const yann = await sitAtDesk(server, token);
    const { id } = await draftsOf(server, token).keep({ events: [news("From a browser")] });
    expect((await yann.send("PUT", `/api/drafts/${id}/state`, { state: "scheduled", dueAt: soon() })).status).toBe(200);
    expect((await pia("DELETE", `/api/editors/${await idOf(token)}`)).status).toBe(204);
    await isBack(id);
  });

  it("has another role by then, neither", async () => {
    const id = await schedule(draftsOf(server, await join("xenia")), "Demoted");
    await server.db.prepare("UPDATE tokens SET role = 'contributor' WHERE editor = 'xenia'").run();
    await isBack(id);
  });

  it("signed in by a session that is over by then has it posted all the same", async () => {
    const token = await join("walt");
    const walt = await sitAtDesk(server, token);
    const { id } = await draftsOf(server, token).keep({ events: [news("Good night")] });
    await walt.send("PUT", `/api/drafts/${id}/state`, { state: "scheduled", dueAt: soon() });
    await walt.post("/desk/sign-out");
    await makeDue();
    await cron();
    expect((await server.log("story")).at(-1)).toMatchObject({ recordedBy: "walt", data: { headline: "Good night" } });
  });
});
