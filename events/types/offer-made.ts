/** An offer is made. */
import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { orderKey } from "../order.ts";
import type { Recorded } from "../recorded.ts";
import { get, type Story } from "../story.ts";
import type { Teller } from "../tell.ts";
import { atMost, instant, introduces, money, price, quote, refersTo, text } from "../values.ts";

/** What can be said anew of an offer: its terms. */
export const termsOfOffer = {
  price: z.optional(price),
  equivalents: z.optional(atMost(10, money, "amounts")),
  terms: z.optional(text(2000)),
  expiresAt: z.optional(instant),
  quote: z.optional(quote),
};

/** What offers and counter-offers have in common. */
export const offerData = z.strictObject({
  offer: introduces("offer"),
  by: refersTo("party"),
  partners: z.optional(atMost(20, refersTo("party"), "parties")),
  to: z.optional(refersTo("party")),
  target: refersTo("party"),
  solicited: z.optional(z.boolean()),
  ...termsOfOffer,
});
type OfferData = z.infer<typeof offerData> & { inReplyTo?: string | undefined };

/** The offer stands, open; the offer that it replies to has its answer. */
export const open = (story: Story, { version, occurredAt, data }: Recorded<string, OfferData>): void => {
  const { offer, by, target, to, inReplyTo, price } = data;
  const at = orderKey(occurredAt);
  story.offers[offer] = { at, version, by, target, to, inReplyTo, price, status: "open", countered: false, rejectedBy: [] };
  const answered = inReplyTo === undefined ? undefined : get(story.offers, inReplyTo);
  if (answered) answered.countered = true;
};

/** Who bids: the bidder and its partners. */
export const bidders = ({ by, partners }: OfferData, teller: Teller): string => teller.names([by, ...(partners ?? [])]);

export const offerMade = defineEvent({
  type: "OfferMade",
  kind: "offers",
  summary: "A party makes an offer for a target.",
  data: offerData,
  rules: [],
  apply: open,
  headline: {
    en: (data, teller) => {
      const plural = data.partners?.length;
      const price = data.price ? `${plural ? "offer" : "offers"} ${teller.money(data.price)}` : plural ? "bid" : "bids";
      return `${bidders(data, teller)} ${price} for ${teller.name(data.target)}`;
    },
    fr: (data, teller) => {
      const offers = data.partners?.length ? "offrent" : "offre";
      const price = data.price ? `${offers} ${teller.money(data.price)}` : `${offers} de racheter`;
      return `${bidders(data, teller)} ${price}${data.price ? " pour" : ""} ${teller.name(data.target)}`;
    },
  },
  example: {
    type: "OfferMade",
    occurredAt: "2025-02-10T20:00:00Z",
    precision: "hour",
    data: {
      offer: "musk-bid",
      by: "elon-musk",
      target: "openai",
      price: { amount: "97400000000", currency: "USD" },
      equivalents: [{ amount: "93400000000", currency: "EUR" }],
      solicited: false,
    },
  },
});
