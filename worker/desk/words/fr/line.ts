/** The words of the line, in French. */
import type { DeskWords } from "../shape.ts";

/** The words of the line, in French. */
export const line: Pick<DeskWords, "line"> = {
  line: {
    kinds: {
      who: "Qui",
      act: "Quoi",
      offer: "Offre",
      whom: "De qui",
      target: "Pour",
      price: "Prix",
      when: "Quand",
      until: "Jusqu’à",
      source: "Source",
      quote: "Dans ses mots",
      text: "Texte",
      entry: "Entrée",
    },
    problems: { missing: "manque", several: "peut désigner plusieurs", "not-understood": "n’est pas compris" },
  },
};
