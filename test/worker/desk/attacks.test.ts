/** Attacks on who is signed in: nothing is done by their cookie that they did not do at the desk. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { hashOfText } from "../../../events/bytes.ts";
import { deskPages } from "../../../worker/desk/registry.ts";
import { deskStoryPath, ownAddresses } from "../../../worker/desk/story-path.ts";
import { ask, cookiesOf, forgeryOf, fromHere, postForm, sitAtDesk } from "../../support/desk.ts";
import { opened, scene, statement } from "../../support/drafts.ts";
import { paced } from "../../support/paced.ts";
import { grounds, idOf, problemOf, type Server, startServer, tokens } from "../../support/server.ts";

type AtDesk = Awaited<ReturnType<typeof sitAtDesk>>;

let server: Server;
let ada: AtDesk;
let pia: AtDesk;
let cleo: AtDesk;
beforeAll(async () => {
  server = await startServer();
  await server.record("story", paced(scene));
  await server.keepToken("cleo-contributes", "cleo", { role: "contributor" });
  pia = await sitAtDesk(server, tokens.pia);
  cleo = await sitAtDesk(server, "cleo-contributes");
});
beforeEach(async () => {
  ada = await sitAtDesk(server, tokens.ada);
});
afterAll(() => server.close());

const path = "/api/stories/story/events";
const event = { occurredAt: "2025-03-01T00:00:00Z", ...statement({}) };
const recordsNothing = async (attempt: () => Promise<unknown>) => {
  const before = await server.count();
  await attempt();
  expect(await server.count()).toBe(before);
};
const roleOf = (editor: string) =>
  server.db.prepare("SELECT role FROM tokens WHERE editor = ? ORDER BY added_at").bind(editor).first<string>("role");
const makeStale = (session: string) =>
  hashOfText(session).then((hash) =>
    server.db.prepare("UPDATE tokens SET signed_in_at = '2025-01-01T00:00:00.000Z' WHERE hash = ?").bind(hash).run(),
  );

const forged: [string, (forgery: string) => Record<string, string>][] = [
  [
    "from another site",
    (forgery) => ({ Origin: "https://elsewhere.example", "Sec-Fetch-Site": "cross-site", "X-Riposte-Forgery": forgery }),
  ],
  [
    "from a sister host",
    (forgery) => ({ Origin: "https://x.example", "Sec-Fetch-Site": "same-site", "X-Riposte-Forgery": forgery }),
  ],
  ["from another scheme or port", (forgery) => ({ Origin: "http://127.0.0.1:1", "X-Riposte-Forgery": forgery })],
  [
    "that says two things of where it is from",
    (forgery) => ({ Origin: "https://elsewhere.example", "Sec-Fetch-Site": "same-origin", "X-Riposte-Forgery": forgery }),
  ],
  ["from a frame without an origin", (forgery) => ({ Origin: "null", "X-Riposte-Forgery": forgery })],
  ["from nowhere", (forgery) => ({ "X-Riposte-Forgery": forgery })],
  ["without a token against forgery", () => fromHere(server)],
  ["with an empty one", () => ({ ...fromHere(server), "X-Riposte-Forgery": "" })],
  ["with the session's own token for it", () => ({ ...fromHere(server), "X-Riposte-Forgery": ada.session })],
];

describe("by the cookie, the API", () => {
  it("records what a script of the desk sends, under the name of who is signed in, and nobody keeps the answer", async () => {
    const answer = await ada.send("POST", path, event);
    expect([answer.status, answer.headers.get("Cache-Control")]).toEqual([201, "no-store"]);
    expect(await answer.json()).toMatchObject({ events: [{ recordedBy: "ada" }] });
    expect(answer.headers.get("Access-Control-Allow-Credentials")).toBeNull();
  });

  it.each(forged)("does nothing that comes %s: 403 in a sentence", async (_, headersOf) => {
    await recordsNothing(async () => {
      for (const [method, address] of [
        ["POST", path],
        ["POST", `${path}?dryRun=true`],
        ["POST", "/api/editors"],
        ["DELETE", "/api/editors/000000000000"],
      ] as const) {
        const answer = await ada.send(method, address, method === "POST" ? event : undefined, headersOf(ada.forgery));
        const { detail } = await problemOf(answer);
        expect([answer.status, detail]).toEqual([403, expect.stringMatching(/^Nothing shows that this comes from the desk/)]);
      }
    });
  });

  it("takes no token against forgery of another session, nor of another person", async () => {
    const other = await sitAtDesk(server, tokens.ada);
    await recordsNothing(async () => {
      for (const forgery of [other.forgery, pia.forgery])
        expect((await ada.send("POST", path, event, { ...fromHere(server), "X-Riposte-Forgery": forgery })).status).toBe(403);
    });
  });

  it("reads by it what is read, and lets no other site's script see it", async () => {
    const answer = await pia.send("GET", "/api/editors", undefined, {
      Origin: "https://elsewhere.example",
      "Sec-Fetch-Site": "cross-site",
    });
    expect([answer.status, answer.headers.get("Cache-Control"), answer.headers.get("Access-Control-Allow-Credentials")]).toEqual([
      200,
      "no-store",
      null,
    ]);
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
  });

  it("takes a cookie for a cookie and a token for a token", async () => {
    await recordsNothing(async () => {
      const asBearer = await server.post("story", event, { Authorization: `Bearer ${ada.session}` });
      const headers = {
        ...fromHere(server),
        "X-Riposte-Forgery": await forgeryOf(tokens.ada),
        Cookie: `__Host-riposte=${tokens.ada}`,
      };
      const asCookie = await server.send("POST", path, { ...headers, "Content-Type": "application/json" }, event);
      expect([asBearer.status, asCookie.status]).toEqual([401, 401]);
    });
  });

  it("records nothing by a stolen cookie once its session was revoked, though this Worker remembers it", async () => {
    expect((await ada.send("POST", path, event)).status).toBe(201);
    expect((await server.send("DELETE", `/api/editors/${await idOf(ada.session)}`, server.signed("pia"))).status).toBe(204);
    await recordsNothing(async () => {
      const answer = await ada.send("POST", path, event);
      expect([answer.status, (await problemOf(answer)).detail]).toEqual([401, expect.stringMatching(/^Your session has ended/)]);
    });
    expect((await ada.ask("/desk")).status).toBe(303);
  });

  it("records nothing by a cookie that was signed out with", async () => {
    const out = await ada.post("/desk/sign-out");
    expect([out.status, cookiesOf(out)]).toEqual([303, ["__Host-riposte=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax"]]);
    await recordsNothing(async () => expect((await ada.send("POST", path, event)).status).toBe(401));
  });
});

describe("a contributor", () => {
  it("records nothing, by session or by token: 403", async () => {
    await recordsNothing(async () => {
      const bySession = await cleo.send("POST", path, event);
      const byToken = await server.post("story", event, { Authorization: "Bearer cleo-contributes" });
      expect([bySession.status, byToken.status]).toEqual([403, 403]);
      expect((await problemOf(bySession)).detail).toBe("Your session is good, but this takes an editor's.");
    });
  });

  it("is refused under a name by D1 itself, whatever the Worker believes", async () => {
    const hash = await hashOfText("cleo-contributes");
    const write = (sql: string, ...values: string[]) =>
      server.db
        .prepare(sql)
        .bind(...values)
        .run();
    await expect(write("INSERT INTO write_guards (token, editor) VALUES (?, 'cleo')", hash)).rejects.toThrow(/token refused/);
    await expect(write("INSERT INTO write_guards (token) VALUES (?)", hash)).resolves.toBeDefined();
  });

  it("who was an editor a moment ago records nothing more, and who was made one records at once", async () => {
    await server.keepToken("dora-token", "dora");
    const dora = await sitAtDesk(server, "dora-token");
    expect((await dora.send("POST", path, event)).status).toBe(201);
    await pia.post("/desk/people/role", { name: "dora", role: "contributor" });
    await recordsNothing(async () => {
      for (let tries = 0; tries < 2; tries += 1) expect((await dora.send("POST", path, event)).status).toBeOneOf([401, 403]);
    });
    await pia.post("/desk/people/role", { name: "dora", role: "editor" });
    expect((await dora.send("POST", path, event)).status).toBe(201);
  });
});

describe("a page of the desk", () => {
  const addresses = deskPages.map(({ method, path, role }) => ({
    method,
    role,
    path: path.replace(/:story/, "story").replace(/:\w+/g, "1"),
  }));

  it.each(addresses)("is kept by nobody, framed by nobody and found by nobody: $method $path", async ({ method, path }) => {
    const someone = await sitAtDesk(server, tokens.pia);
    for (const signedIn of [false, true]) {
      const send = () => (method === "post" ? someone.post(path, { id: "none" }) : someone.ask(path));
      const answer = signedIn ? await send() : await (method === "post" ? postForm(server, path, {}) : ask(server, path));
      const { headers } = answer;
      expect(answer.status).toBeLessThan(500);
      expect([headers.get("Cache-Control"), headers.get("CDN-Cache-Control"), headers.get("Cache-Tag")]).toEqual([
        "no-store",
        "no-store",
        null,
      ]);
      expect([headers.get("X-Frame-Options"), headers.get("X-Robots-Tag"), headers.get("ETag")]).toEqual([
        "DENY",
        "noindex",
        null,
      ]);
      const policy = headers.get("Content-Security-Policy") ?? "";
      for (const rule of [
        "default-src 'none'",
        "script-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
      ])
        expect(policy).toContain(rule);
      expect(policy).not.toContain("unsafe");
      expect(headers.get("Referrer-Policy")).toBe(path === "/desk/sign-in" ? "no-referrer" : "same-origin");
      expect(headers.get("Access-Control-Allow-Origin")).toBeNull();
    }
  });

  it("that is nowhere is kept by nobody either", async () => {
    const { status, headers } = await ask(server, "/desk/no/such/page/at/all");
    expect([status, headers.get("Cache-Control"), headers.get("X-Robots-Tag")]).toEqual([404, "no-store", "noindex"]);
  });

  it.each(addresses.filter(({ role }) => role !== undefined))(
    "is its role's alone: $method $path",
    async ({ method, path, role }) => {
      const send = (who: AtDesk) => (method === "post" ? who.post(path, { id: "none" }) : who.ask(path));
      if (role === "publisher") for (const who of [ada, cleo]) expect((await send(who)).status).toBe(403);
      if (role === "editor") expect((await send(cleo)).status).toBe(403);
      const nobody = await (method === "post" ? postForm(server, path, {}) : ask(server, path));
      expect(nobody.status).toBe(method === "post" ? 401 : 303);
    },
  );

  it.each(forged.filter(([name]) => !/own token|empty|without a token/.test(name)))(
    "does nothing that is posted %s, though its token against forgery is right",
    async (_, headersOf) => {
      const answer = await pia.post("/desk/people/role", { name: "ada", role: "publisher" }, headersOf(pia.forgery));
      const text = await answer.text();
      expect([answer.status, await roleOf("ada")]).toEqual([403, "editor"]);
      expect(text).toContain("This was not sent from the desk");
      expect(text).not.toContain('name="role"');
    },
  );

  it("asks before it does what an older sign-in's form posts, and gives back all that was typed", async () => {
    const answer = await pia.post("/desk/people/role", {
      name: "ada",
      role: "publisher",
      note: '"><script>alert(1)</script>',
      forgery: ada.forgery,
    });
    const text = await answer.text();
    expect([answer.status, await roleOf("ada")]).toEqual([403, "editor"]);
    expect(text).toContain(`name="forgery" value="${pia.forgery}"`);
    expect(text).toContain('name="note" value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
    expect(text).not.toContain("<script>alert");
  });

  it("gives back what was typed when the session has ended meanwhile, does nothing, and forgets the cookie", async () => {
    await ada.post("/desk/sign-out");
    const answer = await ada.post("/desk/sessions", { id: "an-id", text: "Two hours of work" });
    const text = await answer.text();
    expect([answer.status, cookiesOf(answer)]).toEqual([401, [expect.stringMatching(/^__Host-riposte=; Max-Age=0;/)]]);
    expect(text).toContain('name="text" value="Two hours of work"');
    expect(text).toContain("Your session has ended");
    expect(text).not.toContain(ada.forgery);
  });

  it("takes no more than a form may have", async () => {
    expect((await ada.post("/desk/sessions", { id: "x".repeat(1024 * 1024) })).status).toBe(413);
  });

  it("shows names as text, whatever stands in them", async () => {
    const name = `<img src=x onerror=alert(1)> "'&`;
    await server.keepToken("markup-token", name);
    const who = await sitAtDesk(server, "markup-token");
    for (const answer of [
      await who.ask("/desk"),
      await pia.ask("/desk/people"),
      await pia.ask(`/desk/people/did?${new URLSearchParams({ name })}`),
    ]) {
      const text = await answer.text();
      expect(text).toContain("&lt;img src=x onerror=alert(1)&gt;");
      expect(text).not.toContain("<img");
    }
  });

  it("has an address that no story takes: a story of that name is under /desk/stories/", () => {
    const own = deskPages.map(({ path }) => path.split("/")[2] ?? "").filter((name) => name !== "" && !name.startsWith(":"));
    expect(own.filter((name) => !ownAddresses.includes(name))).toEqual([]);
    expect([deskStoryPath("people"), deskStoryPath("musk-openai")]).toEqual(["/desk/stories/people", "/desk/musk-openai"]);
  });
});

describe("what cannot be undone", () => {
  beforeEach(() => makeStale(pia.session));

  it("wants a sign-in that is less than ten minutes old: a takedown, a new token", async () => {
    await recordsNothing(async () => {
      for (const [address, body] of [
        ["/api/stories/story/takedowns", { event: 2, ...grounds }],
        ["/api/editors", { editor: "Eve", role: "publisher" }],
      ] as const) {
        const answer = await pia.send("POST", address, body);
        expect([answer.status, (await problemOf(answer)).code]).toEqual([403, "sign-in-again"]);
      }
    });
    expect(await roleOf("Eve")).toBeNull();
  });

  it("as a change of roles does, and an invitation, which keep what was typed meanwhile", async () => {
    for (const [path, fields] of [
      ["/desk/people/role", { name: "ada", role: "publisher" }],
      ["/desk/people/invite", { name: "Eve", role: "publisher" }],
    ] as const) {
      const answer = await pia.post(path, fields);
      const text = await answer.text();
      expect([answer.status, text.includes("/desk/sign-in?again"), text.includes(`name="name" value="${fields.name}"`)]).toEqual([
        403,
        true,
        true,
      ]);
    }
    expect([await roleOf("ada"), await roleOf("Eve")]).toEqual(["editor", null]);
  });

  it("is done by a program's token as ever, and after signing in again", async () => {
    pia = await sitAtDesk(server, tokens.pia);
    expect((await pia.post("/desk/people/invite", { name: "Fay", role: "contributor" })).status).toBe(200);
    expect((await server.send("POST", "/api/editors", server.signed("pia"), { editor: "Gus", role: "contributor" })).status).toBe(
      201,
    );
  });
});

it("reads nothing of a story's log before it knows who posts", async () => {
  const answer = await server.send(
    "POST",
    "/api/stories/key/events",
    {
      ...fromHere(server),
      Cookie: "__Host-riposte=guess",
      "X-Riposte-Forgery": await forgeryOf("guess"),
      "Content-Type": "application/json",
    },
    paced([opened()])[0],
  );
  expect([answer.status, (await server.get("/api/stories/key")).status]).toEqual([401, 404]);
});
