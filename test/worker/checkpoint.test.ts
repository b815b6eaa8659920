/** Checkpoints, signed by the real Worker with WebCrypto as it is there. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { audit } from "../../events/audit.ts";
import { openCheckpoint } from "../../events/checkpoint.ts";
import { parseVerifier, type Signer, signerText, type Verifier, verifierOf, verifierText } from "../../events/note.ts";
import { app } from "../../worker/app.ts";
import { at, development, insult, scene } from "../support/drafts.ts";
import { costOf, problemOf, type Server, startServer } from "../support/server.ts";

const signer: Signer = { name: "riposte.example", seed: new Uint8Array(32).fill(11) };
const path = "/api/stories/a-story/checkpoint";
const opening = scene.map((draft) => at("12:00", draft));
let server: Server;
let verifier: Verifier;

beforeAll(async () => {
  verifier = await verifierOf(signer);
  server = await startServer({ variables: { CHECKPOINT_KEY: await signerText(signer) } });
  await server.record("a-story", opening);
});
afterAll(() => server?.close());

const noteNow = async () => (await server.get(path)).text();
/** The log of a story, as it is streamed. */
const exported = async (story = "a-story"): Promise<AsyncIterable<Uint8Array>> => {
  const { body } = await server.get(`/api/stories/${story}/events`, { Accept: "application/x-ndjson" });
  if (!body) throw new Error("An answer without a body");
  return body;
};

describe("a story's checkpoint", () => {
  it("is a note in plain text, signed, of the head", async () => {
    const answer = await server.get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
    const head = (await server.log("a-story")).at(-1);
    const said = await openCheckpoint(await answer.text(), verifier);
    expect(said).toEqual({ story: "a-story", size: 5, hash: head?.seal.hash });
  });

  it("costs one round trip and one row, also where the reader has it", async () => {
    const answer = await server.get(path);
    expect(costOf(answer)).toEqual({ trips: 1, read: 1, written: 0 });
    const again = await server.get(path, { "If-None-Match": answer.headers.get("ETag") ?? "" });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect(again.headers.get("ETag")).toBe(answer.headers.get("ETag"));
    expect(costOf(again)).toEqual({ trips: 1, read: 1, written: 0 });
  });

  it("is another, under another ETag, after the next event: the old one is of the same log", async () => {
    const before = await server.get(path);
    const kept = await openCheckpoint(await before.text(), verifier);
    await server.record("a-story", at("13:00", insult()));
    const after = await server.get(path, { "If-None-Match": before.headers.get("ETag") ?? "" });
    expect(after.status).toBe(200);
    expect(await openCheckpoint(await after.text(), verifier)).toMatchObject({ size: 6 });
    expect(await audit(await exported(), { kept })).toMatchObject({
      kept: "grew",
      findings: [{ version: 6, broken: undefined }],
    });
  });

  it("outlives a takedown", async () => {
    const kept = await openCheckpoint(await noteNow(), verifier);
    const order = { event: 6, reason: "A court.", legalBasis: "An order." };
    expect((await server.send("POST", "/api/stories/a-story/takedowns", server.signed("pia"), order)).status).toBe(201);
    expect(await audit(await exported(), { kept })).toMatchObject({
      kept: "grew",
      findings: [{ version: 7, broken: undefined }],
    });
  });

  it("finds out a log that was written anew in D1 itself", async () => {
    await server.record("another-story", [...opening, at("13:00", development())]);
    const kept = await openCheckpoint(await (await server.get("/api/stories/another-story/checkpoint")).text(), verifier);
    await server.db.batch([
      server.db.prepare("DROP TRIGGER events_are_not_deleted"),
      server.db.prepare("DELETE FROM events WHERE story = 'another-story'"),
      server.db.prepare("DELETE FROM parts WHERE story = 'another-story'"),
    ]);
    await server.record("another-story", [...opening, at("13:00", insult())]);
    const found = await audit(await exported("another-story"), { kept });
    expect(found).toMatchObject({ kept: "rewritten", findings: [{ version: 6, broken: undefined }] });
  });

  it("is of a story that there is", async () => {
    const answer = await server.get("/api/stories/none-such/checkpoint");
    expect([answer.status, (await problemOf(answer)).detail]).toEqual([404, "There is no story at this address."]);
  });
});

describe("the key", () => {
  it("is told as a line, and opens checkpoints", async () => {
    const answer = await server.get("/api/checkpoint-key");
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([200, "text/plain; charset=utf-8"]);
    const text = await answer.text();
    expect(text).toBe(`${await verifierText(verifier)}\n`);
    expect(await parseVerifier(text)).toEqual(verifier);
    const again = await server.get("/api/checkpoint-key", { "If-None-Match": answer.headers.get("ETag") ?? "" });
    expect(again.status).toBe(304);
  });

  it("shows nothing of its secret part in any answer", async () => {
    const secret = Buffer.from(signer.seed).toString("base64").slice(4, 20);
    for (const address of [path, "/api/checkpoint-key", "/openapi.json", "/stories/a-story/verify"])
      expect(await (await server.get(address)).text()).not.toContain(secret);
  });
});

describe("a deployment without a key, or with one that is none", () => {
  it.each([
    [undefined, 404, "This deployment has no key, and signs no checkpoints."],
    ["", 404, "This deployment has no key, and signs no checkpoints."],
    ["PRIVATE+KEY+mistyped", 500, "Something went wrong here. It was noted."],
  ])("signs nothing: %j", async (key, status, detail) => {
    const noted = vi.spyOn(console, "error").mockReturnValue();
    for (const address of [path, "/api/checkpoint-key"]) {
      const answer = await app.request(address, {}, key === undefined ? {} : { CHECKPOINT_KEY: key });
      expect([answer.status, (await problemOf(answer)).detail]).toEqual([status, detail]);
    }
    expect(noted).toHaveBeenCalledTimes(status === 500 ? 2 : 0);
    expect(JSON.stringify(noted.mock.calls)).not.toContain("mistyped");
    noted.mockRestore();
  });
});
