/** An offer changes its terms, or is renewed. */

import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { describes } from "../describes.ts";
import { actOnOffer } from "../offers/life.ts";
import { changesSomething, deadlineAfterMaking, revisionHolds, tableAdmits } from "../offers/rules.ts";
import { offerIsRevised as offerIsRevisedInEnglish } from "../tell/en/headlines-revision.ts";
import { offerIsRevised as offerIsRevisedInFrench } from "../tell/fr/headlines-revision.ts";
import { atMost, equivalent, instant, price, prose, quote, refersTo, refersToParties, text } from "../values.ts";

/** What a revision may change: what is not named stays, null takes away. */
const revision = {
  price: z.optional(z.nullable(price)),
  equivalents: z.optional(z.nullable(atMost(10, equivalent, "amounts"))),
  partners: z.optional(z.nullable(atMost(20, refersTo("party"), "parties"))),
  to: z.optional(z.nullable(refersToParties())),
  subjectTo: z.optional(z.nullable(refersToParties())),
  terms: z.optional(z.nullable(prose(2000))),
  expiresAt: z.optional(z.nullable(instant)),
  subject: z.optional(text(200)),
};

export const offerRevised = defineEvent({
  type: "OfferRevised",
  kind: "offers",
  summary:
    describes &&
    "Something of an offer changes; rejected, withdrawn, lapsed or terminated, it is renewed. Accepted, the agreement is amended.",
  data: z.strictObject({ offer: refersTo("offer"), ...revision, quote: z.optional(quote) }),
  rules: [
    tableAdmits,
    changesSomething,
    revisionHolds,
    deadlineAfterMaking,
    {
      code: "subject-of-a-purchase",
      pointer: "/data/subject",
      broken: (story, { data }) =>
        data.subject !== undefined && story.offers[data.offer]?.target !== undefined
          ? `The offer “${data.offer}” is for something to buy, and has no subject.`
          : undefined,
    },
  ],
  apply: actOnOffer,
  headline: { en: offerIsRevisedInEnglish, fr: offerIsRevisedInFrench },
  example: describes && {
    type: "OfferRevised",
    occurredAt: "2025-02-14T15:00:00Z",
    precision: "hour",
    data: { offer: "musk-bid", price: { amount: "100000000000", currency: "USD" }, terms: "En numéraire." },
  },
});
