/** The words of pages are files beside the Worker: where they cannot be read, nobody is shown half a page, and the API answers as ever. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scene } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { problemOf, type Server, startServer } from "../support/server.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer({ entry: "test/support/wordless-worker.ts" });
  await server.record("story", paced(scene));
});
afterAll(() => server?.close());

const away = { "X-Assets-Away": "yes" };

describe("where the words of pages cannot be read", () => {
  it.each(["/", "/stories/story", "/docs", "/desk/sign-in"])("the answer is a problem, and no page: %s", async (path) => {
    const answer = await server.get(path, away);
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([500, "application/problem+json"]);
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    expect(await problemOf(answer)).toMatchObject({ detail: "Something went wrong here. It was noted." });
  });

  it("what is not there is still not there", async () => {
    const answer = await server.get("/nowhere", away);
    expect([answer.status, (await problemOf(answer)).detail]).toEqual([404, "There is nothing at this address."]);
  });

  it("the API answers as ever", async () => {
    const answer = await server.get("/api/stories/story/status", away);
    expect([answer.status, await answer.json()]).toEqual([200, expect.objectContaining({ story: "story" })]);
  });

  it("pages are there as soon as they can be, and stay when the files are gone again", async () => {
    for (const headers of [{}, away]) {
      const answer = await server.get("/stories/story", headers);
      expect([answer.status, await answer.text()]).toEqual([200, expect.stringMatching(/^<!doctype html>.*On this page/s)]);
    }
  });
});
