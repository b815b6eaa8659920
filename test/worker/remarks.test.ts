/** What an editor is told besides what was recorded: what is only unlikely, what was put right, what there is instead, who was first. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accepted, at, offer, party, rejected, scene, sourced, statement } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { problemOf, type Server, startServer, tokens } from "../support/server.ts";

type Body = { warnings?: { code: string; detail: string; pointer: string }[]; notes?: { pointer: string; detail: string }[] };

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const key = (name: string) => ({ "Idempotency-Key": name });
const open = (story: string) => server.record(story, paced([...scene, offer("bid")]));
const bodyOf = async (answer: Response) => (await answer.json()) as Body;

describe("a warning", () => {
  it("has a code, a sentence and a pointer into what was posted, one event or several", async () => {
    await open("warned");
    const advice = { code: "advice", detail: expect.stringMatching(/^\S.+\.$/) };
    const alone = await server.post("warned", paced([sourced(rejected("bid", "c"))], 10)[0]);
    expect([alone.status, (await bodyOf(alone)).warnings]).toEqual([201, [{ ...advice, pointer: "/data/by" }]]);
    const several = await server.post("warned", paced([sourced(statement()), sourced(accepted("bid", "c"))], 11));
    expect([several.status, (await bodyOf(several)).warnings]).toEqual([201, [{ ...advice, pointer: "/1/data/by" }]]);
  });

  it("is given where no source is, and where the same thing is said again", async () => {
    await open("again");
    const first = await bodyOf(await server.post("again", paced([sourced(statement())], 10)));
    expect(first).not.toHaveProperty("warnings");
    expect(first).not.toHaveProperty("notes");
    const { warnings = [] } = await bodyOf(await server.post("again", paced([statement()], 11)));
    expect(warnings.map(({ code, pointer }) => [code, pointer]).sort()).toEqual([
      ["no-source", "/0/sources"],
      ["said-again", "/0"],
    ]);
  });

  it("is given of a late event too, and keeps nothing from being recorded", async () => {
    await open("late");
    await server.record("late", paced([rejected("bid")], 10));
    const answer = await server.post("late", at("12:07", rejected("bid", "c")));
    expect([answer.status, (await bodyOf(answer)).warnings?.map(({ code }) => code)]).toEqual([201, ["advice", "no-source"]]);
    expect(await server.log("late")).toHaveLength(8);
  });
});

describe("a note", () => {
  it("points to each text that was put right, and what was pasted is recorded as it reads", async () => {
    await open("pasted");
    const quote = { text: "Cafe\u0301\u202e au\u00ad lait\r\nnoir", language: "fr" };
    const answer = await server.post("pasted", [
      ...paced([statement({ quote })], 10).map((draft) => ({ ...draft, byline: " Ada\u200b " })),
      ...paced([sourced(rejected("bid", "t", { reason: "One.\r\n\r\nTwo.\u0007" }))], 11),
    ]);
    const { notes = [] } = await bodyOf(answer);
    expect(answer.status).toBe(201);
    expect(notes.map(({ pointer }) => pointer).sort()).toEqual(["/0/byline", "/0/data/quote/text", "/1/data/reason"]);
    expect(notes.every(({ detail }) => detail.startsWith("was put right"))).toBe(true);
    const [said, refused] = (await server.log("pasted")).slice(-2);
    expect(said).toMatchObject({ byline: "Ada", data: { quote: { text: "Café au lait noir" } } });
    expect(refused).toMatchObject({ data: { reason: "One.\n\nTwo." } });
  });

  it("leaves joiners where they work, and says nothing of what was right", async () => {
    await open("joined");
    const quote = { text: "می‌خواهم 👨‍👩‍👧", language: "fa" };
    const answer = await server.post("joined", paced([sourced(statement({ quote }))], 10));
    expect([answer.status, await bodyOf(answer)]).toEqual([201, expect.not.objectContaining({ notes: expect.anything() })]);
    expect((await server.log("joined")).at(-1)?.data).toMatchObject({ quote });
  });
});

describe("a request with a key and remarks", () => {
  it("is answered again with the same bytes, remarks included, however far the story has moved on", async () => {
    await open("keyed");
    const drafts = paced([rejected("bid", "c", { reason: "Too\u200b low." }), statement()], 10);
    const first = await server.post("keyed", drafts, key("keyed"));
    const text = await first.text();
    expect(JSON.parse(text)).toMatchObject({ warnings: [{ code: "advice" }, {}, {}], notes: [{ pointer: "/0/data/reason" }] });
    await server.record("keyed", paced([statement({ by: "a" }), accepted("bid")], 30));
    const again = await server.post("keyed", drafts, key("keyed"));
    expect([first.status, again.status, await again.text()]).toEqual([201, 200, text]);
  });

  it("is answered without them once one of its events was taken down", async () => {
    await open("erased");
    const drafts = paced([rejected("bid", "c", { reason: "Zibe\u200bline." }), statement()], 10);
    expect(await bodyOf(await server.post("erased", drafts, key("erased")))).toHaveProperty("warnings");
    expect((await server.takeDown("erased", 8)).status).toBe(201);
    const again = await server.post("erased", drafts, key("erased"));
    expect(again.status).toBe(200);
    const body = await bodyOf(again);
    expect(body).not.toHaveProperty("warnings");
    expect(body).not.toHaveProperty("notes");
    expect(body).toHaveProperty("events");
  });

  it("names nobody whose introduction was taken down", async () => {
    await server.record("named", paced([...scene, offer("bid"), party("d", { name: "Zibeline" })]));
    const drafts = paced([rejected("bid", "d")], 10);
    const first = await server.post("named", drafts, key("named"));
    expect(await first.text()).toContain("Zibeline");
    expect((await server.takeDown("named", 7)).status).toBe(201);
    const { results } = await server.db.prepare("SELECT * FROM events WHERE story = 'named'").all();
    expect(JSON.stringify(results)).not.toContain("Zibeline");
    const again = await server.post("named", drafts, key("named"));
    expect([again.status, await again.text()]).toEqual([200, expect.not.stringContaining("Zibeline")]);
  });
});

describe("a refusal", () => {
  it("of a version that was passed names who wrote last, and what", async () => {
    await open("passed");
    await server.record("passed", paced([statement()], 10), { Authorization: `Bearer ${tokens.bob}` });
    const answer = await server.post("passed", paced([statement({ by: "a" })], 11), { "If-Match": '"6"' });
    expect([answer.status, answer.headers.get("ETag"), await problemOf(answer)]).toMatchObject([
      412,
      '"7"',
      { version: 7, newest: { version: 7, type: "StatementMade", recordedBy: "bob" }, detail: /bob recorded StatementMade/ },
    ]);
  });

  it("of a slug that is unknown lists those that there are", async () => {
    await open("unknown");
    const unknown = async (draft: object) =>
      (await problemOf(await server.post("unknown", paced([draft as never], 10)[0]))).detail;
    expect(await unknown(statement({ by: "x" }))).toMatch(/“x”.*\ba, b, c, t\b/);
    expect(await unknown(rejected("bits"))).toMatch(/“bits”.*\bbid\b/);
    expect(await unknown({ type: "QuestionAnswered", data: { question: "why", text: "So." } })).toMatch(/“why”.*no questions/);
  });
});
