import { describe, expect, it } from "vitest";
import { unopened } from "../../events/story.ts";
import { type Language, teller, tellMoney } from "../../events/tell/languages.ts";
import { foldFromZero } from "../../projections/fold.ts";
import { counter, offer, party, scene, usd } from "../support/drafts.ts";
import { recorded } from "../support/given.ts";
import { spaced } from "../support/sample.ts";

const tellers = (...names: string[]) => {
  const log = recorded(...scene, ...names.map((name, index) => party(`p${index}`, { name })));
  const { story } = foldFromZero(log, []);
  return { en: teller(story, "en"), fr: teller(story, "fr") };
};

describe("money", () => {
  it.each<[string, string, string, string]>([
    ["97400000000", "USD", "$97.4bn", "97,4~Md~$US"],
    ["9740000000", "USD", "$9.74bn", "9,74~Md~$US"],
    ["9745000000", "USD", "$9.75bn", "9,75~Md~$US"],
    ["93400000000", "EUR", "€93.4bn", "93,4~Md~€"],
    ["44000000000", "USD", "$44bn", "44~Md~$US"],
    ["1000000", "USD", "$1m", "1~M~$US"],
    ["999999.99", "USD", "$999,999.99", "999^999,99~$US"],
    ["54.20", "USD", "$54.20", "54,20~$US"],
    ["54.2", "GBP", "£54.20", "54,20~£GB"],
    ["54", "USD", "$54", "54~$US"],
    ["0.0001", "USD", "$0.0001", "0,0001~$US"],
    ["0", "USD", "$0", "0~$US"],
    ["123456789012345", "USD", "$123.46tn", "123,46~Bn~$US"],
    ["999999999999999.9999", "USD", "$1000tn", "1000~Bn~$US"],
  ])("%s %s reads %s, and %s in French", (amount, currency, en, fr) => {
    expect(spaced(tellMoney({ amount, currency }, "en"))).toBe(en);
    expect(spaced(tellMoney({ amount, currency }, "fr"))).toBe(fr);
  });

  it("is told exactly, beyond what a number holds", () => {
    expect(tellMoney({ amount: "900719.9993", currency: "USD" }, "en")).toBe("$900,719.9993");
  });

  it("is told for each share where that is its basis", () => {
    const { en, fr } = tellers();
    expect(en.money({ ...usd("54.20"), basis: "per-share" })).toBe("$54.20 per share");
    expect(spaced(fr.money({ ...usd("54.20"), basis: "per-share" }))).toBe("54,20~$US par action");
    expect(en.money({ ...usd("54.20"), basis: "total" })).toBe("$54.20");
  });
});

describe("names", () => {
  it("are those that parties were introduced by, and slugs where they are not known", () => {
    const { en } = tellers("Ada");
    expect(en.name("p0")).toBe("Ada");
    expect(en.name("nobody")).toBe("nobody");
    expect(en.name("constructor")).toBe("constructor");
    expect(teller(unopened(), "en").offer("constructor")).toBe("the offer");
  });

  it.each<[string[], string, string]>([
    [["Ada"], "Ada", "Ada"],
    [["Ada", "Bea"], "Ada and Bea", "Ada et Bea"],
    [["Ada", "Bea", "Cy"], "Ada, Bea and Cy", "Ada, Bea et Cy"],
    [[], "", ""],
  ])("of %j are a list: %s, and %s", (names, en, fr) => {
    const told = tellers(...names);
    const slugs = names.map((_, index) => `p${index}`);
    expect([told.en.names(slugs), told.fr.names(slugs)]).toEqual([en, fr]);
  });

  it.each([
    ["Elon Musk", "Elon Musk’s", "d’Elon Musk"],
    ["Sam Altman", "Sam Altman’s", "de Sam Altman"],
    ["Éditis", "Éditis’", "d’Éditis"],
    ["X", "X’s", "de X"],
  ])("own: %s, %s, %s", (name, en, fr) => {
    const told = tellers(name);
    expect([told.en.of("p0"), told.fr.of("p0")]).toEqual([en, fr]);
  });
});

describe("an offer", () => {
  const { story } = foldFromZero(recorded(...scene, offer("bid"), counter("riposte", "bid")), []);

  it.each<[Language, string, string]>([
    ["en", "A’s offer for T", "B’s counter-offer for A"],
    ["fr", "l’offre d’A sur T", "la contre-offre de B sur A"],
  ])("is told in %s by who made it and what for", (language, first, second) => {
    const tell = teller(story, language);
    expect([tell.offer("bid"), tell.offer("riposte")]).toEqual([first, second]);
  });
});

describe("words", () => {
  const { en, fr } = tellers();

  it("stand in the quotation marks of the sentence's language, in the language in which they were said", () => {
    const quote = { text: "escroc", language: "fr", translationOf: { text: "Swindler", language: "en" } };
    expect(en.quote(quote)).toBe("“Swindler”");
    expect(fr.quote(quote)).toBe("« Swindler »");
    expect(en.quote({ text: "escroc", language: "fr" })).toBe("“escroc”");
  });

  it("are cut between two of them where they are too long", () => {
    expect(en.text("one two three", 13)).toBe("one two three");
    expect(en.text("one two three", 12)).toBe("one two…");
    expect(en.text("one two three", 8)).toBe("one two…");
    expect(en.text("onetwothree", 5)).toBe("onetw…");
    expect(en.quote({ text: "word ".repeat(60).trim(), language: "en" }).length).toBeLessThanOrEqual(143);
  });

  it("are never cut within a character", () => {
    expect(en.text(`a${"😀".repeat(200)}`)).toSatisfy((told: string) => told.isWellFormed());
    expect(en.quote({ text: `a${"😀".repeat(200)}`, language: "en" })).toSatisfy((told: string) => told.isWellFormed());
  });
});
