/** Offers as English names them. */
import { describe, expect, it } from "vitest";
import { agreementOn, anOffer, buyTarget, forWhat, offerOf, ownOffer, theOffer } from "../../../events/tell/en/offer.ts";
import { textOf } from "../../../events/tell/runs.ts";
import * as s from "../../support/situations.ts";

const { bid, ask, proposal, usd, alpha, target, musk, openAi, brothers } = s;
const musks = bid(musk, openAi, usd("97400000000"));
const contract = proposal(s.boeing, s.union, "A new contract", { terms: s.english("25% over four years") });

describe("an offer in English", () => {
  it.each([
    [musks, "Musk’s $97.4bn offer for OpenAI"],
    [bid(s.altman, s.twitter, usd("9740000000"), { counter: true }), "Altman’s $9.74bn counter-offer for Twitter"],
    [bid(alpha, target, usd("54.2", s.aShare)), "Alpha’s $54.20-a-share offer for Target"],
    [bid(alpha, target, s.jpy("9000000000000")), "Alpha’s offer of 9tn yen for Target"],
    [bid(brothers, target), "the Beta brothers’ offer for Target"],
    [bid([], target), "the offer for Target"],
    [bid(alpha, target, undefined, { target: undefined }), "Alpha’s offer"],
    [ask(target, target, alpha, usd("15000000000")), "Target’s $15bn asking price"],
    [ask(s.psg, s.mbappe, s.realMadrid), "PSG’s counter-offer over Mbappé"],
    [contract, "Boeing’s proposal for a new contract (25% over four years)"],
    [proposal(s.boeing, s.union, "a pay deal", { price: usd("500000000") }), "Boeing’s proposal for a pay deal ($500mn)"],
    [proposal(s.boeing, s.union, "x", { subject: s.french("une trêve") }), "Boeing’s proposal for “une trêve”"],
  ])("%#: whose it is", (offer, told) => {
    expect(textOf(offerOf(offer))).toBe(told);
  });

  it("does not name a target that is known", () => {
    expect(textOf(offerOf(musks, [openAi]))).toBe("Musk’s $97.4bn offer");
    expect(textOf(forWhat(musks, [openAi]))).toBe("");
  });

  it("is its bidder's own, or one of a person's", () => {
    expect(textOf(ownOffer(bid(alpha, target, usd("8000000000"))))).toBe("its $8bn offer for Target");
    expect(textOf(ownOffer(bid(brothers, target)))).toBe("their offer for Target");
    expect(textOf(ownOffer(bid(musk, target, usd("8000000000"))))).toBe("an $8bn offer for Target");
  });

  it("takes an article", () => {
    expect(textOf(anOffer(musks))).toBe("a $97.4bn offer for OpenAI");
    expect(textOf(theOffer(contract))).toBe("the proposal for a new contract (25% over four years)");
  });

  it("is agreed to", () => {
    expect(textOf(agreementOn(musks))).toBe("the agreement for Musk to buy OpenAI for $97.4bn");
    expect(textOf(agreementOn(ask(target, target, alpha, usd("15000000000"))))).toBe(
      "the agreement for Alpha to buy Target for $15bn",
    );
    expect(textOf(agreementOn(contract))).toBe("the agreement on Boeing’s proposal for a new contract (25% over four years)");
    expect(textOf(buyTarget(bid(alpha, target)))).toBe("buy Target");
  });
});
