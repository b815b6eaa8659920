/** Events that are put right, and what that would leave hanging. */
import { describe, it } from "vitest";
import {
  accepted,
  at,
  confirmed,
  corrected,
  development,
  insult,
  offer,
  rejected,
  reported,
  retracted,
  scene,
  statement,
  usd,
  withdrawn,
} from "../support/drafts.ts";
import { given } from "../support/given.ts";

describe("a correction", () => {
  it("changes what it names, and leaves the rest as it was", () => {
    given(...scene, offer("bid", { price: usd("97400000000"), terms: "In cash." }))
      .when(corrected(6, { data: { price: { amount: "9740000000" } } }))
      .then({
        offers: {
          offers: [{ version: 6, price: { text: "$9.74bn" }, terms: "In cash.", occurredAt: "2025-02-10T12:05:00.000Z" }],
        },
      });
  });

  it("takes away by null, what may be missing", () => {
    given(...scene, offer("bid", { price: usd("5"), terms: "In cash." }))
      .when(corrected(6, { data: { terms: null, price: null } }))
      .then({ offers: { offers: [{ terms: undefined, price: null }] } });
    given(...scene, offer("bid"))
      .when(corrected(6, { data: { by: null } }))
      .thenInvalid("/data/replacement/data/by");
  });

  it("replaces a list as a whole", () => {
    given(...scene, development("News", ["a", "b"]))
      .when(corrected(6, { data: { parties: ["c"] } }))
      .then({ cast: { parties: [{ lastSeen: null }, { lastSeen: null }, { party: "c", lastSeen: { version: 6 } }, {}] } });
  });

  it("changes what is said beside the data, too", () => {
    given(...scene, reported(offer("bid")))
      .when(corrected(6, { certainty: "confirmed", byline: "Ada", key: true }), confirmed(6))
      .thenRefused("not-only-reported");
  });

  it("can be made of the first event", () => {
    given(...scene)
      .when(corrected(1, { data: { summary: "What it is about." } }))
      .then({ status: { stage: "opened" }, corrections: { corrections: [{ after: { data: { title: "A bid" } } }] } });
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
      .thenInvalid("/data/replacement/data/headline");
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
      .when(corrected(6, { data: { by: "nobody" } }))
      .thenRefused("unknown-party", { pointer: "/data/replacement/data/by" });
  });

  it("introduces only what is new", () => {
    given(...scene)
      .when(corrected(3, { data: { party: "a" } }))
      .thenRefused("party-exists", { pointer: "/data/replacement/data/party" });
  });

  it("keeps the slug that others name, or names the first that it would leave hanging", () => {
    given(...scene, offer("bid"), rejected("bid"))
      .when(corrected(6, { data: { offer: "offer" } }))
      .thenRefused("left-hanging", { version: 7 });
    given(...scene, statement())
      .when(corrected(3, { data: { party: "bea" } }))
      .thenRefused("left-hanging", { version: 6 });
  });

  it("changes a slug that nobody names", () => {
    given(...scene)
      .when(corrected(3, { data: { party: "bea", name: "Bea", kind: "person" } }), statement({ by: "bea" }))
      .then({ status: { lastMove: { headline: "Bea says: “We are not for sale”" } } });
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
      .thenRefused("offer-in-another-state", { pointer: "/data/replacement" });
  });

  it("does not make of an acceptance one of an offer that is over", () => {
    given(...scene, offer("bid"), accepted("bid"), offer("other"), withdrawn("other"))
      .when(at("12:30", corrected(7, { occurredAt: "2025-02-10T12:20:00Z", data: { offer: "other" } })))
      .thenRefused("offer-in-another-state", { pointer: "/data/replacement/data/offer" });
  });

  it("can undo what stands in the way of another", () => {
    given(...scene, at("13:00", offer("bid")), at("14:00", withdrawn("bid")))
      .when(at("14:30", rejected("bid")))
      .thenRefused("offer-in-another-state");
    given(...scene, at("13:00", offer("bid")), at("14:00", withdrawn("bid")))
      .when(corrected(7, { occurredAt: "2025-02-10T15:00:00Z" }), at("14:30", rejected("bid")))
      .then({ offers: { offers: [{ status: "withdrawn", rejectedBy: [{ party: "t" }] }] } });
  });

  it("keeps an insult's reply to an event before it, and none that is editorial", () => {
    given(...scene, insult({ inReplyTo: 5 }), corrected(4, { precision: "day" }))
      .when(corrected(6, { data: { inReplyTo: 6 } }))
      .thenRefused("unknown-event", { pointer: "/data/replacement/data/inReplyTo" });
    given(...scene, retracted(4))
      .when(insult({ inReplyTo: 6 }))
      .thenRefused("event-is-editorial", { pointer: "/data/inReplyTo" });
  });
});
