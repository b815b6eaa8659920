/** What of an offer is only unlikely: it is recorded, and the editor is told. */
import { describe, it } from "vitest";
import { accepted, closed, offer, party, rejected, scene, terminated, usd } from "../../support/drafts.ts";
import { given } from "../../support/given.ts";

const bid = offer("bid", { price: usd("5"), partners: ["c"] });

describe("what is unlikely", () => {
  it("is an answer by a stranger: it is advice, and the editor is told the way out", () => {
    const warned =
      /^C speaks for no addressee of “bid”, on which T decides: this is recorded as advice.* revise whom it is addressed to first/;
    for (const draft of [rejected("bid", "c"), accepted("bid", "c")])
      given(...scene, offer("bid"))
        .when(draft)
        .thenWarned("advice", warned);
  });

  it("is the word of one who has to agree before anything was signed", () => {
    given(...scene, offer("bid", { subjectTo: "b" }))
      .when(accepted("bid", "b"))
      .thenWarned("advice", /has not been signed yet/);
    given(...scene, offer("bid", { subjectTo: "b" }), accepted("bid"))
      .when(accepted("bid", "b"))
      .thenUnwarned();
  });

  it("is not an answer by an addressee, or by who speaks for it", () => {
    for (const by of ["t", "board"])
      given(...scene, party("board", { of: "t" }), offer("bid"))
        .when(rejected("bid", by))
        .thenUnwarned();
  });

  it("is a termination by a stranger", () => {
    const deal = [...scene, party("boss", { of: "a" }), party("board", { of: "t" }), bid, accepted("bid")];
    given(...deal)
      .when(terminated("bid", { by: "b" }))
      .thenWarned("termination-by-a-stranger", /^B is a stranger to this agreement/);
    for (const by of ["a", "c", "boss", "t", "board"])
      given(...deal)
        .when(terminated("bid", { by }))
        .thenUnwarned();
    given(...deal)
      .when(terminated("bid"))
      .thenUnwarned();
  });

  it("is a closing in another currency or on another basis", () => {
    const deal = [...scene, offer("bid", { price: usd("5") }), accepted("bid")];
    given(...deal)
      .when(closed("bid", { price: { amount: "5", currency: "EUR" } }))
      .thenWarned("another-kind-of-price", /currency/);
    given(...deal)
      .when(closed("bid", { price: { ...usd("5"), basis: "per-share" } }))
      .thenWarned("another-kind-of-price", /basis/);
    given(...deal)
      .when(closed("bid", { price: usd("6") }))
      .thenUnwarned();
  });

  it("is a second closed deal for one target", () => {
    const deals = [...scene, offer("bid"), accepted("bid"), closed("bid"), offer("other", { by: "c" }), accepted("other", "t")];
    given(...deals)
      .when(closed("other"))
      .thenWarned("closed-twice", /“bid” is closed already/);
  });
});
