/** People and their access, as publishers manage them, and one's own sessions. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, fromHere, postForm, sessionIn, sitAtDesk } from "../../support/desk.ts";
import { at, development, scene } from "../../support/drafts.ts";
import { paced } from "../../support/paced.ts";
import { costOf, idOf, type Server, startServer, tokens } from "../../support/server.ts";

type AtDesk = Awaited<ReturnType<typeof sitAtDesk>>;

let server: Server;
let pia: AtDesk;
beforeAll(async () => {
  server = await startServer();
  await server.record("story", paced(scene));
  pia = await sitAtDesk(server, tokens.pia);
});
afterAll(() => server.close());

const shown = async (who: AtDesk, path: string) => (await who.ask(path)).text();
/** The part of the page of people that tells of one. */
const partOf = async (name: string) =>
  (await shown(pia, "/desk/people")).split('<section class="desk-card">').find((part) => part.includes(`<bdi>${name}</bdi>`)) ??
  "";

describe("an invitation", () => {
  it("is a link that is shown once, signs in under that name and role, and is spent then", async () => {
    const made = await pia.post("/desk/people/invite", { name: " Zoë Nin ", role: "contributor" });
    const link = /value="(http[^"]*\/desk\/sign-in\?code=[^"]*)"/.exec(await made.text())?.[1] ?? "";
    expect(new URL(link).origin).toBe(server.url.origin);
    expect(await partOf("Zoë Nin")).toContain("Link, not used yet");
    const code = new URL(link).searchParams.get("code") ?? "";
    expect(await shown(pia, "/desk/people")).not.toContain(code);
    const session = sessionIn(await postForm(server, "/desk/sign-in", { code })) ?? "";
    const desk = await (await ask(server, "/desk", { Cookie: `__Host-riposte=${session}` })).text();
    expect(desk).toMatch(/<bdi>Zoë Nin<\/bdi>[\s\S]*Contributor/);
    expect(desk).not.toContain('href="/desk/open"');
    const part = await partOf("Zoë Nin");
    expect([part.includes("Link, not used yet"), part.includes("Session · ")]).toEqual([false, true]);
  });

  it.each<[string, Record<string, string>, string[]]>([
    ["no name", { name: " ", role: "editor" }, ["name"]],
    ["a name in two lines", { name: "a\nb", role: "editor" }, ["name"]],
    ["a name that is too long", { name: "a".repeat(81), role: "editor" }, ["name"]],
    ["a role that is none", { name: "Kim", role: "owner" }, ["role"]],
    ["nothing", {}, ["name", "role"]],
  ])("is not made with %s, and says so on top and beside the field", async (_, fields, wrong) => {
    const answer = await pia.post("/desk/people/invite", fields);
    const text = await answer.text();
    expect([
      answer.status,
      [...text.matchAll(/<a href="#(\w+)">/g)].map(([, field]) => field).filter((field) => field !== "content"),
    ]).toEqual([422, wrong]);
    for (const field of wrong) expect(text).toContain(`id="${field}-error"`);
    if (fields.name === "Kim") expect(text).toContain('value="Kim"');
  });
});

describe("a role", () => {
  it("is changed for all that somebody signs in by, from the next request on", async () => {
    await server.keepToken("ned-token", "ned");
    const ned = await sitAtDesk(server, "ned-token");
    expect((await ned.ask("/desk/people")).status).toBe(403);
    const changed = await pia.post("/desk/people/role", { name: "ned", role: "publisher" });
    expect(changed.headers.get("Location")).toBe("/desk/people?done=role");
    expect((await ned.ask("/desk/people")).status).toBe(200);
    expect((await server.get("/api/editors", { Authorization: "Bearer ned-token" })).status).toBe(200);
  });

  it.each([
    ["one's own", { name: "pia", role: "editor" }, "Nobody changes their own role"],
    ["nobody's", { name: "nobody", role: "editor" }, "Nobody of this name has access any more"],
    ["to none", { name: "bob", role: "king" }, "Choose a role"],
  ])("is not changed where it is %s", async (_, fields, why) => {
    const answer = await pia.post("/desk/people/role", fields);
    expect([answer.status, (await answer.text()).includes(why)]).toEqual([422, true]);
    expect((await pia.ask("/desk/people")).status).toBe(200);
  });
});

describe("access", () => {
  it("is revoked from the next request on, but for the session that revokes", async () => {
    const bob = await sitAtDesk(server, tokens.bob);
    await pia.post("/desk/people/revoke", { id: await idOf(bob.session) });
    expect((await bob.ask("/desk")).status).toBe(303);
    await pia.post("/desk/people/revoke", { id: await idOf(pia.session) });
    await pia.post("/desk/people/revoke", { id: "%" });
    expect((await pia.ask("/desk/people")).status).toBe(200);
  });

  it("of somebody who has none any more is told as such", async () => {
    await server.keepToken("left-token", "leo", { revoked_at: "2026-01-01T00:00:00.000Z" });
    expect(await partOf("leo")).toMatch(/No access any more[\s\S]*Has not signed in/);
  });
});

describe("one's own sessions", () => {
  it("are listed with nobody else's, and ended one by one or all but this", async () => {
    const [first, second, third] = [
      await sitAtDesk(server, tokens.ada),
      await sitAtDesk(server, tokens.ada),
      await sitAtDesk(server, tokens.ada),
    ];
    const page = await shown(first, "/desk/sessions");
    const ids = await Promise.all([second, third, pia].map(({ session }) => idOf(session)));
    expect(ids.map((id) => page.includes(id))).toEqual([true, true, false]);
    expect((await first.post("/desk/sessions", { id: ids[0] ?? "" })).headers.get("Location")).toBe("/desk/sessions?ended");
    expect((await second.ask("/desk")).status).toBe(303);
    await first.post("/desk/sessions", { others: "all" });
    expect([(await third.ask("/desk")).status, (await first.ask("/desk")).status, (await pia.ask("/desk")).status]).toEqual([
      303, 200, 200,
    ]);
  });

  it("are nobody else's to end", async () => {
    const ada = await sitAtDesk(server, tokens.ada);
    await ada.post("/desk/sessions", { id: await idOf(pia.session) });
    await ada.post("/desk/sessions", { id: await idOf(tokens.pia) });
    expect((await pia.ask("/desk")).status).toBe(200);
    expect((await server.get("/api/editors", server.signed("pia"))).status).toBe(200);
  });
});

describe("what somebody recorded", () => {
  it("is read off the log, the newest first, and with a bounded look", async () => {
    await server.record("story", at("23:00", development("Late news")), { Authorization: `Bearer ${tokens.bob}` });
    const answer = await pia.ask("/desk/people/did?name=bob");
    const text = await answer.text();
    expect(text).toMatch(/href="\/stories\/story\/events\/\d+"[\s\S]*DevelopmentReported/);
    expect([...text.matchAll(/\/events\/\d+/g)]).toHaveLength(1);
    expect(costOf(answer).trips).toBe(2);
    expect(await shown(pia, "/desk/people/did?name=nobody")).toContain("Nothing among these.");
  });
});

it("tells the stories as readers are told them, in the language that was chosen last", async () => {
  const { headline } = await server.read<{ headline: string }>("/api/stories/story/status?lang=fr");
  const chosen = await pia.ask("/desk?lang=fr");
  const [cookie = ""] = chosen.headers.getSetCookie();
  expect(cookie).toBe("__Host-riposte-language=fr; Max-Age=31536000; Path=/; HttpOnly; Secure; SameSite=Lax");
  const again = await pia.ask("/desk", { Cookie: `${pia.cookie}; ${cookie.split(";")[0]}` });
  const text = (await again.text()).replaceAll(/<\/?bdi[^>]*>/g, "");
  expect([again.headers.get("Content-Language"), text.includes(headline)]).toEqual(["fr", true]);
});

it("says which methods an address of the desk takes", async () => {
  const answer = await postForm(server, "/desk/people", {}, { ...fromHere(server), Cookie: pia.cookie });
  expect([answer.status, answer.headers.get("Allow")]).toEqual([405, "GET, HEAD"]);
});
