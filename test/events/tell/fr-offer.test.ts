/** Offers in French, as sentences and headlines name them. */
import { describe, expect, it } from "vitest";
import { anOffer, offerOf, ownOffer, theOffer } from "../../../events/tell/fr/offer.ts";
import type { OfferTold } from "../../../events/tell/offer-told.ts";
import { textOf } from "../../../events/tell/runs.ts";
import type { Who } from "../../../events/tell/who.ts";

const even = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");
const org = (name: string, more: Partial<Who["facts"]> = {}): Who => ({
  party: name,
  facts: { name, kind: "organization", ...more },
});
const [alpha, target, studio] = [org("Alpha"), org("Target"), org("la Redoute")];
const brothers = org("les frères Beta");
const price = { amount: "10000000000", currency: "USD" };
const offer = (more: Partial<OfferTold> = {}): OfferTold => ({
  offer: "o",
  kind: "bid",
  counter: false,
  by: [alpha],
  to: [target],
  target,
  price,
  ...more,
});
const proposal = (more: Partial<OfferTold> = {}): OfferTold =>
  offer({ kind: "proposal", target: undefined, price: undefined, ...more });

describe("an offer in French", () => {
  it.each<[OfferTold, string]>([
    [offer(), "l’offre de 10 milliards de dollars d’Alpha sur Target"],
    [offer({ counter: true }), "la contre-offre de 10 milliards de dollars d’Alpha sur Target"],
    [offer({ price: undefined }), "l’offre d’Alpha sur Target"],
    [offer({ by: [brothers] }), "l’offre de 10 milliards de dollars des frères Beta sur Target"],
    [offer({ by: [alpha, brothers] }), "l’offre de 10 milliards de dollars d’Alpha et des frères Beta sur Target"],
    [offer({ by: [] }), "l’offre de 10 milliards de dollars sur Target"],
    [offer({ price: { ...price, approximate: true } }), "l’offre d’environ 10 milliards de dollars d’Alpha sur Target"],
    [offer({ price: { ...price, upTo: "12000000000" } }), "l’offre de 10 à 12 milliards de dollars d’Alpha sur Target"],
    [offer({ price: undefined, terms: { text: "All shares", language: "en" } }), "l’offre d’Alpha sur Target (« All shares »)"],
    [
      offer({ price: undefined, terms: { text: "Shares (new ones)", language: "en" } }),
      "l’offre d’Alpha sur Target (« Shares (new ones) »)",
    ],
    [
      offer({ price: undefined, terms: { text: "Des actions (nouvelles)", language: "fr" } }),
      "l’offre d’Alpha sur Target [des actions (nouvelles)]",
    ],
    [
      proposal({ terms: { text: "Hausse de 25 % sur quatre ans.", language: "fr" } }),
      "la proposition d’Alpha (hausse de 25 % sur quatre ans)",
    ],
    [offer({ kind: "ask", by: [target], to: [alpha] }), "la demande de 10 milliards de dollars formulée par Target"],
    [
      offer({ kind: "ask", by: [target], to: [alpha], target: studio }),
      "la demande de 10 milliards de dollars formulée par Target pour la Redoute",
    ],
    [offer({ kind: "ask", by: [target], to: [alpha], price: undefined, counter: true }), "la contre-proposition de Target"],
    [proposal({ subject: { text: "a ceasefire", language: "en" } }), "la proposition d’Alpha (« a ceasefire »)"],
    [
      proposal({ subject: { text: "a new contract", language: "en" }, terms: { text: "25% over four years.", language: "en" } }),
      "la proposition d’Alpha (« 25% over four years »)",
    ],
    [
      proposal({ subject: { text: "un combat", language: "fr" }, price: { amount: "5000000", currency: "EUR" } }),
      "la proposition de 5 millions d’euros d’Alpha (un combat)",
    ],
    [proposal({ counter: true }), "la contre-proposition d’Alpha"],
    [proposal(), "la proposition d’Alpha"],
  ])("%#", (told, words) => {
    expect(even(textOf(offerOf(told)))).toBe(words);
  });

  it("leaves out its target where that is known, and is its bidder’s own, anybody’s, or new", () => {
    expect(even(textOf(offerOf(offer(), [target])))).toBe("l’offre de 10 milliards de dollars d’Alpha");
    expect(even(textOf(ownOffer(offer())))).toBe("son offre de 10 milliards de dollars sur Target");
    expect(even(textOf(ownOffer(offer({ by: [brothers] }))))).toBe("leur offre de 10 milliards de dollars sur Target");
    expect(even(textOf(ownOffer(offer({ counter: true }))))).toBe("sa contre-offre de 10 milliards de dollars sur Target");
    expect(even(textOf(ownOffer(offer({ kind: "ask", by: [target] }))))).toBe("sa demande de 10 milliards de dollars");
    expect(even(textOf(theOffer(offer())))).toBe("l’offre de 10 milliards de dollars sur Target");
    expect(even(textOf(anOffer(proposal())))).toBe("une proposition");
  });
});
