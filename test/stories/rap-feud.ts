/** Kendrick Lamar and Drake, 2024: a feud in songs, and one who takes his words back. */
import * as t from "./telling.ts";

const { after, still } = t;

export const rapFeud: t.Telling = {
  title: "Drake and Kendrick Lamar",
  language: "en",
  cast: [
    t.person("lamar", "Kendrick Lamar", { short: "Lamar" }),
    t.person("drake", "Drake"),
    t.person("cole", "J. Cole", { short: "Cole" }),
  ],
  steps: [
    after(
      "2024-03-22",
      t.insult("lamar", ["drake", "cole"], "Motherfuck the big three, it’s just big me."),
      "quarrel",
      "Lamar insulted Drake and Cole on 22 March.",
      "Lamar a insulté Drake et Cole le 22 mars.",
    ),
    after(
      "2024-04-05",
      t.insult("cole", "lamar", "He fell off like ‘The Simpsons’."),
      "quarrel",
      "Cole has insulted Lamar, and Lamar has insulted Cole and Drake; the latest of the two insults came on 5 April.",
      "Cole a insulté Lamar, et Lamar a insulté Cole et Drake ; la dernière des deux insultes date du 5 avril.",
    ),
    still("2024-04-07", t.takenBack(6, "cole", "apologised")),
    after(
      "2024-04-13",
      t.insult("drake", "lamar", "You better drop and give me fifty."),
      "quarrel",
      "Cole has insulted Lamar, Drake has insulted Lamar, and Lamar has insulted Cole and Drake; the latest of the three insults came on 13 April.",
      "Cole a insulté Lamar, Drake a insulté Lamar, et Lamar a insulté Cole et Drake ; la dernière des trois insultes date du 13 avril.",
    ),
    after(
      "2024-04-30",
      t.insult("lamar", "drake", "I hate the way that you walk, the way that you talk."),
      "quarrel",
      "Lamar has insulted Drake twice and Cole once, Cole has insulted Lamar once, and Drake has insulted Lamar once; the latest of the four insults came on 30 April.",
      "Lamar a insulté Drake deux fois et Cole une fois, Cole a insulté Lamar une fois, et Drake a insulté Lamar une fois ; la dernière des quatre insultes date du 30 avril.",
    ),
    after(
      "2025-02-10",
      t.news("“Not Like Us” is the Super Bowl’s half-time show"),
      "quarrel",
      "Lamar has insulted Drake twice and Cole once, Cole has insulted Lamar once, and Drake has insulted Lamar once; the latest of the four insults came on 30 April 2024.",
      "Lamar a insulté Drake deux fois et Cole une fois, Cole a insulté Lamar une fois, et Drake a insulté Lamar une fois ; la dernière des quatre insultes date du 30 avril 2024.",
    ),
  ],
};
