import { describe, expect, it } from "vitest";
import { definitionOf, type EventType, eventTypes } from "../../events/registry.ts";
import { wordsOf } from "../../events/words.ts";

const exampleOf = (type: EventType) => definitionOf(type).example.data;

describe("the words of an event", () => {
  it.each<[EventType, { name?: string[]; text?: string[] }]>([
    ["StoryOpened", { name: ["Musk, Altman et l’offre sur OpenAI"], text: ["Une offre, une riposte, une insulte."] }],
    ["PartyIntroduced", { name: ["Elon Musk", "Musk"], text: ["propriétaire de X"] }],
    ["OfferMade", {}],
    ["CounterOffered", { text: ["no thank you but we will buy twitter for $9.74 billion if you want"] }],
    ["OfferRevised", { text: ["En numéraire."] }],
    ["OfferAccepted", {}],
    ["OfferWithdrawn", { text: ["Le conseil d’administration l’a rejetée."] }],
    ["DealTerminated", { text: ["Désaccord sur le prix."] }],
    ["InsultPosted", { text: ["Swindler", "X"] }],
    ["StatementMade", { text: ["OpenAI n’est pas à vendre."] }],
    ["DevelopmentReported", { text: ["La querelle éclipse le sommet de Paris"] }],
    ["QuestionRaised", { text: ["Qu’est-ce qui a poussé Elon Musk à faire cette offre ?"] }],
    ["StoryConcluded", { text: ["Les deux offres sont caduques ; chacun garde sa maison."] }],
  ])("%s are its texts, and no slug, amount, language or address", (type, { name = [], text = [] }) => {
    expect(wordsOf(type, exampleOf(type))).toEqual({ name, text });
  });

  it("are both those of a quote and those that it translates", () => {
    const quote = { text: "escroc", language: "fr", translationOf: { text: "Swindler", language: "en" }, translator: "presse" };
    expect(wordsOf("InsultPosted", { by: "a", at: "b", quote }).text).toEqual(["escroc", "Swindler", "presse"]);
  });

  it.each([
    { quote: null },
    { quote: 5 },
    { quote: [null, "x"] },
    { quote: { text: 5, translationOf: null } },
    { quote: { text: { toString: 1 }, translator: ["x"] } },
    { quote: { text: true, translationOf: { text: {} } }, platform: [{}] },
    null,
    5,
    "text",
    [],
  ])("are none where the data are of another shape: %j", (data) => {
    expect(wordsOf("StatementMade", data)).toEqual({ name: [], text: [] });
  });

  it("are found in every type that has any text at all", () => {
    const silent = eventTypes.filter((type) => !JSON.stringify(exampleOf(type)).match(/[a-zé] [a-zé]/));
    const wordless = eventTypes.filter((type) => Object.values(wordsOf(type, exampleOf(type))).flat().length === 0);
    expect(silent).toEqual(expect.arrayContaining(wordless));
  });
});
