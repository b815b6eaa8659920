import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ListedToken, listedToken } from "../../worker/store/token.ts";
import { opened } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { idOf, problemOf, type Server, startServer, tokens } from "../support/server.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

type Added = ListedToken & { token: string };

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
const post = (body: unknown, token = tokens.pia) =>
  server.send("POST", "/api/editors", { ...bearer(token), "Content-Type": "application/json" }, body);
const add = async (body: unknown): Promise<Added> => {
  const answer = await post(body);
  if (answer.status !== 201) throw new Error(`This was to be added: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Added;
};
const revoke = (id: string, token = tokens.pia) => server.send("DELETE", `/api/editors/${id}`, bearer(token));
const list = async () => (await server.read<{ editors: ListedToken[] }>("/api/editors", bearer(tokens.pia))).editors;
let stories = 0;
/** Whether a token may write. */
const writes = async (token: string) => {
  stories += 1;
  const { status } = await server.post(`story-${stories}`, paced([opened()]), bearer(token));
  return status === 201;
};
const soon = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();

describe("adding an editor", () => {
  it("answers with a token that may write, and that nobody may keep", async () => {
    const answer = await post({ editor: "Zoë", role: "editor" });
    const { token, ...added } = (await answer.json()) as Added;
    expect([answer.status, answer.headers.get("Cache-Control")]).toEqual([201, "no-store"]);
    expect(token).toMatch(/^riposte_[\w-]{43}$/);
    expect(added).toEqual({
      id: await idOf(token),
      editor: "Zoë",
      role: "editor",
      kind: "token",
      addedAt: expect.stringMatching(/Z$/),
    });
    const recorded = await server.record("zoe", paced([opened()]), bearer(token));
    expect(recorded.events[0]).toMatchObject({ recordedBy: "Zoë" });
  });

  it("shows the token once: neither the list nor D1 has it, and the list has no whole hash", async () => {
    const { token, id } = await add({ editor: "Yves", role: "editor" });
    const { results } = await server.db.prepare("SELECT * FROM tokens").all<{ hash: string }>();
    expect(JSON.stringify(results)).not.toContain(token.slice(8));
    const listed = JSON.stringify(await list());
    expect(listed).toContain(id);
    expect(results.filter(({ hash }) => listed.includes(hash.slice(0, 13)))).toEqual([]);
  });

  it("makes another token each time, and lets a name have several", async () => {
    const added = await Promise.all(Array.from({ length: 10 }, () => add({ editor: "Xin", role: "editor" })));
    expect(new Set(added.map(({ token }) => token)).size).toBe(10);
    expect(new Set(added.map(({ id }) => id)).size).toBe(10);
  });

  it("makes publishers, who may add and revoke in turn", async () => {
    const publisher = await add({ editor: "Wim", role: "publisher" });
    const answer = await post({ editor: "Vera", role: "editor" }, publisher.token);
    const { id, token } = (await answer.json()) as Added;
    expect([answer.status, await writes(token)]).toEqual([201, true]);
    expect((await revoke(id, publisher.token)).status).toBe(204);
    expect(await writes(token)).toBe(false);
  });

  it("makes tokens that end when they are told to, whatever the offset", async () => {
    const later = await add({ editor: "Uma", role: "editor", expiresAt: "2999-12-31T23:00:00.5-02:00" });
    expect([later.expiresAt, await writes(later.token)]).toEqual(["3000-01-01T01:00:00.500Z", true]);
    const brief = await add({ editor: "Uma", role: "editor", expiresAt: soon(1500) });
    expect(await writes(brief.token)).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 1600));
    expect(await writes(brief.token)).toBe(false);
  });

  it.each<[string, unknown, string[]]>([
    ["nothing", {}, ["/editor", "/role"]],
    ["no object", [], [""]],
    ["null", null, [""]],
    ["an empty name", { editor: "", role: "editor" }, ["/editor"]],
    ["a blank name", { editor: " \u00a0", role: "editor" }, ["/editor"]],
    ["a name of 81 characters", { editor: "a".repeat(81), role: "editor" }, ["/editor"]],
    ["a name in two lines", { editor: "Ada\nPia", role: "editor" }, ["/editor"]],
    ["a name that runs backwards", { editor: "\u202eada", role: "editor" }, ["/editor"]],
    ["half a character", { editor: "\ud83d", role: "editor" }, ["/editor"]],
    ["a name that is not in NFC", { editor: "Zoe\u0308", role: "editor" }, ["/editor"]],
    ["a number for a name", { editor: 7, role: "editor" }, ["/editor"]],
    ["a role that is none", { editor: "Eve", role: "owner" }, ["/role"]],
    ["a role in capitals", { editor: "Eve", role: "Publisher" }, ["/role"]],
    ["two roles", { editor: "Eve", role: ["editor", "publisher"] }, ["/role"]],
    ["an end in the past", { editor: "Eve", role: "editor", expiresAt: "2020-01-01T00:00:00Z" }, ["/expiresAt"]],
    ["an end without an offset", { editor: "Eve", role: "editor", expiresAt: "2999-01-01T00:00:00" }, ["/expiresAt"]],
    ["a day for an end", { editor: "Eve", role: "editor", expiresAt: "2999-01-01" }, ["/expiresAt"]],
    ["no end, said as null", { editor: "Eve", role: "editor", expiresAt: null }, ["/expiresAt"]],
    ["a token of one's choice", { editor: "Eve", role: "editor", token: "abc", hash: "f" }, ["/token", "/hash"]],
    ["three faults", { editor: "", role: "owner", expiresAt: "x" }, ["/editor", "/role", "/expiresAt"]],
  ])("is refused with %s, all faults at once", async (_, body, pointers) => {
    const before = (await list()).length;
    const answer = await post(body);
    const { errors = [] } = await problemOf(answer);
    expect([answer.status, [...new Set(errors.map(({ pointer }) => pointer))].sort()]).toEqual([422, pointers.toSorted()]);
    expect((await list()).length).toBe(before);
  });

  it("takes names with quotation marks, signs and a prototype's, as they are", async () => {
    for (const editor of ["O’Hara'); DROP TABLE tokens; --", "__proto__", '?1 "x" <b>', "編集者 💸", "a".repeat(80)])
      expect(await add({ editor, role: "editor" })).toMatchObject({ editor });
    expect((await list()).map(({ editor }) => editor)).toContain("O’Hara'); DROP TABLE tokens; --");
  });

  it("is bounded and JSON, like everything that is posted", async () => {
    expect((await post(`{"editor": "${"a".repeat(1024 * 1024)}", "role": "editor"}`)).status).toBe(413);
    expect((await post("{")).status).toBe(400);
    expect((await post(`${"[".repeat(1000)}${"]".repeat(1000)}`)).status).toBe(422);
    const form = { method: "POST", headers: bearer(tokens.pia), body: new URLSearchParams({ editor: "Eve", role: "publisher" }) };
    expect((await fetch(new URL("/api/editors", server.url), form)).status).toBe(415);
    const asked = await server.send("POST", "/api/editors?role=publisher", server.signed("pia"), {
      editor: "Eve",
      role: "editor",
    });
    expect(asked.status).toBe(422);
  });
});

describe("the list of editors", () => {
  it("has every token as its schema says, oldest first, and is not kept", async () => {
    const answer = await server.get("/api/editors", bearer(tokens.pia));
    const { editors } = (await answer.json()) as { editors: ListedToken[] };
    expect([answer.status, answer.headers.get("Cache-Control")]).toEqual([200, "no-store"]);
    for (const listed of editors) expect(listedToken.safeParse(listed).error).toBeUndefined();
    expect(editors.map(({ addedAt }) => addedAt)).toEqual(editors.map(({ addedAt }) => addedAt).toSorted());
    const pia = {
      id: await idOf(tokens.pia),
      editor: "pia",
      role: "publisher",
      kind: "token",
      addedAt: "2025-01-01T00:00:00.000Z",
    };
    expect(editors).toContainEqual(pia);
  });

  it("tells what expires and what was revoked", async () => {
    const expiresAt = soon(60_000);
    const expiring = await add({ editor: "Tom", role: "editor", expiresAt });
    const gone = await add({ editor: "Sol", role: "publisher" });
    await revoke(gone.id);
    const byId = new Map((await list()).map((listed) => [listed.id, listed]));
    expect(byId.get(expiring.id)).toEqual({ ...expiring, token: undefined });
    expect(byId.get(gone.id)).toEqual({ ...gone, token: undefined, revokedAt: expect.stringMatching(/^20.*\.\d{3}Z$/) });
  });

  it("is open under no other spelling of its address", async () => {
    for (const address of ["/api/editors", "/api/%65ditors", "/api/editors/", "/api//editors", "/api/editors;x", "/API/editors"])
      for (const method of ["GET", "HEAD"]) {
        const { status } = await server.send(method, address);
        expect([address, method, [401, 404].includes(status)]).toEqual([address, method, true]);
      }
  });
});

describe("revoking a token", () => {
  it("ends it at once, and what it recorded stays", async () => {
    const { id, token } = await add({ editor: "Ray", role: "editor" });
    await server.record("by-ray", paced([opened()]), bearer(token));
    const answer = await revoke(id);
    expect([answer.status, await answer.text()]).toEqual([204, ""]);
    expect((await server.post("by-ray-2", paced([opened()]), bearer(token))).status).toBe(401);
    expect((await server.log("by-ray"))[0]).toMatchObject({ recordedBy: "Ray" });
  });

  it("ends that token alone", async () => {
    const [one, two] = [await add({ editor: "Quin", role: "editor" }), await add({ editor: "Quin", role: "editor" })];
    await revoke(one.id);
    expect([await writes(one.token), await writes(two.token), await writes(tokens.ada)]).toEqual([false, true, true]);
  });

  it("is done once: 404 after that, and the first time stays", async () => {
    const { id } = await add({ editor: "Pat", role: "editor" });
    const statuses = await Promise.all(Array.from({ length: 8 }, async () => (await revoke(id)).status));
    expect(statuses.sort()).toEqual([204, ...Array(7).fill(404)]);
    const find = async () => (await list()).find((listed) => listed.id === id)?.revokedAt;
    const revokedAt = await find();
    expect((await revoke(id)).status).toBe(404);
    expect(await find()).toBe(revokedAt);
  });

  it.each([
    "000000000000",
    "0",
    "",
    "%25",
    "____________",
    "ffffffffffff%27--",
    "FFFFFFFFFFFF",
    "f".repeat(64),
    "..%2Feditors",
    "ada",
  ])("of the id “%s”, which nobody has, is a 404", async (id) => {
    expect((await revoke(id)).status).toBe(404);
    expect(await writes(tokens.ada)).toBe(true);
  });

  it("takes no part of an id for the whole", async () => {
    const { id, token } = await add({ editor: "Oda", role: "editor" });
    for (const part of [id.slice(0, 11), `${id}0`, id.toUpperCase()].filter((part) => part !== id))
      expect((await revoke(part)).status).toBe(404);
    expect(await writes(token)).toBe(true);
  });

  it("refuses the token that is in use, which stays good", async () => {
    const answer = await revoke(await idOf(tokens.pia));
    expect([answer.status, await problemOf(answer)]).toMatchObject([409, { code: "own-token", detail: expect.any(String) }]);
    expect((await list()).length).toBeGreaterThan(0);
  });

  it("lets a publisher revoke another token of their own", async () => {
    const { id } = await add({ editor: "pia", role: "publisher" });
    expect((await revoke(id)).status).toBe(204);
  });
});

describe("where D1 fails", () => {
  let broken: Server;
  beforeAll(async () => {
    broken = await startServer();
    await broken.db.prepare("DROP TABLE tokens").run();
  });
  afterAll(() => broken.close());

  it("nobody is let in, and the answer tells nothing of the inside, nor the log of the token", async () => {
    const answers = [await broken.get("/api/editors", bearer(tokens.pia)), await broken.post("story", paced([opened()]))];
    for (const answer of answers) {
      expect([answer.status, answer.headers.get("Retry-After")]).toEqual([500, null]);
      expect(await answer.text()).not.toMatch(/SQL|D1_|no such table|SELECT|tokens|\.ts/);
    }
    const logs = JSON.stringify(broken.logs());
    expect(logs).toContain("no such table");
    for (const secret of [tokens.pia, tokens.ada, await idOf(tokens.pia)]) expect(logs).not.toContain(secret);
  });
});

it("logs no token that was made", async () => {
  const { token } = await add({ editor: "Nan", role: "editor" });
  await writes(token);
  expect(JSON.stringify(server.logs())).not.toContain(token.slice(8));
});
