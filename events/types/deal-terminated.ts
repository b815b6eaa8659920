/** An agreement comes to nothing. */

import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { describes } from "../describes.ts";
import { actOnOffer } from "../offers/life.ts";
import { notByAStranger, tableAdmits } from "../offers/rules.ts";
import { dealIsTerminated as dealIsTerminatedInEnglish } from "../tell/en/headlines-end.ts";
import { dealIsTerminated as dealIsTerminatedInFrench } from "../tell/fr/headlines-end.ts";
import { prose, quote, refersTo, refersToParties } from "../values.ts";

export const dealTerminated = defineEvent({
  type: "DealTerminated",
  kind: "offers",
  summary:
    describes && "The deal that an accepted offer led to is called off, by one side, by several, or by nobody who is named.",
  data: z.strictObject({
    offer: refersTo("offer"),
    by: z.optional(refersToParties()),
    reason: z.optional(prose(1000)),
    quote: z.optional(quote),
  }),
  rules: [tableAdmits],
  warnings: [notByAStranger],
  apply: actOnOffer,
  headline: { en: dealIsTerminatedInEnglish, fr: dealIsTerminatedInFrench },
  example: describes && {
    type: "DealTerminated",
    occurredAt: "2025-03-01T10:00:00Z",
    data: { offer: "altman-counter", by: "elon-musk", reason: "Désaccord sur le prix." },
  },
});
