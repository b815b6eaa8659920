/** The texts of what explains the API, in French. */
import type { Texts } from "../shape.ts";

export const docs: Pick<Texts, "docs" | "offerLife"> = {
  docs: {
    title: "L’API",
    lead: "Lire un récit sous forme de données, consigner ce qui s’est passé, suivre tous les récits.",
    noScript: "La description ci-dessous est dessinée par un script. Sans lui, lisez la description elle-même :",
    file: "Description OpenAPI",
    operations: "Opérations",
    offers: "La vie d’une offre, dessinée d’après le tableau qui en décide",
  },

  offerLife: {
    title: "La vie d’une offre",
    lead: "Ce que chaque acte fait d’une offre, dans chaque état. Riposte décide par ce tableau, et par rien d’autre.",
    first:
      "Une offre ou une contre-offre est ouverte dès qu’elle est faite. Parmi les lignes d’un acte, la première qui convient compte ; si aucune ne convient, l’acte est refusé.",
    columns: { heading: "Actes et états", act: "Acte", when: "Par qui, et quand", from: "De", to: "À" },
    or: " ou ",
    actors: {
      addressee: "par un destinataire, ou par qui parle en son nom",
      subject: "par une partie à l’accord de laquelle l’offre est soumise",
      other: "par toute autre partie",
    },
    conditions: {
      accepted: "qui l’a déjà acceptée",
      notAccepted: "qui ne l’a pas encore acceptée",
      complete: "tous les destinataires l’ayant acceptée",
      incomplete: "un autre destinataire n’ayant pas encore accepté",
      deadlineAlone: "si seule l’échéance change",
    },
    unchanged: "aucun changement",
    counts: { advice: "un avis", vote: "un vote" },
  },
};
