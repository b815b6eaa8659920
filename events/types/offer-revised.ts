/** An offer changes its terms, or is renewed. */
import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { french } from "../french.ts";
import { offerIs } from "../rules.ts";
import { get } from "../story.ts";
import { refersTo } from "../values.ts";
import { termsOfOffer } from "./offer-made.ts";

export const offerRevised = defineEvent({
  type: "OfferRevised",
  kind: "offers",
  summary: "An offer's terms change; rejected, withdrawn or lapsed, it is renewed. It is open again.",
  data: z.strictObject({ offer: refersTo("offer"), ...termsOfOffer }),
  rules: [offerIs("open", "rejected", "withdrawn", "lapsed")],
  apply: (story, { data }) => {
    const offer = get(story.offers, data.offer);
    if (offer) Object.assign(offer, { status: "open", countered: false, rejectedBy: [], price: data.price ?? offer.price });
  },
  headline: {
    en: ({ offer, price }, teller) =>
      price ? `${teller.offer(offer)} is revised to ${teller.money(price)}` : `${teller.offer(offer)} is revised`,
    fr: ({ offer, price }, teller) =>
      price
        ? french`Nouvelle mise : ${teller.offer(offer)} passe à ${teller.money(price)}`
        : french`Révision : ${teller.offer(offer)}`,
  },
  example: {
    type: "OfferRevised",
    occurredAt: "2025-02-14T15:00:00Z",
    precision: "hour",
    data: { offer: "musk-bid", price: { amount: "100000000000", currency: "USD" }, terms: "En numéraire." },
  },
});
