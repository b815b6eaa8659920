import { describe, expect, it } from "vitest";
import type { OfferStatus } from "../../events/story.ts";
import {
  accepted,
  at,
  closed,
  counter,
  lapsed,
  offer,
  type Posted,
  rejected,
  revised,
  scene,
  terminated,
  withdrawn,
} from "../support/drafts.ts";
import { given, recorded, viewOf } from "../support/given.ts";

const states: Record<OfferStatus, Posted[]> = {
  open: [],
  rejected: [rejected("bid")],
  accepted: [accepted("bid")],
  withdrawn: [withdrawn("bid")],
  lapsed: [lapsed("bid")],
  closed: [accepted("bid"), closed("bid")],
  terminated: [accepted("bid"), terminated("bid")],
};

const open = "offer-not-open";
const agreed = "offer-not-accepted";
const other = "offer-in-another-state";

/** What comes of a move in each state: what the offer is then, or `!` and the code that refuses it. */
const moves: Record<string, { move: Posted; at?: string; in: Record<OfferStatus, OfferStatus | `!${string}`> }> = {
  "a revision": {
    move: revised("bid"),
    in: {
      open: "open",
      rejected: "open",
      accepted: `!${other}`,
      withdrawn: "open",
      lapsed: "open",
      closed: `!${other}`,
      terminated: `!${other}`,
    },
  },
  "a rejection by somebody else": {
    move: rejected("bid", "c"),
    in: {
      open: "rejected",
      rejected: "rejected",
      accepted: `!${other}`,
      withdrawn: `!${other}`,
      lapsed: `!${other}`,
      closed: `!${other}`,
      terminated: `!${other}`,
    },
  },
  "an acceptance": {
    move: accepted("bid", "c"),
    in: {
      open: "accepted",
      rejected: `!${open}`,
      accepted: `!${open}`,
      withdrawn: `!${open}`,
      lapsed: `!${open}`,
      closed: `!${open}`,
      terminated: `!${open}`,
    },
  },
  "a withdrawal": {
    move: withdrawn("bid"),
    in: {
      open: "withdrawn",
      rejected: "withdrawn",
      accepted: "withdrawn",
      withdrawn: `!${other}`,
      lapsed: `!${other}`,
      closed: `!${other}`,
      terminated: `!${other}`,
    },
  },
  "a lapse": {
    move: lapsed("bid"),
    in: {
      open: "lapsed",
      rejected: "lapsed",
      accepted: `!${other}`,
      withdrawn: `!${other}`,
      lapsed: `!${other}`,
      closed: `!${other}`,
      terminated: `!${other}`,
    },
  },
  "a closing": {
    move: closed("bid"),
    in: {
      open: `!${agreed}`,
      rejected: `!${agreed}`,
      accepted: "closed",
      withdrawn: `!${agreed}`,
      lapsed: `!${agreed}`,
      closed: `!${agreed}`,
      terminated: `!${agreed}`,
    },
  },
  "a termination": {
    move: terminated("bid"),
    in: {
      open: `!${agreed}`,
      rejected: `!${agreed}`,
      accepted: "terminated",
      withdrawn: `!${agreed}`,
      lapsed: `!${agreed}`,
      closed: `!${agreed}`,
      terminated: `!${agreed}`,
    },
  },
  "a counter-offer": {
    move: counter("riposte", "bid"),
    at: "/data/inReplyTo",
    in: {
      open: "open",
      rejected: "rejected",
      accepted: `!${open}`,
      withdrawn: `!${open}`,
      lapsed: `!${open}`,
      closed: `!${open}`,
      terminated: `!${open}`,
    },
  },
};

const statusOf = (...moves: Posted[]) =>
  viewOf(recorded(...scene, offer("bid"), ...moves), "offers").offers.find(({ offer }) => offer === "bid")?.status;

describe.each(Object.entries(states))("an offer that is %s", (status, before) => {
  it("is what it says", () => {
    expect(statusOf(...before)).toBe(status);
  });

  for (const [name, { move, at: pointer = "/data/offer", in: outcomes }] of Object.entries(moves)) {
    const outcome = outcomes[status as OfferStatus];
    if (outcome.startsWith("!"))
      it(`refuses ${name}`, () => {
        given(...scene, offer("bid"), ...before)
          .when(move)
          .thenRefused(outcome.slice(1), { pointer });
      });
    else
      it(`takes ${name} and is ${outcome}`, () => {
        given(...scene, offer("bid"), ...before)
          .when(move)
          .then();
        expect(statusOf(...before, move)).toBe(outcome);
      });
  }

  it("refuses a second offer of its slug", () => {
    given(...scene, offer("bid"), ...before)
      .when(offer("bid", { by: "c" }))
      .thenRefused("offer-exists", { pointer: "/data/offer" });
  });
});

describe("before an offer was made", () => {
  it.each(Object.entries(moves))("%s is refused", (_, { move, at: pointer = "/data/offer", in: outcomes }) => {
    const code = Object.values(outcomes).find((outcome) => outcome.startsWith("!")) ?? "";
    given(...scene, at("13:00", offer("bid")))
      .when(at("12:59", move))
      .thenRefused(code.slice(1), { pointer });
  });
});

describe("rejections", () => {
  it("admits that a board rejects what its chief executive has turned down", () => {
    given(...scene, offer("bid"), rejected("bid", "b"))
      .when(rejected("bid", "t"))
      .then({ offers: { offers: [{ status: "rejected", rejectedBy: [{ party: "b" }, { party: "t" }] }] } });
  });

  it("refuses that the same party rejects an offer twice", () => {
    given(...scene, offer("bid"), rejected("bid", "b"), rejected("bid", "t"))
      .when(rejected("bid", "b"))
      .thenRefused("already-rejected", { pointer: "/data/by" });
  });

  it("admits that the same party rejects an offer anew once it was revised", () => {
    given(...scene, offer("bid"), rejected("bid", "b"), revised("bid"))
      .when(rejected("bid", "b"))
      .then({ offers: { offers: [{ status: "rejected", rejectedBy: [{ party: "b" }, { party: "b" }] }] } });
  });
});

describe("counter-offers", () => {
  it("can be answered by a counter-offer in turn", () => {
    given(...scene, offer("bid"), counter("riposte", "bid"))
      .when(counter("third", "riposte", { by: "a" }))
      .then({ status: { stage: "countered", standingOffers: [{ offer: "third" }, { offer: "riposte" }, { offer: "bid" }] } });
  });

  it("are refused as an answer to themselves", () => {
    given(...scene, offer("bid"))
      .when(counter("riposte", "riposte"))
      .thenRefused("unknown-offer", { pointer: "/data/inReplyTo" });
  });

  it("move as offers do", () => {
    given(...scene, offer("bid"), counter("riposte", "bid"), rejected("riposte", "a"), revised("riposte"))
      .when(accepted("riposte", "a"), closed("riposte"))
      .then({
        offers: {
          offers: [
            { offer: "bid", status: "open" },
            { offer: "riposte", status: "closed" },
          ],
        },
      });
  });
});
