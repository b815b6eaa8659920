import { describe, expect, it } from "vitest";
import { hasPlace } from "../../events/amend.ts";
import { faultsOfData } from "../../events/parse.ts";
import { definitionOf, eventTypes } from "../../events/registry.ts";
import { unopened } from "../../events/story.ts";
import { contextAt } from "../../events/tell/context.ts";
import { headlineOf } from "../../events/tell/headlines.ts";
import { languages } from "../../events/tell/languages.ts";
import { plain } from "../../events/tell/runs.ts";

describe.each(eventTypes)("%s", (type) => {
  const definition = definitionOf(type);
  const { example, summary, type: own } = definition;

  it("is registered under its own name, in the past tense", () => {
    expect(own).toBe(type);
    expect(example.type).toBe(type);
    expect(type).toMatch(/^[A-Z][a-zA-Z]*(ed|Made|Posted|Withdrawn|TakenDown|TakenBack)$/);
  });

  it("says what it is in one sentence", () => {
    expect(summary).toMatch(/^[A-Z].*\.$/);
  });

  it("has a kind, unless it has no place in story order", () => {
    expect(definition.kind === undefined).toBe(!hasPlace({ type }));
  });

  it("has an example of its schema", () => {
    expect(faultsOfData(type, example.data)).toEqual([]);
  });

  it.each(languages)("reads in %s, also where nobody is known", (language) => {
    const context = contextAt(unopened(), { version: 1, data: example.data }, "");
    const told = plain(headlineOf(definition, language, example.data, context));
    expect(told).toMatch(/^\S.{3,}$/u);
    expect(told).not.toMatch(/undefined|null|NaN|\[object| {2}/);
  });
});

it("is not asked for a type that nobody knows", () => {
  expect(() => definitionOf("constructor")).toThrow("No such event type: constructor");
});
