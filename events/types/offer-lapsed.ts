/** An offer's time runs out. */
import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { french } from "../french.ts";
import { offerIs } from "../rules.ts";
import { get } from "../story.ts";
import { refersTo } from "../values.ts";

export const offerLapsed = defineEvent({
  type: "OfferLapsed",
  kind: "offers",
  summary: "An offer lapses: its time ran out.",
  data: z.strictObject({ offer: refersTo("offer") }),
  rules: [offerIs("open", "rejected")],
  apply: (story, { data }) => {
    const offer = get(story.offers, data.offer);
    if (offer) offer.status = "lapsed";
  },
  headline: {
    en: ({ offer }, teller) => `Lapsed: ${teller.offer(offer)}`,
    fr: ({ offer }, teller) => french`Caducité : ${teller.offer(offer)}`,
  },
  example: { type: "OfferLapsed", occurredAt: "2025-05-10T23:59:00Z", data: { offer: "musk-bid" } },
});
