/** Kylian Mbappé and Real Madrid, 2021 to 2024, told in French: a club that does not sell, a player who decides, a sum that is too much. */
import * as t from "./telling.ts";

const { after } = t;

export const mbappe: t.Telling = {
  title: "Mbappé et le Real Madrid",
  language: "fr",
  cast: [
    t.firm("psg", "le PSG", { names: { en: { name: "PSG" } } }),
    t.firm("real", "le Real Madrid", { names: { en: { name: "Real Madrid" } } }),
    t.person("mbappe", "Kylian Mbappé", { short: "Mbappé", of: "psg" }),
    t.firm("hilal", "Al-Hilal"),
  ],
  steps: [
    after(
      "2021-08-24",
      t.offer("real-2021", "real", { to: "psg", target: "mbappe", price: t.eur("160000000") }),
      "offered",
      "Real Madrid is bidding €160mn for Mbappé; PSG has yet to answer.",
      "Le Real Madrid offre 160 millions d’euros pour Mbappé ; le PSG n’a pas encore répondu.",
    ),
    after(
      "2021-08-25",
      t.rejected("real-2021", "psg"),
      "rejected",
      "PSG has rejected Real Madrid’s €160mn offer for Mbappé.",
      "Le PSG a rejeté l’offre de 160 millions d’euros du Real Madrid sur Mbappé.",
    ),
    after(
      "2021-08-26",
      t.reported(t.revised("real-2021", { price: t.eur("170000000", { upTo: "180000000" }) })),
      "offered",
      "Real Madrid is reported to be bidding between €170mn and €180mn for Mbappé.",
      "Le Real Madrid aurait offert entre 170 et 180 millions d’euros pour Mbappé.",
    ),
    after(
      "2021-08-31",
      t.lapsed("real-2021"),
      "lapsed",
      "Real Madrid’s offer of between €170mn and €180mn for Mbappé has lapsed.",
      "L’offre de 170 à 180 millions d’euros du Real Madrid sur Mbappé a expiré.",
    ),
    after(
      "2022-05-20",
      t.offer("contrat-real", "real", { to: "mbappe", subject: "un contrat de cinq ans" }),
      "offered",
      "Real Madrid has proposed “un contrat de cinq ans” to Mbappé, who has yet to answer.",
      "Le Real Madrid propose un contrat de cinq ans à Mbappé, qui n’a pas encore répondu.",
    ),
    after(
      "2022-05-20",
      t.offer("prolongation", "psg", { to: "mbappe", subject: "une prolongation de contrat jusqu’en 2025" }),
      "offered",
      "PSG has proposed “une prolongation de contrat jusqu’en 2025” to Mbappé, and Real Madrid has proposed “un contrat de cinq ans” to Mbappé; Mbappé has yet to answer either.",
      "Le PSG propose une prolongation de contrat jusqu’en 2025 à Mbappé, et le Real Madrid propose un contrat de cinq ans à Mbappé ; Mbappé n’a encore répondu ni au PSG ni au Real Madrid.",
    ),
    after(
      "2022-05-21",
      [t.accepted("prolongation", "mbappe"), t.rejected("contrat-real", "mbappe")],
      "agreed",
      "Mbappé has accepted PSG’s proposal for “une prolongation de contrat jusqu’en 2025”.",
      "Mbappé a accepté la proposition du PSG (une prolongation de contrat jusqu’en 2025).",
    ),
    after(
      "2022-05-23",
      t.closed("prolongation"),
      "closed",
      "PSG and Mbappé have carried out their agreement on “une prolongation de contrat jusqu’en 2025”.",
      "Le PSG et Mbappé ont concrétisé leur accord (une prolongation de contrat jusqu’en 2025).",
    ),
    after(
      "2023-07-24",
      t.offer("hilal-2023", "hilal", { to: ["psg", "mbappe"], target: "mbappe", price: t.eur("300000000") }),
      "offered",
      "Al-Hilal is bidding €300mn for Mbappé; PSG and Mbappé have yet to answer.",
      "Al-Hilal offre 300 millions d’euros pour Mbappé ; le PSG et Mbappé n’ont pas encore répondu.",
    ),
    after(
      "2023-07-24",
      t.accepted("hilal-2023", "psg"),
      "offered",
      "Al-Hilal is bidding €300mn for Mbappé; PSG has accepted and Mbappé has yet to answer.",
      "Al-Hilal offre 300 millions d’euros pour Mbappé ; le PSG a accepté, et Mbappé n’a pas encore répondu.",
    ),
    after(
      "2023-07-26",
      t.rejected("hilal-2023", "mbappe"),
      "rejected",
      "Mbappé has rejected Al-Hilal’s €300mn offer.",
      "Mbappé a rejeté l’offre de 300 millions d’euros d’Al-Hilal.",
    ),
    after(
      "2024-06-03",
      [
        t.changed("mbappe", { of: "real" }),
        t.revised("contrat-real", { terms: "Un contrat jusqu’en 2029" }),
        t.accepted("contrat-real", "mbappe"),
      ],
      "agreed",
      "Mbappé has accepted Real Madrid’s proposal for “un contrat de cinq ans” (“Un contrat jusqu’en 2029”).",
      "Mbappé a accepté la proposition du Real Madrid (un contrat jusqu’en 2029).",
    ),
  ],
};
