/** An offer is taken. */

import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { describes } from "../describes.ts";
import { actOnOffer } from "../offers/life.ts";
import { advises, notByABidder, tableAdmits } from "../offers/rules.ts";
import { offerIsAccepted as offerIsAcceptedInEnglish } from "../tell/en/headlines-answer.ts";
import { offerIsAccepted as offerIsAcceptedInFrench } from "../tell/fr/headlines-answer.ts";
import { prose, quote, refersTo, refersToParties } from "../values.ts";

export const offerAccepted = defineEvent({
  type: "OfferAccepted",
  kind: "offers",
  summary:
    describes && "An addressee accepts an offer, or somebody agrees to it whom it is subject to; by anybody else it is advice.",
  data: z.strictObject({
    offer: refersTo("offer"),
    by: refersToParties(),
    reason: z.optional(prose(1000)),
    quote: z.optional(quote),
  }),
  rules: [notByABidder, tableAdmits],
  warnings: [advises],
  apply: actOnOffer,
  headline: { en: offerIsAcceptedInEnglish, fr: offerIsAcceptedInFrench },
  example: describes && {
    type: "OfferAccepted",
    occurredAt: "2025-02-20T09:30:00Z",
    data: { offer: "altman-counter", by: "elon-musk" },
  },
});
