import { describe, expect, it } from "vitest";
import {
  corrected,
  edited,
  offer,
  type Posted,
  party,
  reinstated,
  rejected,
  retracted,
  scene,
  statement,
  usd,
} from "../support/drafts.ts";
import { recorded, viewOf } from "../support/given.ts";

const corrections = (...drafts: Posted[]) => viewOf(recorded(...scene, ...drafts), "corrections");
const bid = { offer: "bid", by: "a", target: "t", price: usd("9740000000") };
const runs = (price: string) => [
  { text: "A", as: "name", party: "a" },
  { text: ` bids ${price} for ` },
  { text: "T", as: "name", party: "t" },
];

describe("the corrections", () => {
  it("are none at first", () => {
    expect(corrections()).toEqual({ total: 0, corrections: [] });
  });

  it("say what the event said, what it says, why, when and by whom", () => {
    const posted = { ...corrected(6, { data: { price: usd("97400000000") } }), sources: [{ publisher: "AFP" }] };
    expect(corrections({ ...offer("bid", bid), sources: [{ publisher: "X" }] }, posted)).toEqual({
      total: 1,
      corrections: [
        {
          version: 7,
          event: 6,
          type: "OfferMade",
          kind: "corrected",
          edit: "correction",
          reason: "It was wrong.",
          recordedAt: "2025-03-01T00:00:07.000Z",
          recordedBy: "desk",
          sources: [{ publisher: "AFP" }],
          before: {
            headline: "A bids $9.74bn for T",
            headlineRuns: runs("$9.74bn"),
            occurredAt: "2025-02-10T12:05:00.000Z",
            precision: "minute",
            sources: [{ publisher: "X" }],
            data: bid,
          },
          after: {
            headline: "A bids $97.4bn for T",
            headlineRuns: runs("$97.4bn"),
            occurredAt: "2025-02-10T12:05:00.000Z",
            precision: "minute",
            sources: [{ publisher: "X" }],
            data: { ...bid, price: usd("97400000000") },
          },
        },
      ],
    });
  });

  it("tell of corrected times, precisions and sources", () => {
    const replacement = { occurredAt: "2025-02-10T12:30:00Z", precision: "hour" as const, sources: [] };
    expect(
      corrections({ ...statement(), sources: [{ publisher: "X" }] }, corrected(6, replacement)).corrections[0],
    ).toMatchObject({
      before: { occurredAt: "2025-02-10T12:05:00.000Z", precision: "minute", sources: [{ publisher: "X" }] },
      after: replacement,
    });
  });

  it("tell of retractions, after which the event says nothing", () => {
    expect(corrections(statement(), retracted(6)).corrections[0]).toMatchObject({
      kind: "retracted",
      event: 6,
      reason: "It never happened.",
      before: { headline: "B says: “We are not for sale”" },
      after: null,
    });
  });

  it("stand newest first in log order, each with what stood before it", () => {
    expect(
      corrections(
        statement(),
        corrected(6, { precision: "day" }),
        corrected(2, { precision: "hour" }),
        corrected(6, { precision: "month" }),
        retracted(6),
      ).corrections.map(({ version, event, before, after }) => [version, event, before?.precision, after?.precision]),
    ).toEqual([
      [10, 6, "month", undefined],
      [9, 6, "day", "month"],
      [8, 2, "minute", "hour"],
      [7, 6, "minute", "day"],
    ]);
  });

  it("are told in the reader's language, with the names that parties have today", () => {
    const log = recorded(...scene, statement(), corrected(6, { data: { by: "c" } }), corrected(4, { data: { name: "Cy" } }));
    expect(viewOf(log, "corrections", "fr").corrections[1]).toMatchObject({
      before: { headline: expect.stringMatching(/^B déclare/) },
      after: { headline: expect.stringMatching(/^Cy déclare/) },
    });
  });

  it("tell an answer as what it was, and as what it is", () => {
    expect(corrections(offer("bid"), rejected("bid"), corrected(7, { data: { by: "c" } })).corrections[0]).toMatchObject({
      before: { headline: "T rejects A’s offer" },
      after: { headline: expect.stringMatching(/^C (opposes|advises)/) },
    });
  });

  it("leave out minor edits, and say of the others of which kind they are", () => {
    const edits = [edited("minor", 6, { data: { platform: "radio" } }), edited("update", 6, { data: { platform: "the radio" } })];
    expect(corrections(statement(), ...edits, edited("clarification", 6, { data: { about: ["a"] } }))).toMatchObject({
      total: 2,
      corrections: [
        { version: 9, edit: "clarification" },
        { version: 8, edit: "update" },
      ],
    });
  });

  it("tell of reinstatements, by which the event says again what it said", () => {
    expect(corrections(statement(), retracted(6), reinstated(6)).corrections).toMatchObject([
      { kind: "reinstated", reason: "It did happen.", after: { headline: "B says: “We are not for sale”" } },
      { kind: "retracted", after: null },
    ]);
  });

  it("tell of parties that any word names", () => {
    expect(
      corrections(party("constructor"), statement({ by: "constructor" }), retracted(7)).corrections[0]?.before?.headline,
    ).toBe("CONSTRUCTOR says: “We are not for sale”");
  });
});
