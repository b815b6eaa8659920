import { describe, expect, it } from "vitest";
import {
  accepted,
  answer,
  at,
  closed,
  concluded,
  corrected,
  counter,
  development,
  insult,
  lapsed,
  offer,
  type Posted,
  question,
  rejected,
  retracted,
  revised,
  scene,
  statement,
  terminated,
  usd,
  withdrawn,
} from "../support/drafts.ts";
import { recorded, viewOf } from "../support/given.ts";
import { spaced } from "../support/sample.ts";

const status = (...drafts: Posted[]) => viewOf(recorded(...scene, ...drafts), "status");
const bid = offer("bid", { price: usd("97400000000") });

describe("the stage", () => {
  it.each<[string, string, string, string, Posted[]]>([
    [
      "before any offer",
      "opened",
      "No offer has been made yet: A bid.",
      "Aucune offre pour l’instant~: A bid.",
      [statement(), insult(), development()],
    ],
    [
      "where an offer is open",
      "offered",
      "A is bidding $97.4bn for T; T has yet to answer.",
      "A propose 97,4~Md~$US pour T^; T n’a pas encore répondu.",
      [bid],
    ],
    [
      "where an offer without a price is open",
      "offered",
      "A is bidding for T; T has yet to answer.",
      "A propose une offre sur T^; T n’a pas encore répondu.",
      [offer("bid")],
    ],
    [
      "where the newest open offer is a counter-offer",
      "countered",
      "B has countered with $54.20 per share for A; A has yet to answer.",
      "B a riposté~: 54,20~$US par action pour A^; A n’a pas encore répondu.",
      [bid, rejected("bid"), counter("riposte", "bid", { price: { ...usd("54.20"), basis: "per-share" } })],
    ],
    [
      "where it has no price",
      "countered",
      "B has countered with an offer for A; A has yet to answer.",
      "B a riposté~: une offre sur A^; A n’a pas encore répondu.",
      [bid, counter("riposte", "bid")],
    ],
    [
      "where an offer is newer than the counter-offer",
      "offered",
      "C is bidding $5 for T; T has yet to answer.",
      "C propose 5~$US pour T^; T n’a pas encore répondu.",
      [bid, counter("riposte", "bid"), offer("third", { by: "c", price: usd("5") })],
    ],
    [
      "after a rejection",
      "rejected",
      "B turned down A’s offer for T; no offer is open.",
      "B~: refus de l’offre d’A sur T^; plus aucune offre en cours.",
      [bid, rejected("bid")],
    ],
    [
      "after an acceptance",
      "agreed",
      "Accepted, and not yet closed: A’s offer for T.",
      "Acceptée, pas encore conclue~: l’offre d’A sur T.",
      [bid, accepted("bid")],
    ],
    [
      "after a withdrawal",
      "withdrawn",
      "Withdrawn: A’s offer for T; no offer is open.",
      "Retirée~: l’offre d’A sur T^; plus aucune offre en cours.",
      [bid, rejected("bid"), withdrawn("bid")],
    ],
    [
      "after a lapse",
      "lapsed",
      "Lapsed: A’s offer for T; no offer is open.",
      "Caduque~: l’offre d’A sur T^; plus aucune offre en cours.",
      [bid, lapsed("bid")],
    ],
    [
      "after a closing",
      "closed",
      "The deal is done: A’s offer for T.",
      "L’affaire est conclue~: l’offre d’A sur T.",
      [bid, accepted("bid"), closed("bid")],
    ],
    [
      "after a termination",
      "terminated",
      "The deal is off: A’s offer for T.",
      "L’affaire est rompue~: l’offre d’A sur T.",
      [bid, accepted("bid"), terminated("bid")],
    ],
    [
      "after the conclusion",
      "concluded",
      "It is over: Everybody goes home.",
      "C’est fini~: Everybody goes home.",
      [bid, concluded()],
    ],
  ])("%s is “%s”", (_, stage, en, fr, drafts) => {
    const log = recorded(...scene, ...drafts);
    expect(viewOf(log, "status")).toMatchObject({ stage, headline: en });
    expect(viewOf(log, "status", "fr").stage).toBe(stage);
    expect(spaced(viewOf(log, "status", "fr").headline)).toBe(fr);
  });

  it("goes by the open offers, whatever came of others since", () => {
    expect(status(bid, offer("other", { by: "c" }), rejected("other"))).toMatchObject({
      stage: "offered",
      headline: "A is bidding $97.4bn for T; T has yet to answer.",
      standingOffers: [{ offer: "bid" }],
    });
  });

  it("goes by the latest move where no offer is open, not by the newest offer", () => {
    expect(status(bid, offer("other", { by: "c" }), rejected("other"), withdrawn("bid"))).toMatchObject({
      stage: "withdrawn",
      headline: "Withdrawn: A’s offer for T; no offer is open.",
    });
  });

  it("goes by story order, not by log order", () => {
    expect(
      status(at("14:00", bid), at("15:00", rejected("bid")), at("13:00", offer("older")), at("13:30", lapsed("older"))),
    ).toMatchObject({ stage: "rejected", lastOccurredAt: "2025-02-10T15:00:00Z" });
  });

  it("is open again after a revision", () => {
    expect(status(bid, rejected("bid"), revised("bid", { price: usd("100000000000") }))).toMatchObject({
      stage: "offered",
      headline: "A is bidding $100bn for T; T has yet to answer.",
      awaiting: [{ party: "t", offer: "bid" }],
    });
  });

  describe("where a deal was made over an exchange of offers", () => {
    const raised = counter("raised", "bid", { target: "t" });
    const agreed = { stage: "agreed", standingOffers: [], awaiting: [] };

    it("no offer stands that the accepted counter-offer answers", () => {
      const again = counter("again", "raised", { by: "a", target: "t" });
      expect(status(bid, raised, accepted("raised", "a"))).toMatchObject(agreed);
      expect(status(bid, raised, again, accepted("again"))).toMatchObject(agreed);
      expect(status(bid, raised, accepted("raised", "a"), closed("raised"))).toMatchObject({ ...agreed, stage: "closed" });
      expect(status(bid, raised, accepted("raised", "a"), terminated("raised"))).toMatchObject({
        ...agreed,
        stage: "terminated",
      });
    });

    it("no counter-offer stands to the offer that was accepted", () =>
      expect(status(bid, raised, accepted("bid"))).toMatchObject(agreed));

    it("what is for another target stands, and so do a rival’s offer and one that was renewed", () => {
      const standing = (...drafts: Posted[]) => status(bid, ...drafts).standingOffers.map(({ offer }) => offer);
      expect(standing(counter("riposte", "bid"), accepted("riposte", "a"))).toEqual(["bid"]);
      expect(standing(counter("riposte", "bid"), accepted("bid"))).toEqual(["riposte"]);
      expect(standing(offer("rival", { by: "c" }), accepted("rival"))).toEqual(["bid"]);
      expect(standing(raised, accepted("raised", "a"), revised("bid", { price: usd("1") }))).toEqual(["bid"]);
    });

    it("an offer stands again once the acceptance was retracted", () =>
      expect(status(bid, raised, accepted("raised", "a"), retracted(8))).toMatchObject({ stage: "countered" }));
  });

  it("forgets what was retracted", () => {
    expect(status(bid, rejected("bid"), retracted(7))).toMatchObject({ stage: "offered" });
    expect(status(bid, retracted(6))).toMatchObject({ stage: "opened", lastMove: null });
  });
});

describe("who owes an answer", () => {
  it("is whom the offer was made to, else whom it answers, else its target", () => {
    expect(status(offer("bid", { to: "c" })).awaiting).toEqual([{ party: "c", name: "C", offer: "bid" }]);
    expect(status(offer("bid")).awaiting).toEqual([{ party: "t", name: "T", offer: "bid" }]);
    expect(status(offer("bid"), rejected("bid"), counter("riposte", "bid", { target: "c" })).awaiting).toEqual([
      { party: "a", name: "A", offer: "riposte" },
    ]);
    expect(status(offer("bid"), rejected("bid"), counter("riposte", "bid", { to: "c" })).awaiting).toEqual([
      { party: "c", name: "C", offer: "riposte" },
    ]);
  });

  it("is told for every open offer, the newest first", () => {
    expect(status(offer("bid"), offer("other", { by: "c" })).awaiting).toMatchObject([{ offer: "other" }, { offer: "bid" }]);
  });

  it("is nobody for an offer that a counter-offer has answered", () => {
    expect(status(offer("bid"), counter("riposte", "bid"))).toMatchObject({
      standingOffers: [{ offer: "riposte" }, { offer: "bid" }],
      awaiting: [{ offer: "riposte" }],
    });
  });

  it("is told again once that offer is revised", () => {
    expect(status(offer("bid"), counter("riposte", "bid"), revised("bid")).awaiting).toMatchObject([
      { offer: "riposte" },
      { offer: "bid" },
    ]);
  });

  it("is not told by the headline either, where the counter-offer came to nothing", () => {
    const log = recorded(...scene, bid, counter("riposte", "bid"), withdrawn("riposte"));
    expect(viewOf(log, "status")).toMatchObject({ stage: "offered", awaiting: [], headline: "A is bidding $97.4bn for T." });
    expect(spaced(viewOf(log, "status", "fr").headline)).toBe("A propose 97,4~Md~$US pour T.");
  });
});

describe("the last move", () => {
  it.each<[string, number, string, Posted[]]>([
    ["an offer’s", 6, "A offers $97.4bn for T", [bid, development()]],
    ["a revision", 7, "A’s offer for T is revised to $5", [bid, revised("bid", { price: usd("5") })]],
    ["a rejection", 7, "B rejects A’s offer for T", [bid, rejected("bid"), question("why")]],
    ["a closing", 8, "The deal closes at $5: A’s offer for T", [bid, accepted("bid"), closed("bid", { price: usd("5") })]],
    ["a termination", 8, "A calls the deal off: A’s offer for T", [bid, accepted("bid"), terminated("bid", { by: "a" })]],
    ["an insult", 7, "A insults B: “Swindler”", [bid, insult()]],
    ["a statement", 7, "B: “We are not for sale.”", [bid, statement()]],
  ])("is %s", (_, version, headline, drafts) => {
    expect(status(...drafts).lastMove).toMatchObject({ version, headline });
  });

  it("says what a correction makes of it", () => {
    expect(status(bid, corrected(6, { data: { offer: "bid", by: "c", target: "t" } })).lastMove?.headline).toBe("C bids for T");
  });
});

describe("the rest of the status", () => {
  it("counts insults and shows the latest in story order", () => {
    expect(status(at("14:00", insult()), at("13:00", insult({ by: "b", at: "a" }))).insults).toMatchObject({
      count: 2,
      latest: { version: 6, by: { party: "a" }, at: { party: "b" } },
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
