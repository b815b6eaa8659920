/** Exports, line by line: of several stories, in chunks of any size, with lines that are no events, beside a checkpoint. */
import { beforeAll, describe, expect, it } from "vitest";
import { type Audit, audit } from "../../events/audit.ts";
import type { Checkpoint } from "../../events/checkpoint.ts";
import type { Recorded, Seal } from "../../events/recorded.ts";
import { insult, offer, scene, statement } from "../support/drafts.ts";
import { recorded } from "../support/given.ts";
import { sealed } from "../support/sealed.ts";
import { tombstoneOf } from "../support/tombstones.ts";

type Whole = Recorded & { seal: Seal };

let one: Whole[];
let other: Whole[];
beforeAll(async () => {
  one = await sealed(recorded(...scene, offer("bid"), insult()) as Recorded[]);
  const quiet = recorded(...scene, statement()) as Recorded[];
  other = await sealed(quiet.map((event) => ({ ...event, story: "another-story" })));
});

const linesOf = (...values: unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join("");

async function* chunksOf(text: string | Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

/** Audits a text, which arrives in chunks of so many bytes. */
const audited = (text: string | Uint8Array, kept?: Checkpoint, size?: number): Promise<Audit> =>
  audit(chunksOf(text, size), { kept });
const headOf = (log: readonly Whole[]) => ({ version: log.length, hash: log.at(-1)?.seal.hash });

describe("an export", () => {
  const interleaved = () => one.flatMap((event, index) => [event, ...other.slice(index, index + 1)]);

  it("may hold several stories, interleaved: each is told of", async () => {
    const { findings, unreadable } = await audited(linesOf(...interleaved()));
    expect(unreadable).toBeUndefined();
    expect(findings).toEqual([
      { story: "a-story", ...headOf(one), broken: undefined, unjudged: 0 },
      { story: "another-story", ...headOf(other), broken: undefined, unjudged: 0 },
    ]);
  });

  it("of which one story does not hold, still tells of the other", async () => {
    const forged = interleaved().map((event) => (event === one[2] ? { ...event, recordedBy: "another" } : event));
    const [first, second] = (await audited(linesOf(...forged))).findings;
    expect(first).toMatchObject({ story: "a-story", version: 2, broken: { version: 3, code: "envelope" } });
    expect(second).toMatchObject({ story: "another-story", ...headOf(other), broken: undefined });
  });

  it.each([1, 2, 7, 64, 100_000])("comes to the same in chunks of %i bytes", async (size) => {
    const { findings, unreadable } = await audited(linesOf(...one), undefined, size);
    expect(unreadable).toBeUndefined();
    expect(findings).toMatchObject([{ ...headOf(one), broken: undefined }]);
  });

  it("may have blank lines, other ends of lines, and none at its end", async () => {
    const text = `\n${linesOf(...one).replaceAll("\n", "\r\n\r\n")}`.trimEnd();
    expect((await audited(text)).findings).toMatchObject([{ ...headOf(one), broken: undefined }]);
  });

  it("may be empty", async () => expect(await audited("")).toEqual({ findings: [] }));

  it("says how far it was read", async () => {
    const seen: number[] = [];
    await audit(chunksOf(linesOf(...one)), { progress: (events) => seen.push(events) });
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

describe("a line that is no event", () => {
  const third = () => one[2] as Whole;
  const followedBy = (line: string) => audited(linesOf(...one.slice(0, 2)) + line);

  it.each([
    ["not-json", "{"],
    ["not-json", "\u001b[2J"],
    ["not-json", "[".repeat(200_000)],
    ["too-long", "x".repeat(1_100_000)],
    ["too-long", `${" ".repeat(1_100_000)}{}`],
    ["not-an-event", "null"],
    ["not-an-event", "[]"],
    ["not-an-event", "7"],
    ["not-an-event", "{}"],
    ["not-an-event", '{"events":[]}'],
  ])("is named, with what holds before it: %s", async (code, line) => {
    const { findings, unreadable } = await followedBy(line);
    expect(unreadable).toMatchObject({ line: 3, code });
    expect(findings).toMatchObject([{ version: 2, broken: undefined }]);
  });

  it("is one that is not UTF-8", async () => {
    const bytes = new TextEncoder().encode(linesOf(...one));
    expect((await audited(bytes.with(linesOf(one[0]).length + 20, 0xff))).unreadable).toMatchObject({
      line: 2,
      code: "not-utf8",
    });
  });

  it("is one in which a member is missing, or is of another kind", async () => {
    for (const key of Object.keys(third())) {
      for (const value of [undefined, null, true, []])
        expect([key, value, (await followedBy(JSON.stringify({ ...third(), [key]: value }))).unreadable]).toMatchObject([
          key,
          value,
          { line: 3, code: "not-an-event" },
        ]);
    }
  });

  it.each([
    ["of a member that no seal covers", () => ({ ...third(), note: "It was said on oath." })],
    ["of such a member in the seal", () => ({ ...third(), seal: { ...third().seal, note: "" } })],
    ["of data that stayed in a tombstone", () => ({ ...tombstoneOf(third()), data: { party: "b" } })],
    ["of a salt that stayed in a tombstone", () => ({ ...tombstoneOf(third()), seal: third().seal })],
    ["of a tombstone that is none", () => ({ ...tombstoneOf(third()), takenDown: false })],
    ["of a version that is none", () => ({ ...third(), version: 2 ** 53 })],
    ["of a story that a terminal would mind", () => ({ ...third(), story: "\u001b[2J" })],
  ])("is one %s", async (_, event) => {
    expect((await followedBy(JSON.stringify(event()))).unreadable).toMatchObject({ line: 3, code: "not-an-event" });
  });

  it("leaves a tombstone before it unexplained for the moment", async () => {
    const { findings, unreadable } = await audited(`${linesOf(one[0], tombstoneOf(one[1] as Whole))}{`);
    expect(unreadable).toMatchObject({ line: 3 });
    expect(findings).toMatchObject([{ version: 2, broken: undefined }]);
  });
});

describe("a checkpoint that was kept", () => {
  const at = (size: number, log = one): Checkpoint => ({ story: "a-story", size, hash: log[size - 1]?.seal.hash ?? "" });
  const made = async (text: string, checkpoint: Checkpoint) => (await audited(text, checkpoint)).kept;

  it("is of a log that has only grown since, or not at all", async () => {
    for (const size of one.keys()) expect(await made(linesOf(...one), at(size + 1))).toBe("grew");
  });

  it("is of it, too, where events were taken down since", async () => {
    const erased = one.map((event, index) => (index === 4 ? tombstoneOf(event) : event));
    expect(await made(linesOf(...erased), at(5))).toBe("grew");
  });

  it("finds out a log that was written anew, though it holds", async () => {
    const rewritten = await sealed(one.map((event) => (event.version === 4 ? { ...event, recordedBy: "another" } : event)));
    const text = linesOf(...rewritten);
    expect((await audited(text)).findings).toMatchObject([{ version: 7, broken: undefined }]);
    for (const size of [4, 5, 6, 7]) expect(await made(text, at(size))).toBe("rewritten");
    for (const size of [1, 2, 3]) expect(await made(text, at(size))).toBe("grew");
  });

  it("finds out a log from whose end events are missing, though it holds", async () => {
    expect(await made(linesOf(...one.slice(0, 6)), at(7))).toBe("shorter");
    expect(await made(linesOf(...one.slice(0, 6)), at(6))).toBe("grew");
  });

  it("says nothing of what does not hold, or cannot be read, up to it", async () => {
    const forged = linesOf(...one.with(2, { ...(one[2] as Whole), recordedBy: "another" }));
    expect(await made(forged, at(3))).toBe("unreached");
    expect(await made(forged, at(2))).toBe("grew");
    expect(await made(`${linesOf(...one.slice(0, 2))}{`, at(3))).toBe("unreached");
    expect(await made("{", at(3))).toBe("unreached");
  });

  it("is of no story that is there", async () => {
    expect(await made(linesOf(...other), at(3))).toBe("absent");
    expect(await made("", at(3))).toBe("absent");
  });
});
