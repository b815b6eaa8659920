/** The phrases of the lists beside a timeline: insults, questions, who is who, in French. */
import type { Phrases } from "../shape.ts";
import { by, count, of, say } from "./say.ts";

export const parts: Pick<Phrases, "insults" | "quote" | "cast" | "person"> = {
  insults: {
    total: count("insulte à ce jour", "insultes à ce jour"),
    times: (n) => `${n} fois`,
    latest: (n) => `Les ${n} dernières`,
  },

  quote: {
    translation: (language) => `En ${language}`,
    takenBack: {
      deleted: (whos) => say`Supprimé depuis ${by(whos)}`,
      apologised: (whos) => say`Excuses présentées depuis ${by(whos)}`,
      denied: (whos) => say`Démenti depuis ${by(whos)}`,
      clarified: (whos) => say`Précisé depuis ${by(whos)}`,
    },
  },

  cast: {
    of,
    offersMade: count("offre", "offres"),
    raises: count("relèvement", "relèvements"),
    withdrawals: count("retrait", "retraits"),
    acceptances: count("acceptation", "acceptations"),
    rejections: count("refus", "refus"),
    insultsPosted: count("insulte lancée", "insultes lancées"),
    insultsReceived: count("insulte reçue", "insultes reçues"),
    statements: count("déclaration", "déclarations"),
    elsewhere: (name, site) => `${name} sur ${site}`,
  },

  person: {
    stories: count("histoire", "histoires"),
    description: (name, n) => `${name} : son rôle, ses faits et gestes, dans ${n === 1 ? "une histoire" : `${n} histoires`}.`,
  },
};
