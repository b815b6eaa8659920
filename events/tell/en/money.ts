/** Money as the Financial Times sets it: “$97.4bn”, “£4.67 a share”, “9tn yen”. */
import { once } from "../../once.ts";
import type { Price } from "../../values.ts";
import { grouped, type Scale, scaled } from "../amount.ts";

/** What is told of a price: at least an amount and its currency. */
export type Priced = Pick<Price, "amount" | "currency"> & Partial<Price>;

const symbols: Readonly<Record<string, string>> = {
  USD: "$",
  GBP: "£",
  EUR: "€",
  AUD: "A$",
  BRL: "R$",
  CAD: "C$",
  CHF: "SFr",
  CNY: "Rmb",
  DKK: "DKr",
  HKD: "HK$",
  INR: "Rs",
  NOK: "NKr",
  NZD: "NZ$",
  SEK: "SKr",
  SGD: "S$",
  TWD: "NT$",
  ZAR: "R",
};

const units: Readonly<Record<Scale, string>> = { thousand: "", million: "mn", billion: "bn", trillion: "tn" };

/** Currencies that are known by a shorter name than their full one. */
const shortNames: Readonly<Record<string, string>> = { JPY: "yen", KRW: "won" };

/** What a currency without a symbol is called after one unit of it, or several: “yen”, “UAE dirhams”. */
const nameOf = once((currency: string, isOne: boolean): string => {
  if (Object.hasOwn(shortNames, currency)) return shortNames[currency] ?? currency;
  const format = new Intl.NumberFormat("en-GB", {
    style: "currency",
    currency,
    currencyDisplay: "name",
    maximumFractionDigits: 0,
  });
  return format.formatToParts(isOne ? 1 : 2).find(({ type }) => type === "currency")?.value ?? currency;
});

/** An amount in the largest unit that tells it exactly: a million and more as “1.25mn”, less in full. */
const amountOf = (amount: string, currency: string): string => {
  const { digits, scale } = scaled(amount, ["trillion", "billion", "million"]);
  const told = grouped(digits, ",", ".", scale === undefined) + (scale === undefined ? "" : units[scale]);
  if (Object.hasOwn(symbols, currency)) return `${symbols[currency]}${told}`;
  return `${told} ${nameOf(currency, told === "1" || /^1(?:\.0+)?$/.test(told))}`;
};

/** A price as it stands in a sentence and in a table alike: “about $5bn”, “between $2bn and $3bn”, “$54.20 a share”. */
export const moneyInEnglish = ({ amount, currency, basis, upTo, approximate }: Priced): string => {
  const about = approximate ? "about " : "";
  const range = upTo === undefined ? about + amountOf(amount, currency) : rangeOf(about, amount, upTo, currency);
  return basis === "per-share" ? `${range} a share` : range;
};

const rangeOf = (about: string, amount: string, upTo: string, currency: string): string =>
  /^0(?:\.0+)?$/.test(amount)
    ? `up to ${about}${amountOf(upTo, currency)}`
    : `between ${about}${amountOf(amount, currency)} and ${amountOf(upTo, currency)}`;

/** Whether a price can stand before a noun: “a $97.4bn offer”, and not “a between $2bn and $3bn offer”. */
export const isCompact = ({ currency, upTo, approximate }: Priced): boolean =>
  upTo === undefined && approximate !== true && Object.hasOwn(symbols, currency);

/** A price before a noun: “$97.4bn”, “$54.20-a-share”. */
export const moneyBeforeNoun = (price: Priced): string => moneyInEnglish(price).replace(/ a share$/, "-a-share");

/** “a” or “an” before an amount or a word: “a $97.4bn”, “an $8bn”, “an £11mn”, “an A$5bn”. */
export const indefinite = (next: string): "a" | "an" => {
  const said = next.replace(/^(?:[$£€]|NT\$|NZ\$|[CHRS]K?\$|SFr|Rmb|DKr|NKr|SKr|Rs|R)(?=\d)/, "");
  if (/^\d/.test(said)) {
    const [, digits = ""] = /^([\d,]+)/.exec(said) ?? [];
    const [leading = ""] = digits.split(",");
    return leading.startsWith("8") || leading === "11" || leading === "18" ? "an" : "a";
  }
  return /^[aeiou]/i.test(said) ? "an" : "a";
};
