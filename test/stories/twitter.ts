/** Elon Musk buys Twitter, 2022: a hostile bid, a poison pill, an agreement that the buyer ends, a court, a closing. */
import * as t from "./telling.ts";

const { after, still } = t;

export const twitter: t.Telling = {
  title: "Musk and Twitter",
  language: "en",
  cast: [
    t.person("musk", "Elon Musk", { short: "Musk" }),
    t.firm("twitter", "Twitter"),
    t.firm("board", "Twitter’s board", { of: "twitter", ...t.inFrench("le conseil d’administration de Twitter") }),
    t.group("holders", "Twitter’s shareholders", { of: "twitter", plural: true, ...t.inFrench("les actionnaires de Twitter") }),
    t.person("alwaleed", "Alwaleed bin Talal", t.inFrench("Al-Walid Ben Talal")),
  ],
  steps: [
    after(
      "2022-04-04",
      t.news("Musk discloses a 9.2 per cent stake in Twitter"),
      "opened",
      "Musk discloses a 9.2 per cent stake in Twitter.",
      "Musk discloses a 9.2 per cent stake in Twitter.",
    ),
    after(
      "2022-04-14",
      t.offer("bid", "musk", { target: "twitter", price: t.usdAShare("54.20"), terms: "“Best and final”, in cash." }),
      "offered",
      "Musk is bidding $54.20 a share for Twitter; Twitter has yet to answer.",
      "Musk offre 54,20 dollars par action pour Twitter, qui n’a pas encore répondu.",
    ),
    after(
      "2022-04-14",
      t.rejected("bid", "alwaleed"),
      "offered",
      "Musk is bidding $54.20 a share for Twitter; Alwaleed bin Talal opposes the offer and Twitter has yet to answer.",
      "Musk offre 54,20 dollars par action pour Twitter, qui n’a pas encore répondu ; Al-Walid Ben Talal s’oppose à l’offre.",
    ),
    still("2022-04-15", t.news("Twitter’s board adopts a poison pill")),
    after(
      "2022-04-25",
      [t.revised("bid", { subjectTo: "holders" }), t.accepted("bid", "board")],
      "agreed",
      "Twitter’s board has accepted Musk’s $54.20-a-share offer for Twitter; Twitter’s shareholders still have to agree.",
      "Le conseil d’administration de Twitter a accepté l’offre de 54,20 dollars par action de Musk sur Twitter ; les actionnaires de Twitter doivent encore se prononcer.",
    ),
    still("2022-05-13", t.statement("musk", "Twitter deal temporarily on hold")),
    after(
      "2022-07-08",
      t.terminated("bid", "musk"),
      "terminated",
      "Musk has terminated an agreement to buy Twitter for $54.20 a share.",
      "Musk a mis fin à l’accord sur l’acquisition de Twitter pour 54,20 dollars par action.",
    ),
    still("2022-07-12", [t.news("Twitter sues Musk"), t.announced("The trial begins in Delaware", "2022-10-17")]),
    still("2022-09-13", t.accepted("bid", "holders")),
    after(
      "2022-10-04",
      t.revised("bid", { price: t.usdAShare("54.2"), subjectTo: null }),
      "offered",
      "Musk is bidding $54.20 a share for Twitter; Twitter has yet to answer.",
      "Musk offre 54,20 dollars par action pour Twitter, qui n’a pas encore répondu.",
    ),
    after(
      "2022-10-04",
      t.accepted("bid", "twitter"),
      "agreed",
      "Twitter has agreed to be bought by Musk for $54.20 a share.",
      "Twitter a accepté l’offre de 54,20 dollars par action de Musk.",
    ),
    after(
      "2022-10-27",
      t.closed("bid"),
      "closed",
      "Musk has bought Twitter for $54.20 a share.",
      "Musk a acquis Twitter pour 54,20 dollars par action.",
    ),
  ],
};
