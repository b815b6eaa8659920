/** An offer is turned down. */
import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { offerIs } from "../rules.ts";
import { get } from "../story.ts";
import { quote, refersTo, text } from "../values.ts";

export const offerRejected = defineEvent({
  type: "OfferRejected",
  kind: "offers",
  summary: "A party turns an offer down; another party may do so again, as a board after its chief executive.",
  data: z.strictObject({
    offer: refersTo("offer"),
    by: refersTo("party"),
    reason: z.optional(text(1000)),
    quote: z.optional(quote),
  }),
  rules: [
    offerIs("open", "rejected"),
    {
      code: "already-rejected",
      pointer: "/data/by",
      broken: (story, { data }) =>
        get(story.offers, data.offer)?.rejectedBy.includes(data.by)
          ? `“${data.by}” has rejected the offer “${data.offer}” already.`
          : undefined,
    },
  ],
  apply: (story, { data }) => {
    const offer = get(story.offers, data.offer);
    if (!offer) return;
    offer.status = "rejected";
    offer.rejectedBy.push(data.by);
  },
  headline: {
    en: ({ by, offer }, teller) => `${teller.name(by)} rejects ${teller.offer(offer)}`,
    fr: ({ by, offer }, teller) => `${teller.name(by)} rejette ${teller.offer(offer)}`,
  },
  example: {
    type: "OfferRejected",
    occurredAt: "2025-02-10T21:11:04Z",
    precision: "second",
    data: { offer: "musk-bid", by: "sam-altman", quote: { text: "no thank you", language: "en" } },
  },
});
