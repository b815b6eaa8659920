/** Who may take an event down, when, and what comes of orders that cross. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verify } from "../../events/verify.ts";
import { corrected, insult, offer, type Posted, said, scene, statement } from "../support/drafts.ts";
import { untilIndexed } from "../support/indexed.ts";
import { paced } from "../support/paced.ts";
import { untilPeopleTold } from "../support/people.ts";
import { readings } from "../support/readings.ts";
import { addressesOf, keptIn, keptWhole, tellingAt } from "../support/secret.ts";
import { grounds, problemOf, type Server, startServer } from "../support/server.ts";

let server: Server;
const jab = insult({ quote: said("Zibeline: zibeline") });

beforeAll(async () => {
  server = await startServer();
  await server.record("story", paced([...scene, jab, corrected(6, { precision: "day" })]));
  await untilIndexed(server);
  await untilPeopleTold(server);
});
afterAll(() => server.close());

const order = (body: unknown, headers: Record<string, string> = {}, story = "story") =>
  server.send("POST", `/api/stories/${story}/takedowns`, { ...server.signed("pia"), ...headers }, body);
const six = { event: 6, ...grounds };
const key = (name: string) => ({ "Idempotency-Key": name });

describe("an order to take an event down", () => {
  it.each<[string, number, string, Record<string, string>, unknown]>([
    ["by an editor", 403, "forbidden", { Authorization: "" }, six],
    ["by nobody", 401, "unauthorized", { Authorization: "" }, six],
    ["with a version that is past", 412, "version-mismatch", { "If-Match": '"6"' }, six],
    ["for a story that is not open yet", 412, "version-mismatch", { "If-None-Match": "*" }, six],
    ["with a version without quotation marks", 400, "malformed-request", { "If-Match": "7" }, six],
    ["with an empty key", 400, "malformed-request", { "Idempotency-Key": "" }, six],
    ["that is no JSON", 400, "malformed-request", {}, "{"],
    ["of another media type", 415, "unsupported-media-type", { "Content-Type": "text/plain" }, six],
  ])("is refused %s", async (by, status, type, headers, body) => {
    const signed = by === "by an editor" ? server.signed("ada") : headers;
    const rows = await server.count();
    const answer = await order(body, signed);
    expect([answer.status, new URL((await problemOf(answer)).type).pathname]).toEqual([status, `/problems/${type}`]);
    expect([await server.count(), await keptIn(server)]).toEqual([rows, keptWhole]);
  });

  it.each<[unknown, string[]]>([
    [{}, ["/event", "/reason", "/legalBasis"]],
    [{ event: "6", reason: "", legalBasis: 7, erased: [1] }, ["/event", "/reason", "/legalBasis", "/erased"]],
    [{ ...six, event: 0 }, ["/event"]],
    [{ ...six, event: 1.5 }, ["/event"]],
    [{ ...six, reason: "a\u0000", legalBasis: "x".repeat(501) }, ["/reason", "/legalBasis"]],
    [[six], [""]],
  ])("points to every field that is wrong: %j", async (body, pointers) => {
    const answer = await order(body);
    const { errors = [] } = await problemOf(answer);
    expect([answer.status, errors.map(({ pointer }) => pointer).sort()]).toEqual([422, pointers.sort()]);
  });

  it("is answered with 404 where there is no such story", async () => {
    expect((await order(six, {}, "nowhere")).status).toBe(404);
    expect((await order(six, {}, "NOWHERE")).status).toBe(422);
  });

  it.each([
    [8, "unknown-event"],
    [99, "unknown-event"],
    [7, "event-is-editorial"],
  ])("is refused for event %i: %s", async (event, code) => {
    const answer = await order({ ...six, event });
    expect([answer.status, await problemOf(answer)]).toMatchObject([409, { code, errors: [{ pointer: "/event" }] }]);
  });

  it("is recorded, once: the same order again is refused, and nobody posts one as an event", async () => {
    await server.record("once", paced([...scene, jab]));
    const first = await order(six, { "If-Match": '"6"' }, "once");
    expect([first.status, first.headers.get("Location"), first.headers.get("ETag")]).toEqual([
      201,
      "/api/stories/once/events/7",
      '"7"',
    ]);
    expect(await first.json()).toMatchObject({
      ...{ story: "once", version: 7 },
      events: [{ type: "EventTakenDown", recordedBy: "pia", data: { ...six, erased: [6] } }],
    });
    const [again, itself] = [await order(six, {}, "once"), await order({ ...six, event: 6 }, key("again"), "once")];
    expect([again.status, (await problemOf(again)).code]).toEqual([409, "event-taken-down"]);
    expect([itself.status, (await problemOf(itself)).code]).toEqual([409, "event-taken-down"]);
    const posted = await server.post("once", paced([{ type: "EventTakenDown", data: { ...six, erased: [5] } }]));
    expect(posted.status).toBe(422);
  });
});

describe("an order that names a takedown", () => {
  it("erases its reason and its legal basis, everywhere, and nothing comes back", async () => {
    const telling = { event: 6, reason: "Hermine asked for it.", legalBasis: "Hermine against the desk" };
    await server.record("regretted", paced([...scene, jab]));
    const first = await order(telling, key("regretted"), "regretted");
    expect([first.status, (await first.text()).includes("Hermine")]).toEqual([201, true]);
    const second = await order({ ...six, event: 7, reason: "It told too much." }, {}, "regretted");
    expect(second.status).toBe(201);
    expect(await second.json()).toMatchObject({ events: [{ data: { event: 7, erased: [7, 6] } }] });
    expect(await keptIn(server, "Hermine")).toEqual([]);
    expect(await tellingAt(server, await addressesOf(server, "regretted"), "Hermine")).toEqual([]);
    const log = await server.log("regretted");
    expect(await verify(log)).toBeUndefined();
    expect(log[6]).toMatchObject({ type: "EventTakenDown", recordedBy: "pia", takenDown: true });
    expect((await server.get("/api/stories/regretted/events/7")).status).toBe(410);
    // Sent again, the order that told too much is not told again, and the event is not taken down twice.
    const again = await order(telling, key("regretted"), "regretted");
    expect([again.status, (await again.text()).includes("Hermine")]).toEqual([200, false]);
    expect((await problemOf(await order(six, {}, "regretted"))).code).toBe("event-taken-down");
    const before = await readings(server, "regretted");
    await server.db.prepare("DELETE FROM parts").run();
    expect(await readings(server, "regretted")).toEqual(before);
  });

  it("can itself be named, and leaves the story to go on", async () => {
    await server.record("thrice", paced([...scene, jab, offer("bid")]));
    for (const event of [6, 8, 9]) expect((await order({ ...six, event }, {}, "thrice")).status).toBe(201);
    await server.record("thrice", paced([statement(), corrected(7, { precision: "hour" })], 60));
    expect(await verify(await server.log("thrice"))).toBeUndefined();
    const { entries } = await server.read<{ entries: { version: number; takenDown: unknown }[] }>("/api/stories/thrice/timeline");
    expect(entries.find(({ version }) => version === 6)).toMatchObject({ takenDown: expect.anything(), data: {} });
  });
});

describe("an order with an Idempotency-Key", () => {
  it("is carried out once and answered again", async () => {
    await server.record("keyed", paced([...scene, jab]));
    const answers = [await order(six, key("keyed"), "keyed"), await order(six, key("keyed"), "keyed")];
    expect(answers.map(({ status }) => status)).toEqual([201, 200]);
    const [first, second] = await Promise.all(answers.map((answer) => answer.text()));
    expect(second).toBe(first);
    const other = await order({ ...six, event: 5 }, key("keyed"), "keyed");
    expect([other.status, new URL((await problemOf(other)).type).pathname]).toEqual([422, "/problems/key-reused"]);
  });

  it("is refused where the key came with what was itself taken down", async () => {
    const headers = { ...server.signed("pia"), ...key("posted") };
    await server.record("reused", paced([...scene, jab]), headers);
    expect((await order(six, {}, "reused")).status).toBe(201);
    expect((await order({ ...six, event: 5 }, key("posted"), "reused")).status).toBe(422);
  });
});

describe("orders that cross", () => {
  /** Opens a story, sends all at once, and checks that nothing is left of what was to go. */
  const crossing = async (story: string, ...sent: ((story: string) => Promise<Response>)[]): Promise<number[]> => {
    await server.record(story, paced([...scene, jab, jab]));
    const answers = await Promise.all(sent.map((send) => send(story)));
    const log = await server.log(story);
    expect(await verify(log)).toBeUndefined();
    expect(log[5]).toHaveProperty("takenDown");
    expect(JSON.stringify([log[5], await server.read(`/api/stories/${story}/corrections`)])).not.toContain("zibeline");
    return answers.map(({ status }) => status).sort();
  };
  const taking =
    (event: number, headers = {}) =>
    (story: string) =>
      order({ ...six, event }, headers, story);
  const posting = (posted: Posted) => (story: string) => server.post(story, paced([posted], 30));

  it("take an event down once", async () => {
    expect(await crossing("two", taking(6), taking(6))).toEqual([201, 409]);
    expect(await crossing("same-key", taking(6, key("same")), taking(6, key("same")))).toEqual([200, 201]);
  });

  it("take two events down", async () => {
    expect(await crossing("both", taking(6), taking(7))).toEqual([201, 201]);
    expect(JSON.stringify(await server.log("both"))).not.toContain("zibeline");
  });

  it("leave nothing of a correction that came at the same time", async () => {
    const mended = posting(corrected(6, { data: { by: "a", at: "b", quote: said("Still zibeline") } }));
    const statuses = await crossing("mended", mended, taking(6), mended);
    expect(statuses.filter((status) => status !== 201 && status !== 409)).toEqual([]);
    expect(JSON.stringify((await server.log("mended")).toSpliced(6, 1))).not.toContain("zibeline");
  });

  it("stand in nobody's way", async () => {
    expect(await crossing("beside", posting(offer("one")), taking(6), posting(offer("two")))).toEqual([201, 201, 201]);
  });
});
