/** LVMH and Tiffany, 2019 to 2021, told in French: a raise, a buyer who breaks off, a lower price, a closing. */
import * as t from "./telling.ts";

const { after, still } = t;

export const tiffany: t.Telling = {
  title: "LVMH et Tiffany",
  language: "fr",
  cast: [
    t.firm("lvmh", "LVMH"),
    t.firm("tiffany", "Tiffany"),
    t.group("actionnaires", "les actionnaires de Tiffany", {
      of: "tiffany",
      plural: true,
      names: { en: { name: "Tiffany’s shareholders" } },
    }),
  ],
  steps: [
    after(
      "2019-10-28",
      t.offer("offre", "lvmh", { target: "tiffany", price: t.usdAShare("120"), subjectTo: "actionnaires" }),
      "offered",
      "LVMH is bidding $120 a share for Tiffany; Tiffany has yet to answer.",
      "LVMH offre 120 dollars par action pour Tiffany, qui n’a pas encore répondu.",
    ),
    after(
      "2019-11-25",
      [t.revised("offre", { price: t.usdAShare("135") }), t.accepted("offre", "tiffany")],
      "agreed",
      "Tiffany has agreed to be bought by LVMH for $135 a share; Tiffany’s shareholders still have to agree.",
      "Tiffany a accepté l’offre de 135 dollars par action de LVMH ; les actionnaires de Tiffany doivent encore se prononcer.",
    ),
    after(
      "2020-02-04",
      t.accepted("offre", "actionnaires"),
      "agreed",
      "Tiffany and Tiffany’s shareholders have accepted LVMH’s $135-a-share offer.",
      "Tiffany et les actionnaires de Tiffany ont accepté l’offre de 135 dollars par action de LVMH.",
    ),
    after(
      "2020-09-09",
      t.terminated("offre", "lvmh"),
      "terminated",
      "LVMH has terminated its agreement to buy Tiffany for $135 a share.",
      "LVMH a mis fin à l’accord sur l’acquisition de Tiffany pour 135 dollars par action.",
    ),
    still("2020-09-09", t.news("Tiffany attaque LVMH en justice")),
    after(
      "2020-10-29",
      [t.revised("offre", { price: t.usdAShare("131.50") }), t.accepted("offre", "tiffany")],
      "agreed",
      "Tiffany has agreed to be bought by LVMH for $131.50 a share; Tiffany’s shareholders still have to agree.",
      "Tiffany a accepté l’offre de 131,50 dollars par action de LVMH ; les actionnaires de Tiffany doivent encore se prononcer.",
    ),
    after(
      "2021-01-07",
      [t.accepted("offre", "actionnaires"), t.closed("offre")],
      "closed",
      "LVMH has bought Tiffany for $131.50 a share.",
      "LVMH a acquis Tiffany pour 131,50 dollars par action.",
    ),
  ],
};
