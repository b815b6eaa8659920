/** Runs: what is isolated in plain text, how templates join them, how they become a sentence. */
import { describe, expect, it } from "vitest";
import { directionOf, directionOfLanguage } from "../../../events/tell/direction.ts";
import { nameRun, quoteRun, wordsRun } from "../../../events/tell/foreign.ts";
import { listed, merged, plain, type Runs, textOf } from "../../../events/tell/runs.ts";
import { asSentence } from "../../../events/tell/sentence.ts";
import { firstSentences, shorten } from "../../../events/tell/shorten.ts";
import { asItStands, templateOf } from "../../../events/tell/template.ts";
import { org } from "../../support/situations.ts";

const say = templateOf(asItStands);
const text = (words: string): Runs => [{ text: words }];

describe("runs", () => {
  it("isolate in plain text what runs the other way, and nothing else", () => {
    const runs = say`${nameRun(org("دنيا", { nameLanguage: "ar" }), "en")} and ${nameRun(org("Alpha", { nameLanguage: "fr" }), "en")}`;
    expect(plain(runs)).toBe("\u2068دنيا\u2069 and Alpha");
    expect(runs).toEqual([
      { text: "دنيا", as: "name", party: "دنيا", language: "ar", direction: "rtl" },
      { text: " and " },
      { text: "Alpha", as: "name", party: "alpha", language: "fr" },
    ]);
  });

  it("isolate a name that runs from left to right in a sentence from right to left", () => {
    expect(nameRun(org("Alpha"), "ar").direction).toBe("ltr");
  });

  it("are as few as they can be", () => {
    expect(merged([{ text: "a" }, { text: "" }, { text: "b" }, { text: "c", as: "name" }])).toEqual([
      { text: "ab" },
      { text: "c", as: "name" },
    ]);
  });

  it("say nothing of what is undefined", () => {
    expect(say`a${undefined}b${[]}c`).toEqual([{ text: "abc" }]);
  });

  it.each([
    [[], ""],
    [["A"], "A"],
    [["A", "B"], "A and B"],
    [["A", "B", "C"], "A, B and C"],
  ])("are listed: %j", (items, told) => {
    expect(textOf(listed(items.map(text), ", ", " and "))).toBe(told);
  });

  it("take a language's joining of what stands before and after", () => {
    const elided = templateOf({
      typeset: (words) => words.replaceAll("'", "’"),
      join: (before, after) => [/^[AE]/.test(after.text) ? before.replace(/e $/, "’") : before, after],
    });
    expect(textOf(elided`l'offre de ${nameRun(org("Alpha"), "fr")}`)).toBe("l’offre d’Alpha");
  });
});

describe("words", () => {
  it("lose their full stop, and no other mark", () => {
    expect(wordsRun({ text: "Done.", language: "en" }, "en").text).toBe("Done");
    expect(wordsRun({ text: "Done?", language: "en" }, "en").text).toBe("Done?");
    expect(wordsRun({ text: "Wait...", language: "en" }, "en").text).toBe("Wait…");
  });

  it("of a quotation are those that were said", () => {
    const quote = { text: "No", language: "en", translationOf: { text: "Non", language: "fr" } };
    expect(quoteRun(quote, "en")).toEqual({ text: "Non", as: "quote", language: "fr" });
  });

  it.each([
    ["one two three", 13, "one two three"],
    ["one two three", 12, "one two…"],
    ["one two, three", 9, "one two…"],
    ["😀😀😀", 4, "😀…"],
    ["a\n\nb", 9, "a b"],
  ])("%s cut at %i", (words, most, told) => {
    expect(shorten(words, most)).toBe(told);
  });

  it.each([
    ["One. Two. Three.", 9, "One. Two."],
    ["One.\n\nTwo.", 99, "One."],
    ["“One?” Two.", 7, "“One?”"],
    ["A sentence that is long.", 12, "A sentence…"],
  ])("of %s, the first sentences", (words, most, told) => {
    expect(firstSentences(words, most)).toBe(told);
  });
});

describe("a sentence", () => {
  it.each([
    ["over", "Over."],
    ["over.", "Over."],
    ["it is Yahoo!", "It is Yahoo!"],
    ["is it?", "Is it?"],
    ["he said: “over.”", "He said: “over.”"],
    ["he said “over”", "He said “over”."],
    ["for Foo (Bar Inc.)", "For Foo (Bar Inc.)."],
    ["Over. (Really.)", "Over. (Really.)"],
    ["“over”, he said", "“Over”, he said."],
    ["$5bn for it", "$5bn for it."],
    ["élan", "Élan."],
    ["over;", "Over."],
    ["over…", "Over…"],
  ])("of “%s”", (words, told) => {
    expect(textOf(asSentence(text(words)))).toBe(told);
  });

  it("keeps whose name it begins with", () => {
    expect(asSentence([{ text: "the shareholders", as: "name", party: "holders" }, { text: " have agreed" }])[0]).toEqual({
      text: "The shareholders",
      as: "name",
      party: "holders",
    });
  });
});

describe("a direction", () => {
  it.each([
    ["دنيا", "rtl"],
    ["דנה", "rtl"],
    ["3 דנה", "rtl"],
    ["Alpha دنيا", "ltr"],
    ["价格", "ltr"],
    ["123", undefined],
  ])("of %s is %s", (words, direction) => {
    expect(directionOf(words)).toBe(direction);
  });

  it.each([
    ["en", "ltr"],
    ["ar-EG", "rtl"],
    ["he", "rtl"],
    ["az-Arab", "rtl"],
    ["ar-Latn", "ltr"],
  ])("of the language %s is %s", (language, direction) => {
    expect(directionOfLanguage(language)).toBe(direction);
  });
});
