/** Amounts, currencies and prices. */
import { describe, expect, it } from "vitest";
import type * as z from "zod/mini";
import { money, price } from "../../events/values.ts";

/** Whether a schema takes each of the values. */
const table = (schema: z.ZodMiniType, taken: readonly unknown[], refused: readonly unknown[]) => {
  it.each(taken.map((value) => [value]))("takes %j", (value) => {
    expect(schema.safeParse(value)).toEqual({ success: true, data: value });
  });
  it.each(refused.map((value) => [value]))("refuses %j", (value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });
};

const others = [undefined, null, true, 7, [], {}, ["x"]];

describe("an amount", () => {
  const amounts = (values: readonly unknown[]) => values.map((amount) => ({ amount, currency: "USD" }));
  table(money, amounts(["0", "1", "54.20", "97400000000", "999999999999999.9999", "0.0001", "0.0"]), [
    ...others,
    ...amounts([
      7,
      null,
      "",
      "-1",
      "+1",
      "01",
      "1.",
      ".5",
      "1.00001",
      "1000000000000000",
      "1e3",
      "1,000",
      "1 000",
      " 1",
      "1\n",
      "NaN",
      "٣",
      "0x10",
    ]),
    { amount: "1" },
    { amount: "1", currency: "USD", basis: "total" },
  ]);
});

describe("a currency", () => {
  const currencies = (values: readonly unknown[]) => values.map((currency) => ({ amount: "1", currency }));
  table(
    money,
    currencies(["USD", "EUR", "JPY", "INR", "XAF"]),
    currencies([null, 7, "", "usd", "US", "USDT", "XYZ", "$", "U$D", "USD\n"]),
  );
});

describe("a price", () => {
  const bases = (values: readonly unknown[]) => values.map((basis) => ({ amount: "1", currency: "USD", basis }));
  table(price, [{ amount: "1", currency: "USD" }, ...bases(["total", "per-share"])], bases([null, "", "share", "Total"]));
});
