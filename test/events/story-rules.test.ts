/** What opens a story, what comes late to it, and what has not happened yet. */
import { describe, it } from "vitest";
import {
  accepted,
  answer,
  at,
  background,
  concluded,
  corrected,
  counter,
  development,
  offer,
  opened,
  type Posted,
  party,
  question,
  rejected,
  retracted,
  scene,
  statement,
  terminated,
  withdrawn,
} from "../support/drafts.ts";
import { given } from "../support/given.ts";
import { now } from "../support/recorder.ts";

describe("opening a story", () => {
  it("comes first", () => {
    given()
      .when(opened())
      .then({ status: { stage: "opened" } });
  });

  it.each<[string, Posted]>([
    ["a party", party("a")],
    ["a development", development()],
    ["a correction", corrected(1, { precision: "day" })],
    ["a retraction", retracted(1)],
    ["a conclusion", concluded()],
  ])("is not left to %s", (_, draft) => {
    given().when(draft).thenRefused("story-not-open", { pointer: "/type" });
  });

  it("happens once", () => {
    given(...scene)
      .when(opened())
      .thenRefused("story-already-open", { pointer: "/type" });
  });

  it("happens once, even before all else", () => {
    given(...scene)
      .when(at("2001-01-01T00:00:00Z", opened()))
      .thenRefused("story-already-open", { pointer: "/type" });
  });

  it("can follow, in the world, what the story goes back to", () => {
    given(opened()).when(at("2022-10-27T00:00:00Z", background())).then();
  });
});

describe("late events", () => {
  it("are judged where they stand: a rejection before its offer's withdrawal", () => {
    given(...scene, at("12:30", offer("bid")), at("13:00", withdrawn("bid")))
      .when(at("12:45", rejected("bid")))
      .then({ offers: { offers: [{ status: "withdrawn", rejectedBy: [{ party: "t" }] }] } });
  });

  it("are refused where something after them would be left hanging, which is named", () => {
    given(...scene, at("12:30", offer("bid")), at("13:00", accepted("bid")))
      .when(at("12:45", withdrawn("bid")))
      .thenRefused("left-hanging", { version: 7 });
  });

  it("are refused for their own sake where they stand too early", () => {
    given(...scene, at("12:30", offer("bid")), at("13:00", accepted("bid")))
      .when(at("12:45", terminated("bid")))
      .thenRefused("offer-in-another-state", { pointer: "/data/offer" });
  });

  it("let an offer be made before another that answers it", () => {
    given(...scene, at("13:00", offer("bid")))
      .when(at("12:30", offer("older", { by: "c" })), at("12:45", counter("riposte", "older", { target: "c" })))
      .then({ status: { stage: "offered", standingOffers: [{ offer: "bid" }, { offer: "riposte" }] } });
  });

  it("with the same time stand in the order of their versions, whatever their zones", () => {
    given(...scene, at("13:00", offer("bid")))
      .when(at("13:00", rejected("bid")))
      .then({ status: { stage: "rejected" } });
    given(...scene, at("13:00", offer("bid")))
      .when(at("2025-02-10T14:30:00.000+01:00", rejected("bid")), at("2025-02-10T14:15:00+01:00", accepted("bid")))
      .thenRefused("left-hanging", { version: 7 });
  });

  it("introduce parties and questions at any time", () => {
    given(...scene, question("why"), answer("why"))
      .when(
        at("23:00", party("late")),
        at("11:00", statement({ by: "late" })),
        at("23:30", question("who")),
        at("10:00", answer("who")),
      )
      .then({ status: { openQuestions: 0 }, cast: { parties: [{}, {}, {}, {}, { party: "late", statements: 1 }] } });
  });
});

describe("questions", () => {
  it("are answered once", () => {
    given(...scene, question("why"), answer("why"))
      .when(answer("why", "For the fun."))
      .thenRefused("question-not-open", { pointer: "/data/question" });
  });

  it("are open again once the answer was retracted", () => {
    given(...scene, question("why"), answer("why"), retracted(7))
      .when(answer("why", "For the fun."))
      .then({ questions: { open: [], answered: [{ answer: { text: "For the fun.", version: 9 } }] } });
  });

  it("keep the answer that happened first: a later one would be left hanging", () => {
    given(...scene, question("why"), at("13:00", answer("why")))
      .when(at("12:59", answer("why", "For the fun.")))
      .thenRefused("left-hanging", { version: 7 });
  });
});

describe("the future", () => {
  it.each([
    ["to the second", "2025-06-01T12:05:00Z"],
    ["in another zone", "2025-06-01T14:05:00+02:00"],
  ])("begins after five minutes, %s", (_, time) => {
    given(...scene)
      .when(at(time, development()))
      .then();
  });

  it.each([
    ["a nanosecond more", "2025-06-01T12:05:00.000000001Z"],
    ["in another zone", "2025-06-01T14:05:01+02:00"],
    ["a year more", "2026-06-01T00:00:00Z"],
  ])("is refused: %s", (_, time) => {
    given(...scene)
      .when(at(time, development()))
      .thenRefused("in-the-future", { pointer: "/occurredAt" });
  });

  it("is refused for corrections and retractions themselves", () => {
    given(...scene)
      .when(at("2025-06-01T12:06:00Z", retracted(4)))
      .thenRefused("in-the-future", { pointer: "/occurredAt" });
  });

  it("is refused where a correction would move an event there", () => {
    given(...scene)
      .when(corrected(4, { occurredAt: "2025-06-01T12:06:00Z" }))
      .thenRefused("in-the-future", { pointer: "/data/replacement/occurredAt" });
  });

  it("hangs on the clock that is given", () => {
    given(opened()).whenAt("2025-02-10T11:00:00Z", at("12:00", development())).thenRefused("in-the-future");
    given(opened()).whenAt(now, at("12:00", development())).then();
  });
});
