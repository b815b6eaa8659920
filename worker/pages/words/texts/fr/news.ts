/** The texts of what is new, in French. */
import type { Texts } from "../shape.ts";

export const news: Pick<Texts, "news"> = {
  news: {
    bar: {
      label: "Du nouveau dans ce récit",
      show: "Voir ce qui est nouveau",
      changed: "Une entrée que vous aviez lue a changé",
      close: "Fermer",
      elsewhere: "Plus loin",
    },
    told: {
      added: { one: "{n} nouveauté", other: "{n} nouveautés" },
      corrected: { one: "{n} correction", other: "{n} corrections" },
      retracted: { one: "{n} rétractation", other: "{n} rétractations" },
      "taken-down": { one: "{n} retrait", other: "{n} retraits" },
      updated: { one: "{n} mise à jour", other: "{n} mises à jour" },
      reinstated: { one: "{n} rétablissement", other: "{n} rétablissements" },
      "taken-back": { one: "{n} propos retiré", other: "{n} propos retirés" },
      confirmed: { one: "{n} confirmation", other: "{n} confirmations" },
      denied: { one: "{n} démenti", other: "{n} démentis" },
      amended: { one: "{n} modification", other: "{n} modifications" },
      changed: "La page a changé",
      since: "Depuis votre visite, {when} : {what}.",
      when: "{day} à {clock}",
      marks: {
        added: "Nouveau",
        corrected: "Corrigé",
        updated: "Mis à jour",
        retracted: "Rétracté",
        reinstated: "Rétabli",
        "taken-down": "Retiré",
        "taken-back": "Propos retirés",
        confirmed: "Confirmé",
        denied: "Démenti",
      },
    },
  },
};
