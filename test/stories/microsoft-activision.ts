/** Microsoft and Activision Blizzard, 2022 and 2023: one authority blocks, others clear, a court decides, the first one comes round. */
import * as t from "./telling.ts";

const { after, still } = t;

export const microsoftActivision: t.Telling = {
  title: "Microsoft and Activision",
  language: "en",
  cast: [
    t.firm("microsoft", "Microsoft"),
    t.firm("activision", "Activision Blizzard", { short: "Activision" }),
    t.group("holders", "Activision’s shareholders", {
      of: "activision",
      plural: true,
      ...t.inFrench("les actionnaires d’Activision"),
    }),
    t.firm("cma", "the CMA", t.inFrench("la CMA")),
    t.firm("ftc", "the FTC", t.inFrench("la FTC")),
    t.firm("commission", "the European Commission", t.inFrench("la Commission européenne")),
    t.firm("court", "a federal court in San Francisco", t.inFrench("un tribunal fédéral de San Francisco")),
  ],
  steps: [
    after(
      "2022-01-18",
      [
        t.offer("bid", "microsoft", { target: "activision", price: t.usdAShare("95"), subjectTo: "holders" }),
        t.accepted("bid", "activision"),
      ],
      "agreed",
      "Activision has agreed to be bought by Microsoft for $95 a share; Activision’s shareholders still have to agree.",
      "Activision a accepté l’offre de 95 dollars par action de Microsoft ; les actionnaires d’Activision doivent encore se prononcer.",
    ),
    after(
      "2022-04-28",
      t.accepted("bid", "holders"),
      "agreed",
      "Activision and Activision’s shareholders have accepted Microsoft’s $95-a-share offer.",
      "Activision et les actionnaires d’Activision ont accepté l’offre de 95 dollars par action de Microsoft.",
    ),
    still("2022-12-08", t.news("The FTC sues to stop the deal")),
    after(
      "2023-04-26",
      t.blocked("bid", "cma", "Harm to competition in cloud gaming."),
      "agreed",
      "Activision and Activision’s shareholders have accepted Microsoft’s $95-a-share offer; the CMA has blocked the deal.",
      "Activision et les actionnaires d’Activision ont accepté l’offre de 95 dollars par action de Microsoft ; la CMA bloque l’opération.",
    ),
    still("2023-05-15", t.cleared("bid", "commission", "Free licences for cloud gaming for ten years.")),
    still("2023-07-11", t.cleared("bid", "court")),
    after(
      "2023-10-13",
      t.cleared("bid", "cma", "Ubisoft gets the cloud rights."),
      "agreed",
      "Activision and Activision’s shareholders have accepted Microsoft’s $95-a-share offer.",
      "Activision et les actionnaires d’Activision ont accepté l’offre de 95 dollars par action de Microsoft.",
    ),
    after(
      "2023-10-13",
      t.closed("bid"),
      "closed",
      "Microsoft has bought Activision for $95 a share.",
      "Microsoft a acquis Activision pour 95 dollars par action.",
    ),
  ],
};
