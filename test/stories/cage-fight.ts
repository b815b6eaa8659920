/** Musk and Zuckerberg’s cage fight, 2023: a proposal that nobody is paid for, accepted and called off. */
import * as t from "./telling.ts";

const { after, still } = t;

export const cageFight: t.Telling = {
  title: "The cage fight",
  language: "en",
  cast: [
    t.person("musk", "Elon Musk", { short: "Musk" }),
    t.person("zuckerberg", "Mark Zuckerberg", { short: "Zuckerberg" }),
    t.firm("ufc", "the UFC", t.inFrench("l’UFC")),
  ],
  steps: [
    after(
      "2023-06-20",
      t.offer("fight", "musk", { to: "zuckerberg", subject: "a cage fight" }),
      "offered",
      "Musk has proposed a cage fight to Zuckerberg, who has yet to answer.",
      "Musk fait une proposition (« a cage fight ») à Zuckerberg, qui n’a pas encore répondu.",
    ),
    after(
      "2023-06-21",
      t.accepted("fight", "zuckerberg"),
      "agreed",
      "Zuckerberg has accepted Musk’s proposal for a cage fight.",
      "Zuckerberg a accepté la proposition de Musk (« a cage fight »).",
    ),
    still(
      "2023-08-06",
      t.statement("zuckerberg", "I’m ready today. I suggested Aug 26 when he first challenged, but he hasn’t confirmed."),
    ),
    after(
      "2023-08-13",
      t.terminated("fight", "zuckerberg"),
      "terminated",
      "Zuckerberg has terminated the agreement on Musk’s proposal for a cage fight.",
      "Zuckerberg a mis fin à l’accord sur la proposition de Musk (« a cage fight »).",
    ),
  ],
};
