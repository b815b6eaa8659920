import { describe, expect, it } from "vitest";
import { faultsOfData } from "../../events/parse.ts";
import { definitionOf, eventTypes } from "../../events/registry.ts";
import { unopened } from "../../events/story.ts";
import { languages, teller } from "../../events/tell/languages.ts";

describe.each(eventTypes)("%s", (type) => {
  const { example, headline, summary, type: own } = definitionOf(type);

  it("is registered under its own name, in the past tense", () => {
    expect(own).toBe(type);
    expect(example.type).toBe(type);
    expect(type).toMatch(/^[A-Z][a-zA-Z]*(ed|Made|Posted|Withdrawn|TakenDown)$/);
  });

  it("says what it is in one sentence", () => {
    expect(summary).toMatch(/^[A-Z].*\.$/);
  });

  it("has a kind, unless it is about another event", () => {
    const { kind, editorial } = definitionOf(type);
    expect(kind === undefined).toBe(editorial !== undefined);
  });

  it("has an example of its schema", () => {
    expect(faultsOfData(type, example.data)).toEqual([]);
  });

  it.each(languages)("reads in %s, also where nobody is known", (language) => {
    // The example is of the definition's own data, which `definitionOf` cannot say.
    const told = headline[language](example.data as never, teller(unopened(), language));
    expect(told).toMatch(/^\S.{3,}$/u);
    expect(told).not.toMatch(/undefined|null|NaN|\[object| {2}/);
  });
});

it("is not asked for a type that nobody knows", () => {
  expect(() => definitionOf("constructor")).toThrow("No such event type: constructor");
});
