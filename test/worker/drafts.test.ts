/** Drafts: kept for whoever typed them, seen by whoever they are given to and by nobody else, never overwritten unseen. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scene } from "../support/drafts.ts";
import { draftsOf, type KeptDraft, news } from "../support/kept-drafts.ts";
import { paced } from "../support/paced.ts";
import { problemOf, type Server, startServer, tokens } from "../support/server.ts";

const cleoToken = "cleo-may-draft-0000000000000000000000004";
let server: Server;
let ada: ReturnType<typeof draftsOf>;
let bob: typeof ada;
let cleo: typeof ada;
beforeAll(async () => {
  server = await startServer();
  await server.record("story", paced(scene));
  await server.keepToken(cleoToken, "cleo", { role: "contributor" });
  [ada, bob, cleo] = [draftsOf(server, tokens.ada), draftsOf(server, tokens.bob), draftsOf(server, cleoToken)];
});
afterAll(() => server?.close());

const typed = { form: { "0.type": ["OfferRejected"], "0.data.reason": ["Not for sale at this price"] } };

describe("a draft", () => {
  it("is kept as it was typed, under the id that its writer chose, and answered with its revision", async () => {
    const id = randomUUID();
    const answer = await ada.send("PUT", `/api/drafts/${id}`, { story: "story", ...typed }, { "If-None-Match": "*" });
    expect([answer.status, answer.headers.get("ETag"), answer.headers.get("Location")]).toEqual([
      201,
      '"1"',
      `/api/drafts/${id}`,
    ]);
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    expect(await ada.read(id)).toMatchObject({
      id,
      owner: "ada",
      state: "draft",
      types: ["OfferRejected"],
      text: "Not for sale at this price",
      ...typed,
    });
    expect(Object.keys(await ada.read(id))).not.toEqual(expect.arrayContaining(["key"]));
  });

  it("is kept once when it is sent twice", async () => {
    const id = randomUUID();
    const sendIt = () => ada.send("PUT", `/api/drafts/${id}`, { story: "story", line: "twice" }, { "If-None-Match": "*" });
    expect([(await sendIt()).status, (await sendIt()).status]).toEqual([201, 412]);
    expect((await ada.list()).filter((draft) => draft.id === id)).toHaveLength(1);
  });

  it("is changed by one of two at once; the other is told, and nothing is overwritten", async () => {
    const { id } = await ada.keep({ line: "first" });
    const answers = await Promise.all(["mine", "theirs"].map((line) => ada.change(id, { line }, 1)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const won = answers.find(({ status }) => status === 200) ?? new Response("{}");
    expect(await ada.read(id)).toMatchObject({ revision: 2, line: ((await won.json()) as KeptDraft).line });
    const lost = answers.find(({ status }) => status === 412);
    expect([lost?.headers.get("ETag"), (await problemOf(lost ?? new Response())).version]).toEqual(['"2"', 2]);
  });

  it("is not there for others until it is given to them, and is there for all where it is shared", async () => {
    const { id } = await ada.keep({ line: "the quiet draft" });
    const others = async () => [(await bob.ask(id)).status, (await cleo.ask(id)).status];
    expect(await others()).toEqual([404, 404]);
    expect((await bob.change(id, { line: "x" })).status).toBe(404);
    expect((await bob.order(id, { state: "submitted" })).status).toBe(404);
    expect((await bob.drop(id)).status).toBe(404);
    expect((await bob.send("PUT", `/api/drafts/${id}`, { story: "story" }, { "If-None-Match": "*" })).status).toBe(404);
    expect(JSON.stringify(await bob.list())).not.toContain("the quiet draft");
    expect((await ada.order(id, { state: "draft", handedTo: "cleo" })).status).toBe(200);
    expect(await others()).toEqual([404, 200]);
    expect((await cleo.change(id, { line: "hers now" })).status).toBe(200);
    expect((await ada.order(id, { state: "draft", shared: true })).status).toBe(200);
    expect(await others()).toEqual([200, 200]);
    // What is shared is typed on by all, and given away or deleted by those whose it is, and by editors.
    await server.keepToken("egon-may-draft-00000000000000000000000006", "egon", { role: "contributor" });
    const egon = draftsOf(server, "egon-may-draft-00000000000000000000000006");
    expect((await egon.change(id, { line: "his words too" })).status).toBe(200);
    expect([(await egon.drop(id)).status, (await egon.order(id, { state: "draft" })).status]).toEqual([403, 403]);
    expect((await ada.order(id, { state: "draft" })).status).toBe(200);
    expect(await others()).toEqual([404, 404]);
    expect((await ada.read(id)).trail.map(({ by, step, to }) => [by, step, to])).toEqual([
      ["ada", "handed-over", "cleo"],
      ["ada", "shared", undefined],
      ["ada", "taken-back", undefined],
    ]);
  });

  it("is not handed to who is not at the desk", async () => {
    const { id } = await ada.keep({ line: "for whom" });
    const answer = await ada.order(id, { state: "draft", handedTo: "nobody" });
    expect([answer.status, (await problemOf(answer)).errors?.[0]?.pointer]).toEqual([422, "/handedTo"]);
  });

  it("is deleted by whoever it belongs to", async () => {
    const { id } = await ada.keep({ line: "gone" });
    expect([(await ada.drop(id)).status, (await ada.ask(id)).status]).toEqual([204, 404]);
  });

  it("is bounded: in bytes, in number, in its shape", async () => {
    const id = randomUUID();
    const large = await cleo.send("PUT", `/api/drafts/${id}`, { story: "story", line: "x".repeat(65_536) });
    expect(large.status).toBe(413);
    for (const wrong of [{}, { story: "story", more: 1 }, { story: "story", form: { a: "text" } }, { story: "No slug" }])
      expect([wrong, (await cleo.send("POST", "/api/drafts", wrong)).status]).toEqual([wrong, 422]);
    expect((await cleo.send("PUT", "/api/drafts/1", { story: "story" })).status).toBe(404);
    await server.keepToken("dora-may-draft-0000000000000000000000005", "dora", { role: "contributor" });
    const dora = draftsOf(server, "dora-may-draft-0000000000000000000000005");
    const made = await Promise.all(Array.from({ length: 110 }, () => dora.send("POST", "/api/drafts", { story: "story" })));
    expect(made.filter(({ status }) => status === 201)).toHaveLength(100);
    const refused = made.find(({ status }) => status === 409);
    expect((await problemOf(refused ?? new Response())).code).toBe("too-many-drafts");
  });

  it("wants somebody who has signed in", async () => {
    const { id } = await ada.keep({ line: "private" });
    for (const path of ["/api/drafts", `/api/drafts/${id}`]) expect((await server.get(path)).status).toBe(401);
  });

  it("is told to no reader, no search, and no log", async () => {
    const secret = "zyxomanqueblatherskite";
    const { id } = await ada.keep({ line: secret, form: { "0.data.reason": [secret] }, events: [news(secret)] });
    await ada.order(id, { state: "submitted" });
    await server.cron();
    const pages = [
      "/",
      "/stories/story",
      `/api/stories?q=x`,
      `/api/search?q=${secret}`,
      "/api/events",
      "/feed.atom",
      "/api/stories/story/timeline",
    ];
    for (const page of pages) {
      const text = await (await server.get(page)).text();
      expect([page, text.replaceAll(`q=${secret}`, "").includes(secret)]).toEqual([page, false]);
    }
    expect(server.logs().join("\n")).not.toContain(secret);
  });
});

describe("what is submitted", () => {
  it("is seen by the desk, recorded once in the editor's name, and says who submitted it", async () => {
    const { id } = await cleo.keep({ events: [news("The clerk was right")] });
    expect((await cleo.order(id, { state: "recorded" })).status).toBe(403);
    expect((await cleo.order(id, { state: "scheduled", dueAt: new Date(Date.now() + 9e6).toISOString() })).status).toBe(403);
    expect((await cleo.order(id, { state: "submitted" })).status).toBe(200);
    expect((await bob.list("?story=story")).find((draft) => draft.id === id)).toMatchObject({
      state: "submitted",
      owner: "cleo",
    });
    const before = await server.count();
    const answers = await Promise.all([ada, bob, ada, bob].map((editor) => editor.order(id, { state: "recorded" }, 2)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    // Who comes last finds it gone: what was recorded is its writer's and its recorder's alone.
    for (const { status } of answers) expect([200, 404, 409, 412]).toContain(status);
    expect(await server.count()).toBe(before + 1);
    const draft = await cleo.read(id);
    const [event] = (await server.log("story")).slice(-1);
    expect(event).toMatchObject({
      version: draft.version,
      recordedBy: draft.recorder,
      data: { headline: "The clerk was right" },
    });
    expect(draft).toMatchObject({
      state: "recorded",
      trail: [
        { by: "cleo", step: "submitted" },
        { by: draft.recorder, step: "recorded" },
      ],
    });
    // What was typed is in the log, and no longer here.
    expect(draft.events).toBeUndefined();
  });

  it("comes back with an editor's reason", async () => {
    const { id } = await cleo.keep({ events: [news("Too early")] });
    expect((await ada.order(id, { state: "refused", reason: "x" })).status).toBe(404);
    await cleo.order(id, { state: "submitted" });
    expect((await cleo.order(id, { state: "refused", reason: "x" })).status).toBe(403);
    expect((await ada.order(id, { state: "refused", reason: "Who says so?" })).status).toBe(200);
    expect(await cleo.read(id)).toMatchObject({ state: "refused", reason: { code: "sent-back", detail: "Who says so?" } });
    expect((await bob.ask(id)).status).toBe(404);
    expect(await (await cleo.change(id, { events: [news("Too early, says A")] })).json()).toMatchObject({ state: "draft" });
  });

  it("stays as it is where the rules refuse it, which are told as the log would tell them", async () => {
    const wrong = { type: "DealClosed", occurredAt: "2025-02-12T08:00:00Z", data: { offer: "nothing-of-the-kind" } };
    const { id } = await cleo.keep({ events: [news("Right"), wrong] });
    await cleo.order(id, { state: "submitted" });
    const before = await server.count();
    const answer = await ada.order(id, { state: "recorded" });
    expect([answer.status, (await problemOf(answer)).errors?.[0]?.pointer]).toEqual([409, "/events/1/data/offer"]);
    expect((await ada.order(id, { state: "recorded", expectedVersion: 1 })).status).toBe(412);
    expect(await server.count()).toBe(before);
    expect((await ada.read(id)).state).toBe("submitted");
    const { id: empty } = await cleo.keep({ line: "not an event yet" });
    await cleo.order(empty, { state: "submitted" });
    expect((await ada.order(empty, { state: "recorded" })).status).toBe(422);
  });
});
