/** The texts of what is not found, and of other problems, in French. */
import type { Texts } from "../shape.ts";

export const notFound: Pick<Texts, "problems" | "notFound"> = {
  problems: {
    title: "Problème",
    status: "Code",
    all: "Tous les types de problème",
    seen: "Votre adresse demande autre chose dans",
  },

  notFound: { back: "Aux récits" },
};
