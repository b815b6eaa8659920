/** The phrases of the offers, in French. */
import type { Phrases } from "../shape.ts";
import { by, names, of, say, to } from "./say.ts";

export const offers: Pick<Phrases, "offers"> = {
  offers: {
    whole: (n) => (n === 1 ? "L’offre en détail" : "Les offres en détail"),
    to: (whos) => say`Adressée ${to(whos)}`,
    subjectTo: (whos) => say`Sous réserve de l’accord ${of(whos)}`,
    answers: (bidders) => say`Répond à l’offre ${of(bidders)}`,
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
