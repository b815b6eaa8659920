/** An offer is answered by an offer. */
import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { french } from "../french.ts";
import { repliedOfferIs } from "../rules.ts";
import { refersTo } from "../values.ts";
import { bidders, offerData, open } from "./offer-made.ts";

export const counterOffered = defineEvent({
  type: "CounterOffered",
  kind: "offers",
  summary: "A party answers an offer, open or rejected, by an offer of its own.",
  data: z.strictObject({ ...offerData.shape, inReplyTo: refersTo("offer") }),
  rules: [repliedOfferIs("open", "rejected")],
  apply: open,
  headline: {
    en: (data, teller) => {
      const counters = data.partners?.length ? "counter" : "counters";
      const price = data.price ? ` with ${teller.money(data.price)}` : "";
      return `${bidders(data, teller)} ${counters}${price || " with an offer"} for ${teller.name(data.target)}`;
    },
    fr: (data, teller) => {
      const counters = data.partners?.length ? "ripostent" : "riposte";
      const price = data.price ? french` : ${teller.money(data.price)} pour` : " par une offre sur";
      return `${bidders(data, teller)} ${counters}${price} ${teller.name(data.target)}`;
    },
  },
  example: {
    type: "CounterOffered",
    occurredAt: "2025-02-10T21:11:04Z",
    precision: "second",
    data: {
      offer: "altman-counter",
      by: "sam-altman",
      to: "elon-musk",
      target: "twitter",
      inReplyTo: "musk-bid",
      price: { amount: "9740000000", currency: "USD" },
      quote: { text: "no thank you but we will buy twitter for $9.74 billion if you want", language: "en" },
    },
  },
});
