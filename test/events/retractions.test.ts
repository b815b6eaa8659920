/** Events that are left out, and what that would leave hanging. */
import { describe, it } from "vitest";
import {
  accepted,
  answer,
  at,
  closed,
  confirmed,
  corrected,
  counter,
  development,
  insult,
  offer,
  question,
  rejected,
  reported,
  retracted,
  revised,
  scene,
  statement,
  takenBack,
  withdrawn,
} from "../support/drafts.ts";
import { given } from "../support/given.ts";

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
    given(...scene, at("13:00", offer("bid")), at("15:00", withdrawn("bid")), at("14:00", rejected("bid")))
      .when(retracted(6))
      .thenRefused("left-hanging", { version: 8 });
  });

  it("is admitted once those were retracted before it", () => {
    given(...scene, offer("bid"), accepted("bid"))
      .when(retracted(7), retracted(6))
      .then({ offers: { offers: [] }, corrections: { total: 2 } });
  });

  it("of a rejection leaves a later acceptance standing", () => {
    given(...scene, offer("bid"), rejected("bid"), revised("bid", { terms: "In cash." }), accepted("bid"))
      .when(retracted(7))
      .then({ offers: { offers: [{ status: "accepted", rejectedBy: [] }] } });
    given(...scene, offer("bid"), withdrawn("bid"), revised("bid", { terms: "In cash." }), accepted("bid"))
      .when(retracted(8))
      .thenRefused("left-hanging", { version: 9 });
  });

  it("is refused where words that were taken back, or a report that was confirmed, would be gone", () => {
    given(...scene, insult(), takenBack(6))
      .when(retracted(6))
      .thenRefused("left-hanging", { version: 7 });
    given(...scene, reported(offer("bid")), confirmed(6))
      .when(retracted(6))
      .thenRefused("left-hanging", { version: 7 });
  });

  it("can be of an event that was corrected", () => {
    given(...scene, development("One"), corrected(6, { data: { headline: "Two" } }))
      .when(retracted(6))
      .then({ corrections: { corrections: [{ kind: "retracted", before: { headline: "Two" }, after: null }, {}] } });
  });
});
