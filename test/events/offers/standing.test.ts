/** Which offers stand, whom they wait for, what a deal has superseded, and what is kept of each. */
import { describe, expect, it } from "vitest";
import {
  accepted,
  at,
  closed,
  counter,
  lapsed,
  offer,
  type Posted,
  party,
  proposal,
  rejected,
  retracted,
  revised,
  scene,
  terminated,
  usd,
  withdrawn,
} from "../../support/drafts.ts";
import { recorded, viewOf } from "../../support/given.ts";

const status = (...drafts: Posted[]) => viewOf(recorded(...scene, ...drafts), "status");
const standing = (...drafts: Posted[]) => status(...drafts).standingOffers.map(({ offer }) => offer);
const awaiting = (...drafts: Posted[]) => status(...drafts).awaiting.map(({ offer, party }) => `${offer} ${party}`);
const offers = (...drafts: Posted[]) => viewOf(recorded(...scene, ...drafts), "offers").offers;
const superseded = (...drafts: Posted[]) => offers(...drafts).flatMap(({ offer, superseded }) => (superseded ? [offer] : []));

const bid = offer("bid", { price: usd("10") });
const board = party("board", { of: "t" });
const ask = counter("ask", "bid", { by: "t", target: "t", price: usd("12") });
const rival = offer("rival", { by: "b", price: usd("11") });

describe("an addressee", () => {
  it("is whom the offer names, else who made what it answers, else the target", () => {
    expect(awaiting(offer("bid", { to: ["b", "c"] }))).toEqual(["bid b", "bid c"]);
    expect(awaiting(bid)).toEqual(["bid t"]);
    expect(awaiting(bid, ask)).toEqual(["ask a"]);
    expect(awaiting(bid, counter("ask", "bid", { target: "t", to: "c" }))).toEqual(["ask c"]);
    expect(awaiting(proposal("fight"))).toEqual(["fight b"]);
  });

  it("is spoken for by whoever is of it, one step and no further", () => {
    expect(status(board, bid, rejected("bid", "board")).stage).toBe("rejected");
    const chair = party("chair", { of: "board" });
    expect(status(board, chair, bid, rejected("bid", "chair")).stage).toBe("offered");
  });

  it("is not spoken for by whoever has to agree itself, or is addressed itself", () => {
    const holders = party("holders", { of: "t" });
    expect(status(holders, offer("bid", { subjectTo: "holders" }), accepted("bid", "holders")).stage).toBe("offered");
    expect(awaiting(holders, offer("bid", { to: ["t", "holders"] }), accepted("bid", "holders"))).toEqual(["bid t"]);
  });

  it("has a word that is the newest of all who speak for it", () => {
    const two = offer("bid", { to: ["t", "c"] });
    expect(status(board, two, accepted("bid", "t"), rejected("bid", "board")).stage).toBe("rejected");
    expect(offers(board, two, rejected("bid", "t"), accepted("bid", "c"))[0]?.status).toBe("open");
    expect(status(board, two, rejected("bid", "board"), accepted("bid", ["t", "c"])).stage).toBe("agreed");
  });
});

describe("an answer", () => {
  it("is a counter-offer by an addressee: the offer waits for nobody and does not stand", () => {
    expect(standing(bid, ask)).toEqual(["ask"]);
    expect(awaiting(bid, ask)).toEqual(["ask a"]);
    expect(standing(board, bid, counter("ask", "bid", { by: "board", target: "t" }))).toEqual(["ask"]);
  });

  it("can still be accepted over", () => {
    expect(status(bid, ask, accepted("bid")).stage).toBe("agreed");
  });

  it("is not a counter-offer by somebody else, which is a rival", () => {
    expect(standing(bid, counter("rival", "bid", { by: "b", target: "t", to: "t" }))).toEqual(["rival", "bid"]);
  });

  it("is taken away where the counter-offer is withdrawn or lapses, and not where it is rejected", () => {
    expect(standing(bid, ask, withdrawn("ask"))).toEqual(["bid"]);
    expect(standing(bid, ask, lapsed("ask"))).toEqual(["bid"]);
    expect(standing(bid, ask, rejected("ask", "a"))).toEqual([]);
    expect(status(bid, ask, rejected("ask", "a")).stage).toBe("rejected");
  });

  it("is a revision of one's own offer: it answers the newest counter to it, and stands again", () => {
    expect(standing(bid, ask, revised("bid", { price: usd("11") }))).toEqual(["bid"]);
    expect(standing(bid, ask, revised("bid", { expiresAt: "2025-03-01T00:00:00Z" }))).toEqual(["ask"]);
  });

  it("goes on, step by step", () => {
    const third = counter("third", "ask", { by: "a", target: "t", price: usd("11") });
    const fourth = counter("fourth", "third", { target: "t", price: usd("11.5") });
    expect(standing(bid, ask, third)).toEqual(["third"]);
    expect(standing(bid, ask, third, fourth)).toEqual(["fourth"]);
    expect(standing(bid, ask, third, fourth, revised("ask", { price: usd("11.8") }))).toEqual(["ask", "fourth"]);
  });

  it("is awaited anew once the offer moves, and not once its deadline alone does", () => {
    const two = offer("bid", { to: ["t", "c"], price: usd("10") });
    expect(awaiting(two, accepted("bid", "t"))).toEqual(["bid c"]);
    expect(awaiting(two, accepted("bid", "t"), revised("bid", { expiresAt: "2025-03-01T00:00:00Z" }))).toEqual(["bid c"]);
    expect(awaiting(two, accepted("bid", "t"), revised("bid", { price: usd("11") }))).toEqual(["bid t", "bid c"]);
  });
});

describe("an agreement", () => {
  const subject = offer("bid", { price: usd("10"), subjectTo: ["b", "c"] });

  it("waits for those who have to agree as well", () => {
    expect(awaiting(subject, accepted("bid"))).toEqual(["bid b", "bid c"]);
    expect(awaiting(subject, accepted("bid"), accepted("bid", "b"))).toEqual(["bid c"]);
    expect(status(subject, accepted("bid"), accepted("bid", ["b", "c"]))).toMatchObject({ stage: "agreed", awaiting: [] });
    expect(status(subject, accepted("bid"), rejected("bid", "c")).stage).toBe("rejected");
  });

  it("is agreed to anew where its price changes, and not where anything else does", () => {
    const signed = [subject, accepted("bid"), accepted("bid", ["b", "c"])];
    expect(awaiting(...signed, revised("bid", { terms: "In cash." }))).toEqual([]);
    expect(awaiting(...signed, revised("bid", { price: usd("11") }))).toEqual(["bid b", "bid c"]);
    expect(status(...signed, revised("bid", { price: usd("11") })).stage).toBe("agreed");
  });

  it("takes a vote after a disputed termination, which changes nothing", () => {
    const over = [subject, accepted("bid"), terminated("bid")];
    expect(offers(...over, accepted("bid", "b"))[0]).toMatchObject({
      status: "terminated",
      acceptedBy: [{ party: "t" }, { party: "b" }],
    });
    expect(offers(...over, rejected("bid", "t"))[0]).toMatchObject({ status: "terminated", rejectedBy: [{ party: "t" }] });
  });

  it("can be amended whom it is addressed to", () => {
    const holders = party("holders", { of: "t" });
    const tender = [holders, offer("bid", { to: "holders" })];
    expect(status(...tender, accepted("bid", "t")).stage).toBe("offered");
    expect(status(...tender, revised("bid", { to: "t", subjectTo: "holders" }), accepted("bid", "t"))).toMatchObject({
      stage: "agreed",
      awaiting: [{ party: "holders" }],
    });
  });
});

describe("advice", () => {
  const adviceOf = (...drafts: Posted[]) =>
    status(...drafts).standingOffers[0]?.advice.map(({ party, inFavour }) => [party, inFavour]);

  it("is told, the newest of each, and decides nothing", () => {
    expect(adviceOf(bid, rejected("bid", "c"), accepted("bid", "b"))).toEqual([
      ["c", false],
      ["b", true],
    ]);
    expect(adviceOf(bid, rejected("bid", "c"), accepted("bid", "c"))).toEqual([["c", true]]);
    expect(awaiting(bid, rejected("bid", "c"))).toEqual(["bid t"]);
  });

  it("is emptied by a move, and not by a new deadline alone", () => {
    expect(adviceOf(bid, rejected("bid", "c"), revised("bid", { price: usd("11") }))).toEqual([]);
    expect(adviceOf(bid, rejected("bid", "c"), revised("bid", { expiresAt: "2025-03-01T00:00:00Z" }))).toEqual([["c", false]]);
  });

  it("is kept with the offer, with its date", () => {
    expect(
      offers(bid, at("13:00", rejected("bid", "c")), at("14:00", revised("bid", { price: usd("11") })))[0]?.advice,
    ).toMatchObject([{ party: "c", inFavour: false, current: false, occurredAt: "2025-02-10T13:00:00Z" }]);
  });
});

describe("an offer that a deal has superseded", () => {
  it("is every other of its exchange, once one is accepted", () => {
    const third = counter("third", "ask", { by: "a", target: "t" });
    expect(superseded(bid, ask, accepted("ask", "a"))).toEqual(["bid"]);
    expect(superseded(bid, ask, accepted("bid"))).toEqual(["ask"]);
    expect(superseded(bid, ask, third, accepted("third", "t"))).toEqual(["bid", "ask"]);
  });

  it("is another for the target of its bidders, and of who accepted it", () => {
    expect(superseded(bid, offer("again", { price: usd("12") }), accepted("again"))).toEqual(["bid"]);
    const sale = offer("sale", { by: "t", to: "b", target: "t" });
    expect(superseded(sale, bid, accepted("bid"))).toEqual(["sale"]);
    expect(superseded(board, sale, bid, accepted("bid", "board"))).toEqual(["sale"]);
  });

  it("is not a rival's, until the deal is closed", () => {
    expect(superseded(bid, rival, accepted("bid"))).toEqual([]);
    expect(standing(bid, rival, accepted("bid"))).toEqual(["rival"]);
    expect(superseded(bid, rival, accepted("bid"), closed("bid"))).toEqual(["rival"]);
  });

  it("is one for a part, once the whole was sold, and not one for the whole once a part was", () => {
    const unit = [party("unit", { of: "t" }), offer("part", { by: "b", target: "unit" })];
    expect(superseded(...unit, bid, accepted("bid"), closed("bid"))).toEqual(["part"]);
    expect(superseded(...unit, bid, accepted("part", "unit"), closed("part"))).toEqual([]);
  });

  it("moved before the deal was: one that is renewed or made after it stands", () => {
    expect(superseded(bid, ask, accepted("ask", "a"), revised("bid", { price: usd("13") }))).toEqual([]);
    expect(superseded(bid, accepted("bid"), closed("bid"), rival)).toEqual([]);
    expect(superseded(bid, ask, accepted("ask", "a"), revised("bid", { expiresAt: "2025-03-01T00:00:00Z" }))).toEqual(["bid"]);
  });

  it("is superseded no longer than the deal is one", () => {
    expect(superseded(bid, ask, accepted("ask", "a"), terminated("ask"))).toEqual([]);
    expect(superseded(bid, ask, accepted("ask", "a"), retracted(8))).toEqual([]);
    expect(superseded(bid, rival, accepted("bid"), withdrawn("bid"))).toEqual([]);
  });

  it("is open in the log", () => {
    expect(offers(bid, ask, accepted("ask", "a")).map(({ status }) => status)).toEqual(["open", "accepted"]);
  });
});

describe("a side deal", () => {
  const aside = offer("aside", { by: "c", to: "t", aside: true, price: usd("1") });

  it("stands in the offers alone, and is never the headline", () => {
    expect(status(aside)).toMatchObject({ stage: "opened", standingOffers: [], awaiting: [], agreements: [] });
    expect(status(aside, accepted("aside"))).toMatchObject({ stage: "opened", agreements: [] });
    expect(status(bid, rejected("bid"), aside)).toMatchObject({ stage: "rejected", standingOffers: [] });
    expect(offers(aside)).toMatchObject([{ offer: "aside", aside: true, status: "open" }]);
  });
});
