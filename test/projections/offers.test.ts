import { describe, expect, it } from "vitest";
import {
  accepted,
  at,
  closed,
  corrected,
  counter,
  offer,
  type Posted,
  party,
  rejected,
  revised,
  said,
  scene,
  usd,
} from "../support/drafts.ts";
import { recorded, viewOf } from "../support/given.ts";

const offers = (...drafts: Posted[]) => viewOf(recorded(...scene, ...drafts), "offers").offers;
const ratio = (...drafts: Posted[]) => offers(...drafts).find(({ offer }) => offer === "riposte")?.ratio;

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
      }),
    );
    expect(bid).toEqual({
      offer: "bid",
      version: 6,
      occurredAt: "2025-02-10T12:05:00.000Z",
      precision: "minute",
      status: "open",
      by: { party: "a", name: "A" },
      partners: [{ party: "c", name: "C" }],
      to: { party: "b", name: "B" },
      target: { party: "t", name: "T" },
      inReplyTo: undefined,
      ratio: undefined,
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
      rejectedBy: [],
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
    expect(offers(bid, revised("bid", { price: usd("6") }))[0]).toMatchObject({
      price: { text: "$6" },
      terms: "In cash.",
      equivalents: [],
    });
    expect(offers(bid, revised("bid", { price: usd("6"), equivalents: [{ amount: "5", currency: "EUR" }] }))[0]).toMatchObject({
      equivalents: [{ text: "€5" }],
    });
  });

  it("says who has rejected it, also before it was revised", () => {
    expect(offers(offer("bid"), rejected("bid", "b"), revised("bid"), rejected("bid", "c"))[0]?.rejectedBy).toMatchObject([
      { party: "b", name: "B", version: 7 },
      { party: "c", name: "C", version: 9 },
    ]);
  });

  it("is closed at the price that was agreed, where the closing tells none", () => {
    expect(offers(offer("bid", { price: usd("5") }), accepted("bid"), closed("bid"))[0]).toMatchObject({
      status: "closed",
      price: { text: "$5" },
    });
  });

  it("has names as they are corrected", () => {
    const named = corrected(2, { data: { party: "a", name: "Ada", kind: "person" } });
    expect(offers(offer("bid"), named)[0]?.by).toEqual({ party: "a", name: "Ada" });
  });

  it("may be named and made by any word", () => {
    expect(
      offers(
        party("constructor"),
        party("123"),
        offer("constructor", { by: "123", target: "constructor" }),
        rejected("constructor", "123"),
      ),
    ).toMatchObject([{ offer: "constructor", by: { party: "123" }, status: "rejected", rejectedBy: [{ party: "123" }] }]);
  });
});

describe("an offer that a deal has superseded", () => {
  const fates = (...drafts: Posted[]) => offers(...drafts).map(({ offer, status, superseded }) => [offer, status, superseded]);
  const raised = counter("raised", "bid", { target: "t" });

  it("is open in the log, and marked", () => {
    expect(fates(offer("bid"), raised, accepted("raised", "a"))).toEqual([
      ["bid", "open", true],
      ["raised", "accepted", undefined],
    ]);
    expect(fates(offer("bid"), raised, accepted("bid"))).toEqual([
      ["bid", "accepted", undefined],
      ["raised", "open", true],
    ]);
  });

  it("is not marked where it was turned down before, or is for something else", () => {
    expect(fates(offer("bid"), rejected("bid"), raised, accepted("raised", "a"))).toEqual([
      ["bid", "rejected", undefined],
      ["raised", "accepted", undefined],
    ]);
    expect(fates(offer("bid"), counter("riposte", "bid"), accepted("riposte", "a"))).toEqual([
      ["bid", "open", undefined],
      ["riposte", "accepted", undefined],
    ]);
  });
});

describe("a counter-offer's ratio", () => {
  const riposte = counter("riposte", "bid", { price: usd("1") });

  it("is its price against that of the offer it answers", () => {
    expect(ratio(offer("bid", { price: usd("3") }), riposte)).toBe("0.333333");
  });

  it("goes by the price that stood when it was made", () => {
    const early = at("13:00", offer("bid", { price: usd("3") }));
    expect(ratio(early, at("14:00", riposte), at("15:00", revised("bid", { price: usd("4") })))).toBe("0.333333");
    expect(ratio(early, at("14:00", riposte), at("13:30", revised("bid", { price: usd("4") })))).toBe("0.25");
    expect(ratio(early, at("14:00", riposte), at("13:30", revised("bid", { terms: "In cash." })))).toBe("0.333333");
  });

  it("follows a correction of either price", () => {
    const [bid, wrong] = [offer("bid", { price: usd("97400000000") }), counter("riposte", "bid", { price: usd("97400000000") })];
    expect(ratio(bid, wrong, corrected(7, { data: { ...(wrong.data as object), price: usd("9740000000") } }))).toBe("0.1");
    expect(ratio(bid, wrong, corrected(6, { data: { ...(bid.data as object), price: usd("9740000000") } }))).toBe("10");
  });

  it.each<[string, Posted, Posted]>([
    ["it has no price", offer("bid", { price: usd("3") }), counter("riposte", "bid")],
    ["the offer that it answers has none", offer("bid"), riposte],
    ["the currencies differ", offer("bid", { price: { amount: "3", currency: "EUR" } }), riposte],
    ["one is for each share", offer("bid", { price: { ...usd("3"), basis: "per-share" } }), riposte],
    ["the offer that it answers is for nothing", offer("bid", { price: usd("0") }), riposte],
  ])("is not told where %s", (_, bid, answer) => {
    expect(ratio(bid, answer)).toBeUndefined();
  });
});
