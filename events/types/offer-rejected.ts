/** An offer is turned down. */

import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { describes } from "../describes.ts";
import { actOnOffer } from "../offers/life.ts";
import { advises, notByABidder, tableAdmits } from "../offers/rules.ts";
import { offerIsRejected as offerIsRejectedInEnglish } from "../tell/en/headlines-answer.ts";
import { offerIsRejected as offerIsRejectedInFrench } from "../tell/fr/headlines-answer.ts";
import { prose, quote, refersTo, refersToParties } from "../values.ts";

export const offerRejected = defineEvent({
  type: "OfferRejected",
  kind: "offers",
  summary:
    describes &&
    "An addressee turns an offer down, or somebody who has still to agree votes an agreement down; by anybody else it is advice.",
  data: z.strictObject({
    offer: refersTo("offer"),
    by: refersToParties(),
    reason: z.optional(prose(1000)),
    quote: z.optional(quote),
  }),
  rules: [notByABidder, tableAdmits],
  warnings: [advises],
  apply: actOnOffer,
  headline: { en: offerIsRejectedInEnglish, fr: offerIsRejectedInFrench },
  example: describes && {
    type: "OfferRejected",
    occurredAt: "2025-02-10T21:11:04Z",
    precision: "second",
    data: { offer: "musk-bid", by: "sam-altman", quote: { text: "no thank you", language: "en" } },
  },
});
