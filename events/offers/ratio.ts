/** One price against another, exactly. */
import type { Price } from "../values.ts";

const digits = 6;
const scale = (amount: string): bigint => {
  const [whole = "0", fraction = ""] = amount.split(".");
  return BigInt(whole + fraction.padEnd(4, "0"));
};

/**
 * `price` divided by `against`, as a decimal string of at most 6 significant digits, rounded half up: `"0.1"` for 9.74 against 97.4
 * billion. Undefined where currency or basis differ, or where `against` is zero.
 */
export const ratioOf = (price: Price, against: Price): string | undefined => {
  if (price.currency !== against.currency || (price.basis ?? "total") !== (against.basis ?? "total")) return undefined;
  const divisor = scale(against.amount);
  const dividend = scale(price.amount);
  if (divisor === 0n) return undefined;
  if (dividend === 0n) return "0";
  // Enough places that at least seven significant digits stand before rounding: amounts have 19 digits at most.
  const places = 26;
  const quotient = ((dividend * 10n ** BigInt(places)) / divisor).toString();
  return decimal(rounded(quotient), places);
};

/** Keeps 6 significant digits; what is cut is zeros from then on. */
const rounded = (quotient: string): string => {
  const cut = quotient.length - digits;
  const unit = 10n ** BigInt(cut);
  return (((BigInt(quotient) + unit / 2n) / unit) * unit).toString();
};

const decimal = (scaled: string, places: number): string => {
  const padded = scaled.padStart(places + 1, "0");
  const fraction = padded.slice(-places).replace(/0+$/, "");
  return fraction === "" ? padded.slice(0, -places) : `${padded.slice(0, -places)}.${fraction}`;
};
