/** An authority or a court forbids an offer or a deal. */

import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { describes } from "../describes.ts";
import { actOnOffer } from "../offers/life.ts";
import { notByABidder, tableAdmits } from "../offers/rules.ts";
import { dealIsBlocked as dealIsBlockedInEnglish } from "../tell/en/headlines-end.ts";
import { dealIsBlocked as dealIsBlockedInFrench } from "../tell/fr/headlines-end.ts";
import { prose, refersTo } from "../values.ts";

export const dealBlocked = defineEvent({
  type: "DealBlocked",
  kind: "offers",
  summary:
    describes &&
    "An authority or a court blocks an offer or an agreement: the newest word of each body counts, and no state changes.",
  data: z.strictObject({
    offer: refersTo("offer"),
    by: refersTo("party"),
    conditions: z.optional(prose(1000)),
    reason: z.optional(prose(1000)),
  }),
  rules: [notByABidder, tableAdmits],
  apply: actOnOffer,
  headline: { en: dealIsBlockedInEnglish, fr: dealIsBlockedInFrench },
  example: describes && {
    type: "DealBlocked",
    occurredAt: "2025-03-01T00:00:00Z",
    precision: "day",
    data: { offer: "musk-bid", by: "delaware" },
  },
});
