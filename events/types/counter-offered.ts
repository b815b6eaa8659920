/** An offer is answered by an offer. */

import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { describes } from "../describes.ts";
import { biddersOf } from "../offers/addressees.ts";
import { makeOffer } from "../offers/life.ts";
import { deadlineAfterOffer, nameOf, notToItself } from "../offers/rules.ts";
import { get } from "../story.ts";
import { offerIsCountered as offerIsCounteredInEnglish } from "../tell/en/headlines-offer.ts";
import { offerIsCountered as offerIsCounteredInFrench } from "../tell/fr/headlines-offer.ts";
import { refersTo } from "../values.ts";
import { offerShape, oneObject } from "./offer-made.ts";

export const counterOffered = defineEvent({
  type: "CounterOffered",
  kind: "offers",
  summary: describes && "A party answers an offer that is not closed by an offer of its own.",
  data: z.strictObject({ ...offerShape, inReplyTo: refersTo("offer") }).check(oneObject),
  rules: [
    {
      code: "offer-in-another-state",
      pointer: "/data/inReplyTo",
      broken: (story, { data: { inReplyTo } }) => {
        const answered = get(story.offers, inReplyTo);
        if (!answered) return `The offer “${inReplyTo}” was not made until later: check when this happened.`;
        return answered.status === "closed"
          ? `The offer “${inReplyTo}” was closed at that time: nobody can answer it.`
          : undefined;
      },
    },
    {
      code: "own-offer",
      pointer: "/data/by",
      broken: (story, { data }) => {
        const answered = get(story.offers, data.inReplyTo);
        const bidders = [data.by, ...(data.partners ?? [])];
        const own = answered && biddersOf(answered).find((bidder) => bidders.includes(bidder));
        return own && `${nameOf(story, own)} makes the offer “${data.inReplyTo}”: revise it instead of countering it.`;
      },
    },
    notToItself,
    deadlineAfterOffer,
  ],
  apply: makeOffer,
  headline: { en: offerIsCounteredInEnglish, fr: offerIsCounteredInFrench },
  example: describes && {
    type: "CounterOffered",
    occurredAt: "2025-02-10T21:11:04Z",
    precision: "second",
    sources: [{ publisher: "X", title: "Message de Sam Altman" }],
    data: {
      offer: "altman-counter",
      by: "sam-altman",
      to: "elon-musk",
      target: "twitter",
      inReplyTo: "musk-bid",
      price: { amount: "9740000000", currency: "USD" },
      quote: { text: "no thank you but we will buy twitter for $9.74 billion if you want", language: "en" },
    },
  },
});
