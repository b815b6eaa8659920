/** The sale of Manchester United, 2022 to 2024: two bids without a price, a third one reported, one who leaves, a part that is sold. */
import * as t from "./telling.ts";

const { after, still } = t;

export const manchesterUnited: t.Telling = {
  title: "Manchester United is for sale",
  language: "en",
  cast: [
    t.firm("united", "Manchester United"),
    t.group("glazers", "the Glazers", { plural: true, ...t.inFrench("les Glazer") }),
    t.person("jassim", "Sheikh Jassim bin Hamad al-Thani", { short: "Sheikh Jassim", ...t.inFrench("cheikh Jassim") }),
    t.firm("ineos", "Ineos"),
    t.person("ratcliffe", "Sir Jim Ratcliffe", { short: "Sir Jim Ratcliffe", of: "ineos", ...t.inFrench("Jim Ratcliffe") }),
    t.firm("quarter", "a 25 per cent stake in Manchester United", {
      of: "united",
      ...t.inFrench("25 % de Manchester United"),
    }),
  ],
  steps: [
    after(
      "2022-11-22",
      t.news("The Glazers are to explore a sale of Manchester United"),
      "opened",
      "The Glazers are to explore a sale of Manchester United.",
      "The Glazers are to explore a sale of Manchester United.",
    ),
    after(
      "2023-02-17",
      t.offer("jassim-bid", "jassim", { to: "glazers", target: "united" }),
      "offered",
      "Sheikh Jassim is bidding for Manchester United; the Glazers have yet to answer.",
      "Cheikh Jassim fait une offre sur Manchester United ; les Glazer n’ont pas encore répondu.",
    ),
    after(
      "2023-02-18",
      t.offer("ineos-bid", "ineos", { to: "glazers", target: "united" }),
      "offered",
      "Ineos and Sheikh Jassim are both bidding for Manchester United; the Glazers have yet to answer either.",
      "Ineos et cheikh Jassim font des offres concurrentes sur Manchester United ; les Glazer n’ont encore répondu ni à Ineos ni à cheikh Jassim.",
    ),
    after(
      "2023-04-28",
      t.reported(t.revised("jassim-bid", { price: { amount: "5000000000", currency: "GBP", approximate: true } })),
      "offered",
      "Sheikh Jassim is reported to be bidding about £5bn for Manchester United, and Ineos is also bidding; the Glazers have yet to answer Ineos.",
      "Cheikh Jassim aurait offert environ 5 milliards de livres sterling pour Manchester United, et Ineos fait aussi une offre ; les Glazer n’ont pas encore répondu à Ineos.",
    ),
    still("2023-06-07", t.news("Sheikh Jassim makes a fifth and final bid")),
    after(
      "2023-10-14",
      t.withdrawn("jassim-bid"),
      "offered",
      "Ineos is bidding for Manchester United; the Glazers have yet to answer.",
      "Ineos fait une offre sur Manchester United ; les Glazer n’ont pas encore répondu.",
    ),
    after(
      "2023-12-24",
      [
        t.withdrawn("ineos-bid"),
        t.offer("stake", "ratcliffe", { to: "glazers", target: "quarter", price: t.usdAShare("33") }),
        t.accepted("stake", "glazers"),
      ],
      "agreed",
      "The Glazers have accepted Sir Jim Ratcliffe’s $33-a-share offer for a 25 per cent stake in Manchester United.",
      "Les Glazer ont accepté l’offre de 33 dollars par action de Jim Ratcliffe sur 25 % de Manchester United.",
    ),
    after(
      "2024-02-20",
      t.closed("stake"),
      "closed",
      "Sir Jim Ratcliffe has bought a 25 per cent stake in Manchester United for $33 a share.",
      "Jim Ratcliffe a acquis 25 % de Manchester United pour 33 dollars par action.",
    ),
  ],
};
