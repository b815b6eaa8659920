import { describe, expect, it } from "vitest";
import type { Language } from "../../events/tell/languages.ts";
import { foldFromZero } from "../../projections/fold.ts";
import { pageOfLog } from "../../projections/pages.ts";
import { entriesOf } from "../../projections/timeline.ts";
import { viewOf } from "../support/given.ts";
import { sampleLog, spaced } from "../support/sample.ts";

const { story } = foldFromZero(sampleLog, []);
const headlines = (language: Language) =>
  entriesOf(pageOfLog(sampleLog, { order: "asc" }, story), story, language).map(
    ({ version, headline }) => `${version} ${spaced(headline)}`,
  );

describe("the sample story", () => {
  it("is countered, and its first bidder owes the answer", () => {
    expect(viewOf(sampleLog, "status")).toMatchObject({
      stage: "countered",
      headline: "Sam Altman has countered with $9.74bn for Twitter; Elon Musk has yet to answer.",
      lastMove: { version: 14, type: "InsultPosted", headline: "Elon Musk insults Sam Altman: “Swindler”" },
      standingOffers: [{ offer: "altman-counter", counter: true, price: { text: "$9.74bn" } }],
      awaiting: [{ party: "elon-musk", name: "Elon Musk", offer: "altman-counter" }],
      insults: { count: 1, latest: { quote: { text: "Swindler", language: "en" } } },
      openQuestions: 3,
      lastOccurredAt: "2025-02-11T07:00:00Z",
      lastPrecision: "day",
    });
    expect(spaced(viewOf(sampleLog, "status", "fr").headline)).toBe(
      "Sam Altman a riposté~: 9,74~Md~$US pour Twitter^; Elon Musk n’a pas encore répondu.",
    );
  });

  it("has two offers, the second at a tenth of the first", () => {
    const [bid, riposte] = viewOf(sampleLog, "offers").offers;
    expect(bid).toMatchObject({
      offer: "musk-bid",
      status: "rejected",
      solicited: false,
      equivalents: [{ amount: "93400000000", currency: "EUR", text: "€93.4bn" }],
      rejectedBy: [{ party: "sam-altman", version: 12 }],
    });
    expect(bid).not.toHaveProperty("ratio", expect.anything());
    expect(riposte).toMatchObject({
      offer: "altman-counter",
      status: "open",
      inReplyTo: "musk-bid",
      ratio: "0.1",
      quote: { text: "no thank you but we will buy twitter for $9.74 billion if you want", language: "en" },
      translation: { language: "fr", translator: "presse française" },
    });
  });

  it("has one insult and three open questions", () => {
    expect(viewOf(sampleLog, "insults")).toMatchObject({
      total: 1,
      pairs: [{ by: { name: "Elon Musk" }, at: { name: "Sam Altman" } }],
    });
    expect(viewOf(sampleLog, "questions").open.map(({ question }) => question)).toEqual(["motive", "strategy", "provocation"]);
    expect(viewOf(sampleLog, "questions").answered).toEqual([]);
  });

  it("has seven parties", () => {
    expect(viewOf(sampleLog, "cast").parties.map(({ name }) => name)).toEqual([
      "Elon Musk",
      "Sam Altman",
      "OpenAI",
      "Twitter",
      "Emmanuel Macron",
      "J. D. Vance",
      "Narendra Modi",
    ]);
  });

  it("has headlines in English", () => {
    expect(headlines("en")).toEqual([
      "9 Background: Elon Musk a acheté Twitter pour 44 milliards de dollars",
      "1 The story opens: Musk, Altman et l’offre sur OpenAI",
      "2 Elon Musk enters the story: propriétaire de X, conseiller de Donald Trump",
      "3 Sam Altman enters the story: directeur général d’OpenAI",
      "4 OpenAI enters the story: l’entreprise qui fait ChatGPT",
      "5 Twitter enters the story: le réseau social, devenu X",
      "6 Emmanuel Macron enters the story: président de la République française",
      "7 J. D. Vance enters the story: vice-président des États-Unis",
      "8 Narendra Modi enters the story: premier ministre de l’Inde",
      "10 Background: Dîner de gala à l’Élysée, au soir du Sommet pour l’action sur l’IA",
      "11 Elon Musk offers $97.4bn for OpenAI",
      "12 Sam Altman rejects Elon Musk’s offer for OpenAI",
      "13 Sam Altman counters with $9.74bn for Twitter",
      "14 Elon Musk insults Sam Altman: “Swindler”",
      "15 La querelle éclipse le sommet",
      "16 Not known yet: Qu’est-ce qui a poussé Elon Musk à faire cette offre ?",
      "17 Not known yet: Est-ce une façon de contrer ChatGPT et de renforcer Twitter dans l’intelligence artificielle ?",
      "18 Not known yet: Ou une provocation, pour taquiner Sam Altman ?",
    ]);
  });

  it("has headlines in French", () => {
    expect(headlines("fr")).toEqual([
      "9 Contexte~: Elon Musk a acheté Twitter pour 44 milliards de dollars",
      "1 Le récit s’ouvre~: Musk, Altman et l’offre sur OpenAI",
      "2 Elon Musk entre en scène~: propriétaire de X, conseiller de Donald Trump",
      "3 Sam Altman entre en scène~: directeur général d’OpenAI",
      "4 OpenAI entre en scène~: l’entreprise qui fait ChatGPT",
      "5 Twitter entre en scène~: le réseau social, devenu X",
      "6 Emmanuel Macron entre en scène~: président de la République française",
      "7 J. D. Vance entre en scène~: vice-président des États-Unis",
      "8 Narendra Modi entre en scène~: premier ministre de l’Inde",
      "10 Contexte~: Dîner de gala à l’Élysée, au soir du Sommet pour l’action sur l’IA",
      "11 Elon Musk offre 97,4~Md~$US pour OpenAI",
      "12 Sam Altman rejette l’offre d’Elon Musk sur OpenAI",
      "13 Sam Altman riposte~: 9,74~Md~$US pour Twitter",
      "14 Elon Musk insulte Sam Altman~: «~Swindler~»",
      "15 La querelle éclipse le sommet",
      "16 On ne sait pas encore~: Qu’est-ce qui a poussé Elon Musk à faire cette offre ?",
      "17 On ne sait pas encore~: Est-ce une façon de contrer ChatGPT et de renforcer Twitter dans l’intelligence artificielle ?",
      "18 On ne sait pas encore~: Ou une provocation, pour taquiner Sam Altman ?",
    ]);
  });
});
