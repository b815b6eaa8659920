/** The values that are one of several shapes, or known to a list: parties, ranges, equivalents, days, zones, names by language. */
import { describe, expect, it } from "vitest";
import { faultsOfData } from "../../events/parse.ts";
import { certainty, day, edit, equivalent, listOf, price, refersToParties, timeZone } from "../../events/values.ts";
import { party } from "../support/drafts.ts";

const takes = (schema: { safeParse: (value: unknown) => { success: boolean } }, value: unknown): boolean =>
  schema.safeParse(value).success;

describe("parties that act", () => {
  it.each(["a", ["a"], ["a", "b"], Array.from({ length: 20 }, (_, index) => `p${index}`)].map((value) => [value]))(
    "are a slug or a list of slugs: %j",
    (value) => {
      expect(takes(refersToParties(), value)).toBe(true);
    },
  );

  it.each(
    [[], ["a", "a"], ["A"], "", null, {}, [["a"]], Array.from({ length: 21 }, (_, index) => `p${index}`)].map((value) => [value]),
  )("are nothing else: %j", (value) => {
    expect(takes(refersToParties(), value)).toBe(false);
  });

  it("are read as a list", () => {
    expect([listOf("a"), listOf(["a", "b"]), listOf(null), listOf(undefined)]).toEqual([["a"], ["a", "b"], [], []]);
  });

  it("are told apart where one of a list is wrong", () => {
    const faults = faultsOfData("OfferRejected", { offer: "bid", by: ["a", "B"] });
    expect(faults.map(({ pointer }) => pointer)).toEqual(["/data/by/1"]);
  });
});

describe("a price", () => {
  const dollars = { amount: "5", currency: "USD" };
  it.each([
    { ...dollars, upTo: "6" },
    { ...dollars, upTo: "5.0001", basis: "per-share", approximate: true },
  ])("may be a range: %j", (value) => {
    expect(takes(price, value)).toBe(true);
  });

  it.each([
    { ...dollars, upTo: "5" },
    { ...dollars, upTo: "4.99" },
    { ...dollars, upTo: "6,0" },
    { ...dollars, approximate: "yes" },
  ])("is no range that goes down: %j", (value) => {
    expect(takes(price, value)).toBe(false);
  });
});

describe("an equivalent", () => {
  it("says what it is, and has no basis", () => {
    for (const as of [undefined, "conversion", "equity-value", "enterprise-value"])
      expect(takes(equivalent, { amount: "5", currency: "EUR", ...(as ? { as } : {}) })).toBe(true);
    expect(takes(equivalent, { amount: "5", currency: "EUR", as: "value" })).toBe(false);
    expect(takes(equivalent, { amount: "5", currency: "EUR", basis: "total" })).toBe(false);
  });
});

describe("a day", () => {
  it.each(["2025-03-10", "2024-02-29", "0001-01-01", "9999-12-31"])("can be %s", (value) => {
    expect(takes(day, value)).toBe(true);
  });
  it.each(["2025-02-29", "2025-3-10", "2025-13-01", "2025-03-10T00:00:00Z", "0000-01-01", "", 7])("cannot be %j", (value) => {
    expect(takes(day, value)).toBe(false);
  });
});

describe("a time zone", () => {
  it.each(["Europe/Paris", "America/New_York", "Asia/Kolkata", "UTC"])("can be %s", (value) => {
    expect(takes(timeZone, value)).toBe(true);
  });
  it.each(["Mars/Olympus", "+02:00", "", "Europe/Paris\n", "x".repeat(65), 7])("cannot be %j", (value) => {
    expect(takes(timeZone, value)).toBe(false);
  });
});

describe("names by language", () => {
  const faults = (names: unknown) =>
    faultsOfData("PartyIntroduced", { ...(party("d").data as object), names }).map(({ pointer }) => pointer);

  it("are of language tags, each with a name", () => {
    expect(faults({ fr: { name: "le syndicat", short: "le syndicat" }, "zh-Hant": { name: "工會" } })).toEqual([]);
    expect(faults({ fr: { short: "le syndicat" } })).toEqual(["/data/names/fr/name"]);
    expect(faults({ french: { name: "le syndicat" } })).toEqual([]);
    expect(faults({ fr_FR: { name: "le syndicat" } })).not.toEqual([]);
    expect(faults({ fr: { name: "\u200b" } })).toEqual(["/data/names/fr/name"]);
  });
});

it("knows how certain an event is, and of what kind a correction", () => {
  for (const value of ["confirmed", "reported"]) expect(takes(certainty, value)).toBe(true);
  for (const value of ["correction", "update", "clarification", "minor"]) expect(takes(edit, value)).toBe(true);
  for (const value of ["rumour", "", null]) expect([takes(certainty, value), takes(edit, value)]).toEqual([false, false]);
});
