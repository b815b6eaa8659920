/** The words of the lists beside a timeline: insults, questions, who is who, in French. */
import type { Words } from "../shape.ts";
import { by, count, of, say } from "./say.ts";

export const parts: Pick<Words, "insults" | "quote" | "questions" | "cast" | "person"> = {
  insults: {
    title: "Insultes",
    none: "Personne n’a encore insulté personne.",
    total: count("insulte à ce jour", "insultes à ce jour"),
    to: "à",
    times: (n) => `${n} fois`,
    on: "sur",
    latest: (n) => `Les ${n} dernières`,
  },

  quote: {
    translation: (language) => `En ${language}`,
    translatedBy: "traduction :",
    takenBack: {
      deleted: (whos) => say`Supprimé depuis ${by(whos)}`,
      apologised: (whos) => say`Excuses présentées depuis ${by(whos)}`,
      denied: (whos) => say`Démenti depuis ${by(whos)}`,
      clarified: (whos) => say`Précisé depuis ${by(whos)}`,
    },
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
    of,
    offersMade: count("offre", "offres"),
    raises: count("relèvement", "relèvements"),
    withdrawals: count("retrait", "retraits"),
    acceptances: count("acceptation", "acceptations"),
    rejections: count("refus", "refus"),
    insultsPosted: count("insulte lancée", "insultes lancées"),
    insultsReceived: count("insulte reçue", "insultes reçues"),
    statements: count("déclaration", "déclarations"),
    lastSeen: "Dernière apparition :",
    elsewhere: (name, site) => `${name} sur ${site}`,
    inTimeline: "Dans la chronologie",
  },

  person: {
    stories: count("histoire", "histoires"),
    description: (name, n) => `${name} : son rôle, ses faits et gestes, dans ${n === 1 ? "une histoire" : `${n} histoires`}.`,
  },
};
