/** The texts of the plots of prices, in French. */
import type { Texts } from "../shape.ts";

export const plot: Pick<Texts, "plot" | "compared"> = {
  plot: {
    over: "Courbe des prix",
    table: "Les prix en tableau",
    date: "Date",
    bidder: "Enchérisseur",
    price: "Prix",
    value: "À cette échelle",
    change: "Face à l’offre précédente",
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
    same: "autant",
  },
};
