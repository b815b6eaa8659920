/** The phrases of the front page and of the search, in French. */
import type { Phrases } from "../shape.ts";
import { count, of, say, set } from "./say.ts";

export const front: Pick<Phrases, "front" | "fact" | "search"> = {
  front: {
    inLastDay: (n, more) => `${more ? "plus de " : ""}${count("nouveauté", "nouveautés")(n)} en vingt-quatre heures`,
  },

  fact: {
    bids: count("offre", "offres"),
    until: (date) => `jusqu’au ${date}`,
    insults: count("insulte", "insultes"),
    last: (when) => `la dernière ${when}`,
    on: (date) => `le ${date}`,
    next: (date, what) => say`${date} : ${what}`,
    awaiting: (whos) => say`réponse attendue ${of(whos)}`,
  },

  search: {
    title: (q) => set`« ${q} »`,
    found: (entries, more) =>
      more ? `plus de ${entries} entrées` : entries === 0 ? "aucun résultat" : count("entrée", "entrées")(entries),
    others: (n) => (n === 1 ? "Et une autre entrée de ce récit." : `Et ${n} autres entrées de ce récit.`),
  },
};
