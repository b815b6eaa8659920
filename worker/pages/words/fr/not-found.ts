/** The words of what is not found, and of other problems, in French. */
import type { Words } from "../shape.ts";

export const notFound: Pick<Words, "problems" | "notFound"> = {
  problems: {
    title: "Problème",
    status: "Code",
    all: "Tous les types de problème",
    seen: "Votre adresse demande autre chose dans",
  },

  notFound: { back: "Aux récits", version: (version) => `Le récit n’en est pas là : il est à la version ${version}.` },
};
