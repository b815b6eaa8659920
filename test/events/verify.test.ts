/** What a log that was tampered with is told to be: which version first, and what is wrong with it. `seal.test.ts` tries every value. */
import { beforeAll, describe, expect, it } from "vitest";
import type { Recorded, Seal } from "../../events/recorded.ts";
import { type Exported, verifier, verify } from "../../events/verify.ts";
import { insult, offer, scene } from "../support/drafts.ts";
import { recorded } from "../support/given.ts";
import { recordedAs } from "../support/recorder.ts";
import { sealed } from "../support/sealed.ts";
import { tombstoneOf } from "../support/tombstones.ts";

type Whole = Recorded & { seal: Seal };

const events = recorded(...scene, offer("bid"), insult()) as Recorded[];
let log: Whole[];
beforeAll(async () => {
  log = await sealed(events);
});
const at = (version: number): Whole => {
  const event = log[version - 1];
  if (!event) throw new Error(`There is no event ${version}`);
  return event;
};
const changed = (version: number, change: Partial<Whole>): Exported[] => log.with(version - 1, { ...at(version), ...change });

describe("a log that was tampered with", () => {
  const broken = (version: number, code: string) => expect.objectContaining({ version, code, why: expect.any(String) });

  it("names the data, the sources and the salt", async () => {
    expect(await verify(changed(6, { data: { ...(at(6).data as object), by: "b" } }))).toEqual(broken(6, "body"));
    expect(await verify(changed(6, { sources: [] }))).toEqual(broken(6, "body"));
    expect(await verify(changed(6, { seal: { ...at(6).seal, salt: at(7).seal.salt } }))).toEqual(broken(6, "body"));
  });

  it("names what never had a form to be sealed in", async () => {
    expect(await verify(changed(6, { data: { more: Number.POSITIVE_INFINITY } }))).toEqual(broken(6, "body"));
    expect(await verify(changed(6, { data: { more: "\ud800" } }))).toEqual(broken(6, "body"));
    expect(await verify(changed(6, { recordedBy: "\ud800" }))).toEqual(broken(6, "envelope"));
  });

  it("names the envelope, even where the event was sealed anew", async () => {
    expect(await verify(changed(6, { recordedBy: "another" }))).toEqual(broken(6, "envelope"));
    const [forged] = (await sealed([...events.slice(0, 5), { ...at(6), recordedBy: "another" }])).slice(-1);
    expect(await verify(changed(6, forged ?? {}))).toEqual(broken(7, "envelope"));
  });

  it("names the place of what is missing, moved or doubled", async () => {
    expect(await verify(log.slice(1))).toEqual(broken(1, "version"));
    expect(await verify(log.toSpliced(3, 1))).toEqual(broken(4, "version"));
    expect(await verify(log.toSpliced(2, 2, at(4), at(3)))).toEqual(broken(3, "version"));
    expect(await verify(log.toSpliced(3, 0, at(3)))).toEqual(broken(4, "version"));
  });

  it("names what is of another story", async () => {
    expect(await verify(changed(5, { story: "another-story" }))).toEqual(broken(5, "story"));
  });

  it("does not go on from an event that does not hold", async () => {
    const { take, head } = verifier();
    await take(at(1));
    expect(await take({ ...at(2), recordedBy: "another" })).toEqual(broken(2, "envelope"));
    expect(head()).toEqual({ story: "a-story", version: 1, hash: at(1).seal.hash });
    expect(await take(at(2))).toBeUndefined();
  });
});

describe("a log from which events were taken down", () => {
  const takedown = (version: number, erased: unknown) =>
    recordedAs(
      {
        type: "EventTakenDown",
        occurredAt: "2025-03-01T09:00:00Z",
        data: { event: 6, reason: "A court.", legalBasis: "An order.", erased },
      },
      version,
    ) as Recorded;
  const withTakedown = async (erased: unknown) => sealed([...events, takedown(8, erased)]);
  const erasing = (whole: readonly Whole[], ...versions: number[]): Exported[] =>
    whole.map((event) => (versions.includes(event.version) ? tombstoneOf(event) : event));

  it("holds, with an event that names each tombstone", async () => {
    expect(await verify(erasing(await withTakedown([6, 7]), 6, 7))).toBeUndefined();
  });

  it("does not hold where no event names a tombstone: the first of them is at fault", async () => {
    expect(await verify(erasing(log, 6, 7))).toMatchObject({ version: 6, code: "unexplained" });
    expect(await verify(erasing(await withTakedown([6]), 6, 7))).toMatchObject({ version: 7, code: "unexplained" });
  });

  it("does not hold where what names it was erased too, or came before", async () => {
    expect(await verify(erasing(await withTakedown([6, 8]), 6, 8))).toMatchObject({ version: 6, code: "unexplained" });
    const early = await sealed([...events.slice(0, 5), takedown(6, [7]), { ...at(7) }]);
    expect(await verify(erasing(early, 7))).toMatchObject({ version: 7, code: "unexplained" });
  });

  it.each([undefined, null, 6, "6", [[6]], { 6: true }])("does not hold where the takedown names %j", async (erased) => {
    expect(await verify(erasing(await withTakedown(erased), 6))).toMatchObject({ version: 6, code: "unexplained" });
  });

  it("does not hold where a tombstone's envelope was changed", async () => {
    const whole = erasing(await withTakedown([6]), 6);
    const [tombstone] = whole.slice(5, 6);
    if (!tombstone) throw new Error("There is a sixth event");
    expect(await verify(whole.with(5, { ...tombstone, recordedBy: "another" }))).toMatchObject({ version: 6, code: "envelope" });
  });
});
