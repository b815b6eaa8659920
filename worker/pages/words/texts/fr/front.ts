/** The texts of the front page and of the search, in French. */
import type { Texts } from "../shape.ts";

export const front: Pick<Texts, "stories" | "front" | "fact" | "search"> = {
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
    sinceVisit: {
      one: "{n} nouveauté depuis {when}",
      other: "{n} nouveautés depuis {when}",
      date: "le {when}",
      more: "plus de ",
    },
  },

  fact: {
    agreed: "accord trouvé",
  },

  search: {
    label: "Chercher dans les titres, les noms et les textes",
    button: "Chercher",
    clear: "Tous les récits",
    none: "Aucune entrée ne contient tous ces mots. Essayez-en moins, ou le début d’un seul : le dernier mot peut rester inachevé.",
    next: "Autres récits",
    first: "Revenir aux meilleurs",
  },
};
