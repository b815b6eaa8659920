/** Quarrels, and stories that are told in an editor's own words. */
import * as s from "../../support/situations.ts";

const { quarrel, insults, concluded, opened, day, english, french } = s;
const { musk, brothers } = s;
const trump = s.person("Donald Trump", { short: "Trump" });
const ada = s.person("Ada Alpha");
const ben = s.person("Ben Beta");
const bill = english("the spending bill");
const long = "The two men fought over a bill, then over a party, then over a platform, and in the end over nothing at all.";

export const quarrelRows: s.SentenceRow[] = [
  {
    situation: quarrel([insults(ben, ada, 1)], 1, day("2025-06-05")),
    en: "Ben Beta insulted Ada Alpha on 5 June.",
    fr: "Ben Beta a insulté Ada Alpha le 5 juin.",
  },
  {
    situation: quarrel([insults(ben, ada, 1)], 1, day("2024-06-05")),
    en: "Ben Beta insulted Ada Alpha on 5 June 2024.",
    fr: "Ben Beta a insulté Ada Alpha le 5 juin 2024.",
  },
  {
    situation: quarrel([insults(musk, bill, 1)], 1, day("2025-06-03")),
    en: "Musk insulted the spending bill on 3 June.",
    fr: "Musk a proféré une insulte contre «\u00a0the spending bill\u00a0» le 3 juin.",
  },
  {
    situation: quarrel([insults(ada, ben, 2)], 2, day("2025-06-08")),
    en: "Ada Alpha has insulted Ben Beta twice, most recently on 8 June.",
    fr: "Ada Alpha a insulté Ben Beta deux fois, la dernière le 8 juin.",
  },
  {
    situation: quarrel([insults(brothers, ben, 3)], 3, day("2025-06-08")),
    en: "The Beta brothers have insulted Ben Beta three times, most recently on 8 June.",
    fr: "Les frères Beta ont insulté Ben Beta trois fois, la dernière le 8 juin.",
  },
  {
    situation: quarrel([insults(ada, ben, 12)], 12, day("2025-06-08")),
    en: "Ada Alpha has insulted Ben Beta 12 times, most recently on 8 June.",
    fr: "Ada Alpha a insulté Ben Beta douze fois, la dernière le 8 juin.",
  },
  {
    situation: quarrel([insults(ada, ben, 2), insults(ben, ada, 1)], 3, day("2025-06-08")),
    en: "Ada Alpha and Ben Beta have traded three insults, the latest on 8 June.",
    fr: "Ada Alpha et Ben Beta ont échangé trois insultes, deux d’Ada Alpha et une de Ben Beta\u202f; la dernière date du 8 juin.",
  },
  {
    situation: quarrel([insults(musk, trump, 4), insults(trump, musk, 3)], 7, day("2025-07-06")),
    en: "Musk and Trump have traded seven insults, the latest on 6 July.",
    fr: "Musk et Trump ont échangé sept insultes, quatre de Musk et trois de Trump\u202f; la dernière date du 6 juillet.",
  },
  {
    situation: quarrel([insults(musk, trump, 4), insults(trump, musk, 3)], 7, { at: "2025-07-01T00:00:00Z", precision: "month" }),
    en: "Musk and Trump have traded seven insults, the latest in July.",
    fr: "Musk et Trump ont échangé sept insultes, quatre de Musk et trois de Trump\u202f; la dernière date de juillet.",
  },
  {
    situation: quarrel([insults(musk, trump, 4), insults(trump, musk, 3)], 7, { at: "2024-01-01T00:00:00Z", precision: "year" }),
    en: "Musk and Trump have traded seven insults, the latest in 2024.",
    fr: "Musk et Trump ont échangé sept insultes, quatre de Musk et trois de Trump\u202f; la dernière date de 2024.",
  },
  {
    situation: quarrel([insults(musk, bill, 1), insults(musk, trump, 1), insults(trump, musk, 1)], 3, day("2025-06-05")),
    en: "Musk has insulted the spending bill and Trump, and Trump has insulted Musk; the latest of the three insults came on 5 June.",
    fr: "Musk et Trump en sont à trois insultes\u00a0: une de Musk contre «\u00a0the spending bill\u00a0», une de Musk contre Trump et une de Trump contre Musk\u202f; la dernière date du 5 juin.",
  },
  {
    situation: quarrel([insults(musk, trump, 2), insults(musk, bill, 1)], 3, day("2025-06-05")),
    en: "Musk has insulted Trump twice and the spending bill once; the latest of the three insults came on 5 June.",
    fr: "Musk en est à trois insultes\u00a0: deux contre Trump et une contre «\u00a0the spending bill\u00a0»\u202f; la dernière date du 5 juin.",
  },
  {
    situation: quarrel([insults(ada, ben, 1), insults(brothers, ben, 1)], 1, day("2025-06-05"), {
      latest: { by: [ada, brothers], at: [ben] },
    }),
    en: "Ada Alpha and the Beta brothers insulted Ben Beta on 5 June.",
    fr: "Ada Alpha et les frères Beta ont insulté Ben Beta le 5 juin.",
  },
  {
    situation: quarrel([insults(ada, ben, 1), insults(ada, musk, 1)], 1, day("2025-06-05"), {
      latest: { by: [ada], at: [ben, musk] },
    }),
    en: "Ada Alpha insulted Ben Beta and Musk on 5 June.",
    fr: "Ada Alpha a insulté Ben Beta et Musk le 5 juin.",
  },
  {
    situation: quarrel([insults(ada, ben, 3), insults(musk, ben, 3)], 3, day("2025-06-05")),
    en: "Ada Alpha and Musk have insulted Ben Beta three times, most recently on 5 June.",
    fr: "Ada Alpha et Musk ont insulté Ben Beta trois fois, la dernière le 5 juin.",
  },
  {
    situation: quarrel([insults(ada, ben, 1), insults(musk, trump, 1)], 2, day("2025-06-05")),
    en: "Ada Alpha has insulted Ben Beta and Musk has insulted Trump; the latest of the two insults came on 5 June.",
    fr: "Ada Alpha et Musk en sont à deux insultes\u00a0: une d’Ada Alpha contre Ben Beta et une de Musk contre Trump\u202f; la dernière date du 5 juin.",
  },
  {
    situation: quarrel(
      [insults(ada, ben, 4), insults(musk, trump, 3), insults(trump, musk, 2), insults(ben, ada, 1)],
      10,
      day("2025-06-05"),
    ),
    en: "Ada Alpha has insulted Ben Beta four times, Musk has insulted Trump three times, Trump has insulted Musk twice, and Ben Beta has insulted Ada Alpha once; the latest of the ten insults came on 5 June.",
    fr: "La querelle en est à dix insultes, dont quatre d’Ada Alpha contre Ben Beta, trois de Musk contre Trump et deux de Trump contre Musk\u202f; la dernière date du 5 juin.",
  },
  {
    situation: quarrel([], 4, day("2025-06-05")),
    en: "Four insults have been traded, the latest on 5 June.",
    fr: "Quatre insultes ont été proférées, la dernière le 5 juin.",
  },
];

export const wordsRows: s.SentenceRow[] = [
  { situation: concluded(english("Over")), en: "Over.", fr: "Over." },
  { situation: concluded(english("Done.")), en: "Done.", fr: "Done." },
  { situation: concluded(english("Alpha owns Chirper.")), en: "Alpha owns Chirper.", fr: "Alpha owns Chirper." },
  {
    situation: concluded(english("the machinists go back to work with 38% more pay.")),
    en: "The machinists go back to work with 38% more pay.",
    fr: "The machinists go back to work with 38% more pay.",
  },
  { situation: concluded(english("Who won?")), en: "Who won?", fr: "Who won?" },
  { situation: concluded(english("It is over!")), en: "It is over!", fr: "It is over!" },
  { situation: concluded(english("Nobody knows…")), en: "Nobody knows…", fr: "Nobody knows…" },
  { situation: concluded(english("Nobody knows...")), en: "Nobody knows…", fr: "Nobody knows…" },
  { situation: concluded(english("He said: “It is over.”")), en: "He said: “It is over.”", fr: "He said: “It is over.”" },
  { situation: concluded(english("He said it was “over”")), en: "He said it was “over”.", fr: "He said it was “over”." },
  { situation: concluded(english("It is over (for now)")), en: "It is over (for now).", fr: "It is over (for now)." },
  { situation: concluded(english("It is over. (Really.)")), en: "It is over. (Really.)", fr: "It is over. (Really.)" },
  { situation: concluded(english("The deal is done;")), en: "The deal is done.", fr: "The deal is done." },
  {
    situation: concluded(english("The deal is done.\n\nBoth sides say they are happy.")),
    en: "The deal is done.",
    fr: "The deal is done.",
  },
  {
    situation: concluded(english("The deal is done. Both sides are happy.")),
    en: "The deal is done. Both sides are happy.",
    fr: "The deal is done. Both sides are happy.",
  },
  { situation: concluded(english(`${long} ${long} ${long}`)), en: `${long} ${long}`, fr: `${long} ${long}` },
  { situation: concluded(french("C’est fini.")), en: "C’est fini.", fr: "C’est fini." },
  {
    situation: concluded({ text: "انتهى الأمر.", language: "ar" }),
    en: "\u2068انتهى الأمر\u2069.",
    fr: "\u2068انتهى الأمر\u2069.",
  },
  { situation: concluded(english("$97.4bn changed hands")), en: "$97.4bn changed hands.", fr: "$97.4bn changed hands." },
  { situation: concluded(english("“over”, they said")), en: "“Over”, they said.", fr: "“Over”, they said." },
  { situation: opened(), en: "Nothing has been reported yet.", fr: "Aucun fait n’a encore été rapporté." },
  { situation: opened(english("Musk tours Europe")), en: "Musk tours Europe.", fr: "Musk tours Europe." },
  { situation: opened(english("From a bill to a brawl")), en: "From a bill to a brawl.", fr: "From a bill to a brawl." },
  { situation: opened(english("Who wins?")), en: "Who wins?", fr: "Who wins?" },
  {
    situation: opened(french("Un fonds s’intéresse à Target")),
    en: "Un fonds s’intéresse à Target.",
    fr: "Un fonds s’intéresse à Target.",
  },
];
