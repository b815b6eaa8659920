/** Veolia and Suez, 2020 to 2022, told in French: a part first, then the whole; a rumour, a court, a peace. */
import * as t from "./telling.ts";

const { after } = t;

export const veoliaSuez: t.Telling = {
  title: "Veolia et Suez",
  language: "fr",
  cast: [
    t.firm("veolia", "Veolia"),
    t.firm("suez", "Suez"),
    t.firm("engie", "Engie"),
    t.firm("bloc", "29,9 % de Suez", { of: "suez", names: { en: { name: "29.9% of Suez" } } }),
    t.firm("ardian", "Ardian"),
    t.firm("gip", "GIP"),
    t.firm("tribunal", "le tribunal de commerce de Nanterre", { names: { en: { name: "the commercial court in Nanterre" } } }),
  ],
  steps: [
    after(
      "2020-08-30",
      t.offer("bloc-veolia", "veolia", { to: "engie", target: "bloc", price: t.eurAShare("15.50") }),
      "offered",
      "Veolia is bidding €15.50 a share for 29.9% of Suez; Engie has yet to answer.",
      "Veolia offre 15,50 euros par action pour 29,9 % de Suez ; Engie n’a pas encore répondu.",
    ),
    after(
      "2020-09-17",
      t.rejected("bloc-veolia", "engie", "Le prix est insuffisant."),
      "rejected",
      "Engie has rejected Veolia’s €15.50-a-share offer for 29.9% of Suez.",
      "Engie a rejeté l’offre de 15,50 euros par action de Veolia sur 29,9 % de Suez.",
    ),
    after(
      "2020-09-30",
      t.revised("bloc-veolia", { price: t.eurAShare("18"), expiresAt: "2020-10-05T23:59:00+02:00" }),
      "offered",
      "Veolia is bidding €18 a share for 29.9% of Suez; the offer is open until 5 October and Engie has yet to answer.",
      "Veolia offre 18 euros par action pour 29,9 % de Suez ; l’offre est valable jusqu’au 5 octobre, et Engie n’a pas encore répondu.",
    ),
    after(
      "2020-10-01",
      t.reported(t.offer("bloc-ardian", "ardian", { to: "engie", target: "bloc" })),
      "offered",
      "Ardian is reported to be bidding for 29.9% of Suez, and Veolia is bidding €18 a share; Veolia’s offer is open until 5 October and Engie has yet to answer Veolia.",
      "Ardian aurait fait une offre sur 29,9 % de Suez, et Veolia offre 18 euros par action ; l’offre de Veolia est valable jusqu’au 5 octobre, et Engie n’a pas encore répondu à Veolia.",
    ),
    after(
      "2020-10-05",
      t.withdrawn("bloc-ardian"),
      "offered",
      "Veolia is bidding €18 a share for 29.9% of Suez; the offer is open until 5 October and Engie has yet to answer.",
      "Veolia offre 18 euros par action pour 29,9 % de Suez ; l’offre est valable jusqu’au 5 octobre, et Engie n’a pas encore répondu.",
    ),
    after(
      "2020-10-05",
      t.accepted("bloc-veolia", "engie"),
      "agreed",
      "Engie has accepted Veolia’s €18-a-share offer for 29.9% of Suez.",
      "Engie a accepté l’offre de 18 euros par action de Veolia sur 29,9 % de Suez.",
    ),
    after(
      "2020-10-06",
      t.closed("bloc-veolia"),
      "closed",
      "Veolia has bought 29.9% of Suez for €18 a share.",
      "Veolia a acquis 29,9 % de Suez pour 18 euros par action.",
    ),
    after(
      "2021-01-17",
      t.offer("ardian-gip", "ardian", { partners: ["gip"], target: "suez", price: t.eurAShare("18") }),
      "offered",
      "Ardian and GIP are bidding €18 a share for Suez; Suez has yet to answer.",
      "Ardian et GIP offrent 18 euros par action pour Suez, qui n’a pas encore répondu.",
    ),
    after(
      "2021-02-07",
      t.offer("veolia-suez", "veolia", { target: "suez", price: t.eurAShare("18") }),
      "offered",
      "Veolia is bidding €18 a share for Suez, and Ardian and GIP €18 a share; Suez has yet to answer either.",
      "Veolia offre 18 euros par action pour Suez, et Ardian et GIP 18 euros par action ; Suez n’a encore répondu ni à Veolia ni à Ardian et à GIP.",
    ),
    after(
      "2021-02-08",
      [t.blocked("veolia-suez", "tribunal"), t.rejected("veolia-suez", "suez")],
      "offered",
      "Ardian and GIP are bidding €18 a share for Suez; Suez has yet to answer.",
      "Ardian et GIP offrent 18 euros par action pour Suez, qui n’a pas encore répondu.",
    ),
    after(
      "2021-04-12",
      [
        t.withdrawn("ardian-gip"),
        t.cleared("veolia-suez", "tribunal"),
        t.revised("veolia-suez", { price: t.eurAShare("20.50") }),
        t.accepted("veolia-suez", "suez"),
      ],
      "agreed",
      "Suez has agreed to be bought by Veolia for €20.50 a share.",
      "Suez a accepté l’offre de 20,50 euros par action de Veolia.",
    ),
    after(
      "2022-01-18",
      t.closed("veolia-suez"),
      "closed",
      "Veolia has bought Suez for €20.50 a share.",
      "Veolia a acquis Suez pour 20,50 euros par action.",
    ),
    after(
      "2022-01-18",
      t.concluded("Veolia et Suez font la paix, et Suez poursuit sa route en plus petit."),
      "concluded",
      "Veolia et Suez font la paix, et Suez poursuit sa route en plus petit.",
      "Veolia et Suez font la paix, et Suez poursuit sa route en plus petit.",
    ),
  ],
};
