/** An offer's time runs out. */

import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { describes } from "../describes.ts";
import { actOnOffer } from "../offers/life.ts";
import { tableAdmits } from "../offers/rules.ts";
import { offerLapses as offerLapsesInEnglish } from "../tell/en/headlines-end.ts";
import { offerLapses as offerLapsesInFrench } from "../tell/fr/headlines-end.ts";
import { prose, refersTo } from "../values.ts";

export const offerLapsed = defineEvent({
  type: "OfferLapsed",
  kind: "offers",
  summary: describes && "An offer or an agreement lapses: its time ran out, or what it hung on did not come.",
  data: z.strictObject({ offer: refersTo("offer"), reason: z.optional(prose(1000)) }),
  rules: [tableAdmits],
  apply: actOnOffer,
  headline: { en: offerLapsesInEnglish, fr: offerLapsesInFrench },
  example: describes && { type: "OfferLapsed", occurredAt: "2025-05-10T23:59:00Z", data: { offer: "musk-bid" } },
});
