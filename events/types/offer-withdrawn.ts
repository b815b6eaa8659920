/** An offer is taken back by its maker. */

import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { describes } from "../describes.ts";
import { actOnOffer } from "../offers/life.ts";
import { tableAdmits } from "../offers/rules.ts";
import { offerIsWithdrawn as offerIsWithdrawnInEnglish } from "../tell/en/headlines-end.ts";
import { offerIsWithdrawn as offerIsWithdrawnInFrench } from "../tell/fr/headlines-end.ts";
import { prose, quote, refersTo } from "../values.ts";

export const offerWithdrawn = defineEvent({
  type: "OfferWithdrawn",
  kind: "offers",
  summary: describes && "An offer is withdrawn by its maker.",
  data: z.strictObject({ offer: refersTo("offer"), reason: z.optional(prose(1000)), quote: z.optional(quote) }),
  rules: [tableAdmits],
  apply: actOnOffer,
  headline: { en: offerIsWithdrawnInEnglish, fr: offerIsWithdrawnInFrench },
  example: describes && {
    type: "OfferWithdrawn",
    occurredAt: "2025-02-21T08:00:00Z",
    data: { offer: "musk-bid", reason: "Le conseil d’administration l’a rejetée." },
  },
});
