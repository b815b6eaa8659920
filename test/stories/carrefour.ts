/** Couche-Tard and Carrefour, 2021, told in French: a rumour that is confirmed, a price, a minister who says no. */
import * as t from "./telling.ts";

const { after, still } = t;

export const carrefour: t.Telling = {
  title: "Couche-Tard et Carrefour",
  language: "fr",
  cast: [
    t.firm("couche-tard", "Couche-Tard"),
    t.firm("carrefour", "Carrefour"),
    t.firm("etat", "le gouvernement français", { names: { en: { name: "the French government" } } }),
    t.person("le-maire", "Bruno Le Maire", { of: "etat", role: "ministre de l’économie" }),
  ],
  steps: [
    after(
      "2021-01-12",
      t.reported(t.offer("offre", "couche-tard", { target: "carrefour" })),
      "offered",
      "Couche-Tard is reported to be bidding for Carrefour.",
      "Couche-Tard aurait fait une offre sur Carrefour.",
    ),
    after(
      "2021-01-12",
      t.confirmed(6, "carrefour"),
      "offered",
      "Couche-Tard is bidding for Carrefour; Carrefour has yet to answer.",
      "Couche-Tard fait une offre sur Carrefour, qui n’a pas encore répondu.",
    ),
    after(
      "2021-01-13",
      t.revised("offre", { price: t.eurAShare("20"), terms: "Une lettre d’intention, sans engagement." }),
      "offered",
      "Couche-Tard is bidding €20 a share for Carrefour; Carrefour has yet to answer.",
      "Couche-Tard offre 20 euros par action pour Carrefour, qui n’a pas encore répondu.",
    ),
    after(
      "2021-01-13",
      t.rejected("offre", "le-maire", "La souveraineté alimentaire."),
      "offered",
      "Couche-Tard is bidding €20 a share for Carrefour; Bruno Le Maire opposes the offer and Carrefour has yet to answer.",
      "Couche-Tard offre 20 euros par action pour Carrefour, qui n’a pas encore répondu ; Bruno Le Maire s’oppose à l’offre.",
    ),
    after(
      "2021-01-15",
      t.blocked("offre", "le-maire"),
      "offered",
      "Couche-Tard is bidding €20 a share for Carrefour; Bruno Le Maire of the French government has blocked the offer and Carrefour has yet to answer.",
      "Couche-Tard offre 20 euros par action pour Carrefour, qui n’a pas encore répondu ; Bruno Le Maire, au nom du gouvernement français, bloque l’opération.",
    ),
    after(
      "2021-01-16",
      t.withdrawn("offre"),
      "withdrawn",
      "Couche-Tard has withdrawn its €20-a-share offer for Carrefour.",
      "Couche-Tard a retiré son offre de 20 euros par action sur Carrefour.",
    ),
    still("2021-01-16", t.news("Les deux groupes étudient des partenariats")),
  ],
};
