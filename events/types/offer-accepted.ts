/** An offer is taken. */
import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { offerIs } from "../rules.ts";
import { get } from "../story.ts";
import { quote, refersTo } from "../values.ts";

export const offerAccepted = defineEvent({
  type: "OfferAccepted",
  kind: "offers",
  summary: "A party accepts an open offer.",
  data: z.strictObject({ offer: refersTo("offer"), by: refersTo("party"), quote: z.optional(quote) }),
  rules: [offerIs("open")],
  apply: (story, { data }) => {
    const offer = get(story.offers, data.offer);
    if (offer) offer.status = "accepted";
  },
  headline: {
    en: ({ by, offer }, teller) => `${teller.name(by)} accepts ${teller.offer(offer)}`,
    fr: ({ by, offer }, teller) => `${teller.name(by)} accepte ${teller.offer(offer)}`,
  },
  example: {
    type: "OfferAccepted",
    occurredAt: "2025-02-20T09:30:00Z",
    data: { offer: "altman-counter", by: "elon-musk" },
  },
});
