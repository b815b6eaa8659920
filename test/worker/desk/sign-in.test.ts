/** Signing in at the desk: by a link, once; by a token; into a cookie that only this host gets. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashOfText } from "../../../events/bytes.ts";
import { newToken } from "../../../worker/store/token.ts";
import { ask, cookiesOf, fromHere, postForm, sessionIn, signInBy } from "../../support/desk.ts";
import { idOf, type Server, startServer, tokens } from "../../support/server.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const soon = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();

/** A link's code, as `npm run editor -- link` keeps it. */
const keepLink = async (editor: string, { role = "editor", expires = soon(60_000) } = {}) => {
  const code = newToken();
  await server.keepToken(code, editor, { role, expires_at: expires });
  await server.db
    .prepare("UPDATE tokens SET kind = 'link' WHERE hash = ?")
    .bind(await hashOfText(code))
    .run();
  return code;
};
const useLink = (code: string, headers = fromHere(server)) => postForm(server, "/desk/sign-in", { code }, headers);
const rowOf = async (token: string) =>
  server.db
    .prepare("SELECT * FROM tokens WHERE hash = ?")
    .bind(await hashOfText(token))
    .first<Record<string, string>>();
const sessionsOf = (editor: string) =>
  server.db.prepare("SELECT count(*) AS n FROM tokens WHERE kind = 'session' AND editor = ?").bind(editor).first<number>("n");

describe("a link", () => {
  it("shows the name and a button, and is used up by neither looking nor looking again", async () => {
    const code = await keepLink("Zoë <b>Bold</b> & Co");
    for (const method of ["GET", "HEAD", "GET"]) {
      const answer = await server.send(method, `/desk/sign-in?code=${code}`);
      const { headers } = answer;
      expect([answer.status, headers.get("Cache-Control"), headers.get("Referrer-Policy")]).toEqual([
        200,
        "no-store",
        "no-referrer",
      ]);
      if (method === "GET") expect(await answer.text()).toContain("Sign in as Zoë &lt;b&gt;Bold&lt;/b&gt; &amp; Co");
    }
    expect((await useLink(code)).status).toBe(303);
  });

  it("begins a session of twelve hours in a cookie that scripts, other hosts and other sites' forms do not get", async () => {
    const code = await keepLink("Yves", { role: "publisher" });
    const before = Date.now();
    const answer = await useLink(code);
    const session = sessionIn(answer) ?? "";
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/desk"]);
    expect(cookiesOf(answer)).toEqual([`__Host-riposte=${session}; Max-Age=43200; Path=/; HttpOnly; Secure; SameSite=Lax`]);
    const kept = await rowOf(session);
    expect(kept).toMatchObject({ editor: "Yves", role: "publisher", kind: "session", revoked_at: null });
    const lasts = Date.parse(kept?.expires_at ?? "") - before;
    expect(Math.abs(lasts - 12 * 3_600_000)).toBeLessThan(60_000);
    expect((await ask(server, "/desk", { Cookie: `__Host-riposte=${session}` })).status).toBe(200);
  });

  it("is good once: of two at the same time one gets a session", async () => {
    const code = await keepLink("Xin");
    const answers = await Promise.all(Array.from({ length: 6 }, () => useLink(code)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 403, 403, 403, 403, 403]);
    expect(await sessionsOf("Xin")).toBe(1);
    expect((await ask(server, `/desk/sign-in?code=${code}`)).status).toBe(403);
  });

  it.each<[string, () => Promise<string>]>([
    ["that has expired", () => keepLink("Wim", { expires: soon(-1) })],
    ["that nobody made", async () => newToken()],
    ["that is a token", async () => tokens.ada],
    ["that is a session", () => signInBy(server, tokens.ada)],
    ["that is no code", async () => "'; DROP TABLE tokens; --"],
  ])("%s lets nobody in", async (_, make) => {
    const answer = await useLink(await make());
    expect([answer.status, cookiesOf(answer)]).toEqual([403, []]);
  });

  it("is no token: neither as a bearer's nor in the cookie", async () => {
    const code = await keepLink("Vera", { role: "publisher" });
    expect((await server.get("/api/editors", { Authorization: `Bearer ${code}` })).status).toBe(401);
    expect((await ask(server, "/desk", { Cookie: `__Host-riposte=${code}` })).status).toBe(303);
  });
});

describe("a token that is pasted", () => {
  it("begins a session under its name, and stays out of the cookie", async () => {
    const session = await signInBy(server, tokens.pia);
    expect(session).not.toBe(tokens.pia);
    expect(await rowOf(session)).toMatchObject({ editor: "pia", role: "publisher", kind: "session" });
  });

  it("begins none that outlasts it, and takes those that it began with it when it is revoked", async () => {
    const until = soon(3_600_000);
    await server.keepToken("an-hour-more", "Uma", { expires_at: until });
    const session = await signInBy(server, "an-hour-more");
    expect((await rowOf(session))?.expires_at).toBe(until);
    const revoked = await server.send("DELETE", `/api/editors/${await idOf("an-hour-more")}`, server.signed("pia"));
    expect(revoked.status).toBe(204);
    expect((await ask(server, "/desk", { Cookie: `__Host-riposte=${session}` })).status).toBe(303);
  });

  it.each([
    ["nothing", "", 422],
    ["what is none", "riposte_guess", 403],
    ["a row of spaces", "   ", 422],
  ])("is asked for again after %s, with the fault beside its field and on top", async (_, token, status) => {
    const answer = await postForm(server, "/desk/sign-in", { token });
    const text = await answer.text();
    expect([answer.status, cookiesOf(answer)]).toEqual([status, []]);
    expect(text).toMatch(/role="alert"[\s\S]*href="#token"/);
    expect(text).toMatch(/<p class="field-error" id="token-error">[\s\S]*aria-describedby="token-error token-help"/);
    expect(text).not.toContain("riposte_guess");
  });
});

describe("a session", () => {
  it("is a new one each time, whatever cookie somebody was given before, and the one before it ends", async () => {
    const planted = "planted-by-somebody-else";
    const before = await signInBy(server, tokens.bob);
    for (const cookie of [planted, before]) {
      const answer = await postForm(
        server,
        "/desk/sign-in",
        { token: tokens.bob },
        { ...fromHere(server), Cookie: `__Host-riposte=${cookie}` },
      );
      expect([answer.status, [planted, before].includes(sessionIn(answer) ?? planted)]).toEqual([303, false]);
      expect((await ask(server, "/desk", { Cookie: `__Host-riposte=${cookie}` })).status).toBe(303);
    }
  });

  it("goes on where somebody mistypes a token in the browser that has it", async () => {
    const session = await signInBy(server, tokens.bob);
    const cookie = { Cookie: `__Host-riposte=${session}` };
    await postForm(server, "/desk/sign-in", { token: "mistyped" }, { ...fromHere(server), ...cookie });
    expect((await ask(server, "/desk", cookie)).status).toBe(200);
  });

  it("is kept as its hash, with the browser that it is in", async () => {
    const answer = await postForm(
      server,
      "/desk/sign-in",
      { token: tokens.ada },
      {
        ...fromHere(server),
        "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
      },
    );
    const session = sessionIn(answer) ?? "";
    expect(await rowOf(session)).toMatchObject({ label: "Firefox · Linux" });
    const { results } = await server.db.prepare("SELECT * FROM tokens").all();
    expect(JSON.stringify(results)).not.toContain(session.slice(8));
    expect(JSON.stringify(server.logs())).not.toContain(session);
  });

  it("is erased, with links, a month after its end, and tokens are not", async () => {
    const link = await keepLink("Tom", { expires: "2020-01-01T00:00:00.000Z" });
    await server.keepToken("old-token", "Tom", { expires_at: "2020-01-01T00:00:00.000Z" });
    const session = await signInBy(server, tokens.ada);
    await server.cron();
    expect([await rowOf(link), (await rowOf("old-token"))?.editor, (await rowOf(session))?.editor]).toEqual([null, "Tom", "ada"]);
  });
});

describe("where one comes from and goes to", () => {
  it("sends who is signed out to sign in, and back to where they were", async () => {
    const answer = await ask(server, "/desk/people?done=role");
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/desk/sign-in?next=%2Fdesk%2Fpeople%3Fdone%3Drole"]);
    const form = await (await ask(server, answer.headers.get("Location") ?? "")).text();
    expect(form).toContain('name="next" value="/desk/people?done=role"');
    const signedIn = await postForm(server, "/desk/sign-in", { token: tokens.pia, next: "/desk/people?done=role" });
    expect(signedIn.headers.get("Location")).toBe("/desk/people?done=role");
  });

  it.each([
    "https://evil.example/desk",
    "//evil.example/desk",
    "/\\evil.example/desk",
    "\\\\evil.example/desk",
    "/\t/evil.example/desk",
    "/desk/../\\evil.example",
    "/desk/..//evil.example",
    "javascript:alert(1)",
    "/stories/x",
    "/deskevil",
    "/desk@evil.example",
    "/desk/sign-out",
    "http://[",
    "",
  ])("goes nowhere but to the desk: next=%s", async (next) => {
    const answer = await postForm(server, "/desk/sign-in", { token: tokens.ada, next });
    expect(answer.headers.get("Location")).toBe("/desk");
    const shown = await (await ask(server, `/desk/sign-in?${new URLSearchParams({ next })}`)).text();
    expect(/name="next" value="([^"]*)"/.exec(shown)?.[1]).toBe("/desk");
  });

  it.each<[string, Record<string, string>]>([
    ["another site", { Origin: "https://elsewhere.example", "Sec-Fetch-Site": "cross-site" }],
    ["another host of this site", { Origin: "https://other.riposte.example", "Sec-Fetch-Site": "same-site" }],
    ["nowhere", {}],
    ["a frame without an origin", { Origin: "null" }],
  ])("signs nobody in from %s: it would be under a name of that page's choice", async (_, headers) => {
    const answer = await postForm(server, "/desk/sign-in", { token: tokens.ada }, headers);
    expect([answer.status, cookiesOf(answer)]).toEqual([403, []]);
  });

  it("takes the sign-in of a page that lets no referrer out, whose origin is null", async () => {
    const answer = await postForm(
      server,
      "/desk/sign-in",
      { token: tokens.ada },
      { Origin: "null", "Sec-Fetch-Site": "same-origin" },
    );
    expect(answer.status).toBe(303);
  });
});
