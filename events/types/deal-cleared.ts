/** An authority or a court allows an offer or a deal. */

import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { describes } from "../describes.ts";
import { actOnOffer } from "../offers/life.ts";
import { notByABidder, tableAdmits } from "../offers/rules.ts";
import { dealIsCleared as dealIsClearedInEnglish } from "../tell/en/headlines-end.ts";
import { dealIsCleared as dealIsClearedInFrench } from "../tell/fr/headlines-end.ts";
import { prose, refersTo } from "../values.ts";

export const dealCleared = defineEvent({
  type: "DealCleared",
  kind: "offers",
  summary:
    describes && "An authority or a court clears an offer or an agreement: what its own body has blocked is blocked no more.",
  data: z.strictObject({
    offer: refersTo("offer"),
    by: refersTo("party"),
    conditions: z.optional(prose(1000)),
    reason: z.optional(prose(1000)),
  }),
  rules: [notByABidder, tableAdmits],
  apply: actOnOffer,
  headline: { en: dealIsClearedInEnglish, fr: dealIsClearedInFrench },
  example: describes && {
    type: "DealCleared",
    occurredAt: "2025-03-20T00:00:00Z",
    precision: "day",
    data: { offer: "musk-bid", by: "delaware" },
  },
});
