/** What cannot be said of an offer. */
import { describe, it } from "vitest";
import {
  accepted,
  at,
  blocked,
  cleared,
  closed,
  counter,
  lapsed,
  offer,
  type Posted,
  proposal,
  rejected,
  revised,
  sameDay,
  scene,
  terminated,
  usd,
  withdrawn,
} from "../../support/drafts.ts";
import { given } from "../../support/given.ts";

const bid = offer("bid", { price: usd("5"), partners: ["c"] });

describe("an offer", () => {
  it.each<[string, Posted]>([
    ["to its maker", offer("bid", { to: "a" })],
    ["to its maker among others", offer("bid", { to: ["b", "a"] })],
    ["to a partner", offer("bid", { partners: ["b"], to: "b" })],
    ["for its maker, and to nobody else", offer("bid", { target: "a" })],
    ["that its maker has to agree to", offer("bid", { subjectTo: ["b", "a"] })],
    ["of its maker's, twice over", offer("bid", { partners: ["a"] })],
    ["of a partner's, twice over", offer("bid", { partners: ["c", "c"] })],
  ])("is not made %s", (_, draft) => {
    given(...scene)
      .when(draft)
      .thenRefused("offer-to-itself", { pointer: "/data/to" });
  });

  it("is made by a target to somebody else", () => {
    given(...scene)
      .when(offer("sale", { by: "t", to: "b" }))
      .then({ status: { awaiting: [{ party: "b" }] } });
  });

  it("is of a thing to buy or of something else, and not of both", () => {
    given(...scene)
      .when(offer("bid", { subject: "A merger", to: "t" }))
      .thenInvalid("/data/target");
    given(...scene)
      .when({ ...offer("bid"), data: { offer: "bid", by: "a", to: "t" } })
      .thenInvalid("/data/target");
  });

  it("says to whom something else is proposed", () => {
    given(...scene)
      .when({ ...offer("bid"), data: { offer: "bid", by: "a", subject: "A merger" } })
      .thenInvalid("/data/to");
  });

  it.each([
    ["before it was made", "2025-02-10T11:59:59Z", at("12:30", offer("bid", { expiresAt: "2025-02-10T11:59:59Z" }))],
    ["before its day", "2025-02-09", sameDay(offer("bid", { expiresAt: "2025-02-09T23:59:59Z" }))],
  ])("does not run out %s", (_, __, draft) => {
    given(...scene)
      .when(draft)
      .thenRefused("deadline-before-offer", { pointer: "/data/expiresAt" });
  });

  it("may run out on the day on which it was made", () => {
    given(...scene)
      .when(sameDay(offer("bid", { expiresAt: "2025-02-10T08:00:00Z" })))
      .then();
  });

  it("may be asked to name each party once", () => {
    given(...scene)
      .when(offer("bid", { to: ["t", "t"] }))
      .thenInvalid("/data/to");
    given(...scene)
      .when(offer("bid", { subjectTo: [] }))
      .thenInvalid("/data/subjectTo");
  });
});

describe("a counter-offer", () => {
  it.each<[string, Posted]>([
    ["by its maker", counter("riposte", "bid", { by: "a", target: "t", to: "t" })],
    ["by its partner", counter("riposte", "bid", { by: "c", target: "t", to: "t" })],
    ["by somebody together with its maker", counter("riposte", "bid", { by: "b", partners: ["a"], target: "t", to: "t" })],
  ])("is not made to an offer %s", (_, draft) => {
    given(...scene, bid)
      .when(draft)
      .thenRefused("own-offer", { pointer: "/data/by" });
  });

  it("is not made to an offer that is closed", () => {
    given(...scene, bid, accepted("bid"), closed("bid"))
      .when(counter("riposte", "bid"))
      .thenRefused("offer-in-another-state", { pointer: "/data/inReplyTo" });
  });

  it.each<[string, Posted[]]>([
    ["rejected", [rejected("bid")]],
    ["accepted", [accepted("bid")]],
    ["withdrawn", [withdrawn("bid")]],
    ["lapsed", [lapsed("bid")]],
    ["terminated", [accepted("bid"), terminated("bid")]],
  ])("can be made to an offer that is %s", (_, before) => {
    given(...scene, bid, ...before)
      .when(counter("riposte", "bid"))
      .then({ offers: { offers: [{}, { offer: "riposte", status: "open", addressees: [{ party: "a" }] }] } });
  });

  it("is not made to an offer before that is made, nor to itself", () => {
    given(...scene, at("13:00", bid))
      .when(at("12:30", counter("riposte", "bid")))
      .thenRefused("offer-in-another-state", { pointer: "/data/inReplyTo" });
    given(...scene, bid)
      .when(counter("riposte", "riposte"))
      .thenRefused("unknown-offer", { pointer: "/data/inReplyTo" });
  });

  it("is not made to oneself", () => {
    given(...scene, bid)
      .when(counter("riposte", "bid", { to: "t" }))
      .thenRefused("offer-to-itself", { pointer: "/data/to" });
  });
});

describe("an answer", () => {
  it.each<[string, Posted]>([
    ["a rejection", rejected("bid", "a")],
    ["an acceptance", accepted("bid", "a")],
    ["a rejection by a partner", rejected("bid", "c")],
    ["an acceptance by an addressee and the maker together", accepted("bid", ["t", "a"])],
    ["a block", blocked("bid", "a")],
    ["a clearance by a partner", cleared("bid", "c")],
  ])("is never the maker's own: %s", (_, draft) => {
    given(...scene, bid)
      .when(draft)
      .thenRefused("own-offer", { pointer: "/data/by" });
  });

  it("comes after the offer", () => {
    for (const draft of [rejected("bid"), accepted("bid"), withdrawn("bid"), lapsed("bid"), revised("bid", { terms: "Cash." })])
      given(...scene, at("13:00", offer("bid")))
        .when(at("12:30", draft))
        .thenRefused("offer-in-another-state", { pointer: "/data/offer" });
  });

  it("is given once: who has accepted does not accept again, until the offer moves", () => {
    const two = offer("bid", { to: ["t", "b"] });
    given(...scene, two, accepted("bid", "t"))
      .when(accepted("bid", "t"))
      .thenRefused("offer-in-another-state", { pointer: "/data/offer" });
    given(...scene, two, accepted("bid", "t"))
      .when(revised("bid", { price: usd("9") }), accepted("bid", "t"))
      .then({ status: { awaiting: [{ party: "b", offer: "bid" }] } });
  });

  it("can be a rejection again", () => {
    given(...scene, offer("bid"), rejected("bid"))
      .when(rejected("bid"))
      .then({ offers: { offers: [{ status: "rejected", rejectedBy: [{ party: "t" }, { party: "t" }] }] } });
  });
});

describe("a revision", () => {
  const whole = offer("bid", {
    price: usd("10"),
    equivalents: [{ amount: "9", currency: "EUR" }],
    partners: ["c"],
    terms: "In cash.",
    expiresAt: "2025-03-01T00:00:00Z",
  });
  const nothing: [string, Posted][] = [
    ["nothing", revised("bid")],
    ["the same price", revised("bid", { price: usd("10.00") })],
    ["the same price, with its basis", revised("bid", { price: { ...usd("10"), basis: "total" } })],
    ["the same partners", revised("bid", { partners: ["c"] })],
    ["the same terms", revised("bid", { terms: "In cash." })],
    ["the same deadline, in another zone", revised("bid", { expiresAt: "2025-03-01T01:00:00+01:00" })],
    ["the same equivalents", revised("bid", { equivalents: [{ amount: "9", currency: "EUR" }] })],
    ["that there is nobody else who has to agree", revised("bid", { subjectTo: null })],
    ["words alone", revised("bid", { quote: { text: "We mean it.", language: "en" } })],
  ];

  it.each(nothing)("changes something: it does not say %s", (_, draft) => {
    given(...scene, whole)
      .when(draft)
      .thenRefused("changes-nothing", { pointer: "/data" });
    given(...scene, whole, accepted("bid"))
      .when(draft)
      .thenRefused("changes-nothing", { pointer: "/data" });
  });

  it.each<[string, Posted[]]>([
    ["rejected", [rejected("bid")]],
    ["withdrawn", [withdrawn("bid")]],
    ["lapsed", [lapsed("bid")]],
    ["terminated", [accepted("bid"), terminated("bid")]],
  ])("renews an offer that is %s, by saying something of it again", (_, before) => {
    given(...scene, whole, ...before)
      .when(revised("bid", { price: usd("10") }))
      .then({ status: { stage: "offered", awaiting: [{ party: "t" }] } });
    given(...scene, whole, ...before)
      .when(revised("bid"))
      .thenRefused("changes-nothing", { pointer: "/data" });
    given(...scene, whole, ...before)
      .when(revised("bid", { subjectTo: null }))
      .thenRefused("changes-nothing", { pointer: "/data" });
  });

  it("does not address the offer to its maker, or make an addressee its maker", () => {
    for (const more of [{ to: "a" }, { subjectTo: "a" }, { partners: ["t"] }, { partners: ["b", "b"] }])
      given(...scene, offer("bid"))
        .when(revised("bid", more))
        .thenRefused("offer-to-itself", { pointer: "/data" });
  });

  it("sets no deadline before the offer was made", () => {
    given(...scene, at("13:00", offer("bid")))
      .when(at("14:00", revised("bid", { expiresAt: "2025-02-10T12:59:00Z" })))
      .thenRefused("deadline-before-offer", { pointer: "/data/expiresAt" });
    given(...scene, at("13:00", offer("bid")))
      .when(at("14:00", revised("bid", { expiresAt: "2025-02-10T13:30:00Z" })))
      .then();
  });

  it("gives no subject to a purchase, and another to a proposal", () => {
    given(...scene, offer("bid"))
      .when(revised("bid", { subject: "A merger" }))
      .thenRefused("subject-of-a-purchase", { pointer: "/data/subject" });
    given(...scene, proposal("fight"))
      .when(revised("fight", { subject: "A chess match" }))
      .then({ offers: { offers: [{ subject: "A chess match" }] } });
  });

  it("takes away by null", () => {
    given(...scene, whole)
      .when(revised("bid", { price: null, partners: null, expiresAt: null }))
      .then({ offers: { offers: [{ price: null, equivalents: [], partners: [], terms: undefined, expiresAt: undefined }] } });
  });
});
