/** Prices as a form shows them: what `readMoney` reads as the same price again, in every language. */
import { scaled } from "../../../events/tell/amount.ts";
import type { Price } from "../../../events/values.ts";

const units = { thousand: "", million: "m", billion: "bn", trillion: "tn" } as const;

/** An amount in single units. A separator with three digits after it would be guessed at. */
const inFull = (amount: string): string => (/\.\d{3}$/.test(amount) ? `${amount}0` : amount);

const amountOf = (amount: string): string => {
  const { digits, scale } = scaled(amount, ["trillion", "billion", "million"], 4);
  return scale === undefined || /\.\d{3}$/.test(digits) ? inFull(amount) : digits + units[scale];
};

/** Two amounts of a range: one without a scale would be read by that of the second. */
const rangeOf = (amount: string, upTo: string): string => {
  const lower = amountOf(amount);
  return `${lower} – ${lower === inFull(amount) ? inFull(upTo) : amountOf(upTo)}`;
};

const figuresOf = (amount: string, upTo: string | undefined): string => {
  if (upTo === undefined) return amountOf(amount);
  return Number(amount) === 0 ? `up to ${amountOf(upTo)}` : rangeOf(amount, upTo);
};

/** A price in figures, its currency by its code: “97.4bn USD”, “30 – 35 EUR per share”. */
export const writePrice = ({
  amount,
  upTo,
  currency,
  basis,
  approximate,
}: Partial<Price> & Pick<Price, "amount" | "currency">): string =>
  [approximate ? "about" : "", figuresOf(amount, upTo), currency, basis === "per-share" ? "per share" : ""]
    .filter((part) => part !== "")
    .join(" ");
