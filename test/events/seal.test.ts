import { beforeAll, describe, expect, it } from "vitest";
import type { Recorded, Seal } from "../../events/recorded.ts";
import { canonical, commitmentTo, genesis, hashOf, seal } from "../../events/seal.ts";
import { verify } from "../../events/verify.ts";
import { insult, offer, rejected, scene, usd } from "../support/drafts.ts";
import { recorded } from "../support/given.ts";
import { changedAt, leavesOf, sealed } from "../support/sealed.ts";

const first: Recorded = {
  story: "a-story",
  version: 1,
  type: "StoryOpened",
  schema: 1,
  occurredAt: "2025-02-10T19:00:00Z",
  precision: "hour",
  recordedAt: "2025-03-01T00:00:01.000Z",
  recordedBy: "desk",
  data: { title: "Musk, Altman et l’offre", language: "fr" },
};
const second: Recorded = {
  ...first,
  version: 2,
  type: "PartyIntroduced",
  precision: "minute",
  recordedAt: "2025-03-01T00:00:02.000Z",
  data: { party: "a", name: "A", kind: "person" },
  sources: [{ publisher: "X" }],
};

describe("a seal", () => {
  // Reckoned by other means: Python's hashlib and json.
  const one = {
    salt: "000102030405060708090a0b0c0d0e0f",
    commitment: "c5577901f0a4c4708a7311d291d634ebca965dfdf39f986ec0a7d4e26435bd11",
    hash: "71221e8028c396571bf73804a016a18b942cd12a3bfdd740b7cc5b0104bf7ac2",
  };
  const two = {
    salt: "ff".repeat(16),
    commitment: "853ad588ab6ab969751c35c4a8606d2ad93029fdf6725ed900e27fa480c0c68f",
    hash: "fba67bbbfefcb671537cfa963b9b1a9e0efd226c6d599080ab2a8c89eda14cf3",
  };

  it("is what anybody reckons by the contract's formula", async () => {
    expect(await seal(first, one.salt, genesis)).toEqual(one);
    expect(await seal(second, two.salt, one.hash)).toEqual(two);
    expect(
      await verify([
        { ...first, seal: one },
        { ...second, seal: two },
      ]),
    ).toBeUndefined();
  });

  it("does not hang on the order of members, nor on the position", async () => {
    const shuffled = Object.fromEntries(Object.entries({ ...first, position: 7 }).toReversed()) as typeof first;
    expect(await seal({ ...shuffled, data: { language: "fr", title: "Musk, Altman et l’offre" } }, one.salt, genesis)).toEqual(
      one,
    );
  });

  it("tells no sources from an empty list of them", async () => {
    expect(await commitmentTo({ data: {}, sources: [] }, one.salt)).not.toBe(await commitmentTo({ data: {} }, one.salt));
  });

  it("says nothing of the body to who does not know the salt", async () => {
    expect(await commitmentTo(first, one.salt)).not.toBe(await commitmentTo(first, two.salt));
    expect(await hashOf({ ...first, ...{ data: undefined } }, one.commitment, genesis)).toBe(one.hash);
  });

  it("is of JSON values alone", () => {
    expect(() => canonical(undefined)).toThrow(TypeError);
    expect(() => canonical(Number.NaN)).toThrow();
    expect(() => canonical("\ud800")).toThrow();
  });
});

describe("a sealed log", () => {
  let log: (Recorded & { seal: Seal })[];
  beforeAll(async () => {
    const events = recorded(
      ...scene,
      offer("bid", { price: usd("54.20") }),
      { ...rejected("bid"), sources: [{ publisher: "X" }] },
      insult(),
    );
    log = await sealed(events as Recorded[]);
  });

  it("holds as it was recorded, and so does each of its beginnings", async () => {
    for (let length = 0; length <= log.length; length += 1) expect(await verify(log.slice(0, length))).toBeUndefined();
  });

  it("does not hold where any value of any event was changed, and names that event", async () => {
    for (const { path, value } of leavesOf(log)) {
      const forged = changedAt(log, path, () => (typeof value === "number" ? value + 1 : `${value}x`));
      const [index] = path;
      expect([path, (await verify(forged))?.version]).toEqual([path, Number(index) + 1]);
    }
  });

  it("does not hold where a member was left out or slipped in", async () => {
    for (const [index, event] of log.entries()) {
      const without = Object.keys(event).map((key) =>
        log.with(index, { ...event, [key]: key === "seal" ? { ...event.seal, hash: "" } : undefined }),
      );
      const within = log.with(index, { ...event, data: { ...(event.data as object), more: 1 } });
      for (const forged of [...without.filter((forged) => canonical(forged) !== canonical(log)), within])
        expect((await verify(forged))?.version).toBe(index + 1);
    }
  });

  it.each(["", "0", "00", "A", "G", " "])("does not hold where a salt is spelt otherwise: with “%s”", async (more) => {
    const spelt = (salt: string) => (more === "A" ? salt.replace("a", "A") : salt.slice(0, more === "" ? -1 : 32) + more);
    const forged = log.map((event) => ({ ...event, seal: { ...event.seal, salt: spelt(event.seal.salt) } }));
    expect((await verify(forged))?.version).toBe(1);
  });

  it("does not hold where an event is missing, unless it is the last", async () => {
    for (const index of log.keys()) {
      const broken = await verify(log.toSpliced(index, 1));
      expect(broken?.version).toBe(index === log.length - 1 ? undefined : index + 1);
    }
  });

  it("does not hold where two events were swapped, even with their versions", async () => {
    for (let index = 1; index < log.length; index += 1) {
      const [one, other] = log.slice(index - 1, index + 1);
      if (!one || !other) throw new Error("There are two events here");
      expect((await verify(log.toSpliced(index - 1, 2, other, one)))?.version).toBe(index);
      const renumbered = [
        { ...other, version: index },
        { ...one, version: index + 1 },
      ];
      expect((await verify(log.toSpliced(index - 1, 2, ...renumbered)))?.version).toBe(index);
    }
  });

  it("does not hold where an event was added, even one that is sealed after the one before it", async () => {
    for (const [index, event] of log.entries()) {
      expect((await verify(log.toSpliced(index, 0, event)))?.version).toBe(index + 2);
      const added = await sealed([...log.slice(0, index), { ...event, version: index + 1, recordedBy: "somebody" }]);
      const forged = [...added, ...log.slice(index).map((later) => ({ ...later, version: later.version + 1 }))];
      expect((await verify(forged))?.version).toBe(index + 2);
    }
  });

  it("does not hold with an event of another story", async () => {
    const other = await sealed(log.map((event) => ({ ...event, story: "another-story" })));
    const [third] = other.slice(2, 3);
    if (!third) throw new Error("There is a third event");
    expect(await verify(log.with(2, third))).toMatchObject({ version: 3 });
  });
});
