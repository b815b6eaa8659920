/** Parties as they are named in a language. */
import { describe, expect, it } from "vitest";
import { english } from "../../../events/tell/en/grammar.ts";
import { textOf } from "../../../events/tell/runs.ts";
import { isPlural, nameIn } from "../../../events/tell/who.ts";
import { group, org, person } from "../../support/situations.ts";

const bank = org("Banco de Sabadell", {
  short: "Sabadell",
  nameLanguage: "es",
  names: { fr: { name: "Banque de Sabadell" }, "pt-BR": { name: "Banco Sabadell", short: "BS" } },
});

describe("a name", () => {
  it.each([
    ["en", "short", { text: "Sabadell", language: "es" }],
    ["en", "full", { text: "Banco de Sabadell", language: "es" }],
    ["fr", "short", { text: "Banque de Sabadell", language: "fr" }],
    ["fr-CA", "short", { text: "Banque de Sabadell", language: "fr" }],
    ["FR", "short", { text: "Banque de Sabadell", language: "fr" }],
    ["pt-BR", "short", { text: "BS", language: "pt-BR" }],
    ["pt-BR", "full", { text: "Banco Sabadell", language: "pt-BR" }],
    ["pt", "short", { text: "BS", language: "pt-BR" }],
  ] as const)("in %s, %s", (language, form, told) => {
    expect(nameIn(bank, language, form)).toEqual(told);
  });

  it("has no language where none is known", () => {
    expect(nameIn(org("Alpha"), "en")).toEqual({ text: "Alpha", language: undefined });
  });
});

describe("a verb", () => {
  it("is plural of several, or of one whose name is plural", () => {
    expect(isPlural([org("A"), org("B")])).toBe(true);
    expect(isPlural([group("the owners", "les propriétaires")])).toBe(true);
    expect(isPlural([org("A")])).toBe(false);
    expect(isPlural([])).toBe(false);
  });

  it("agrees in English with a group whose name reads as a plural", () => {
    const told = (name: string, plural?: boolean) =>
      english.verb([{ party: "g", facts: { name, kind: "group", plural } }], "has", "have");
    expect(told("the writers")).toBe("have");
    expect(told("the Murdoch family")).toBe("has");
    expect(told("the press")).toBe("has");
    expect(told("the writers", false)).toBe("has");
    expect(told("the people", true)).toBe("have");
  });
});

describe("whose", () => {
  it.each([
    [[org("Musk")], "Musk’s"],
    [[person("Dow Jones")], "Dow Jones’s"],
    [[group("the shareholders", "")], "the shareholders’"],
    [[group("the people", "")], "the people’s"],
    [[org("Warner Bros.")], "Warner Bros.’"],
    [[org("Apple Inc.")], "Apple Inc.’s"],
    [[org("U.S.")], "U.S.’s"],
    [[org("Yahoo!")], "Yahoo!’s"],
    [[org("A"), org("B")], "A and B’s"],
    [[], ""],
  ])("%#: %s", (whos, told) => {
    expect(textOf(english.possessive(whos))).toBe(told);
  });
});
