/** The words of the offers, in English. */
import type { Runs } from "../../../../events/tell/runs.ts";
import { names, say, type Whos } from "./say.ts";

export const offers = {
  offers: {
    title: "Offers",
    none: "No offer has been made yet.",
    offer: "Offer",
    price: "Price",
    ratio: "Change",
    status: "Status",
    for: "for",
    with: "with",
    to: (whos: Whos): Runs => say`Addressed to ${names(whos)}`,
    subjectTo: (whos: Whos): Runs => say`Subject to the agreement of ${names(whos)}`,
    asks: "Asking price",
    aside: "Side deal",
    noPrice: "Not stated",
    was: "was",
    equivalents: { conversion: "that is", "equity-value": "equity value", "enterprise-value": "enterprise value" },
    ratioOf: { than: "than the offer it answers", as: "as the offer it answers" },
    noRatio: "–",
    answers: (by: Whos): Runs => say`Answers the offer by ${names(by)}`,
    unsolicited: "Unsolicited",
    openUntil: "Open until",
    deadline: "Deadline",
    scales: "A bar compares with those for the same target, in the same currency, for the whole or for a share alike.",
    earlier: "on earlier terms",
    conditions: "Conditions",
    acts: {
      accepted: (by: Whos): Runs => say`Accepted by ${names(by)}`,
      rejected: (by: Whos): Runs => say`Rejected by ${names(by)}`,
      inFavour: (by: Whos): Runs => say`In favour: ${names(by)}`,
      against: (by: Whos): Runs => say`Against: ${names(by)}`,
      blocked: (by: Whos): Runs => say`Blocked by ${names(by)}`,
      cleared: (by: Whos): Runs => say`Cleared by ${names(by)}`,
      withdrawn: (by: Whos): Runs => say`Withdrawn by ${names(by)}`,
      lapsed: (_: Whos): Runs => say`Lapsed`,
      terminated: (by: Whos): Runs => (by.length === 0 ? say`Terminated` : say`Terminated by ${names(by)}`),
      closed: (_: Whos): Runs => say`Closed`,
    },
  },
};
