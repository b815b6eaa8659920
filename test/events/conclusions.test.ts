/** How a story ends and goes on: what a conclusion stops, and what it does not. */
import { describe, it } from "vitest";
import {
  announced,
  at,
  background,
  changed,
  concluded,
  corrected,
  denied,
  development,
  insult,
  offer,
  type Posted,
  party,
  question,
  rejected,
  reopened,
  reported,
  retracted,
  sameDay,
  scene,
  statement,
  summarised,
} from "../support/drafts.ts";
import { given } from "../support/given.ts";

describe("a conclusion", () => {
  const over = [...scene, at("15:00", concluded())];

  it.each<[string, Posted]>([
    ["an offer", offer("bid")],
    ["an insult", insult()],
    ["a statement", statement()],
    ["a development", development()],
    ["background", background()],
    ["a date", announced()],
    ["a denial", denied(6)],
  ])("ends the story: %s after it is refused", (_, draft) => {
    given(...scene, at("14:00", reported(development("A rumour"))), at("15:00", concluded()))
      .when(at("15:01", draft))
      .thenRefused("story-concluded", { pointer: "/occurredAt" });
  });

  it("comes once", () => {
    given(...over)
      .when(at("15:01", concluded()))
      .thenRefused("story-concluded", { pointer: "/type" });
  });

  it.each<[string, Posted]>([
    ["a party", party("d")],
    ["a change of a party", changed("a", { name: "Alpha" })],
    ["a question", question("why")],
    ["a summary", summarised("It began.", "It ended.")],
    ["a correction", corrected(2, { precision: "day" })],
    ["a retraction", retracted(4)],
  ])("stops nothing that tells of the record: %s after it is admitted", (_, draft) => {
    given(...over)
      .when(at("16:00", draft))
      .then({ status: { stage: "concluded", outcome: "Everybody goes home." } });
  });

  it("may be followed by what happened at a time that is no more exact than it", () => {
    given(...scene, sameDay(concluded()))
      .when(sameDay(development()))
      .thenRefused("story-concluded");
    given(...scene, sameDay(development("Before")))
      .when(sameDay(concluded()))
      .then({ status: { stage: "concluded" } });
  });

  it("admits late what happened before it", () => {
    given(...over)
      .when(at("14:00", offer("bid")), at("14:59", rejected("bid")))
      .then({ status: { stage: "concluded" }, offers: { offers: [{ status: "rejected" }] } });
  });

  it("refuses what happened in the same moment and was recorded after it", () => {
    given(...over)
      .when(at("15:00", development()))
      .thenRefused("story-concluded");
  });

  it("admits corrections and retractions, whenever they occur", () => {
    given(...over)
      .when(at("16:00", corrected(2, { precision: "day" })), at("17:00", retracted(4)))
      .then({ corrections: { total: 2 } });
  });

  it("is refused where it would come before what has happened", () => {
    given(...scene, at("13:00", development()))
      .when(at("12:30", concluded()))
      .thenRefused("left-hanging", { version: 6 });
  });

  it("can be retracted, and the story goes on", () => {
    given(...over, retracted(6))
      .when(at("16:00", offer("bid")))
      .then({ status: { stage: "offered" } });
  });

  it("can be moved later, and what happened before it is admitted", () => {
    given(...over, corrected(6, { occurredAt: "2025-02-10T18:00:00Z" }))
      .when(at("17:00", offer("bid")))
      .then({ status: { stage: "concluded" } });
  });

  it("cannot be moved before what has happened", () => {
    given(...scene, at("13:00", development()), at("15:00", concluded()))
      .when(corrected(7, { occurredAt: "2025-02-10T12:45:00Z" }))
      .thenRefused("left-hanging", { version: 6 });
  });
});

describe("a story that is reopened", () => {
  const over = [...scene, at("13:00", offer("bid")), at("15:00", concluded())];

  it("goes on where it was", () => {
    given(...over)
      .when(at("16:00", reopened("There is more.")), at("17:00", rejected("bid")))
      .then({ status: { stage: "rejected", outcome: undefined } });
  });

  it("was concluded", () => {
    given(...scene)
      .when(reopened())
      .thenRefused("story-not-concluded", { pointer: "/type" });
    given(...over, at("16:00", reopened()))
      .when(at("17:00", reopened()))
      .thenRefused("story-not-concluded", { pointer: "/type" });
    given(...over)
      .when(at("14:00", reopened()))
      .thenRefused("story-not-concluded", { pointer: "/type" });
  });

  it("can be concluded anew, and what happened in between is refused", () => {
    given(...over, at("16:00", reopened()))
      .when(at("18:00", concluded("That was it.")))
      .then({ status: { stage: "concluded", outcome: "That was it." } });
    given(...over, at("16:00", reopened()), at("18:00", concluded()))
      .when(at("15:30", development()))
      .thenRefused("story-concluded");
    given(...over, at("16:00", reopened()), at("18:00", concluded()))
      .when(at("17:00", development()))
      .then();
  });

  it("leaves nothing hanging where its reopening is retracted", () => {
    given(...over, at("16:00", reopened()), at("17:00", development()))
      .when(retracted(8))
      .thenRefused("left-hanging", { version: 9 });
  });
});
