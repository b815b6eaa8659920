import { describe, expect, it } from "vitest";
import {
  accepted,
  announced,
  answer,
  at,
  blocked,
  changed,
  cleared,
  closed,
  concluded,
  corrected,
  counter,
  development,
  insult,
  lapsed,
  offer,
  opened,
  type Posted,
  party,
  question,
  rejected,
  reopened,
  retracted,
  revised,
  scene,
  statement,
  takenBack,
  terminated,
  usd,
  withdrawn,
} from "../support/drafts.ts";
import { recorded, viewOf } from "../support/given.ts";

const status = (...drafts: Posted[]) => viewOf(recorded(...scene, ...drafts), "status");
const bid = offer("bid", { price: usd("97400000000") });

describe("the stage", () => {
  it.each<[string, string, Posted[]]>([
    ["before anything", "opened", []],
    ["before any offer, and before any insult", "opened", [statement(), development()]],
    ["where there are insults alone", "quarrel", [insult(), statement()]],
    ["where an offer is open", "offered", [bid]],
    ["where it was insulted over", "offered", [bid, insult()]],
    ["where the newest offer that stands is a counter-offer", "countered", [bid, counter("riposte", "bid")]],
    ["where an offer is newer than it", "offered", [bid, counter("riposte", "bid"), offer("third", { by: "c" })]],
    ["after a rejection", "rejected", [bid, rejected("bid")]],
    ["after advice against it", "offered", [bid, rejected("bid", "c")]],
    ["after an acceptance", "agreed", [bid, accepted("bid")]],
    ["after an acceptance that is blocked", "agreed", [bid, accepted("bid"), blocked("bid")]],
    ["after a withdrawal", "withdrawn", [bid, rejected("bid"), withdrawn("bid")]],
    ["after a lapse", "lapsed", [bid, lapsed("bid")]],
    ["after a closing", "closed", [bid, accepted("bid"), closed("bid")]],
    ["after a closing, and another offer", "offered", [bid, accepted("bid"), closed("bid"), offer("next", { by: "c" })]],
    ["after a termination", "terminated", [bid, accepted("bid"), terminated("bid")]],
    ["after the conclusion", "concluded", [bid, concluded()]],
    ["after it was reopened", "offered", [bid, concluded(), reopened()]],
  ])("%s is “%s”, in either language", (_, stage, drafts) => {
    const log = recorded(...scene, ...drafts);
    expect(viewOf(log, "status").stage).toBe(stage);
    expect(viewOf(log, "status", "fr").stage).toBe(stage);
  });

  it("goes by the offers that stand, whatever came of others since", () => {
    expect(status(bid, offer("other", { by: "c" }), rejected("other"))).toMatchObject({
      stage: "offered",
      standingOffers: [{ offer: "bid" }],
    });
  });

  it("goes by the fate that was decided last where no offer stands, and a second rejection decides nothing anew", () => {
    expect(status(bid, offer("other", { by: "c" }), rejected("other"), withdrawn("bid")).stage).toBe("withdrawn");
    expect(status(bid, offer("other", { by: "c" }), rejected("bid"), withdrawn("other"), rejected("bid")).stage).toBe(
      "withdrawn",
    );
  });

  it("goes by story order, not by log order", () => {
    expect(
      status(at("14:00", bid), at("15:00", rejected("bid")), at("13:00", offer("older")), at("13:30", lapsed("older"))),
    ).toMatchObject({ stage: "rejected", lastOccurredAt: "2025-02-10T15:00:00Z" });
  });

  it("is open again after a revision", () => {
    expect(status(bid, rejected("bid"), revised("bid", { price: usd("100000000000") }))).toMatchObject({
      stage: "offered",
      awaiting: [{ party: "t", offer: "bid" }],
    });
  });

  it("forgets what was retracted", () => {
    expect(status(bid, rejected("bid"), retracted(7))).toMatchObject({ stage: "offered" });
    expect(status(bid, retracted(6))).toMatchObject({ stage: "opened", lastMove: null });
  });
});

describe("who blocks an offer", () => {
  it("is told with its body, as long as that is its newest word", () => {
    const bodies = [party("house"), party("first", { of: "house" }), party("second", { of: "house" })];
    const drafts = [...bodies, bid, blocked("bid", "first")];
    expect(status(...drafts).blockedBy).toMatchObject([{ party: "first", body: { party: "house" }, offer: "bid" }]);
    expect(status(...drafts, cleared("bid", "second")).blockedBy).toEqual([]);
    expect(status(...drafts, cleared("bid", "c")).blockedBy).toMatchObject([{ party: "first" }]);
    expect(status(...drafts, blocked("bid", "second")).blockedBy).toMatchObject([{ party: "second" }]);
  });

  it("is nobody of an offer that is over", () => {
    expect(status(bid, blocked("bid"), withdrawn("bid")).blockedBy).toEqual([]);
    expect(status(bid, blocked("bid"), rejected("bid")).blockedBy).toMatchObject([{ party: "c" }]);
  });
});

describe("what happens next", () => {
  const next = (...drafts: Posted[]) => status(...drafts).next.map(({ what, at }) => `${what} ${at}`);

  it("is what was announced, the next first, and of the same thing the newest date", () => {
    expect(next(announced("The vote", "2025-03-10"), announced("The board meets", "2025-03-01", ["t"]))).toEqual([
      "The board meets 2025-03-01",
      "The vote 2025-03-10",
    ]);
    expect(next(announced("The vote", "2025-03-10"), announced("The vote", "2025-04-10"))).toEqual(["The vote 2025-04-10"]);
  });

  it("is gone once the story has passed it: a day once the next one has begun", () => {
    const vote = announced("The vote", "2025-02-11");
    expect(next(vote, at("2025-02-11T23:59:00Z", development()))).toEqual(["The vote 2025-02-11"]);
    expect(next(vote, at("2025-02-12T00:00:00Z", development()))).toEqual([]);
    expect(next(vote, at("2025-02-12T00:00:00Z", question("why")))).toEqual(["The vote 2025-02-11"]);
    expect(next(announced("The vote", "2025-02-11T09:00:00Z"), at("2025-02-11T09:00:00Z", development()))).toEqual([]);
  });

  it("is, of one day, what was announced first in the story, whichever was recorded first", () => {
    const [early, late] = [
      at("13:00", announced("The board meets", "2025-03-10")),
      at("14:00", announced("The vote", "2025-03-10")),
    ];
    expect(next(late, early)).toEqual(["The board meets 2025-03-10", "The vote 2025-03-10"]);
    expect(next(early, late)).toEqual(["The board meets 2025-03-10", "The vote 2025-03-10"]);
  });

  it("goes by the day of the story's own zone", () => {
    const here = { ...opened({ timeZone: "America/New_York" }) };
    const log = recorded(here, announced("The vote", "2025-02-11"), at("2025-02-12T03:00:00Z", development()));
    expect(viewOf(log, "status").next).toHaveLength(1);
  });
});

describe("the last move", () => {
  it.each<[string, number, Posted[]]>([
    ["an offer, whatever is asked about it", 6, [bid, question("why"), party("d")]],
    ["a development", 7, [bid, development()]],
    ["a block", 7, [bid, blocked("bid")]],
    ["words taken back", 7, [insult(), takenBack(6)]],
    ["a rejection", 7, [bid, rejected("bid"), question("why")]],
    ["a conclusion", 7, [bid, concluded(), changed("a", { name: "Alpha" })]],
    ["what happened last, not what was told last", 6, [at("15:00", bid), at("14:00", development())]],
  ])("is %s", (_, version, drafts) => {
    expect(status(...drafts).lastMove).toMatchObject({ version });
  });

  it("says what a correction makes of it", () => {
    expect(status(bid, corrected(6, { data: { by: "c" } })).lastMove?.headline).toBe("C bids $97.4bn for T");
  });
});

describe("the rest of the status", () => {
  it("counts insults and shows the latest in story order", () => {
    expect(status(at("14:00", insult()), at("13:00", insult({ by: "b", at: "a" }))).insults).toMatchObject({
      count: 2,
      latest: { version: 6, by: [{ party: "a" }], at: [{ party: "b" }] },
    });
    expect(status().insults).toEqual({ count: 0, latest: null });
  });

  it("counts open questions", () => {
    expect(status(question("why"), question("who"), answer("who")).openQuestions).toBe(1);
    expect(status(question("constructor"), question("123"), answer("123")).openQuestions).toBe(1);
    expect(status(question("why"), question("who"), retracted(6)).openQuestions).toBe(1);
  });

  it("has the outcome once the story is concluded", () => {
    expect(status(concluded("T stays alone.")).outcome).toBe("T stays alone.");
    expect(status().outcome).toBeUndefined();
  });

  it("says when something last happened, and how exactly that is known", () => {
    expect(status({ ...at("2025-02-11T00:00:00+01:00", development()), precision: "day" })).toMatchObject({
      lastOccurredAt: "2025-02-11T00:00:00+01:00",
      lastPrecision: "day",
    });
  });
});
