import { describe, expect, it } from "vitest";
import { corrected, offer, type Posted, party, rejected, retracted, scene, statement, usd } from "../support/drafts.ts";
import { recorded, viewOf } from "../support/given.ts";

const corrections = (...drafts: Posted[]) => viewOf(recorded(...scene, ...drafts), "corrections");
const bid = { offer: "bid", by: "a", target: "t", price: usd("9740000000") };

describe("the corrections", () => {
  it("are none at first", () => {
    expect(corrections()).toEqual({ total: 0, corrections: [] });
  });

  it("say what the event said, what it says, why, when and by whom", () => {
    const posted = { ...corrected(6, { data: { ...bid, price: usd("97400000000") } }), sources: [{ publisher: "AFP" }] };
    expect(corrections({ ...offer("bid", bid), sources: [{ publisher: "X" }] }, posted)).toEqual({
      total: 1,
      corrections: [
        {
          version: 7,
          event: 6,
          type: "OfferMade",
          kind: "corrected",
          reason: "It was wrong.",
          recordedAt: "2025-03-01T00:00:07.000Z",
          recordedBy: "desk",
          sources: [{ publisher: "AFP" }],
          before: {
            headline: "A offers $9.74bn for T",
            occurredAt: "2025-02-10T12:05:00.000Z",
            precision: "minute",
            sources: [{ publisher: "X" }],
            data: bid,
          },
          after: {
            headline: "A offers $97.4bn for T",
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
      before: { headline: "B: “We are not for sale.”" },
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
    const log = recorded(
      ...scene,
      offer("bid"),
      rejected("bid"),
      corrected(7, { data: { offer: "bid", by: "c" } }),
      corrected(4, { data: { party: "c", name: "Cy", kind: "person" } }),
    );
    expect(viewOf(log, "corrections", "fr").corrections[1]).toMatchObject({
      before: { headline: "B rejette l’offre d’A sur T" },
      after: { headline: "Cy rejette l’offre d’A sur T" },
    });
  });

  it("tell of parties that any word names", () => {
    expect(
      corrections(party("constructor"), statement({ by: "constructor" }), retracted(7)).corrections[0]?.before?.headline,
    ).toBe("CONSTRUCTOR: “We are not for sale.”");
  });
});
