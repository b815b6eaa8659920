/** Texts in another language: which are admitted, and how long they hold. */
import { describe, expect, it } from "vitest";
import { definitionOf, eventTypes } from "../../events/registry.ts";
import { slotsBy } from "../../events/slots.ts";
import { versionsToErase } from "../../events/takedown.ts";
import { languages } from "../../events/tell/languages.ts";
import { toldIn } from "../../events/tell/story-in.ts";
import { textFields } from "../../events/texts.ts";
import { foldFromZero } from "../../projections/fold.ts";
import { pageOfLog } from "../../projections/pages.ts";
import { entriesOf } from "../../projections/timeline.ts";
import {
  announced,
  blocked,
  concluded,
  corrected,
  development,
  edited,
  insult,
  offer,
  opened,
  party,
  proposal,
  question,
  reinstated,
  rejected,
  retracted,
  scene,
  statement,
  summarised,
  translated,
} from "../support/drafts.ts";
import { given, recorded, viewOf } from "../support/given.ts";

const talks = development("The talks go on");
const told = translated(6, { headline: "Les discussions se poursuivent" });

/** How the entry of event 6 reads in French. */
const inFrench = (...drafts: Parameters<typeof recorded>) => {
  const log = recorded(...drafts);
  const { story } = foldFromZero(log);
  return entriesOf(pageOfLog(log, { order: "asc" }, story), story, "fr").find(({ version }) => version === 6);
};

describe("a translation", () => {
  it("is of all that the event says", () => {
    const text = { headline: "The talks go on", text: "They met in Paris." };
    const long = { ...talks, data: text };
    given(...scene, long)
      .when(translated(6, { headline: "Les discussions", text: "À Paris." }))
      .then();
    given(...scene, long)
      .when(told)
      .thenRefused("text-not-translated", { pointer: "/data/texts/text" });
  });

  it("says nothing that the event does not say", () => {
    given(...scene, talks)
      .when(translated(6, { headline: "Les discussions se poursuivent", outcome: "Rien" }))
      .thenRefused("no-such-text", { pointer: "/data/texts/outcome" });
  });

  it("is of an event that has a text", () => {
    given(...scene, statement())
      .when(translated(6, {}))
      .thenRefused("nothing-to-translate", { pointer: "/data/event" });
  });

  it("is of an event that stands", () => {
    given(...scene, talks, retracted(6))
      .when(told)
      .thenRefused("event-does-not-stand", { pointer: "/data/event" });
  });

  it("is of no correction", () => {
    given(...scene, talks, retracted(6))
      .when(translated(7, { reason: "Jamais." }))
      .thenRefused("event-is-editorial", { pointer: "/data/event" });
  });

  it("is into another language than the story's", () => {
    given(...scene, talks)
      .when(translated(6, { headline: "The talks go on" }, { language: "EN" }))
      .thenRefused("own-language", { pointer: "/data/language" });
  });

  it("has the points of the summary", () => {
    given(...scene, summarised("One.", "Two."))
      .when(translated(6, { points: ["Un."] }))
      .thenRefused("other-points", { pointer: "/data/texts/points" });
  });

  it("is admitted once the story is concluded", () => {
    given(...scene, concluded())
      .when(translated(6, { outcome: "Tous rentrent." }))
      .then();
  });
});

describe("what is translated", () => {
  it("is told in that language, and in the original in others", () => {
    expect(inFrench(...scene, talks, told)).toMatchObject({
      headline: "Les discussions se poursuivent",
      data: { headline: "Les discussions se poursuivent" },
      translated: { version: 7, language: "fr" },
      textLanguage: undefined,
    });
    const log = recorded(...scene, talks, told);
    const { story } = foldFromZero(log);
    expect(entriesOf(pageOfLog(log, { order: "desc" }, story), story, "en")[0]).toMatchObject({
      headline: "The talks go on",
      translated: undefined,
    });
  });

  it("says its own language where nothing is translated", () => {
    expect(inFrench(...scene, talks)).toMatchObject({ headline: "The talks go on", textLanguage: "en", translated: undefined });
  });

  it("is told by the newest translation", () => {
    expect(inFrench(...scene, talks, told, translated(6, { headline: "Les pourparlers durent" }))?.headline).toBe(
      "Les pourparlers durent",
    );
  });

  it("serves the readers of a near form of its language", () => {
    const canadian = translated(6, { headline: "Les pourparlers durent" }, { language: "fr-CA" });
    expect(inFrench(...scene, talks, canadian)).toMatchObject({ headline: "Les pourparlers durent", textLanguage: "fr-CA" });
  });

  it("is left in its own words once it is corrected, until it is translated again", () => {
    const log = [...scene, talks, told, corrected(6, { data: { headline: "The talks end" } })];
    expect(inFrench(...log)).toMatchObject({ headline: "The talks end", textLanguage: "en" });
    expect(inFrench(...log, translated(6, { headline: "Les discussions s’achèvent" }))).toMatchObject({
      headline: "Les discussions s’achèvent",
      textLanguage: undefined,
    });
  });

  it("stays translated where something else of it was corrected", () => {
    expect(inFrench(...scene, talks, told, corrected(6, { precision: "day" }))?.headline).toBe("Les discussions se poursuivent");
  });

  it("is in its own words where its translation was retracted, and in the corrected ones where that was corrected", () => {
    expect(inFrench(...scene, talks, told, retracted(7))?.headline).toBe("The talks go on");
    const mended = edited("correction", 7, { data: { texts: { headline: "Les pourparlers durent" } } });
    expect(inFrench(...scene, talks, told, mended)?.headline).toBe("Les pourparlers durent");
  });

  it("takes its translation along when it is retracted, and back when it is reinstated", () => {
    const gone = [...scene, talks, told, retracted(6)];
    expect(inFrench(...gone)?.headline).toBe("The talks go on");
    expect(inFrench(...gone, reinstated(6))?.headline).toBe("Les discussions se poursuivent");
  });

  it("goes with its translations, and with what was said of these, where it is taken down", () => {
    const mended = edited("correction", 7, { data: { translator: "Iris" } });
    const log = recorded(...scene, talks, told, development(), mended, translated(8, { headline: "Le sommet" }));
    expect(versionsToErase(log, 6)).toEqual([6, 7, 9]);
    expect(versionsToErase(log, 7)).toEqual([7, 9]);
  });

  it("shows before and after a correction in the words in which it was made", () => {
    const entry = inFrench(
      ...scene,
      talks,
      corrected(6, { data: { headline: "Talks end" } }),
      translated(6, { headline: "Fin" }),
    );
    expect(entry).toMatchObject({
      headline: "Fin",
      corrected: [{ before: { headline: "The talks go on" }, after: { headline: "Talks end" } }],
    });
  });
});

it("reads in its views as it is translated", () => {
  const log = recorded(
    opened({ summary: "Two want one." }),
    party("a", { role: "a bank" }),
    party("b"),
    party("c"),
    party("t"),
    proposal("fight", { terms: "In a cage." }),
    rejected("fight", "b", { reason: "Too old." }),
    blocked("fight", "c", { conditions: "A doctor." }),
    question("why", "Why so?"),
    announced("The fight", "2025-03-10"),
    insult({ at: undefined, thing: "the cage" }),
    concluded("Nobody fights."),
    translated(1, { title: "Un combat", summary: "Deux en veulent un." }),
    translated(2, { role: "une banque" }),
    translated(6, { subject: "Un combat en cage", terms: "Dans une cage." }),
    translated(7, { reason: "Trop vieux." }),
    translated(8, { conditions: "Un médecin." }),
    translated(9, { text: "Pourquoi ?" }),
    translated(10, { what: "Le combat" }),
    translated(11, { thing: "la cage" }),
    translated(12, { outcome: "Personne ne se bat." }),
  );
  expect(viewOf(log, "status", "fr")).toMatchObject({
    headline: "Personne ne se bat.",
    headlineRuns: [{ text: "Personne ne se bat", as: "words" }, { text: "." }],
    outcome: "Personne ne se bat.",
    next: [{ what: "Le combat" }],
    insults: { latest: { thing: "la cage" } },
  });
  expect(viewOf(log, "offers", "fr").offers).toMatchObject([
    {
      subject: "Un combat en cage",
      terms: "Dans une cage.",
      rejectedBy: [{ reason: "Trop vieux." }],
      blockedBy: [{ conditions: "Un médecin." }],
    },
  ]);
  expect(viewOf(log, "questions", "fr").open).toMatchObject([{ text: "Pourquoi ?" }]);
  expect(viewOf(log, "insults", "fr")).toMatchObject({ pairs: [{ thing: "la cage" }], latest: [{ thing: "la cage" }] });
  expect(viewOf(log, "cast", "fr").parties[0]).toMatchObject({ role: "une banque" });
  expect(viewOf(log, "cast", "en").parties[0]).toMatchObject({ role: "a bank" });
});

it("says of a text in another language which one that is", () => {
  const log = recorded(...scene, question("why"), concluded("Nobody fights."));
  expect(viewOf(log, "questions", "fr").open).toMatchObject([{ text: "Why?", textLanguage: "en" }]);
  expect(viewOf(log, "questions", "en").open[0]?.textLanguage).toBeUndefined();
  expect(viewOf(log, "status", "fr")).toMatchObject({ outcome: "Nobody fights.", textLanguage: "en" });
});

it("tells a story in a language once its title and its newest summary are in it", () => {
  const tells = (...drafts: Parameters<typeof recorded>) => toldIn(foldFromZero(recorded(...drafts)).story, languages);
  const titled = translated(1, { title: "Une offre" });
  expect(tells(...scene)).toEqual(["en"]);
  expect(tells(...scene, titled)).toEqual(["en", "fr"]);
  expect(tells(...scene, titled, summarised("It began."))).toEqual(["en"]);
  expect(tells(...scene, titled, summarised("It began."), translated(7, { points: ["Tout a commencé."] }))).toEqual(["en", "fr"]);
  expect(tells(opened({ language: "de" }))).toEqual([]);
});

it("is of every free text that any type has", () => {
  const slots = slotsBy(({ "x-words": kind }) => kind as string | undefined);
  const notTranslated = ["name", "short", "names", "platform", "translator", "quote"];
  const found = eventTypes
    .filter((type) => definitionOf(type).amends === undefined)
    .flatMap((type) => slots(type).map(({ path }) => path[0] ?? ""))
    .filter((field) => field !== "texts" && !notTranslated.includes(field));
  expect([...new Set(found)].sort()).toEqual([...textFields].sort());
});

it("leaves an offer's text as it is where the revision that changed it is not translated", () => {
  const log = recorded(...scene, offer("bid", { terms: "In cash." }), translated(6, { terms: "En numéraire." }), {
    type: "OfferRevised",
    data: { offer: "bid", terms: "In shares." },
  });
  expect(viewOf(log, "offers", "fr").offers).toMatchObject([{ terms: "In shares.", termsLanguage: "en" }]);
});

it.each([
  ["fr", "fr-CA"],
  ["fr-CA", "fr"],
])("takes a text that both %s and %s have for one of the language that was asked for", (first, second) => {
  const both = [
    translated(6, { headline: "Non" }, { language: first }),
    translated(7, { headline: "Non" }, { language: second }),
  ];
  const log = recorded(...scene, development("No"), development("No!"), ...both);
  const { story } = foldFromZero(log);
  const told = entriesOf(pageOfLog(log, { order: "asc" }, story), story, "fr").filter(({ version }) => [6, 7].includes(version));
  expect(told).toMatchObject([{ headline: "Non" }, { headline: "Non" }]);
  expect(told.map(({ textLanguage }) => textLanguage)).toEqual([undefined, undefined]);
});
