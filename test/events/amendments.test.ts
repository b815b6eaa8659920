import { describe, expect, it } from "vitest";
import {
  accepted,
  answer,
  at,
  closed,
  corrected,
  counter,
  development,
  insult,
  offer,
  question,
  rejected,
  retracted,
  revised,
  said,
  scene,
  statement,
  usd,
} from "../support/drafts.ts";
import { given, recorded, viewOf } from "../support/given.ts";

const bid = { offer: "bid", by: "a", target: "t" };

describe("a correction", () => {
  it("replaces whole values and leaves the others", () => {
    given(...scene, offer("bid", { price: usd("97400000000"), terms: "In cash." }))
      .when(corrected(6, { data: { ...bid, price: usd("9740000000") } }))
      .then({ offers: { offers: [{ version: 6, price: { text: "$9.74bn" }, occurredAt: "2025-02-10T12:05:00.000Z" }] } });
    const log = recorded(...scene, offer("bid", { terms: "In cash." }), corrected(6, { data: bid }));
    expect(viewOf(log, "offers").offers[0]).not.toHaveProperty("terms", "In cash.");
  });

  it("can be made of the first event", () => {
    given(...scene)
      .when(corrected(1, { data: { title: "Another title", language: "fr" } }))
      .then({ status: { headline: "No offer has been made yet: Another title." } });
  });

  it("can be made again, and each says what stood before it", () => {
    given(...scene, development("One"), corrected(6, { data: { headline: "Two" } }))
      .when(corrected(6, { data: { headline: "Three" } }))
      .then({
        corrections: {
          corrections: [
            { before: { headline: "Two" }, after: { headline: "Three" } },
            { before: { headline: "One" }, after: { headline: "Two" } },
          ],
        },
      });
  });

  it.each([
    ["a correction", corrected(2, { precision: "day" })],
    ["a retraction", retracted(4)],
  ])("is not made of %s", (_, editorial) => {
    given(...scene, editorial)
      .when(corrected(6, { precision: "day" }))
      .thenRefused("event-is-editorial", { pointer: "/data/event" });
  });

  it("is not made of what was retracted", () => {
    given(...scene, retracted(4))
      .when(corrected(4, { precision: "day" }))
      .thenRefused("event-retracted", { pointer: "/data/event" });
  });

  it.each([6, 7, 99])("is not made of itself or of what is not there yet: event %i", (version) => {
    given(...scene)
      .when(corrected(version, { precision: "day" }))
      .thenRefused("unknown-event", { pointer: "/data/event" });
  });

  it("is refused where its data is not of the corrected event's type, at each field", () => {
    given(...scene)
      .when(corrected(2, { data: { party: "a", name: "", kind: "robot", age: 3 } }))
      .thenInvalid("/data/replacement/data/name", "/data/replacement/data/kind", "/data/replacement/data/age");
    given(...scene)
      .when(corrected(2, { data: { headline: "News" } }))
      .thenInvalid(
        "/data/replacement/data/party",
        "/data/replacement/data/name",
        "/data/replacement/data/kind",
        "/data/replacement/data/headline",
      );
  });

  it("replaces something", () => {
    given(...scene)
      .when(corrected(2, {}))
      .thenInvalid("/data/replacement");
  });

  it("has times and sources of their schemas", () => {
    given(...scene)
      .when(corrected(2, { occurredAt: "yesterday", sources: [{ publisher: "" }] }))
      .thenInvalid("/data/replacement/occurredAt", "/data/replacement/sources/0/publisher");
  });

  it("takes no field that nothing knows, not even __proto__", () => {
    const data = JSON.parse(`{ "party": "a", "name": "A", "kind": "person", "__proto__": { "kind": "person" } }`);
    given(...scene)
      .when(corrected(2, { data }))
      .thenInvalid("/data/replacement/data/__proto__");
    given(...scene)
      .when(corrected(2, JSON.parse(`{ "precision": "day", "__proto__": {} }`)))
      .thenInvalid("/data/replacement/__proto__");
  });

  it("names only what exists", () => {
    given(...scene, offer("bid"))
      .when(corrected(6, { data: { ...bid, by: "nobody" } }))
      .thenRefused("unknown-party", { pointer: "/data/replacement/data/by" });
  });

  it("introduces only what is new", () => {
    given(...scene)
      .when(corrected(3, { data: { party: "a", name: "A", kind: "person" } }))
      .thenRefused("party-exists", { pointer: "/data/replacement/data/party" });
  });

  it("keeps the slug that others name, or names the first that it would leave hanging", () => {
    given(...scene, offer("bid"), rejected("bid"))
      .when(corrected(6, { data: { ...bid, offer: "offer" } }))
      .thenRefused("left-hanging", { version: 7 });
    given(...scene, statement())
      .when(corrected(3, { data: { party: "bea", name: "B", kind: "person" } }))
      .thenRefused("left-hanging", { version: 6 });
  });

  it("changes a slug that nobody names", () => {
    given(...scene)
      .when(corrected(3, { data: { party: "bea", name: "Bea", kind: "person" } }), statement({ by: "bea" }))
      .then({ status: { lastMove: { headline: "Bea: “We are not for sale.”" } } });
  });

  it("moves an event in time where the story still holds together", () => {
    given(...scene, at("13:00", offer("bid")), at("14:00", rejected("bid")))
      .when(corrected(6, { occurredAt: "2025-02-10T13:59:00Z", precision: "hour" }))
      .then({ offers: { offers: [{ occurredAt: "2025-02-10T13:59:00Z", precision: "hour" }] } });
  });

  it("does not move an offer after its rejection", () => {
    given(...scene, at("13:00", offer("bid")), at("14:00", rejected("bid")))
      .when(corrected(6, { occurredAt: "2025-02-10T14:01:00Z" }))
      .thenRefused("left-hanging", { version: 7 });
  });

  it("does not move an acceptance before its offer", () => {
    given(...scene, at("13:00", offer("bid")), at("14:00", accepted("bid")))
      .when(corrected(7, { occurredAt: "2025-02-10T12:59:00Z" }))
      .thenRefused("offer-not-open", { pointer: "/data/replacement" });
  });

  it("does not make of an acceptance one of an offer that is not open", () => {
    given(...scene, offer("bid"), accepted("bid"), offer("other"), rejected("other"))
      .when(corrected(7, { data: { offer: "other", by: "b" } }))
      .thenRefused("offer-not-open", { pointer: "/data/replacement/data/offer" });
  });

  it("can undo what stands in the way of another", () => {
    given(...scene, at("13:00", offer("bid")), at("14:00", accepted("bid")))
      .when(corrected(7, { occurredAt: "2025-02-10T15:00:00Z" }), at("14:30", rejected("bid", "c")))
      .thenRefused("left-hanging", { version: 7 });
    given(...scene, at("13:00", offer("bid")), at("14:00", rejected("bid")))
      .when(corrected(7, { occurredAt: "2025-02-10T15:00:00Z" }), at("14:30", rejected("bid", "c")))
      .then({ offers: { offers: [{ rejectedBy: [{ party: "c" }, { party: "b" }] }] } });
  });

  it("keeps an insult's reply to an event before it, and none that is editorial", () => {
    given(...scene, insult({ inReplyTo: 5 }), corrected(4, { precision: "day" }))
      .when(corrected(6, { data: { by: "a", at: "b", quote: said(), inReplyTo: 6 } }))
      .thenRefused("unknown-event", { pointer: "/data/replacement/data/inReplyTo" });
    given(...scene, retracted(4))
      .when(insult({ inReplyTo: 6 }))
      .thenRefused("event-is-editorial", { pointer: "/data/inReplyTo" });
  });
});

describe("a retraction", () => {
  it("leaves an event out", () => {
    given(...scene, offer("bid"))
      .when(retracted(6))
      .then({ status: { stage: "opened" }, offers: { offers: [] } });
  });

  it("is not made of the story's first event", () => {
    given(...scene)
      .when(retracted(1))
      .thenRefused("opening-not-retractable", { pointer: "/data/event" });
  });

  it.each([
    ["a correction", corrected(2, { precision: "day" })],
    ["a retraction", retracted(4)],
  ])("is not made of %s", (_, editorial) => {
    given(...scene, editorial)
      .when(retracted(6))
      .thenRefused("event-is-editorial", { pointer: "/data/event" });
  });

  it("is made once", () => {
    given(...scene, retracted(4))
      .when(retracted(4))
      .thenRefused("event-retracted", { pointer: "/data/event" });
  });

  it("is refused where an acceptance would have no offer", () => {
    given(...scene, offer("bid"), accepted("bid"), closed("bid"))
      .when(retracted(6))
      .thenRefused("left-hanging", { version: 7 });
    given(...scene, offer("bid"), accepted("bid"), closed("bid"))
      .when(retracted(7))
      .thenRefused("left-hanging", { version: 8 });
  });

  it("is refused where a party, an offer or a question is still named", () => {
    given(...scene, statement())
      .when(retracted(3))
      .thenRefused("left-hanging", { version: 6 });
    given(...scene, offer("bid"), counter("riposte", "bid"))
      .when(retracted(6))
      .thenRefused("left-hanging", { version: 7 });
    given(...scene, question("why"), answer("why"))
      .when(retracted(6))
      .thenRefused("left-hanging", { version: 7 });
  });

  it("names the first in story order that would be left hanging, not in log order", () => {
    given(...scene, at("13:00", offer("bid")), at("15:00", revised("bid")), at("14:00", rejected("bid")))
      .when(retracted(6))
      .thenRefused("left-hanging", { version: 8 });
  });

  it("is admitted once those were retracted before it", () => {
    given(...scene, offer("bid"), accepted("bid"))
      .when(retracted(7), retracted(6))
      .then({ offers: { offers: [] }, corrections: { total: 2 } });
  });

  it("of a rejection leaves a later acceptance standing", () => {
    given(...scene, offer("bid"), rejected("bid"), revised("bid"), accepted("bid"))
      .when(retracted(7))
      .then({ offers: { offers: [{ status: "accepted", rejectedBy: [] }] } });
    given(...scene, offer("bid"), rejected("bid"), revised("bid"), accepted("bid"))
      .when(retracted(8))
      .thenRefused("left-hanging", { version: 9 });
  });

  it("can be of an event that was corrected", () => {
    given(...scene, development("One"), corrected(6, { data: { headline: "Two" } }))
      .when(retracted(6))
      .then({ corrections: { corrections: [{ kind: "retracted", before: { headline: "Two" }, after: null }, {}] } });
  });
});

describe("what the press got wrong", () => {
  it("is put right when the two amounts were mixed up", () => {
    const wrong = { ...bid, price: usd("9740000000") };
    given(...scene, offer("bid", wrong), counter("riposte", "bid", { price: usd("9740000000") }))
      .when(corrected(6, { data: { ...wrong, price: usd("97400000000") } }))
      .then({
        offers: { offers: [{ price: { text: "$97.4bn" } }, { ratio: "0.1" }] },
        corrections: {
          corrections: [{ before: { headline: "A offers $9.74bn for T" }, after: { headline: "A offers $97.4bn for T" } }],
        },
      });
  });

  it("is one post that is two events", () => {
    given(...scene, offer("bid"))
      .when(at("2025-02-10T21:11:04Z", rejected("bid")), at("2025-02-10T21:11:04Z", counter("riposte", "bid")))
      .then({ status: { stage: "countered", awaiting: [{ party: "a", offer: "riposte" }] } });
  });

  it("is an offer that its chief executive rejects, and days later the board", () => {
    given(...scene, offer("bid"), rejected("bid", "b"))
      .when(at("2025-02-14T12:00:00Z", rejected("bid", "t")))
      .then({ status: { stage: "rejected", headline: "B and T turned down A’s offer for T; no offer is open." } });
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
