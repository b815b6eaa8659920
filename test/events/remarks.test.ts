/** What becomes of words and of reports: taken back, confirmed, denied. */
import { describe, expect, it } from "vitest";
import { certaintyOf } from "../../events/story.ts";
import { foldFromZero } from "../../projections/fold.ts";
import {
  accepted,
  at,
  closed,
  concluded,
  confirmed,
  corrected,
  counter,
  denied,
  development,
  insult,
  offer,
  type Posted,
  rejected,
  reported,
  retracted,
  revised,
  scene,
  statement,
  takenBack,
  terminated,
  usd,
  withdrawn,
} from "../support/drafts.ts";
import { given, recorded } from "../support/given.ts";

describe("words", () => {
  it.each(["deleted", "apologised", "denied", "clarified"] as const)("can be %s, and are told as such", (how) => {
    given(...scene, insult())
      .when(takenBack(6, { how }))
      .then({ insults: { total: 1, latest: [{ version: 6, takenBack: [{ version: 7, how, by: [{ party: "a" }] }] }] } });
  });

  it("can be taken back by several, and again", () => {
    given(...scene, insult(), takenBack(6))
      .when(takenBack(6, { by: ["a", "c"], how: "apologised" }))
      .then({ insults: { latest: [{ takenBack: [{ how: "deleted" }, { how: "apologised" }] }] } });
  });

  it.each<[string, Posted]>([
    ["a statement's", statement()],
    ["an offer's", offer("bid", { quote: { text: "Take it.", language: "en" } })],
    ["an answer's", rejected("bid", "t", { quote: { text: "No.", language: "en" } })],
  ])("are %s, too", (_, draft) => {
    const before = draft.type === "OfferRejected" ? [offer("bid")] : [];
    given(...scene, ...before, draft)
      .when(takenBack(6 + before.length))
      .then();
  });

  it("were said before, in an event that quotes them", () => {
    given(...scene, development())
      .when(takenBack(6))
      .thenRefused("no-words-there", { pointer: "/data/event" });
    given(...scene, at("13:00", insult()))
      .when(at("12:30", takenBack(6)))
      .thenRefused("no-words-there", { pointer: "/data/event" });
    given(...scene)
      .when(takenBack(6))
      .thenRefused("unknown-event", { pointer: "/data/event" });
    given(...scene, insult(), retracted(6))
      .when(takenBack(6))
      .thenRefused("no-words-there", { pointer: "/data/event" });
  });

  it("are left hanging where a correction takes them away or moves them", () => {
    given(...scene, offer("bid", { quote: { text: "Take it.", language: "en" } }), takenBack(6))
      .when(corrected(6, { data: { quote: null } }))
      .thenRefused("left-hanging", { version: 7 });
    given(...scene, insult(), takenBack(6))
      .when(corrected(6, { occurredAt: "2025-02-10T18:00:00Z" }))
      .thenRefused("left-hanging", { version: 7 });
  });
});

const certainties = (...drafts: Posted[]) => {
  const log = recorded(...scene, ...drafts);
  const { story } = foldFromZero(log, []);
  return log.slice(scene.length).map(({ version }) => certaintyOf(story, version));
};
const bid = reported(offer("bid", { price: usd("5") }));

describe("a report", () => {
  it("is confirmed, and then it is certain", () => {
    expect(certainties(bid)).toEqual(["reported"]);
    expect(certainties(bid, confirmed(6, "a"))).toEqual(["confirmed", "confirmed"]);
  });

  it("that is denied stays one, and changes no state", () => {
    expect(certainties(bid, denied(6, "a"))).toEqual(["reported", "confirmed"]);
    given(...scene, bid)
      .when(denied(6, "t"))
      .then({ status: { stage: "offered", standingOffers: [{ offer: "bid" }] } });
  });

  it("can be denied, then confirmed; and denied by others", () => {
    given(...scene, bid, denied(6, "a"))
      .when(denied(6, "t"), confirmed(6))
      .then();
  });

  it("is confirmed once, and then neither confirmed nor denied", () => {
    for (const draft of [confirmed(6), denied(6)])
      given(...scene, bid, confirmed(6))
        .when(draft)
        .thenRefused("not-only-reported", { pointer: "/data/event" });
  });

  it("was reported only, and stands before", () => {
    for (const draft of [confirmed(6), denied(6)]) {
      given(...scene, offer("bid"))
        .when(draft)
        .thenRefused("not-only-reported", { pointer: "/data/event" });
      given(...scene, at("13:00", bid))
        .when(at("12:30", draft))
        .thenRefused("not-only-reported", { pointer: "/data/event" });
    }
  });

  it("is left hanging where a correction makes it certain", () => {
    given(...scene, bid, confirmed(6))
      .when(corrected(6, { certainty: "confirmed" }))
      .thenRefused("left-hanging", { version: 7 });
  });

  it.each<[string, Posted]>([
    ["a revision", revised("bid", { price: usd("6") })],
    ["a withdrawal", withdrawn("bid")],
    ["a rejection", rejected("bid")],
    ["an acceptance", accepted("bid")],
  ])("of an offer is confirmed by %s that is certain, and not by one that is reported", (_, draft) => {
    expect(certainties(bid, draft)).toEqual(["confirmed", "confirmed"]);
    expect(certainties(bid, reported(draft))).toEqual(["reported", "reported"]);
  });

  it.each<[string, Posted]>([
    ["a termination", terminated("bid")],
    ["a closing", closed("bid")],
  ])("of an agreement is confirmed by %s", (_, draft) => {
    expect(certainties(bid, reported(accepted("bid")), draft)).toEqual(["confirmed", "confirmed", "confirmed"]);
  });

  it("of a revision is confirmed by what comes of the offer next", () => {
    expect(certainties(offer("bid"), reported(revised("bid", { price: usd("6") })), withdrawn("bid"))).toEqual([
      "confirmed",
      "confirmed",
      "confirmed",
    ]);
  });

  it("of one offer is not confirmed by what is done about another, nor by advice", () => {
    expect(certainties(bid, offer("other", { by: "c" }), rejected("other"))).toEqual(["reported", "confirmed", "confirmed"]);
    expect(certainties(bid, rejected("bid", "c"))).toEqual(["reported", "confirmed"]);
    expect(certainties(bid, counter("ask", "bid"))).toEqual(["reported", "confirmed"]);
  });

  it("is confirmed by no later act where that was retracted", () => {
    expect(certainties(bid, withdrawn("bid"), retracted(7))[0]).toBe("reported");
  });

  it("is neither confirmed nor denied after the conclusion", () => {
    given(...scene, bid, concluded())
      .when(denied(6))
      .thenRefused("story-concluded");
  });
});
