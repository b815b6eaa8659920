/** The texts of the lists beside a timeline: insults, questions, who is who, in French. */
import type { Texts } from "../shape.ts";

export const parts: Pick<Texts, "insults" | "quote" | "questions" | "cast"> = {
  insults: {
    title: "Insultes",
    none: "Personne n’a encore insulté personne.",
    to: "à",
    on: "sur",
  },

  quote: {
    translatedBy: "traduction :",
  },

  questions: {
    title: "Ce que l’on ne sait pas encore",
    none: "Aucune question n’est ouverte.",
    answered: "Élucidé",
  },

  cast: {
    title: "Qui est qui",
    none: "Personne n’est encore entré en scène.",
    kinds: { person: "Personne", organization: "Organisation", group: "Groupe" },
    lastSeen: "Dernière apparition :",
    inTimeline: "Dans la chronologie",
  },
};
