/** A line is read as events, in English and in French, and completed; what is not said or may mean several is told. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completeLine } from "../../../worker/desk/line/complete-line.ts";
import { understandLine } from "../../../worker/desk/line/understand-line.ts";
import { always } from "../../support/always.ts";
import { lineContext } from "../../support/line-context.ts";

const read = (line: string) => understandLine(line, lineContext);
const billions = (amount: string) => ({ amount: `${amount}000000000`, currency: "USD" });

type Row = [line: string, type: string, data: Record<string, unknown>, more?: Record<string, unknown>];
const rows: Row[] = [
  ["alphabet rejects musk-bid", "OfferRejected", { by: "alphabet", offer: "musk-bid" }],
  ["alphabet rejects", "OfferRejected", { by: "alphabet", offer: "musk-bid" }],
  ["alph rej", "OfferRejected", { by: "alphabet", offer: "musk-bid" }],
  [
    "Alphabet rejette l’offre de Musk hier soir : trop bas",
    "OfferRejected",
    { by: "alphabet", offer: "musk-bid", reason: "trop bas" },
    { precision: "day" },
  ],
  [
    "the board turns down Musk’s bid at 9:15",
    "OfferRejected",
    { by: "alphabet-board", offer: "musk-bid" },
    { occurredAt: "2025-02-12T09:15:00+01:00" },
  ],
  ["socgen rejects ellison-bid", "OfferRejected", { by: "societe-generale", offer: "ellison-bid" }],
  ["Société générale refuse ellison-bid", "OfferRejected", { by: "societe-generale", offer: "ellison-bid" }],
  ["twitter accepts", "OfferAccepted", { by: "twitter", offer: "ellison-bid" }],
  ["twitter approuve l’offre d’Ellison", "OfferAccepted", { by: "twitter", offer: "ellison-bid" }],
  ["openai accepts page’s deal", "OfferAccepted", { by: "openai", offer: "page-deal" }],
  [
    "musk offers $44bn for twitter",
    "OfferMade",
    { by: "elon-musk", target: "twitter", price: billions("44"), offer: "elon-musk-bid" },
  ],
  [
    "musk offre 54,20 $ par action pour Twitter hier 21 h",
    "OfferMade",
    {
      by: "elon-musk",
      target: "twitter",
      price: { amount: "54.20", currency: "USD", basis: "per-share" },
      offer: "elon-musk-bid",
    },
    { precision: "hour" },
  ],
  [
    "musk offre jusqu’à 5 Md$ pour Twitter",
    "OfferMade",
    { by: "elon-musk", target: "twitter", price: { amount: "0", upTo: "5000000000", currency: "USD" }, offer: "elon-musk-bid" },
  ],
  [
    "musk and page bid 4bn for Twitter to the board",
    "OfferMade",
    {
      by: "elon-musk",
      partners: ["larry-page"],
      target: "twitter",
      to: "alphabet-board",
      price: billions("4"),
      offer: "elon-musk-bid",
    },
  ],
  [
    "alphabet counters 50bn for Twitter",
    "CounterOffered",
    { by: "alphabet", target: "twitter", inReplyTo: "musk-bid", price: billions("50"), offer: "alphabet-counter" },
  ],
  ["musk raises to 100bn", "OfferRevised", { offer: "musk-bid", price: billions("100") }],
  ["musk relève son offre à 100 Md$", "OfferRevised", { offer: "musk-bid", price: billions("100") }],
  ["musk extends until Friday 5pm", "OfferRevised", { offer: "musk-bid", expiresAt: "2025-02-14T17:00:00+01:00" }],
  ["musk prolonge jusqu’à vendredi 17 h", "OfferRevised", { offer: "musk-bid", expiresAt: "2025-02-14T17:00:00+01:00" }],
  ["musk withdraws", "OfferWithdrawn", { offer: "musk-bid" }],
  ["ellison retire son offre", "OfferWithdrawn", { offer: "ellison-bid" }],
  ["ftc blocks ellison-bid", "DealBlocked", { by: "ftc", offer: "ellison-bid" }],
  ["page closes", "DealClosed", { offer: "page-deal" }],
  [
    "musk insults page “Swindler” on X",
    "InsultPosted",
    { by: "elon-musk", at: "larry-page", platform: "X", quote: { text: "Swindler", language: "en" } },
  ],
  [
    "Musk traite Page d’« escroc »",
    "InsultPosted",
    { by: "elon-musk", at: "larry-page", quote: { text: "escroc", language: "en" } },
  ],
  [
    "Page says “nous ne sommes pas à vendre” about Musk",
    "StatementMade",
    { by: "larry-page", about: ["elon-musk"], quote: { text: "nous ne sommes pas à vendre", language: "fr" } },
  ],
  ["musk deletes", "WordsTakenBack", { by: "elon-musk", event: 9, how: "deleted" }],
  ["ellison dément", "ReportDenied", { by: "larry-ellison", event: 11 }],
  [
    "news: The quarrel eclipses the summit, yesterday",
    "DevelopmentReported",
    { headline: "The quarrel eclipses the summit" },
    { precision: "day" },
  ],
  [
    "contexte : Musk a acheté Twitter en 2022",
    "BackgroundNoted",
    { headline: "Musk a acheté Twitter en 2022" },
    { precision: "minute" },
  ],
  ["next: The board meets on 14 March", "DateAnnounced", { what: "The board meets", at: "2025-03-14" }],
  ["question: Who pays?", "QuestionRaised", { question: "who-pays", text: "Who pays?" }],
  ["answer: Nobody knows.", "QuestionAnswered", { question: "motive", text: "Nobody knows." }],
  ["answer what moved: Money.", "QuestionAnswered", { question: "motive", text: "Money." }],
  [
    "musk insults page « Vous êtes un escroc, et je ne plaisante pas » “You are a swindler and I am not joking”",
    "InsultPosted",
    {
      by: "elon-musk",
      at: "larry-page",
      quote: {
        text: "You are a swindler and I am not joking",
        language: "en",
        translationOf: { text: "Vous êtes un escroc, et je ne plaisante pas", language: "fr" },
      },
    },
  ],
];

describe("a line", () => {
  it.each(rows)("is read as an event: “%s”", (line, type, data, more = {}) => {
    const [only, ...others] = read(line);
    expect(others).toEqual([]);
    expect(only?.draft).toMatchObject({ type, ...more });
    expect(only?.draft?.data).toEqual(data);
    expect(only?.chips.filter(({ problem }) => problem)).toEqual([]);
  });

  it("is read as several events, each going on from the one before", () => {
    const [first, second] = read("alphabet rejects musk-bid; counters 9.74bn for Twitter @wall yesterday 9pm “no thank you”");
    expect(first?.draft).toMatchObject({
      type: "OfferRejected",
      occurredAt: "2025-02-12T10:30:00+01:00",
      sources: [{ publisher: "Reuters" }],
    });
    expect(second?.draft).toEqual({
      type: "CounterOffered",
      occurredAt: "2025-02-11T21:00:00+01:00",
      precision: "hour",
      sources: [{ publisher: "The Wall Street Journal" }],
      data: {
        by: "alphabet",
        inReplyTo: "musk-bid",
        target: "twitter",
        offer: "alphabet-counter",
        price: { amount: "9740000000", currency: "USD" },
        quote: { text: "no thank you", language: "en" },
      },
    });
  });

  it.each([
    ["larry rejects musk-bid", "who", "several", ["larry-page", "larry-ellison"]],
    ["socgen rejects", "offer", "several", ["musk-bid", "ellison-bid"]],
    ["musk offers 4bn", "target", "missing", undefined],
    ["rejects musk-bid", "who", "missing", undefined],
    ["musk insults page", "quote", "missing", undefined],
    ["page accepts page-deal with nonsense", "text", "not-understood", undefined],
    ["hello there", "act", "not-understood", undefined],
    ["answer who else: Nobody", "entry", "not-understood", undefined],
  ])("says what is open in “%s”", (line, kind, problem, candidates) => {
    const found = read(line).flatMap(({ chips }) => chips.filter((chip) => chip.problem));
    expect(found).toContainEqual(expect.objectContaining({ kind, problem, ...(candidates ? { candidates } : {}) }));
  });

  it("takes a source by its address", () => {
    const [one] = read(
      "musk withdraws https://www.lemonde.fr/economie/article/2025/02/11/la-querelle-eclipse-le-sommet_6540000_3234.html",
    );
    expect(one?.draft?.sources?.[0]).toMatchObject({ publisher: "Le Monde", title: "La querelle eclipse le sommet" });
  });

  it.each([
    ["alphabet rej", ["rejects"]],
    ["alphabet rejects ", ["musk-bid", "ellison-bid"]],
    ["alphabet rejects ell", ["ellison-bid"]],
    ["musk rejects ", ["ellison-bid"]],
    ["musk withdraws ", ["musk-bid"]],
    ["soc", ["SocGen"]],
    ["alphabet rejects musk-bid @le", ['@"Le Monde"']],
    ["alphabet rejects musk-bid; coun", ["counters"]],
    ["page says “hel", []],
    // What an act is first called comes before what else it is: “says no to”.
    ["page sa", ["says", "says no to", "says yes to", "says sorry"]],
    ["answer mo", ["motive:"]],
  ])("is completed after “%s”", (line, inserts) => {
    expect(completeLine(line, line.length, lineContext).map(({ insert }) => insert)).toEqual(inserts);
  });

  it("never throws, and tells of no place outside of itself", () => {
    const pieces = fc.constantFrom(
      "alphabet",
      "rejects",
      "musk",
      ";",
      "“",
      "”",
      ":",
      "9bn",
      "for",
      "@",
      "yesterday",
      "until",
      ",",
      "to",
      "with",
      "l’",
      "musk-bid",
      "counters",
      "news:",
      "larry",
    );
    const line = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.array(pieces, { maxLength: 12 }).map((all) => all.join(" ")),
    );
    always(fc.tuple(line, fc.nat({ max: 80 })), ([typed, at]) => {
      for (const { chips } of read(typed))
        for (const { given } of chips)
          expect(given === undefined || (given.from >= 0 && given.from <= given.to && given.to <= typed.length)).toBe(true);
      const cursor = Math.min(at, typed.length);
      for (const { from, to } of completeLine(typed, cursor, lineContext))
        expect([from >= 0, from <= to, to]).toEqual([true, true, cursor]);
    });
  });
});
