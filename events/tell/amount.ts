/** Amounts of money as decimal strings: exact, never by way of a binary number. */

export type Scale = "thousand" | "million" | "billion" | "trillion";

/** An amount in units of its scale, or in single units where it has none: `{ digits: "97.4", scale: "billion" }`. */
export type Scaled = { digits: string; scale?: Scale | undefined };

const scales: readonly [Scale, number][] = [
  ["trillion", 12],
  ["billion", 9],
  ["million", 6],
  ["thousand", 3],
];

/** An amount without zeros that say nothing: `54.20` as `54.2`, `10.00` as `10`. */
export const withoutZeros = (amount: string): string => (amount.includes(".") ? amount.replace(/\.?0+$/, "") : amount);

/** Whether two amounts are the same number. */
export const isSameAmount = (one: string, other: string): boolean => withoutZeros(one) === withoutZeros(other);

/**
 * An amount in the largest of the scales that it reaches and that tells it exactly with at most `places` decimals; in single units where
 * none does. Nothing is rounded.
 */
export const scaled = (amount: string, among: readonly Scale[], places = 3): Scaled => {
  const plain = withoutZeros(amount);
  const [whole = ""] = plain.split(".");
  for (const [scale, zeros] of scales) {
    if (!among.includes(scale) || whole.length <= zeros) continue;
    const digits = shifted(plain, zeros);
    if ((digits.split(".")[1] ?? "").length <= places) return { digits, scale };
  }
  return { digits: plain };
};

/** An amount's point so many places further left. */
const shifted = (amount: string, zeros: number): string => {
  const [whole = "", fraction = ""] = amount.split(".");
  return withoutZeros(`${whole.slice(0, -zeros)}.${whole.slice(-zeros)}${fraction}`);
};

/** Digits in a language's writing: thousands parted by `group`, decimals after `point`; a fraction of one digit gets a second where `cents`. */
export const grouped = (digits: string, group: string, point: string, cents = false): string => {
  const [whole = "", fraction = ""] = digits.split(".");
  const decimals = cents && fraction.length === 1 ? `${fraction}0` : fraction;
  return whole.replace(/\B(?=(?:\d{3})+$)/g, group) + (decimals === "" ? "" : point + decimals);
};
