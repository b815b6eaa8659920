/** An agreement is carried out. */

import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { describes } from "../describes.ts";
import { actOnOffer } from "../offers/life.ts";
import { closesAsAgreed, closesOnce, tableAdmits } from "../offers/rules.ts";
import { dealIsClosed as dealIsClosedInEnglish } from "../tell/en/headlines-end.ts";
import { dealIsClosed as dealIsClosedInFrench } from "../tell/fr/headlines-end.ts";
import { atMost, equivalent, price, refersTo } from "../values.ts";

export const dealClosed = defineEvent({
  type: "DealClosed",
  kind: "offers",
  summary: describes && "The deal that an accepted offer led to is closed.",
  data: z.strictObject({
    offer: refersTo("offer"),
    price: z.optional(price),
    equivalents: z.optional(atMost(10, equivalent, "amounts")),
  }),
  rules: [tableAdmits],
  warnings: [closesAsAgreed, closesOnce],
  apply: actOnOffer,
  headline: { en: dealIsClosedInEnglish, fr: dealIsClosedInFrench },
  example: describes && {
    type: "DealClosed",
    occurredAt: "2025-06-30T00:00:00Z",
    precision: "day",
    data: { offer: "altman-counter", price: { amount: "9740000000", currency: "USD" } },
  },
});
