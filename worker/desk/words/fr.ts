/** The desk's words in French. A no-break space stands before : ; ? and inside « ». */
import { people } from "./fr/people.ts";
import { session } from "./fr/session.ts";
import type { DeskWords } from "./shape.ts";

/** The words, in French. */
export const fr: DeskWords = {
  name: "Français",
  locale: "fr-FR",
  desk: "Rédaction de Riposte",
  colon: " : ",
  skip: "Aller au contenu",
  menu: "Rédaction",
  languages: "Langue",
  signedInAs: (name) => `${name} : vos sessions`,
  signOut: "Se déconnecter",
  errors: "Il y a un problème",
  roles: {
    contributor: { name: "Contributeur", may: "prépare et soumet" },
    editor: { name: "Rédacteur", may: "prépare et consigne" },
    publisher: { name: "Responsable", may: "consigne, retire, importe et gère les personnes" },
  },
  sections: { stories: "Récits", front: "La une", drafts: "Brouillons", people: "Personnes" },
  stories: {
    title: "Récits",
    open: "Ouvrir un récit",
    lastActivity: "Dernière activité",
    asReadersSee: "Tel que les lecteurs le voient",
    older: "Récits plus anciens",
    newest: "Derniers récits",
    empty: "Aucun récit pour l’instant. Ouvrez le premier.",
  },
  ...people,
  ...session,
};
