/** Amounts are exact: a decimal string is scaled and grouped, and never becomes a binary number. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grouped, isSameAmount, scaled, withoutZeros } from "../../../events/tell/amount.ts";

const all = ["trillion", "billion", "million", "thousand"] as const;

describe("an amount", () => {
  it.each([
    ["97400000000", { digits: "97.4", scale: "billion" }],
    ["9000000000000", { digits: "9", scale: "trillion" }],
    ["160000000", { digits: "160", scale: "million" }],
    ["1250000", { digits: "1.25", scale: "million" }],
    ["1234567", { digits: "1234567" }],
    ["20000", { digits: "20000" }],
    ["999.99", { digits: "999.99" }],
    ["1000000.5", { digits: "1000000.5" }],
    ["999999999999999", { digits: "999999999999999" }],
    ["97412000000.00", { digits: "97.412", scale: "billion" }],
    ["0", { digits: "0" }],
    ["0.0001", { digits: "0.0001" }],
  ])("%s is told in the largest unit that tells it exactly", (amount, told) => {
    expect(scaled(amount, ["trillion", "billion", "million"])).toEqual(told);
  });

  it("is the same number after it was scaled", () => {
    const amount = fc.tuple(fc.bigInt({ min: 0n, max: 999_999_999_999_999n }), fc.constantFrom("", ".5", ".25", ".0001", ".10"));
    const zeros = { trillion: 12, billion: 9, million: 6, thousand: 3 };
    void fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 12 }), ([whole, fraction], places) => {
        const { digits, scale } = scaled(`${whole}${fraction}`, all, places);
        const [units = "", decimals = ""] = digits.split(".");
        const moved = scale === undefined ? 0 : zeros[scale];
        const back = `${units}${decimals.slice(0, moved).padEnd(moved, "0")}`.replace(/^0+(?=\d)/, "");
        expect(isSameAmount(`${back}.${decimals.slice(moved)}0`, `${whole}${fraction || ".0"}`)).toBe(true);
      }),
    );
  });

  it.each([
    ["54.20", "54.2"],
    ["10.00", "10"],
    ["100", "100"],
    ["0.0", "0"],
  ])("%s without zeros that say nothing is %s", (amount, told) => {
    expect(withoutZeros(amount)).toBe(told);
  });

  it.each([
    ["1234567.5", false, "1,234,567.5"],
    ["54.2", true, "54.20"],
    ["54.125", true, "54.125"],
    ["999", true, "999"],
    ["1000", true, "1,000"],
  ])("%s is grouped", (digits, cents, told) => {
    expect(grouped(digits, ",", ".", cents)).toBe(told);
  });
});
