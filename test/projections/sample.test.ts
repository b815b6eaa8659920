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
      headline: "Altman has countered with a $9.74bn offer for Twitter; Musk has yet to answer.",
      lastMove: { version: 15, type: "DevelopmentReported", headline: "La querelle éclipse le sommet" },
      standingOffers: [{ offer: "altman-counter", counter: true, price: { text: "$9.74bn" } }],
      awaiting: [{ party: "elon-musk", name: "Elon Musk", offer: "altman-counter" }],
      insults: { count: 1, latest: { quote: { text: "Swindler", language: "en" } } },
      openQuestions: 3,
      lastOccurredAt: "2025-02-11T07:00:00Z",
      lastPrecision: "day",
    });
    expect(spaced(viewOf(sampleLog, "status", "fr").headline)).toMatch(/^Altman .*9,74~milliards de dollars.* Musk .*\.$/);
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
      "OpenAI",
      "Sam Altman",
      "Twitter",
      "Emmanuel Macron",
      "J. D. Vance",
      "Narendra Modi",
    ]);
  });

  it("has headlines in English", () => {
    expect(headlines("en")).toEqual([
      "9 Elon Musk a acheté Twitter pour 44 milliards de dollars",
      "1 Coverage begins: Musk, Altman et l’offre sur OpenAI",
      "10 Dîner de gala à l’Élysée, au soir du Sommet pour l’action sur l’IA",
      "11 Musk bids $97.4bn for OpenAI",
      "12 Altman rejects Musk’s $97.4bn offer for OpenAI",
      "13 Altman counters with an offer of $9.74bn for Twitter",
      "14 Musk insults Altman on X: “Swindler”",
      "15 La querelle éclipse le sommet",
      "16 Qu’est-ce qui a poussé Elon Musk à faire cette offre ?",
      "17 Est-ce une façon de contrer ChatGPT et de renforcer Twitter dans l’intelligence artificielle ?",
      "18 Ou une provocation, pour taquiner Sam Altman ?",
    ]);
  });

  it("has headlines in French", () => {
    expect(headlines("fr").slice(3, 7)).toEqual([
      "11 Musk offre 97,4~milliards de dollars pour OpenAI",
      "12 Altman rejette l’offre de 97,4~milliards de dollars de Musk sur OpenAI",
      "13 Altman riposte par une offre de 9,74~milliards de dollars sur Twitter",
      "14 Musk insulte Altman sur X~: «~Swindler~»",
    ]);
  });
});
