/** Prices as a form shows them: what `readMoney` reads as the same price again, in every language. */
import { scaled } from "../../../events/tell/amount.ts";
import type { Price } from "../../../events/values.ts";

const units = { thousand: "", million: "m", billion: "bn", trillion: "tn" } as const;

const amountOf = (amount: string): string => {
  const { digits, scale } = scaled(amount, ["trillion", "billion", "million"], 4);
  // A separator with three digits after it would be guessed at.
  if (scale === undefined || /\.\d{3}$/.test(digits)) return /\.\d{3}$/.test(amount) ? `${amount}0` : amount;
  return digits + units[scale];
};

/** A price in figures, its currency by its code: “97.4bn USD”, “30 – 35 EUR per share”. */
export const writePrice = ({
  amount,
  upTo,
  currency,
  basis,
  approximate,
}: Partial<Price> & Pick<Price, "amount" | "currency">): string =>
  [
    approximate ? "about" : "",
    upTo !== undefined && Number(amount) === 0 ? "up to" : amountOf(amount),
    upTo === undefined ? "" : Number(amount) === 0 ? amountOf(upTo) : `– ${amountOf(upTo)}`,
    currency,
    basis === "per-share" ? "per share" : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
