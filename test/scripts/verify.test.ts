/** `npm run verify`, over files: what it says, and what it ends with. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signCheckpoint } from "../../events/checkpoint.ts";
import { type Signer, verifierOf, verifierText } from "../../events/note.ts";
import type { Recorded, Seal } from "../../events/recorded.ts";
import { logAt } from "../../worker/scripts/export-source.ts";
import { fullStory } from "../support/full-story.ts";
import { recordedAs } from "../support/recorder.ts";
import { sampleLog } from "../support/sample.ts";
import { sealed } from "../support/sealed.ts";
import { tombstoneOf } from "../support/tombstones.ts";

const script = join(import.meta.dirname, "../../worker/scripts/verify.ts");
const folder = mkdtempSync(join(tmpdir(), "riposte-verify-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs it, as npm does, and answers with what it printed, and how it ended. */
const verify = (args: readonly string[], input = ""): Promise<{ code: number | null; printed: string }> =>
  new Promise((resolve) => {
    const run = spawn(process.execPath, [script, ...args], { cwd: folder });
    let printed = "";
    for (const stream of [run.stdout, run.stderr]) stream.on("data", (chunk) => (printed += chunk));
    run.on("close", (code) => resolve({ code, printed }));
    run.stdin.end(input);
  });

type Whole = Recorded & { seal: Seal };
const events = sampleLog as readonly Recorded[];
let log: Whole[];
let rewritten: Whole[];
const textOf = (lines: readonly unknown[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join("");
const put = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return name;
};
const changed = (version: number, change: Partial<Whole>): unknown[] =>
  log.map((e) => (e.version === version ? { ...e, ...change } : e));

beforeAll(async () => {
  log = await sealed(events);
  rewritten = await sealed(events.map((event) => (event.version === 11 ? { ...event, recordedBy: "another" } : event)));
});

describe.concurrent("a log that holds", () => {
  const whole = {
    code: 0,
    printed: expect.stringMatching(/^a-story: every event holds, 18 in all\. Head: [0-9a-f]{64}\nThis tells nothing of .+\n$/),
  };

  it("ends with 0, from a file or from standard input", async () => {
    expect(await verify([put("whole.ndjson", textOf(log))])).toEqual(whole);
    expect(await verify(["-"], textOf(log))).toEqual(whole);
  });

  it("may have events that were taken down", async () => {
    const data = { event: 14, reason: "A court.", legalBasis: "An order.", erased: [14] };
    const takedown = recordedAs({ type: "EventTakenDown", occurredAt: "2025-03-01T00:00:19Z", data }, 19) as Recorded;
    const erased = (await sealed([...events, takedown])).map((event) => (event.version === 14 ? tombstoneOf(event) : event));
    expect((await verify(["-"], textOf(erased))).code).toBe(0);
    const { code, printed } = await verify(["-"], textOf(erased.slice(0, 18)));
    expect([code, printed]).toEqual([1, expect.stringContaining("event 14 does not hold: its content is gone")]);
  });

  it("may have events of every kind that editors post", async () => {
    const told = fullStory.map((posted, index) => recordedAs(posted as Parameters<typeof recordedAs>[0], index + 1) as Recorded);
    const { code, printed } = await verify(["-"], textOf(await sealed(told)));
    expect([code, printed]).toEqual([0, expect.stringContaining(`every event holds, ${fullStory.length} in all.`)]);
    const quiet = told.map((event) => (event.version === 27 ? { ...event, certainty: "confirmed" } : event));
    const changed = (await sealed(told)).map((event, index) => ({ ...quiet[index], seal: event.seal }));
    expect(await verify(["-"], textOf(changed))).toMatchObject({ code: 1, printed: expect.stringContaining("event 27") });
  });

  it("may stand beside another story's", async () => {
    const other = await sealed(events.map((event) => ({ ...event, story: "another-story" })));
    const { code, printed } = await verify(["-"], textOf(log.flatMap((event, index) => [event, other[index]])));
    expect([code, printed]).toEqual([
      0,
      expect.stringMatching(/^a-story: every .+\nanother-story: every .+\nThis tells nothing of .+\n$/),
    ]);
  });
});

describe.concurrent("a log that does not hold", () => {
  it.each([
    ["data", 13, () => changed(13, { data: { ...(log[12]?.data as object), offer: "another" } })],
    ["sources", 12, () => changed(12, { sources: [] })],
    ["envelope", 7, () => changed(7, { occurredAt: "2025-02-10T19:00:01Z" })],
    ["missing event", 5, () => log.toSpliced(4, 1)],
    ["added event", 5, () => log.toSpliced(4, 0, log[3] as Whole)],
    ["swapped events", 9, () => log.toSpliced(8, 2, log[9] as Whole, log[8] as Whole)],
    ["beginning", 1, () => log.slice(1)],
    ["tombstone that nobody has explained", 6, () => log.with(5, tombstoneOf(log[5] as Whole) as unknown as Whole)],
  ])("ends with 1 and names the first event at fault: %s", async (_, version, forged) => {
    const { code, printed } = await verify(["-"], textOf(forged()));
    expect(printed).toMatch(new RegExp(`^a-story: event ${version} does not hold: .+\\. All before it holds\\.\\n$`));
    expect(code).toBe(1);
  });
});

describe.concurrent("what cannot be read", () => {
  it.each([
    [
      "garbage",
      () => `${textOf(log.slice(0, 3))}\u001b[2Jnonsense\n`,
      /^a-story: every event so far holds, 3 in all.+\nLine 4 .+ not JSON\.\n$/,
    ],
    ["half a line", () => textOf(log).slice(0, -20), /^a-story: .+ 17 in all.+\nLine 18 .+ not JSON\.\n$/],
    ["another shape", () => JSON.stringify({ story: "a-story", events: log }), /^Line 1 could not be read: it is not an event/],
    ["nothing", () => "", /^There is no event in it\.\n$/],
    ["blank lines", () => "\n\n", /^There is no event in it\.\n$/],
  ])("ends with 2: %s", async (_, text, told) => {
    const { code, printed } = await verify(["-"], text());
    expect(printed).toMatch(told);
    expect(code).toBe(2);
  });

  it.each([
    [["none.ndjson"], /^none\.ndjson could not be read: .*no such file/],
    [["."], /^\. could not be read: /],
    [["http://127.0.0.1:1/stories/a-story"], /could not be read: /],
    [["https://"], /could not be read: /],
    [[], /^Usage: /],
    [["one", "another"], /^Usage: /],
    [["-", "--loud"], /^Usage: /],
    [["-", "--checkpoint", "kept"], /^Usage: /],
    [["-", "--key", "kept"], /^Usage: /],
  ])("ends with 2, and no stack: %j", async (args, told) => {
    const { code, printed } = await verify(args);
    expect(printed).toMatch(told);
    expect(printed).not.toMatch(/^ {4}at /m);
    expect(code).toBe(2);
  });
});

describe.concurrent("a checkpoint that was kept", () => {
  const signer: Signer = { name: "riposte.example", seed: new Uint8Array(32).fill(5) };
  let key: string;
  let kept: string;
  beforeAll(async () => {
    key = await verifierText(await verifierOf(signer));
    const checkpoint = { story: "a-story", size: 14, hash: log[13]?.seal.hash ?? "" };
    kept = put("kept.checkpoint", await signCheckpoint(checkpoint, signer));
  });
  const against = (text: string, file = kept, by = key) => verify(["-", "--checkpoint", file, "--key", by], text);

  it("holds beside a longer log", async () => {
    expect(await against(textOf(log))).toEqual({ code: 0, printed: expect.stringContaining("at event 14: its events are in") });
  });

  it.each([
    ["a log that was rewritten", () => rewritten, "was rewritten"],
    ["a log that was cut", () => log.slice(0, 13), "events are missing"],
    ["a log that does not hold", () => log.toSpliced(3, 1), "cannot be told"],
  ])("ends with 1 beside %s", async (_, shown, told) => {
    expect(await against(textOf(shown()))).toEqual({ code: 1, printed: expect.stringContaining(told) });
  });

  it("ends with 1 beside another story", async () => {
    const other = await sealed(events.map((event) => ({ ...event, story: "another-story" })));
    expect(await against(textOf(other))).toEqual({ code: 1, printed: expect.stringContaining("no such story") });
  });

  it("ends with 1 where that key has not signed it", async () => {
    const forged = put("forged.checkpoint", `a-story\n14\n\n— riposte.example AAAA\n`);
    const another = await verifierText(await verifierOf({ ...signer, seed: new Uint8Array(32).fill(6) }));
    for (const ran of [against(textOf(log), forged), against(textOf(log), kept, another)])
      expect(await ran).toEqual({ code: 1, printed: expect.stringContaining("was not signed by that key") });
  });

  it("ends with 2 where it, or the key, cannot be read", async () => {
    expect(await against(textOf(log), "none.checkpoint")).toEqual({ code: 2, printed: expect.stringMatching(/no such file/) });
    expect(await against(textOf(log), kept, "nonsense")).toEqual({ code: 2, printed: expect.stringMatching(/^The key is none/) });
    expect((await against("", kept)).code).toBe(2);
  });
});

describe.concurrent("an address", () => {
  it.each([
    "/stories/a-story",
    "/stories/a-story/verify?lang=fr",
    "/api/stories/a-story",
    "/api/stories/a-story/events?after=3#x",
  ])("of a story is read as that of its log: %s", (path) =>
    expect(logAt(`https://riposte.example/news${path}`).href).toBe("https://riposte.example/news/api/stories/a-story/events"),
  );

  it("of anything else is read as it is", () => {
    expect(logAt("https://files.example/export.ndjson?x=1").href).toBe("https://files.example/export.ndjson?x=1");
  });

  it("is asked for NDJSON; an answer that breaks off, or is none, ends with 2", async () => {
    const server = createServer((request, response) => {
      if (request.url === "/api/stories/a-story/events" && request.headers.accept === "application/x-ndjson")
        response.end(textOf(log));
      else if (request.url === "/broken")
        response.writeHead(200, { "Content-Length": "1000000" }).write(textOf(log.slice(0, 4)), () => response.destroy());
      else response.writeHead(503).end();
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    // It listens on a port, not on a pipe.
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect((await verify([`${url}/stories/a-story`])).code).toBe(0);
    expect((await verify([`${url}/broken`])).code).toBe(2);
    expect(await verify([`${url}/`])).toEqual({ code: 2, printed: expect.stringContaining("answered with 503") });
    server.close();
  });
});
