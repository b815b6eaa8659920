/** Prices are understood as people type them, in English and French, and what was not typed is told. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { price as priceSchema } from "../../../events/values.ts";
import { type MoneySetting, readMoney } from "../../../worker/desk/typed/money.ts";
import { writePrice } from "../../../worker/desk/typed/write-money.ts";
import { always } from "../../support/always.ts";

const en: MoneySetting = { language: "en", currency: "USD" };
const fr: MoneySetting = { language: "fr", currency: "EUR" };
const bn = (amount: string): string => `${amount}000000000`;

type Row = [typed: string, setting: MoneySetting, price: Record<string, unknown>, notes?: string[]];

const rows: Row[] = [
  ["97.4bn", en, { amount: "97400000000", currency: "USD" }, ["currency"]],
  ["$97.4bn", en, { amount: "97400000000", currency: "USD" }],
  ["97.4 billion dollars", en, { amount: "97400000000", currency: "USD" }],
  ["97,4 milliards de dollars", fr, { amount: "97400000000", currency: "USD" }],
  ["97,4 Md$", fr, { amount: "97400000000", currency: "USD" }],
  ["9,74 Mds €", fr, { amount: "9740000000", currency: "EUR" }],
  ["9.74bn", fr, { amount: "9740000000", currency: "EUR" }, ["currency"]],
  ["4,70 €", fr, { amount: "4.70", currency: "EUR" }],
  ["4,70 €", en, { amount: "4.70", currency: "EUR" }],
  ["54.20/share", en, { amount: "54.20", currency: "USD", basis: "per-share" }, ["currency"]],
  ["$54.20 a share", en, { amount: "54.20", currency: "USD", basis: "per-share" }],
  ["£4.67-a-share", en, { amount: "4.67", currency: "GBP", basis: "per-share" }],
  ["54,20 dollars l’action", fr, { amount: "54.20", currency: "USD", basis: "per-share" }],
  ["54,20 € par action", fr, { amount: "54.20", currency: "EUR", basis: "per-share" }],
  ["20 Mrd €", en, { amount: bn("20"), currency: "EUR" }],
  ["1.5m GBP", en, { amount: "1500000", currency: "GBP" }],
  ["1.5m gbp", en, { amount: "1500000", currency: "GBP" }],
  ["GBP 1.5mn", en, { amount: "1500000", currency: "GBP" }],
  ["30–35 €", fr, { amount: "30", upTo: "35", currency: "EUR" }],
  ["30 à 35 €", fr, { amount: "30", upTo: "35", currency: "EUR" }],
  ["between 30 and 35 billion euros", en, { amount: bn("30"), upTo: bn("35"), currency: "EUR" }, ["scale"]],
  ["entre 30 et 35 milliards d’euros", fr, { amount: bn("30"), upTo: bn("35"), currency: "EUR" }, ["scale"]],
  ["$800m–1bn", en, { amount: "800000000", upTo: bn("1"), currency: "USD" }],
  ["about 20bn", en, { amount: bn("20"), currency: "USD", approximate: true }, ["currency"]],
  ["~€20bn", en, { amount: bn("20"), currency: "EUR", approximate: true }],
  ["environ 20 Md€", fr, { amount: bn("20"), currency: "EUR", approximate: true }],
  ["up to 5bn", en, { amount: "0", upTo: bn("5"), currency: "USD" }, ["currency"]],
  ["jusqu’à 5 milliards de livres", fr, { amount: "0", upTo: bn("5"), currency: "GBP" }],
  ["€3bn, up to €5bn", en, { amount: bn("3"), upTo: bn("5"), currency: "EUR" }],
  ["US$44bn", en, { amount: bn("44"), currency: "USD" }],
  ["C$3bn", en, { amount: bn("3"), currency: "CAD" }],
  ["HK$12bn", en, { amount: bn("12"), currency: "HKD" }],
  ["$3bn", { language: "en", currency: "CAD" }, { amount: bn("3"), currency: "CAD" }, ["dollar"]],
  ["9tn yen", en, { amount: "9000000000000", currency: "JPY" }],
  ["3 millions de francs suisses", fr, { amount: "3000000", currency: "CHF" }],
  ["5 billions", fr, { amount: bn("5"), currency: "EUR" }, ["billion", "currency"]],
  ["1,500", en, { amount: "1500", currency: "USD" }, ["currency", "separator"]],
  ["1,500", fr, { amount: "1.500", currency: "EUR" }, ["currency", "separator"]],
  ["1.500 €", en, { amount: "1.500", currency: "EUR" }, ["separator"]],
  ["1,234,567.89 USD", en, { amount: "1234567.89", currency: "USD" }],
  ["1.234.567,89 €", fr, { amount: "1234567.89", currency: "EUR" }],
  ["1 500 000 €", fr, { amount: "1500000", currency: "EUR" }],
  ["97 400 000 000 $", fr, { amount: "97400000000", currency: "USD" }],
  ["1’500’000 CHF", fr, { amount: "1500000", currency: "CHF" }],
];

describe("a price", () => {
  it.each(rows)("is understood of “%s”", (typed, setting, expected, notes = []) => {
    const read = readMoney(typed, setting);
    expect(read).toMatchObject({ price: expected });
    expect(Object.keys("price" in read ? read.price : {}).sort()).toEqual(Object.keys(expected).sort());
    expect("notes" in read && [...read.notes].sort()).toEqual([...notes].sort());
  });

  it.each([
    ["hello", "no-amount"],
    ["", "no-amount"],
    ["€", "no-amount"],
    ["1.2.3", "no-amount"],
    ["5bn per share per share", "no-amount"],
    ["12 apples", "no-amount"],
    ["12.34567", "too-exact"],
    ["1234567890123456", "too-exact"],
    ["35–30 €", "not-a-range"],
    ["10bn EUR 5bn USD", "two-currencies"],
  ])("is not guessed of “%s”", (typed, problem) => {
    expect(readMoney(typed, en)).toEqual({ problem });
  });

  it("has no currency where none is typed and none is usual", () => {
    expect(readMoney("97.4bn", { language: "en" })).toEqual({ problem: "no-currency" });
  });

  const amount = fc
    .tuple(fc.bigInt({ min: 1n, max: 999_999_999_999n }), fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 4 }))
    .map(([whole, fraction, places]) =>
      places === 0 ? `${whole}` : `${whole}.${String(fraction).padStart(4, "0").slice(0, places)}`,
    );
  const price = fc.record(
    {
      amount,
      currency: fc.constantFrom("USD", "EUR", "GBP", "JPY", "CHF", "CAD", "SEK", "KWD"),
      basis: fc.constant("per-share" as const),
      approximate: fc.constant(true as const),
    },
    { requiredKeys: ["amount", "currency"] },
  );

  it("reads back as it was written, in both languages, without a guess", () => {
    always(fc.tuple(price, fc.constantFrom(en, fr), fc.boolean()), ([one, setting, isRange]) => {
      const written = isRange ? { ...one, upTo: `${BigInt(one.amount.split(".")[0] ?? "0") + 1n}` } : one;
      const read = readMoney(writePrice(written), setting);
      if (!("price" in read)) throw new Error(`“${writePrice(written)}” is ${read.problem}`);
      const number = (digits: string | undefined) => digits?.replace(/\.?0*$/, (zeros) => (digits.includes(".") ? "" : zeros));
      expect({ ...read.price, amount: number(read.price.amount), upTo: number(read.price.upTo) }).toEqual({
        ...written,
        amount: number(written.amount),
        upTo: number("upTo" in written ? written.upTo : undefined),
      });
      expect(read.notes.filter((note) => note !== "scale")).toEqual([]);
    });
  });

  it.each([
    ["560218871899", "560218871900", "560218871899 – 560218871900 USD"],
    ["999999999", "1000000000", "999999999 – 1000000000 USD"],
    ["30000000000", "35000000000", "30bn – 35bn USD"],
    ["0", "35000000000", "up to 35bn USD"],
  ])("is written so that the scale of the one end is not that of the other: %s to %s", (lower, upper, text) => {
    const price = { amount: lower, currency: "USD", upTo: upper };
    expect(writePrice(price)).toBe(text);
    expect(readMoney(text, en)).toMatchObject({ price });
  });

  it("is of the schema, or a problem, of any text", () => {
    const pieces = fc.constantFrom(
      "9",
      "7,4",
      "1.5",
      "bn",
      " ",
      "€",
      "$",
      "USD",
      "up to",
      "about",
      "-",
      "per share",
      "to",
      "Md",
      "m",
      "l'action",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(pieces, { maxLength: 8 }).map((all) => all.join(" ")),
    );
    always(fc.tuple(text, fc.constantFrom(en, fr)), ([typed, setting]) => {
      const read = readMoney(typed, setting);
      if ("price" in read) expect([typed, priceSchema.safeParse(read.price).error?.issues]).toEqual([typed, undefined]);
    });
  });
});
