/** The phrases of the plots of prices, in French. */
import type { Phrases } from "../shape.ts";
import { count } from "./say.ts";

export const plot: Pick<Phrases, "plot" | "compared"> = {
  plot: {
    title: {
      total: (target) => `Prix offert pour ${target}`,
      "per-share": (target) => `Prix offert pour ${target}, par action`,
      enterprise: (target) => `Valeur d’entreprise offerte pour ${target}`,
    },
    described: (steps, bidders, { low, high, from, to }) =>
      `${count("prix", "prix")(steps)} de ${count("enchérisseur", "enchérisseurs")(bidders)}, du ${from} au ${to}, entre ${low} et ${high}. Le tableau qui suit les donne tous.`,
    others: (n) =>
      n === 1
        ? "Un autre enchérisseur ne figure que dans le tableau."
        : `${n} autres enchérisseurs ne figurent que dans le tableau.`,
  },
  compared: {
    more: (percent) => `${percent} de plus`,
    less: (percent) => `${percent} de moins`,
    times: (factor) => `${factor} fois plus`,
  },
};
