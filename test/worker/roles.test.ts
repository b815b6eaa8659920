import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "../../worker/routes/registry.ts";
import { roleAllows, roles } from "../../worker/store/token.ts";
import { opened, scene } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { costOf, problemOf, type Server, startServer, tokens } from "../support/server.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
  await server.record("story", paced(scene));
  await server.keepToken("contributes", "cleo", { role: "contributor" });
});
afterAll(() => server.close());

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
const open = (story: string, token: string) => server.post(story, paced([opened()]), bearer(token));

/** The routes that want a role, with addresses that name nothing that may be lost. */
const guarded = routes.flatMap(({ method, path, role }) => {
  const address = path.replace("{story}", "story").replace("{version}", "999").replace("{id}", "0".repeat(12));
  return role ? [{ method: method.toUpperCase(), address, role }] : [];
});

describe.each(guarded)("$method $address", ({ method, address, role }) => {
  const ask = (headers: Record<string, string>) =>
    server.send(method, address, { "Content-Type": "application/json", ...headers }, method === "POST" ? {} : undefined);

  it("asks who you are before anything else", async () => {
    const answer = await ask({});
    expect([answer.status, answer.headers.get("WWW-Authenticate")]).toEqual([401, 'Bearer realm="riposte"']);
    expect(answer.headers.get("Server-Timing")).toBeNull();
  });

  it("is for whom its role says, and refuses the others with 403", async () => {
    for (const [as, token] of [
      ["contributor", "contributes"],
      ["editor", tokens.ada],
      ["publisher", tokens.pia],
    ] as const) {
      const answer = await ask(bearer(token));
      if (roleAllows(as, role)) expect([as, 401, 403]).not.toContain(answer.status);
      else {
        const challenge = `Bearer realm="riposte", error="insufficient_scope", scope="${role}"`;
        expect([answer.status, answer.headers.get("WWW-Authenticate")]).toEqual([403, challenge]);
        expect((await problemOf(answer)).type).toMatch(/\/problems\/forbidden$/);
        expect(costOf(answer)).toEqual({ trips: 1, read: 1, written: 0 });
      }
    }
  });

  it("is described with its role, and with what can go wrong in signing in", async () => {
    const path = routes.find(
      (route) => route.method.toUpperCase() === method && route.role === role && covers(route.path, address),
    );
    const { paths } = await server.read<{ paths: Record<string, Record<string, { security: unknown; responses: object }>> }>(
      "/openapi.json",
    );
    const operation = paths[path?.path ?? ""]?.[method.toLowerCase()];
    expect(operation?.security).toEqual([{ editor: [role] }]);
    expect(Object.keys(operation?.responses ?? {})).toEqual(expect.arrayContaining(["401", "403", "429"]));
  });
});

/** Whether an address is one of a path's. */
const covers = (path: string, address: string) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(address);

it("wants a role wherever something is written, and for the list of editors", () => {
  const open = routes.filter(({ role }) => role === undefined);
  expect(new Set(open.map(({ method }) => method))).toEqual(new Set(["get"]));
  expect(open.map(({ path }) => path)).not.toContain("/api/editors");
  expect(guarded.filter(({ role }) => role === "publisher").length).toBeGreaterThanOrEqual(3);
});

it("gives each role what those below it may do, and not the other way", () => {
  expect(roles.map((as) => roles.map((wanted) => roleAllows(as, wanted)))).toEqual([
    [true, false, false],
    [true, true, false],
    [true, true, true],
  ]);
});

it("records under the name of a publisher too", async () => {
  expect(await (await open("by-pia", tokens.pia)).json()).toMatchObject({ events: [{ recordedBy: "pia" }] });
});

describe("a token in D1", () => {
  const soon = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();

  it.each([
    ["without an end", {}, 201],
    ["until tomorrow", { expires_at: soon(86_400_000) }, 201],
    ["until the year 9999", { expires_at: "9999-12-31T23:59:59.999Z" }, 201],
    ["until a second ago", { expires_at: soon(-1000) }, 401],
    ["until long ago", { expires_at: "0999-12-31T23:59:59.999Z" }, 401],
    ["revoked", { revoked_at: soon(-1000) }, 401],
    ["revoked, until tomorrow", { revoked_at: soon(-1000), expires_at: soon(86_400_000) }, 401],
  ])("%s is good or not: %j, %i", async (name, kept, status) => {
    const [story, token] = [name.replaceAll(/\W+/g, "-"), `${name.replaceAll(/\W+/g, "-")}-token`];
    await server.keepToken(token, "eve", kept);
    const answer = await open(story, token);
    expect(answer.status).toBe(status);
    if (status === 401)
      expect(answer.headers.get("WWW-Authenticate")).toBe(
        'Bearer realm="riposte", error="invalid_token", error_description="The token is not known, was revoked or has expired"',
      );
  });

  it("is good to its last moment and no longer", async () => {
    await server.keepToken("brief-token", "eve", { expires_at: soon(1500) });
    expect((await open("brief", "brief-token")).status).toBe(201);
    await new Promise((resolve) => setTimeout(resolve, 1600));
    expect((await open("brief-again", "brief-token")).status).toBe(401);
  });

  it("is looked up in one round trip and one row", async () => {
    const invalid = await server.post("story", "{}");
    expect([invalid.status, costOf(invalid)]).toEqual([422, { trips: 1, read: 1, written: 0 }]);
    const { read, ...unknown } = costOf(await open("story", "nobody"));
    expect([read <= 1, unknown]).toEqual([true, { trips: 1, written: 0 }]);
  });

  it("may do what its role says from the next request on", async () => {
    await server.keepToken("promoted-token", "eve");
    const list = async () => (await server.get("/api/editors", bearer("promoted-token"))).status;
    expect(await list()).toBe(403);
    await server.db.prepare("UPDATE tokens SET role = 'publisher' WHERE editor = 'eve'").run();
    expect(await list()).toBe(200);
  });

  it("is an editor's unless it is said to be a publisher's, and no role but these three is kept", async () => {
    await server.db.prepare("INSERT INTO tokens (hash, editor, added_at) VALUES ('x', 'old', '')").run();
    expect(await server.db.prepare("SELECT role FROM tokens WHERE hash = 'x'").first("role")).toBe("editor");
    await expect(server.keepToken("owner-token", "eve", { role: "owner" })).rejects.toThrow(/CHECK/);
  });

  it.each(["2099-12-31", "2099-12-31T00:00:00Z", "2099-12-31T00:00:00.000+01:00", "never", ""])(
    "does not expire at “%s”: that would not compare as a text",
    async (expires_at) => {
      await expect(server.keepToken(`at-${expires_at}`, "eve", { expires_at })).rejects.toThrow(/CHECK/);
    },
  );
});
