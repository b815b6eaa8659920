/** Two mergers that came to nothing: Adobe and Figma give up together, Albertsons gives up on Kroger after two courts. */
import * as t from "./telling.ts";

const { after, still } = t;

export const adobeFigma: t.Telling = {
  title: "Adobe and Figma",
  language: "en",
  cast: [t.firm("adobe", "Adobe"), t.firm("figma", "Figma"), t.firm("cma", "the CMA", t.inFrench("la CMA"))],
  steps: [
    after(
      "2022-09-15",
      [
        t.offer("bid", "adobe", { target: "figma", price: t.usd("20000000000", { approximate: true }) }),
        t.accepted("bid", "figma"),
      ],
      "agreed",
      "Figma has agreed to be bought by Adobe for about $20bn.",
      "Figma a accepté l’offre d’environ 20 milliards de dollars d’Adobe.",
    ),
    still("2023-11-28", t.news("The CMA provisionally finds that the deal would harm competition")),
    after(
      "2023-12-18",
      t.terminated("bid", ["adobe", "figma"]),
      "terminated",
      "Adobe and Figma have terminated their agreement for Adobe to buy Figma for about $20bn.",
      "Adobe et Figma ont mis fin à leur accord sur l’acquisition de Figma par Adobe pour environ 20 milliards de dollars.",
    ),
  ],
};

export const krogerAlbertsons: t.Telling = {
  title: "Kroger and Albertsons",
  language: "en",
  cast: [
    t.firm("kroger", "Kroger"),
    t.firm("albertsons", "Albertsons"),
    t.firm("federal", "the federal court in Oregon", t.inFrench("le tribunal fédéral de l’Oregon")),
    t.person("nelson", "Adrienne Nelson", { short: "Nelson", of: "federal", role: "judge" }),
    t.firm("state", "a court in Washington state", t.inFrench("un tribunal de l’Etat de Washington")),
  ],
  steps: [
    after(
      "2022-10-14",
      [t.offer("bid", "kroger", { target: "albertsons", price: t.usdAShare("34.10") }), t.accepted("bid", "albertsons")],
      "agreed",
      "Albertsons has agreed to be bought by Kroger for $34.10 a share.",
      "Albertsons a accepté l’offre de 34,10 dollars par action de Kroger.",
    ),
    after(
      "2024-12-10",
      t.blocked("bid", "nelson"),
      "agreed",
      "Albertsons has agreed to be bought by Kroger for $34.10 a share; Nelson of the federal court in Oregon has blocked the deal.",
      "Albertsons a accepté l’offre de 34,10 dollars par action de Kroger ; Nelson, au nom du tribunal fédéral de l’Oregon, bloque l’opération.",
    ),
    after(
      "2024-12-10",
      t.blocked("bid", "state"),
      "agreed",
      "Albertsons has agreed to be bought by Kroger for $34.10 a share; Nelson of the federal court in Oregon and a court in Washington state have blocked the deal.",
      "Albertsons a accepté l’offre de 34,10 dollars par action de Kroger ; Nelson, au nom du tribunal fédéral de l’Oregon, et un tribunal de l’Etat de Washington bloquent l’opération.",
    ),
    after(
      "2024-12-11",
      t.terminated("bid", "albertsons"),
      "terminated",
      "Albertsons has terminated its agreement to be bought by Kroger for $34.10 a share.",
      "Albertsons a mis fin à l’accord sur son acquisition par Kroger pour 34,10 dollars par action.",
    ),
  ],
};
