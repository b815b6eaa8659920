/** The life of an offer, written out by hand from the contract and held against the table that decides it, under every circumstance. */
import { describe, expect, it } from "vitest";
import { type Actor, type ActType, acts, rowFor, stateAfter, statesFor } from "../../../events/offers/table.ts";
import { type OfferStatus, offerStatuses } from "../../../events/story.ts";
import {
  accepted,
  blocked,
  cleared,
  closed,
  lapsed,
  offer,
  type Posted,
  party,
  rejected,
  revised,
  scene,
  terminated,
  usd,
  withdrawn,
} from "../../support/drafts.ts";
import { given, recorded, viewOf } from "../../support/given.ts";

/**
 * What comes of an act in each state: open, rejected, accepted, withdrawn, lapsed, terminated, closed, in that order. A letter is the state
 * that it comes to, by its first; `.` leaves it as it is; `-` is refused.
 */
type Fate = string;
const columns: readonly OfferStatus[] = ["open", "rejected", "accepted", "withdrawn", "lapsed", "terminated", "closed"];
const advice: Fate = "......-";

const fateIn = (fate: Fate, status: OfferStatus): OfferStatus | undefined => {
  const letter = fate[columns.indexOf(status)];
  return letter === "." ? status : columns.find((state) => state.startsWith(letter ?? "-"));
};

type Known = { by: Actor | undefined; accepted: boolean; complete: boolean; deadlineAlone: boolean };

/** The contract, by act: by whom, whether one of these has accepted, whether all who decide have now, whether the deadline alone changes. */
const contract: Record<ActType, (known: Known) => Fate> = {
  OfferRevised: ({ deadlineAlone }) => (deadlineAlone ? "oraooo-" : "ooaooo-"),
  OfferRejected: ({ by, accepted }) => {
    if (by === "addressee") return accepted ? "rr---.-" : "rrr--.-";
    if (by === "subject") return accepted ? "..---.-" : "..r--.-";
    return by === "other" ? advice : "-------";
  },
  OfferAccepted: ({ by, accepted, complete }) => {
    if (by === "other") return advice;
    if (by === undefined) return "-------";
    if (accepted) return "-----.-";
    if (complete) return "aaa--.-";
    return by === "addressee" ? "ooa--.-" : "..a--.-";
  },
  OfferWithdrawn: () => "www----",
  OfferLapsed: () => "lll----",
  DealTerminated: () => "--t----",
  DealClosed: () => "--c--c-",
  DealBlocked: () => advice,
  DealCleared: () => advice,
};

const both = [false, true];
const circumstances: Known[] = (["addressee", "subject", "other", undefined] as const).flatMap((by) =>
  both.flatMap((accepted) =>
    both.flatMap((complete) => both.map((deadlineAlone) => ({ by, accepted, complete, deadlineAlone }))),
  ),
);

describe.each(acts)("the table on %s", (act) => {
  it.each(offerStatuses)("decides as the contract does, of an offer that is %s", (status) => {
    const found = circumstances.map((known) => {
      const row = rowFor(status, { act, ...known });
      return [known, row && stateAfter(status, row)];
    });
    expect(found).toEqual(circumstances.map((known) => [known, fateIn(contract[act](known), status)]));
  });

  it("names the states that it admits", () => {
    for (const known of circumstances) {
      const admitted = offerStatuses.filter((status) => fateIn(contract[act](known), status) !== undefined);
      expect(statesFor({ act, ...known }).toSorted()).toEqual(admitted.toSorted());
    }
  });
});

/** `t` decides on the bid, its board speaks for it, `b` has to agree as well, and `c` is a stranger. */
const stage = [...scene, party("board", { of: "t" }), offer("bid", { price: usd("5"), subjectTo: "b" })];

const ways: Record<OfferStatus, Posted[]> = {
  open: [],
  rejected: [rejected("bid")],
  accepted: [accepted("bid")],
  withdrawn: [withdrawn("bid")],
  lapsed: [lapsed("bid")],
  terminated: [accepted("bid"), terminated("bid")],
  closed: [accepted("bid"), closed("bid")],
};

const tried: [name: string, act: Posted, fate: Fate][] = [
  ["a new price", revised("bid", { price: usd("6") }), "ooaooo-"],
  ["new terms", revised("bid", { terms: "In cash." }), "ooaooo-"],
  ["a new deadline alone", revised("bid", { expiresAt: "2025-03-01T00:00:00Z" }), "oraooo-"],
  ["a rejection by the addressee, which accepted what was agreed", rejected("bid", "t"), "rr---.-"],
  ["a rejection by the addressee's board, which has not accepted", rejected("bid", "board"), "rrr--.-"],
  ["a rejection by one who has to agree as well", rejected("bid", "b"), "..r--.-"],
  ["a rejection by a stranger", rejected("bid", "c"), advice],
  ["an acceptance by the addressee, which accepted what was agreed", accepted("bid", "t"), "aa---.-"],
  ["an acceptance by the addressee's board", accepted("bid", "board"), "aaa--.-"],
  ["an acceptance by one who has to agree as well", accepted("bid", "b"), "..a--.-"],
  ["an acceptance by a stranger", accepted("bid", "c"), advice],
  ["an acceptance by the board and a stranger together", accepted("bid", ["c", "board"]), "aaa--.-"],
  ["a withdrawal", withdrawn("bid"), "www----"],
  ["a lapse", lapsed("bid"), "lll----"],
  ["a termination", terminated("bid"), "--t----"],
  ["a closing", closed("bid"), "--c--c-"],
  ["a block", blocked("bid"), advice],
  ["a clearance", cleared("bid"), advice],
];

const statusAfter = (...drafts: Posted[]) => viewOf(recorded(...stage, ...drafts), "offers").offers[0]?.status;

describe.each(Object.entries(ways) as [OfferStatus, Posted[]][])("an offer that is %s", (status, way) => {
  it("is what it says", () => {
    expect(statusAfter(...way)).toBe(status);
  });

  it.each(tried)("takes or refuses %s", (_, act, fate) => {
    const after = fateIn(fate, status);
    if (after) expect(statusAfter(...way, act)).toBe(after);
    else
      given(...stage, ...way)
        .when(act)
        .thenRefused("offer-in-another-state", { pointer: "/data/offer" });
  });

  it("refuses a second offer of its slug", () => {
    given(...stage, ...way)
      .when(offer("bid", { by: "c" }))
      .thenRefused("offer-exists", { pointer: "/data/offer" });
  });
});
