/** The words of the offers, in French. */
import type { Words } from "../shape.ts";
import { by, names, of, say, to } from "./say.ts";

export const offers: Pick<Words, "offers"> = {
  offers: {
    title: "Offres",
    none: "Aucune offre pour l’instant.",
    offer: "Offre",
    price: "Prix",
    ratio: "Écart",
    status: "État",
    for: "sur",
    with: "avec",
    to: (whos) => say`Adressée ${to(whos)}`,
    subjectTo: (whos) => say`Sous réserve de l’accord ${of(whos)}`,
    asks: "Prix demandé",
    aside: "Accord annexe",
    noPrice: "Non précisé",
    was: "était",
    equivalents: { conversion: "soit", "equity-value": "valeur des fonds propres", "enterprise-value": "valeur d’entreprise" },
    ratioOf: { than: "que l’offre à laquelle elle répond", as: "que l’offre à laquelle elle répond" },
    noRatio: "–",
    answers: (bidders) => say`Répond à l’offre ${of(bidders)}`,
    unsolicited: "Non sollicitée",
    openUntil: "Ouverte jusqu’au",
    deadline: "Échéance",
    scales: "Une barre se compare à celles de la même cible et de la même devise, au total comme par action.",
    earlier: "aux conditions précédentes",
    conditions: "Conditions",
    acts: {
      accepted: (whos) => say`Acceptée ${by(whos)}`,
      rejected: (whos) => say`Rejetée ${by(whos)}`,
      inFavour: (whos) => say`Pour : ${names(whos)}`,
      against: (whos) => say`Contre : ${names(whos)}`,
      blocked: (whos) => say`Bloquée ${by(whos)}`,
      cleared: (whos) => say`Autorisée ${by(whos)}`,
      withdrawn: (whos) => say`Retirée ${by(whos)}`,
      lapsed: () => say`Caduque`,
      terminated: (whos) => (whos.length === 0 ? say`Accord rompu` : say`Accord rompu ${by(whos)}`),
      closed: () => say`Conclue`,
    },
  },
};
