/** An accepted offer is carried out. */
import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { french } from "../french.ts";
import { offerIs } from "../rules.ts";
import { get } from "../story.ts";
import { price, refersTo } from "../values.ts";

export const dealClosed = defineEvent({
  type: "DealClosed",
  kind: "offers",
  summary: "The deal that an accepted offer led to is closed.",
  data: z.strictObject({ offer: refersTo("offer"), price: z.optional(price) }),
  rules: [offerIs("accepted")],
  apply: (story, { data }) => {
    const offer = get(story.offers, data.offer);
    if (offer) Object.assign(offer, { status: "closed", price: data.price ?? offer.price });
  },
  headline: {
    en: ({ offer, price }, teller) => `The deal closes${price ? ` at ${teller.money(price)}` : ""}: ${teller.offer(offer)}`,
    fr: ({ offer, price }, teller) => french`Affaire conclue${price ? ` à ${teller.money(price)}` : ""} : ${teller.offer(offer)}`,
  },
  example: {
    type: "DealClosed",
    occurredAt: "2025-06-30T00:00:00Z",
    precision: "day",
    data: { offer: "altman-counter", price: { amount: "9740000000", currency: "USD" } },
  },
});
