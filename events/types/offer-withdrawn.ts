/** An offer is taken back by its maker. */
import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { french } from "../french.ts";
import { offerIs } from "../rules.ts";
import { get } from "../story.ts";
import { quote, refersTo, text } from "../values.ts";

export const offerWithdrawn = defineEvent({
  type: "OfferWithdrawn",
  kind: "offers",
  summary: "An offer is withdrawn by its maker.",
  data: z.strictObject({ offer: refersTo("offer"), reason: z.optional(text(1000)), quote: z.optional(quote) }),
  rules: [offerIs("open", "rejected", "accepted")],
  apply: (story, { data }) => {
    const offer = get(story.offers, data.offer);
    if (offer) offer.status = "withdrawn";
  },
  headline: {
    en: ({ offer }, teller) => `Withdrawn: ${teller.offer(offer)}`,
    fr: ({ offer }, teller) => french`Retrait : ${teller.offer(offer)}`,
  },
  example: {
    type: "OfferWithdrawn",
    occurredAt: "2025-02-21T08:00:00Z",
    data: { offer: "musk-bid", reason: "Le conseil d’administration l’a rejetée." },
  },
});
