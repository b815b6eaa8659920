/** The texts of the offers, in English. */

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
    asks: "Asking price",
    aside: "Side deal",
    noPrice: "Not stated",
    was: "was",
    equivalents: { conversion: "that is", "equity-value": "equity value", "enterprise-value": "enterprise value" },
    ratioOf: { than: "than the offer it answers", as: "as the offer it answers" },
    noRatio: "–",
    unsolicited: "Unsolicited",
    openUntil: "Open until",
    deadline: "Deadline",
    scales: "A bar compares with those for the same target, in the same currency, for the whole or for a share alike.",
    earlier: "on earlier terms",
    conditions: "Conditions",
  },
};
