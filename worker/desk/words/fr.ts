/** The desk's words in French. A no-break space stands before : ; ? and inside « ». */
import { drafts } from "./fr/drafts.ts";
import { entry } from "./fr/entry.ts";
import { form } from "./fr/form.ts";
import { line } from "./fr/line.ts";
import { open } from "./fr/open.ts";
import { people } from "./fr/people.ts";
import { session } from "./fr/session.ts";
import { story } from "./fr/story.ts";
import type { DeskWords } from "./shape.ts";

/** The words, in French. */
export const fr: DeskWords = {
  locale: "fr-FR",
  desk: "Rédaction de Riposte",
  colon: " : ",
  skip: "Aller au contenu",
  menu: "Rédaction",
  languages: "Langue",
  signedInAs: "{name} : vos sessions",
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
  ...drafts,
  ...entry,
  ...form,
  ...line,
  ...open,
  ...people,
  ...session,
  ...story,
};
