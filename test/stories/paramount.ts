/** Paramount, 2024: bids for the whole, for a part and for the company above it, from four sides. */
import * as t from "./telling.ts";

const { after, still } = t;

export const paramount: t.Telling = {
  title: "Who gets Paramount",
  language: "en",
  cast: [
    t.firm("na", "National Amusements"),
    t.firm("paramount", "Paramount", { of: "na" }),
    t.firm("studio", "Paramount’s film studio", { of: "paramount", ...t.inFrench("le studio de Paramount") }),
    t.firm("committee", "Paramount’s special committee", {
      of: "paramount",
      ...t.inFrench("le comité spécial de Paramount"),
    }),
    t.firm("skydance", "Skydance"),
    t.firm("apollo", "Apollo"),
    t.firm("sony", "Sony"),
    t.person("allen", "Byron Allen", { short: "Allen" }),
    t.person("bronfman", "Edgar Bronfman Jr.", { short: "Bronfman" }),
  ],
  steps: [
    after(
      "2024-01-31",
      t.offer("allen", "allen", { target: "paramount", price: t.usd("14300000000") }),
      "offered",
      "Allen is bidding $14.3bn for Paramount; Paramount has yet to answer.",
      "Allen offre 14,3 milliards de dollars pour Paramount, qui n’a pas encore répondu.",
    ),
    after(
      "2024-03-20",
      t.reported(t.offer("apollo-studio", "apollo", { to: "paramount", target: "studio", price: t.usd("11000000000") })),
      "offered",
      "Apollo is reported to be bidding $11bn for Paramount’s film studio, and Allen is bidding $14.3bn for Paramount; Paramount has yet to answer Allen.",
      "Apollo aurait offert 11 milliards de dollars pour le studio de Paramount, et Allen offre 14,3 milliards de dollars pour Paramount ; Paramount n’a pas encore répondu à Allen.",
    ),
    after(
      "2024-05-02",
      t.offer("sony", "sony", { partners: ["apollo"], target: "paramount", price: t.usd("26000000000", { approximate: true }) }),
      "offered",
      "Sony and Apollo are bidding about $26bn for Paramount, and Allen $14.3bn; Paramount has yet to answer either and three offers are on the table.",
      "Sony et Apollo offrent environ 26 milliards de dollars pour Paramount, et Allen 14,3 milliards de dollars ; Paramount n’a encore répondu ni à Sony et à Apollo ni à Allen, et trois offres sont sur la table.",
    ),
    after(
      "2024-05-17",
      [t.withdrawn("sony"), t.withdrawn("apollo-studio"), t.rejected("allen", "committee")],
      "rejected",
      "Paramount’s special committee has rejected Allen’s $14.3bn offer for Paramount.",
      "Le comité spécial de Paramount a rejeté l’offre de 14,3 milliards de dollars d’Allen sur Paramount.",
    ),
    after(
      "2024-07-02",
      t.offer("skydance", "skydance", { to: ["na", "committee"], target: "paramount", price: t.usd("8000000000") }),
      "offered",
      "Skydance is bidding $8bn for Paramount; National Amusements and Paramount’s special committee have yet to answer.",
      "Skydance offre 8 milliards de dollars pour Paramount ; National Amusements et le comité spécial de Paramount n’ont pas encore répondu.",
    ),
    after(
      "2024-07-07",
      t.accepted("skydance", ["na", "committee"]),
      "agreed",
      "National Amusements and Paramount’s special committee have accepted Skydance’s $8bn offer for Paramount.",
      "National Amusements et le comité spécial de Paramount ont accepté l’offre de 8 milliards de dollars de Skydance sur Paramount.",
    ),
    after(
      "2024-08-19",
      t.offer("bronfman", "bronfman", { to: "committee", target: "na", price: t.usd("4300000000") }),
      "agreed",
      "National Amusements and Paramount’s special committee have accepted Skydance’s $8bn offer for Paramount; Bronfman is bidding $4.3bn for National Amusements.",
      "National Amusements et le comité spécial de Paramount ont accepté l’offre de 8 milliards de dollars de Skydance sur Paramount ; Bronfman offre 4,3 milliards de dollars pour National Amusements.",
    ),
    after(
      "2024-08-21",
      t.revised("bronfman", { price: t.usd("6000000000") }),
      "agreed",
      "National Amusements and Paramount’s special committee have accepted Skydance’s $8bn offer for Paramount; Bronfman is bidding $6bn for National Amusements.",
      "National Amusements et le comité spécial de Paramount ont accepté l’offre de 8 milliards de dollars de Skydance sur Paramount ; Bronfman offre 6 milliards de dollars pour National Amusements.",
    ),
    after(
      "2024-08-26",
      t.withdrawn("bronfman"),
      "agreed",
      "National Amusements and Paramount’s special committee have accepted Skydance’s $8bn offer for Paramount.",
      "National Amusements et le comité spécial de Paramount ont accepté l’offre de 8 milliards de dollars de Skydance sur Paramount.",
    ),
    still("2025-02-13", t.announced("The FCC decides on the deal", "2025-07-24")),
    after(
      "2025-08-07",
      t.closed("skydance"),
      "closed",
      "Skydance has bought Paramount for $8bn.",
      "Skydance a acquis Paramount pour 8 milliards de dollars.",
    ),
  ],
};
