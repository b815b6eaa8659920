/** The bars of a picture: which offers are drawn, and which of them to one scale. */
import { expect, it } from "vitest";
import { offerBarsOf, offersToDraw } from "../../../worker/pages/picture/offer-bars.ts";
import type { Reader } from "../../../worker/pages/reader.ts";
import { draft, offer, type Posted, party, scene, usd, withdrawn } from "../../support/drafts.ts";
import { recorded, viewOf } from "../../support/given.ts";
import { words } from "../../support/words.ts";

const reader: Reader = {
  language: "en",
  words: words.en,
  url: new URL("https://riposte.example/"),
  zone: "UTC",
  siteZone: "UTC",
  namesLanguage: false,
};
const setting = [...scene, party("u")];
const barsOf = (...drafts: Posted[]) => {
  const { offers } = viewOf(recorded(...setting, ...drafts), "offers");
  return offerBarsOf(offersToDraw(offers), reader);
};
const sharesOf = (...drafts: Posted[]) => barsOf(...drafts).map(({ share }) => share);

it("draws offers for one target, in one currency and on one basis to one scale", () => {
  expect(sharesOf(offer("one", { price: usd("100") }), offer("two", { by: "b", price: usd("25") }))).toEqual([1, 0.25]);
});

it("draws no bar where there is nothing to compare it with", () => {
  expect(sharesOf(offer("one", { price: usd("100") }))).toEqual([undefined]);
  const apart = [
    offer("one", { price: usd("100") }),
    offer("two", { by: "b", target: "u", price: usd("25") }),
    offer("three", { by: "c", price: { amount: "90", currency: "EUR" } }),
    offer("four", { by: "u", price: { ...usd("9"), basis: "per-share" } }),
  ];
  expect(sharesOf(...apart)).toEqual([undefined, undefined, undefined, undefined]);
});

it("tells a proposal by what it proposes, without a bar", () => {
  const pay = (slug: string) => draft("OfferMade", { offer: slug, by: "a", to: "b", subject: "a pay deal", price: usd("5") });
  const [bar, other] = barsOf(pay("one"), pay("two"));
  expect(bar).toMatchObject({ by: "A", what: "a pay deal", price: "$5", fate: "Open" });
  expect([bar?.share, other?.share]).toEqual([undefined, undefined]);
});

it("draws three of more than four, the open ones before the others", () => {
  const bids = ["one", "two", "three", "four", "five"].map((slug) => offer(slug, { price: usd("1") }));
  const bars = barsOf(...bids, ...["three", "four", "five"].map((slug) => withdrawn(slug)));
  expect(bars.map(({ fate }) => fate)).toEqual(["Open", "Open", "Withdrawn"]);
});
