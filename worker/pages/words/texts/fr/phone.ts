/** The words for readers without a line, in French. `{time}` and `{day}` are put in by the browser. */
import type { Texts } from "../shape.ts";

export const phone: Pick<Texts, "offline"> = {
  offline: {
    title: "Vous êtes hors connexion",
    text: "Vous n’avez pas encore lu cette page : elle n’est pas conservée sur cet appareil. Les dernières que vous avez lues le sont.",
    front: "La page d’accueil",
    asRead: "Vous êtes hors connexion : voici la page telle que vous l’avez lue à {time}.",
    asReadOn: "Vous êtes hors connexion : voici la page telle que vous l’avez lue le {day} à {time}.",
  },
};
