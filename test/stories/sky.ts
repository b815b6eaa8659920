/** Fox and Comcast bid for Sky, 2016 to 2018: an agreement, a rival, an auction. */
import * as t from "./telling.ts";

const { after, still } = t;

export const sky: t.Telling = {
  title: "The battle for Sky",
  language: "en",
  cast: [
    t.firm("fox", "21st Century Fox", { short: "Fox" }),
    t.firm("comcast", "Comcast"),
    t.firm("sky", "Sky"),
    t.group("holders", "Sky’s shareholders", { of: "sky", plural: true, ...t.inFrench("les actionnaires de Sky") }),
    t.firm("cma", "the CMA", t.inFrench("la CMA")),
    t.firm("government", "the UK government", t.inFrench("le gouvernement britannique")),
    t.person("hancock", "Matt Hancock", { of: "government", role: "culture secretary" }),
  ],
  steps: [
    after(
      "2016-12-09",
      t.offer("fox-bid", "fox", { target: "sky", price: t.gbpAShare("10.75") }),
      "offered",
      "Fox is bidding £10.75 a share for Sky; Sky has yet to answer.",
      "Fox offre 10,75 livres sterling par action pour Sky, qui n’a pas encore répondu.",
    ),
    after(
      "2016-12-15",
      [t.revised("fox-bid", { subjectTo: "holders" }), t.accepted("fox-bid", "sky")],
      "agreed",
      "Sky has agreed to be bought by Fox for £10.75 a share; Sky’s shareholders still have to agree.",
      "Sky a accepté l’offre de 10,75 livres sterling par action de Fox ; les actionnaires de Sky doivent encore se prononcer.",
    ),
    still("2018-01-23", t.news("The CMA provisionally finds the deal against the public interest")),
    after(
      "2018-02-27",
      t.offer("comcast-bid", "comcast", { target: "sky", price: t.gbpAShare("12.50"), subjectTo: "holders" }),
      "agreed",
      "Sky has agreed to be bought by Fox for £10.75 a share; Sky’s shareholders still have to agree and Comcast is bidding £12.50 a share.",
      "Sky a accepté l’offre de 10,75 livres sterling par action de Fox ; les actionnaires de Sky doivent encore se prononcer, et Comcast offre 12,50 livres sterling par action.",
    ),
    after(
      "2018-04-25",
      t.terminated("fox-bid", "sky"),
      "offered",
      "Comcast is bidding £12.50 a share for Sky; Sky has yet to answer.",
      "Comcast offre 12,50 livres sterling par action pour Sky, qui n’a pas encore répondu.",
    ),
    after(
      "2018-07-11",
      t.revised("fox-bid", { price: t.gbpAShare("14") }),
      "offered",
      "Fox is bidding £14 a share for Sky, and Comcast £12.50 a share; Sky has yet to answer either.",
      "Fox offre 14 livres sterling par action pour Sky, et Comcast 12,50 livres sterling par action ; Sky n’a encore répondu ni à Fox ni à Comcast.",
    ),
    after(
      "2018-07-11",
      t.accepted("fox-bid", "sky"),
      "agreed",
      "Sky has agreed to be bought by Fox for £14 a share; Sky’s shareholders still have to agree and Comcast is bidding £12.50 a share.",
      "Sky a accepté l’offre de 14 livres sterling par action de Fox ; les actionnaires de Sky doivent encore se prononcer, et Comcast offre 12,50 livres sterling par action.",
    ),
    after(
      "2018-07-11",
      t.revised("comcast-bid", { price: t.gbpAShare("14.75") }),
      "agreed",
      "Sky has agreed to be bought by Fox for £14 a share; Sky’s shareholders still have to agree and Comcast is bidding £14.75 a share.",
      "Sky a accepté l’offre de 14 livres sterling par action de Fox ; les actionnaires de Sky doivent encore se prononcer, et Comcast offre 14,75 livres sterling par action.",
    ),
    still("2018-07-12", t.cleared("fox-bid", "hancock", "Sky News is to be sold to Disney.")),
    after(
      "2018-07-12",
      [t.terminated("fox-bid", "sky"), t.accepted("comcast-bid", "sky")],
      "agreed",
      "Sky has agreed to be bought by Comcast for £14.75 a share; Sky’s shareholders still have to agree.",
      "Sky a accepté l’offre de 14,75 livres sterling par action de Comcast ; les actionnaires de Sky doivent encore se prononcer.",
    ),
    still("2018-09-20", t.announced("Fox and Comcast bid for Sky in an auction", "2018-09-22")),
    after(
      "2018-09-22",
      t.revised("fox-bid", { price: t.gbpAShare("15.67") }),
      "agreed",
      "Sky has agreed to be bought by Comcast for £14.75 a share; Sky’s shareholders still have to agree and Fox is bidding £15.67 a share.",
      "Sky a accepté l’offre de 14,75 livres sterling par action de Comcast ; les actionnaires de Sky doivent encore se prononcer, et Fox offre 15,67 livres sterling par action.",
    ),
    after(
      "2018-09-22",
      [t.revised("comcast-bid", { price: t.gbpAShare("17.28") }), t.accepted("comcast-bid", "sky")],
      "agreed",
      "Sky has agreed to be bought by Comcast for £17.28 a share; Sky’s shareholders still have to agree and Fox is bidding £15.67 a share.",
      "Sky a accepté l’offre de 17,28 livres sterling par action de Comcast ; les actionnaires de Sky doivent encore se prononcer, et Fox offre 15,67 livres sterling par action.",
    ),
    after(
      "2018-09-26",
      t.withdrawn("fox-bid"),
      "agreed",
      "Sky has agreed to be bought by Comcast for £17.28 a share; Sky’s shareholders still have to agree.",
      "Sky a accepté l’offre de 17,28 livres sterling par action de Comcast ; les actionnaires de Sky doivent encore se prononcer.",
    ),
    after(
      "2018-10-09",
      [t.accepted("comcast-bid", "holders"), t.closed("comcast-bid")],
      "closed",
      "Comcast has bought Sky for £17.28 a share.",
      "Comcast a acquis Sky pour 17,28 livres sterling par action.",
    ),
  ],
};
