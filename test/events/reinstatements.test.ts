/** Events that stand again after a retraction, and what the press got wrong. */
import { describe, it } from "vitest";
import {
  answer,
  at,
  corrected,
  counter,
  development,
  insult,
  offer,
  party,
  question,
  reinstated,
  rejected,
  retracted,
  said,
  scene,
  usd,
} from "../support/drafts.ts";
import { given } from "../support/given.ts";

describe("a reinstatement", () => {
  it("lets an event stand again, as it read when it was retracted", () => {
    given(...scene, development("One"), corrected(6, { data: { headline: "Two" } }), retracted(6))
      .when(reinstated(6))
      .then({
        status: { lastMove: { version: 6, headline: "Two" } },
        corrections: { total: 3, corrections: [{ kind: "reinstated", after: { headline: "Two" } }, {}, {}] },
      });
  });

  it("is of what is retracted", () => {
    given(...scene, development())
      .when(reinstated(6))
      .thenRefused("event-not-retracted", { pointer: "/data/event" });
    given(...scene, development(), retracted(6), reinstated(6))
      .when(reinstated(6))
      .thenRefused("event-not-retracted", { pointer: "/data/event" });
  });

  it("is not of a correction, and of nothing that is not there", () => {
    given(...scene, development(), corrected(6, { precision: "day" }))
      .when(reinstated(7))
      .thenRefused("event-is-editorial", { pointer: "/data/event" });
    given(...scene)
      .when(reinstated(99))
      .thenRefused("unknown-event", { pointer: "/data/event" });
  });

  it("is refused where the event cannot stand any more", () => {
    given(...scene, question("why"), answer("why", "For the data."), retracted(7), answer("why", "For the fun."))
      .when(reinstated(7))
      .thenRefused("left-hanging", { version: 9 });
    given(...scene, party("d"), retracted(6), party("d"))
      .when(reinstated(6))
      .thenRefused("left-hanging", { version: 6 });
  });

  it("can be followed by another retraction, and by corrections", () => {
    given(...scene, development("One"), retracted(6), reinstated(6))
      .when(corrected(6, { data: { headline: "Two" } }), retracted(6))
      .then({ status: { lastMove: null }, corrections: { total: 4 } });
  });
});

describe("what the press got wrong", () => {
  it("is put right when the two amounts were mixed up", () => {
    given(...scene, offer("bid", { price: usd("9740000000") }), counter("riposte", "bid", { price: usd("9740000000") }))
      .when(corrected(6, { data: { price: usd("97400000000") } }))
      .then({
        offers: { offers: [{ price: { text: "$97.4bn" } }, { ratio: "0.1" }] },
        corrections: {
          corrections: [{ before: { headline: "A bids $9.74bn for T" }, after: { headline: "A bids $97.4bn for T" } }],
        },
      });
  });

  it("is one post that is two events", () => {
    given(...scene, offer("bid"))
      .when(at("2025-02-10T21:11:04Z", rejected("bid")), at("2025-02-10T21:11:04Z", counter("riposte", "bid")))
      .then({ status: { stage: "countered", awaiting: [{ party: "a", offer: "riposte" }] } });
  });

  it("is an offer that its chief executive rejects, and days later the board", () => {
    given(...scene, party("boss", { of: "t" }), offer("bid"), rejected("bid", "boss"))
      .when(at("2025-02-14T12:00:00Z", rejected("bid", "t")))
      .then({ offers: { offers: [{ rejectedBy: [{ party: "boss" }, { party: "t" }] }] }, status: { stage: "rejected" } });
  });

  it("is a translation that is taken for the quote", () => {
    const quote = { ...said("escroc", "fr"), translationOf: said("Swindler", "en"), translator: "presse française" };
    given(...scene)
      .when(insult({ quote }))
      .then({
        insults: {
          latest: [
            {
              quote: { text: "Swindler", language: "en" },
              translation: { text: "escroc", language: "fr", translator: "presse française" },
            },
          ],
        },
        status: { lastMove: { headline: "A insults B: “Swindler”" } },
      });
  });
});
