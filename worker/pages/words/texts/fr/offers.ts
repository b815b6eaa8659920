/** The texts of the offers, in French. */
import type { Texts } from "../shape.ts";

export const offers: Pick<Texts, "offers"> = {
  offers: {
    title: "Offres",
    none: "Aucune offre pour l’instant.",
    offer: "Offre",
    price: "Prix",
    ratio: "Écart",
    status: "État",
    for: "sur",
    with: "avec",
    asks: "Prix demandé",
    aside: "Accord annexe",
    noPrice: "Non précisé",
    was: "était",
    equivalents: { conversion: "soit", "equity-value": "valeur des fonds propres", "enterprise-value": "valeur d’entreprise" },
    ratioOf: { than: "que l’offre à laquelle elle répond", as: "que l’offre à laquelle elle répond" },
    noRatio: "–",
    unsolicited: "Non sollicitée",
    openUntil: "Ouverte jusqu’au",
    deadline: "Échéance",
    scales: "Une barre se compare à celles de la même cible et de la même devise, au total comme par action.",
    earlier: "aux conditions précédentes",
    conditions: "Conditions",
  },
};
