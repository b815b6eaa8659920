/** What an offer says once it is revised or closed: what stays, and what an older price takes with it. */
import { describe, expect, it } from "vitest";
import {
  accepted,
  at,
  closed,
  corrected,
  counter,
  offer,
  type Posted,
  rejected,
  revised,
  scene,
  usd,
} from "../../support/drafts.ts";
import { recorded, viewOf } from "../../support/given.ts";

const offers = (...drafts: Posted[]) => viewOf(recorded(...scene, ...drafts), "offers").offers;
const told = (...drafts: Posted[]) => {
  const [first] = offers(...drafts);
  if (!first) throw new Error("There is an offer");
  const { price, equivalents, terms, expiresAt } = first;
  return { price: price?.amount, equivalents: equivalents.map(({ amount }) => amount), terms, expiresAt };
};

const deadline = "2025-02-10T13:00:00Z";
const later = "2025-02-11T00:00:00Z";
const bid = at(
  "12:30",
  offer("bid", { price: usd("5"), equivalents: [{ amount: "4", currency: "EUR" }], terms: "In cash.", expiresAt: deadline }),
);
const whole = { price: "5", equivalents: ["4"], terms: "In cash.", expiresAt: deadline };

describe("a new price", () => {
  it("takes away the equivalents and terms of the old one", () => {
    expect(told(bid, at("12:45", revised("bid", { price: usd("6") })))).toEqual({
      price: "6",
      equivalents: [],
      terms: undefined,
      expiresAt: deadline,
    });
  });

  it("keeps those that are said again", () => {
    const again = { price: usd("6"), equivalents: [{ amount: "5", currency: "EUR" }], terms: "In cash." };
    expect(told(bid, at("12:45", revised("bid", again)))).toMatchObject({ price: "6", equivalents: ["5"], terms: "In cash." });
  });

  it("takes away a deadline that has passed by then, unless it is said anew", () => {
    expect(told(bid, at("14:00", revised("bid", { price: usd("6") }))).expiresAt).toBeUndefined();
    expect(told(bid, at("14:00", revised("bid", { price: usd("6"), expiresAt: later }))).expiresAt).toBe(later);
  });

  it("is another amount, currency, basis or range, and not another way to write one", () => {
    for (const price of [
      { amount: "5", currency: "EUR" },
      { ...usd("5"), basis: "per-share" as const },
      { ...usd("5"), upTo: "7" },
    ])
      expect(told(bid, at("12:45", revised("bid", { price }))).equivalents).toEqual([]);
    expect(told(bid, at("12:45", revised("bid", { price: usd("5.0"), expiresAt: later })))).toEqual({
      ...whole,
      price: "5.0",
      expiresAt: later,
    });
  });
});

describe("anything else that is new", () => {
  it("leaves the rest as it was", () => {
    expect(told(bid, at("14:00", revised("bid", { terms: "In shares." })))).toEqual({ ...whole, terms: "In shares." });
    expect(told(bid, at("12:45", revised("bid", { expiresAt: later })))).toEqual({ ...whole, expiresAt: later });
    expect(told(bid, at("12:45", revised("bid", { terms: null })))).toEqual({ ...whole, terms: undefined });
  });
});

describe("a closing", () => {
  const agreed = [bid, at("12:40", accepted("bid"))];

  it("at no price is at the one that was agreed", () => {
    expect(told(...agreed, at("12:50", closed("bid")))).toEqual(whole);
  });

  it("at a price takes away the equivalents and terms of the other", () => {
    expect(told(...agreed, at("12:50", closed("bid", { price: usd("6") })))).toMatchObject({
      price: "6",
      equivalents: [],
      terms: undefined,
    });
    const equivalents = [{ amount: "5", currency: "EUR" }];
    expect(told(...agreed, at("12:50", closed("bid", { price: usd("6"), equivalents })))).toMatchObject({ equivalents: ["5"] });
    expect(told(...agreed, at("12:50", closed("bid", { price: usd("5") })))).toMatchObject({
      equivalents: ["4"],
      terms: "In cash.",
    });
  });
});

describe("the ratio of a counter-offer", () => {
  const ratio = (...drafts: Posted[]) => offers(...drafts).find(({ offer }) => offer === "riposte")?.ratio;
  const [first, riposte] = [offer("bid", { price: usd("97400000000") }), counter("riposte", "bid", { price: usd("9740000000") })];

  it("is its price against that of the offer that it answers", () => {
    expect(ratio(first, riposte)).toBe("0.1");
    expect(ratio(first, rejected("bid"), riposte)).toBe("0.1");
  });

  it("goes by both prices as they stand", () => {
    expect(ratio(first, riposte, revised("bid", { price: usd("100000000000") }))).toBe("0.0974");
    expect(ratio(first, riposte, revised("riposte", { price: usd("97400000000") }))).toBe("1");
    expect(ratio(first, riposte, revised("riposte", { price: null }))).toBeUndefined();
  });

  it("follows a correction of either", () => {
    expect(ratio(first, riposte, corrected(6, { data: { price: { amount: "9740000000" } } }))).toBe("1");
    expect(ratio(first, riposte, corrected(7, { data: { price: { amount: "974000000" } } }))).toBe("0.01");
  });

  it.each<[string, Posted, Posted]>([
    ["it has no price", first, counter("riposte", "bid")],
    ["the offer that it answers has none", offer("bid"), riposte],
    ["the currencies differ", offer("bid", { price: { amount: "3", currency: "EUR" } }), riposte],
    ["one is for each share", offer("bid", { price: { ...usd("3"), basis: "per-share" } }), riposte],
    ["the offer that it answers is for nothing", offer("bid", { price: usd("0") }), riposte],
  ])("is not told where %s", (_, one, other) => {
    expect(ratio(one, other)).toBeUndefined();
  });
});
