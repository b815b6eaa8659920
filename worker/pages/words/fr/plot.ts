/** The words of the plots of prices, in French. */
import type { Words } from "../shape.ts";
import { count } from "./say.ts";

export const plot: Pick<Words, "plot" | "compared"> = {
  plot: {
    title: {
      total: (target) => `Prix offert pour ${target}`,
      "per-share": (target) => `Prix offert pour ${target}, par action`,
      enterprise: (target) => `Valeur d’entreprise offerte pour ${target}`,
    },
    described: (steps, bidders, { low, high, from, to }) =>
      `${count("prix", "prix")(steps)} de ${count("enchérisseur", "enchérisseurs")(bidders)}, du ${from} au ${to}, entre ${low} et ${high}. Le tableau qui suit les donne tous.`,
    over: "Courbe des prix",
    table: "Les prix en tableau",
    date: "Date",
    bidder: "Enchérisseur",
    price: "Prix",
    value: "À cette échelle",
    change: "Face à l’offre précédente",
    others: (n) =>
      n === 1
        ? "Un autre enchérisseur ne figure que dans le tableau."
        : `${n} autres enchérisseurs ne figurent que dans le tableau.`,
    events: {
      rejected: "Rejetée",
      withdrawn: "Retirée",
      lapsed: "Caduque",
      terminated: "Rompue",
      agreed: "Acceptée",
      closed: "Conclue",
      deadline: "Échéance",
    },
  },
  compared: {
    more: (percent) => `${percent} de plus`,
    less: (percent) => `${percent} de moins`,
    times: (factor) => `${factor} fois plus`,
    same: "autant",
  },
};
