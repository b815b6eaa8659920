/** `npm run verify` of a story's address, where somebody has altered what the database keeps beside the log: what is shown is compared with the log. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { sampleRequests, sampleStory } from "../../events/sample.ts";
import { packFor, unpack } from "../../worker/store/packing.ts";
import { type Server, startServer } from "../support/server.ts";

const script = join(import.meta.dirname, "../../worker/scripts/verify.ts");
let server: Server;
beforeAll(async () => {
  server = await startServer();
  for (const events of sampleRequests) await server.record(sampleStory, events);
});
afterAll(() => server.close());

const verify = (): Promise<{ code: number | null; printed: string }> =>
  new Promise((resolve) => {
    const run = spawn(process.execPath, [script, new URL(`/stories/${sampleStory}`, server.url).href]);
    let printed = "";
    for (const stream of [run.stdout, run.stderr]) stream.on("data", (chunk) => (printed += chunk));
    run.on("close", (code) => resolve({ code, printed }));
  });

const run = (sql: string, ...values: unknown[]) => server.run(sql, ...values);

/** Alters a part of what is kept of the story's fold, and gives it the digest that it has then. */
const forgePart = async (part: string, right: string, fault: string): Promise<void> => {
  const { results } = await server.db
    .prepare("SELECT * FROM parts WHERE story = ? AND part = ? ORDER BY chunk")
    .bind(sampleStory, part)
    .all<{ version: number; hash: string; revision: string; state: string }>();
  const text = await unpack(results.map(({ state }) => state));
  expect(text).toContain(right);
  const [{ version, hash, revision } = { version: 0, hash: "", revision: "" }] = results;
  const forged = text.replaceAll(right, fault);
  const { chunks, digest } = await packFor([sampleStory, part, version, hash, revision], forged);
  await run("UPDATE parts SET state = ?3, digest = ?4 WHERE story = ?1 AND part = ?2", sampleStory, part, chunks[0], digest);
};

describe("a database that was altered by hand", () => {
  afterEach(async () => {
    await run("DELETE FROM parts");
    await run("UPDATE stories SET headlines = NULL");
    await server.get(`/api/stories/${sampleStory}/status`);
    await server.get("/api/stories");
  });

  it("shows what its log comes to, where nothing was", async () => {
    expect(await verify()).toMatchObject({ code: 0, printed: expect.stringContaining("every event holds, 18 in all") });
  });

  it.each([
    ["the amount of an offer", "offers", "97400000000", "97400000001", "(offers)"],
    ["the story's title", "story", "Musk", "Mosk", "(title)"],
    ["a name", "story", "Swindler", "Gentleman", "(status)"],
  ])("is found out by %s, though its digest is right", async (_, part, right, fault, told) => {
    await forgePart(part, right, fault);
    expect(await verify()).toMatchObject({
      code: 1,
      printed: expect.stringContaining(`The server shows something else than its log comes to ${told}`),
    });
  });

  it.each([
    ["headline", "headlines = replace(headlines, '9.74', '9.75')"],
    ["stage", "stage = 'agreed'"],
    ["title", "title = 'A forged title'"],
  ])("is found out by what the lists tell: another %s", async (name, change) => {
    await server.get("/api/stories");
    await run(`UPDATE stories SET ${change}`);
    expect(await verify()).toMatchObject({
      code: 1,
      printed: expect.stringContaining(`The server shows something else than its log comes to (list, ${name}): “`),
    });
  });
});
