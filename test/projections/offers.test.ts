import { describe, expect, it } from "vitest";
import {
  accepted,
  at,
  blocked,
  cleared,
  closed,
  corrected,
  lapsed,
  offer,
  type Posted,
  party,
  rejected,
  revised,
  said,
  scene,
  terminated,
  usd,
  withdrawn,
} from "../support/drafts.ts";
import { recorded, viewOf } from "../support/given.ts";

const offers = (...drafts: Posted[]) => viewOf(recorded(...scene, ...drafts), "offers").offers;

describe("an offer", () => {
  it("shows who makes it, with whom, to whom, for what", () => {
    const [bid] = offers(
      offer("bid", {
        partners: ["c"],
        to: "b",
        price: usd("5"),
        terms: "In cash.",
        solicited: true,
        expiresAt: "2025-03-01T00:00:00Z",
        quote: said(),
        subjectTo: ["t"],
      }),
    );
    expect(JSON.parse(JSON.stringify(bid))).toEqual({
      offer: "bid",
      version: 6,
      occurredAt: "2025-02-10T12:05:00.000Z",
      precision: "minute",
      status: "open",
      by: { party: "a", name: "A" },
      partners: [{ party: "c", name: "C" }],
      addressees: [{ party: "b", name: "B" }],
      subjectTo: [{ party: "t", name: "T" }],
      target: { party: "t", name: "T" },
      solicited: true,
      price: { amount: "5", currency: "USD", basis: "total", text: "$5" },
      priceHistory: [
        {
          version: 6,
          occurredAt: "2025-02-10T12:05:00.000Z",
          precision: "minute",
          price: { amount: "5", currency: "USD", basis: "total", text: "$5" },
        },
      ],
      equivalents: [],
      acceptedBy: [],
      rejectedBy: [],
      advice: [],
      blockedBy: [],
      clearedBy: [],
      withdrawn: [],
      lapsed: [],
      terminated: [],
      closed: [],
      terms: "In cash.",
      expiresAt: "2025-03-01T00:00:00Z",
      quote: { text: "no thank you", language: "en" },
    });
  });

  it("shows no price where none was told", () => {
    expect(offers(offer("bid"))[0]).toMatchObject({ price: null, priceHistory: [] });
  });

  it("stands in story order, among the others", () => {
    const slugs = ["z", "10", "9", "constructor"];
    const drafts = slugs.map((slug, index) => at(`${20 - index}:00`, offer(slug)));
    expect(offers(...drafts).map(({ offer }) => offer)).toEqual(["constructor", "9", "10", "z"]);
  });

  it("keeps its price's history, in story order, the closing price last", () => {
    const log = [
      at("13:00", offer("bid", { price: usd("5") })),
      at("15:00", revised("bid", { price: usd("7") })),
      at("16:00", accepted("bid")),
      at("17:00", closed("bid", { price: usd("8") })),
      at("14:00", revised("bid", { price: usd("6") })),
    ];
    expect(offers(...log)[0]).toMatchObject({
      status: "closed",
      price: { text: "$8" },
      priceHistory: [
        { version: 6, price: { text: "$5" } },
        { version: 10, price: { text: "$6" } },
        { version: 7, price: { text: "$7" } },
        { version: 9, price: { text: "$8" } },
      ],
    });
  });

  it("keeps what a revision does not name, but for the equivalents of another price", () => {
    const bid = offer("bid", {
      price: usd("5"),
      equivalents: [{ amount: "4", currency: "EUR" }],
      terms: "In cash.",
      quote: said(),
    });
    expect(offers(bid, revised("bid", { terms: "In shares." }))[0]).toMatchObject({
      price: { text: "$5" },
      terms: "In shares.",
      equivalents: [{ text: "€4" }],
      quote: { text: "no thank you" },
    });
    expect(offers(bid, revised("bid", { price: usd("6"), equivalents: [{ amount: "5", currency: "EUR" }] }))[0]).toMatchObject({
      equivalents: [{ text: "€5" }],
    });
  });

  it("says who has rejected it, also before it was revised", () => {
    expect(
      offers(
        offer("bid"),
        rejected("bid"),
        revised("bid", { terms: "In cash." }),
        rejected("bid", "t", { reason: "Too low." }),
      )[0]?.rejectedBy,
    ).toMatchObject([
      { party: "t", name: "T", version: 7, current: false },
      { party: "t", name: "T", version: 9, current: true, reason: "Too low." },
    ]);
  });

  it("is closed at the price that was agreed, where the closing tells none", () => {
    expect(offers(offer("bid", { price: usd("5") }), accepted("bid"), closed("bid"))[0]).toMatchObject({
      status: "closed",
      price: { text: "$5" },
    });
  });

  it("has names as they are corrected", () => {
    const named = corrected(2, { data: { name: "Ada" } });
    expect(offers(offer("bid"), named)[0]?.by).toEqual({ party: "a", name: "Ada" });
  });

  it("may be named and made by any word", () => {
    expect(
      offers(
        party("constructor"),
        party("123"),
        offer("constructor", { by: "123", target: "constructor" }),
        rejected("constructor", "constructor"),
      ),
    ).toMatchObject([{ offer: "constructor", by: { party: "123" }, status: "rejected", rejectedBy: [{ party: "constructor" }] }]);
  });

  it("says who did what to it, when and why", () => {
    const [bid] = offers(
      offer("bid", { subjectTo: "b" }),
      rejected("bid", "c", { reason: "Too low.", quote: said() }),
      accepted("bid"),
      accepted("bid", "b", { reason: "It is fair." }),
      blocked("bid", "c", { reason: "It is too big.", conditions: "Sell a part." }),
      cleared("bid", "c"),
      terminated("bid", { by: ["a", "t"], reason: "It took too long." }),
      closed("bid"),
    );
    expect(bid).toMatchObject({
      status: "closed",
      advice: [{ party: "c", inFavour: false, reason: "Too low.", quote: { text: "no thank you" }, version: 7 }],
      acceptedBy: [
        { party: "t", version: 8 },
        { party: "b", reason: "It is fair.", version: 9 },
      ],
      blockedBy: [{ party: "c", reason: "It is too big.", conditions: "Sell a part.", current: false, version: 10 }],
      clearedBy: [{ party: "c", current: true, version: 11 }],
      terminated: [{ by: [{ party: "a" }, { party: "t" }], reason: "It took too long.", version: 12 }],
      closed: [{ by: [], version: 13 }],
    });
  });

  it("says how often it was withdrawn and has lapsed, and by whom", () => {
    const again = revised("bid", { terms: "In cash." });
    expect(
      offers(
        offer("bid", { partners: ["c"] }),
        withdrawn("bid", { reason: "No." }),
        again,
        lapsed("bid", { reason: "Time." }),
      )[0],
    ).toMatchObject({
      status: "lapsed",
      withdrawn: [{ by: [{ party: "a" }, { party: "c" }], reason: "No.", version: 7 }],
      lapsed: [{ by: [], reason: "Time.", version: 9 }],
    });
  });
});
