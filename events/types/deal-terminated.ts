/** An accepted offer comes to nothing. */
import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { french } from "../french.ts";
import { offerIs } from "../rules.ts";
import { get } from "../story.ts";
import { refersTo, text } from "../values.ts";

export const dealTerminated = defineEvent({
  type: "DealTerminated",
  kind: "offers",
  summary: "The deal that an accepted offer led to is called off.",
  data: z.strictObject({ offer: refersTo("offer"), by: z.optional(refersTo("party")), reason: z.optional(text(1000)) }),
  rules: [offerIs("accepted")],
  apply: (story, { data }) => {
    const offer = get(story.offers, data.offer);
    if (offer) offer.status = "terminated";
  },
  headline: {
    en: ({ by, offer }, teller) =>
      by ? `${teller.name(by)} calls the deal off: ${teller.offer(offer)}` : `The deal is called off: ${teller.offer(offer)}`,
    fr: ({ by, offer }, teller) =>
      by
        ? french`${teller.name(by)} rompt l’accord : ${teller.offer(offer)}`
        : french`L’accord est rompu : ${teller.offer(offer)}`,
  },
  example: {
    type: "DealTerminated",
    occurredAt: "2025-03-01T10:00:00Z",
    data: { offer: "altman-counter", by: "elon-musk", reason: "Désaccord sur le prix." },
  },
});
