/** An offer is made. */

import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { describes } from "../describes.ts";
import { makeOffer } from "../offers/life.ts";
import { deadlineAfterOffer, notToItself } from "../offers/rules.ts";
import { offerIsMade as offerIsMadeInEnglish } from "../tell/en/headlines-offer.ts";
import { offerIsMade as offerIsMadeInFrench } from "../tell/fr/headlines-offer.ts";
import {
  atMost,
  equivalent,
  instant,
  introduces,
  price,
  prose,
  quote,
  refersTo,
  refersToParties,
  text,
  whateverElse,
} from "../values.ts";

/** What offers and counter-offers have in common. */
export const offerShape = {
  offer: introduces("offer"),
  by: refersTo("party"),
  partners: z.optional(atMost(20, refersTo("party"), "parties")),
  to: z.optional(refersToParties()),
  target: z.optional(refersTo("party")),
  subject: z.optional(text(200)),
  price: z.optional(price),
  equivalents: z.optional(atMost(10, equivalent, "amounts")),
  subjectTo: z.optional(refersToParties()),
  solicited: z.optional(z.boolean()),
  terms: z.optional(prose(2000)),
  expiresAt: z.optional(instant),
  aside: z.optional(z.boolean()),
  quote: z.optional(quote),
};

/** An offer is of a thing to buy, or a proposal of something else, and not both. */
export const oneObject = z.refine<{ target?: string | undefined; subject?: string | undefined }>(
  ({ target, subject }) => (target === undefined) !== (subject === undefined),
  {
    ...whateverElse,
    error: "must be one of the two: a target (what is to be bought) or a subject (what else is proposed)",
    path: ["target"],
  },
);

export const offerMade = defineEvent({
  type: "OfferMade",
  kind: "offers",
  summary: describes && "A party makes an offer for a target, or a proposal of something else to somebody.",
  data: z.strictObject(offerShape).check(
    oneObject,
    z.refine(({ subject, to }) => subject === undefined || to !== undefined, {
      ...whateverElse,
      error: "is required of a proposal: say whom it is made to",
      path: ["to"],
    }),
  ),
  rules: [notToItself, deadlineAfterOffer],
  apply: makeOffer,
  headline: { en: offerIsMadeInEnglish, fr: offerIsMadeInFrench },
  example: describes && {
    type: "OfferMade",
    occurredAt: "2025-02-10T20:00:00Z",
    precision: "hour",
    sources: [{ publisher: "The Wall Street Journal" }],
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
