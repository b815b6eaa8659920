/** The words of the front page and of the search, in French. */
import type { Words } from "../shape.ts";
import { count, of, say, set } from "./say.ts";

export const front: Pick<Words, "stories" | "front" | "fact" | "search"> = {
  stories: {
    title: "Récits",
    lastActivity: "Mise à jour :",
    next: "Récits plus anciens",
    first: "Derniers récits",
    empty: "Aucun récit pour l’instant",
    emptyLead: "Les récits paraissent ici dès qu’un rédacteur en ouvre un.",
    noMore: "Aucun récit ne vient après ceux-là.",
    steps: ["Ajoutez un rédacteur : la commande affiche un jeton, une seule fois.", "Ouvrez le récit, avec ce jeton."],
    more: "Ce que l’on peut consigner d’autre",
  },

  front: {
    concluded: "Terminés",
    filters: "Choisir les récits",
    all: "Tous",
    section: "Rubrique",
    language: "Langue du récit",
    party: "Qui y figure",
    any: "Tous",
    show: "Afficher",
    clear: "Tous les récits",
    none: "Aucun récit de ce genre parmi ceux qui ont été passés en revue.",
    inLastDay: (n, more) => `${more ? "plus de " : ""}${count("nouveauté", "nouveautés")(n)} en vingt-quatre heures`,
    sinceVisit: {
      one: "{n} nouveauté depuis {when}",
      other: "{n} nouveautés depuis {when}",
      date: "le {when}",
      more: "plus de ",
    },
  },

  fact: {
    bids: count("offre", "offres"),
    agreed: "accord trouvé",
    until: (date) => `jusqu’au ${date}`,
    insults: count("insulte", "insultes"),
    last: (when) => `la dernière ${when}`,
    on: (date) => `le ${date}`,
    next: (date, what) => say`${date} : ${what}`,
    awaiting: (whos) => say`réponse attendue ${of(whos)}`,
  },

  search: {
    label: "Chercher dans les titres, les noms et les textes",
    button: "Chercher",
    clear: "Tous les récits",
    title: (q) => set`« ${q} »`,
    found: (entries, more) =>
      more ? `plus de ${entries} entrées` : entries === 0 ? "aucun résultat" : count("entrée", "entrées")(entries),
    none: set`Aucune entrée ne contient tous ces mots. Essayez-en moins, ou le début d’un seul : le dernier mot peut rester inachevé.`,
    others: (n) => (n === 1 ? "Et une autre entrée de ce récit." : `Et ${n} autres entrées de ce récit.`),
    next: "Autres récits",
    first: "Revenir aux meilleurs",
  },
};
