/** The words of the front page and of the search, in French. */
import type { Words } from "../shape.ts";
import { count, set } from "./say.ts";

export const front: Pick<Words, "stories" | "search"> = {
  stories: {
    title: "Récits",
    lastActivity: "Dernière activité",
    next: "Récits plus anciens",
    first: "Derniers récits",
    empty: "Aucun récit pour l’instant",
    emptyLead: "Les récits paraissent ici dès qu’un rédacteur en ouvre un.",
    noMore: "Aucun récit ne vient après ceux-là.",
    steps: ["Ajoutez un rédacteur : la commande affiche un jeton, une seule fois.", "Ouvrez le récit, avec ce jeton."],
    more: "Ce que l’on peut consigner d’autre",
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
