/** The phrases of a timeline's entries, in French. */
import { publishersInRow } from "../publishers.ts";
import type { Phrases } from "../shape.ts";
import { by, count, say } from "./say.ts";

export const timeline: Pick<Phrases, "timeline"> = {
  timeline: {
    folded: {
      desc: count("événement antérieur", "événements antérieurs"),
      asc: count("événement ultérieur", "événements ultérieurs"),
    },
    reportedBy: (publishers) =>
      publishers.length === 0 ? say`Non confirmé` : say`Selon ${publishersInRow(publishers, " et ")}, non confirmé`,
    confirmed: (whos) => (whos.length === 0 ? say`Confirmé` : say`Confirmé ${by(whos)}`),
    denied: (whos) => (whos.length === 0 ? say`Démenti` : say`Démenti ${by(whos)}`),
    byline: (name) => `Par ${name}`,
  },
};
