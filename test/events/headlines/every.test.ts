/** What holds of every headline, whatever its event, its offer and its names. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { definitionOf, eventTypes } from "../../../events/registry.ts";
import { offerStatuses, type PartyFacts } from "../../../events/story.ts";
import type { HeadlineContext } from "../../../events/tell/headline.ts";
import { headlineOf } from "../../../events/tell/headlines.ts";
import type { OfferTold } from "../../../events/tell/offer-told.ts";
import { textOf } from "../../../events/tell/runs.ts";
import type { Who } from "../../../events/tell/who.ts";
import { listOf } from "../../../events/values.ts";

const names = [
  "Alpha",
  "Yahoo!",
  "the shareholders",
  "les Échos",
  "L’Oréal",
  "Jones",
  "“Q”",
  "Le Monde",
  "דנה לוי",
  "3M",
  "Hermès",
];
const facts: fc.Arbitrary<PartyFacts> = fc.record({
  name: fc.constantFrom(...names),
  kind: fc.constantFrom("person", "organization", "group"),
  plural: fc.option(fc.boolean(), { nil: undefined }),
});
const party = fc.constantFrom("a", "b", "c", "d");
const who: fc.Arbitrary<Who> = fc.record({ party, facts });
const some = (minLength: number) => fc.uniqueArray(who, { minLength, maxLength: 3, selector: (one) => one.party });
const wording = fc.record({ text: fc.constantFrom("a pay deal", "une hausse de 5 %"), language: fc.constantFrom("en", "fr") });
const optional = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });
const price = fc.record({
  amount: fc.constantFrom("0", "0.0001", "54.20", "97400000000", "999999999999999"),
  currency: fc.constantFrom("USD", "EUR", "JPY", "XAU"),
  basis: fc.constantFrom("total" as const, "per-share" as const),
  approximate: fc.boolean(),
});

const offer = fc
  .record({
    by: some(1),
    to: some(0),
    counter: fc.boolean(),
    price: optional(price),
    terms: optional(wording),
    expiresAt: optional(fc.constantFrom("2025-01-01T00:00:00Z", "2026-01-01T00:00:00+02:00")),
    status: fc.constantFrom(...offerStatuses),
    target: optional(who),
    isAsk: fc.boolean(),
    subject: optional(wording),
  })
  .map(({ isAsk, subject, target, ...rest }): OfferTold & { status: (typeof offerStatuses)[number] } => ({
    offer: "o",
    ...rest,
    ...(target ? { kind: isAsk ? "ask" : "bid", target } : { kind: "proposal", subject }),
  }));

const context: fc.Arbitrary<HeadlineContext> = fc
  .record({
    told: optional(offer),
    made: offer,
    certainty: fc.constantFrom("confirmed" as const, "reported" as const),
    denied: optional(some(0)),
    counts: fc.constantFrom("answer" as const, "vote" as const, "advice" as const),
    report: optional(fc.record({ type: fc.constantFrom(...eventTypes), offer: optional(fc.constant("o")) })),
    one: facts,
    language: fc.constantFrom("en", "fr"),
  })
  .map(({ told, made, report, one, language, ...rest }) => {
    const whoOf = (slug: string): Who => ({ party: slug, facts: one });
    return {
      version: 9,
      ...rest,
      who: whoOf,
      whos: (slugs) => listOf(slugs).map(whoOf),
      making: () => made,
      offer: () => told,
      report: () => report,
      words: (text) => ({ text, language }),
      when: (at) => ({ at, precision: "minute" }),
    };
  });

describe("every headline", () => {
  for (const type of eventTypes) {
    it(`of ${type} says something, with a capital first and no full stop last`, () => {
      const definition = definitionOf(type);
      fc.assert(
        fc.property(context, fc.constantFrom("en" as const, "fr" as const), (context, language) => {
          const told = textOf(headlineOf(definition, language, definition.example.data, context));
          expect(told).toMatch(/^[“«\u00a0\s]*[^\p{Ll}]/u);
          expect(told).not.toMatch(/ {2}|\.$|\.\.|undefined|\[object| [,.]|^\s|\s$/u);
          expect(told).not.toMatch(/\b(?:de|à) les? \p{Lu}|\b(?:de|que) [AEIOUÉÈÊ]/u);
        }),
        { numRuns: 150 },
      );
    });
  }
});
