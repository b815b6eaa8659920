/** Money in French: « 97,4 milliards de dollars » in sentences, « 97,4 Md$ » in tables. */

import type { Price } from "../../values.ts";
import { grouped, isSameAmount, type Scaled, scaled } from "../amount.ts";
import { currencyName, currencySymbol } from "./currencies.ts";
import { elides } from "./elision.ts";
import { thousands } from "./numbers.ts";

/** A price, or money alone. */
export type Priced = Pick<Price, "amount" | "currency"> & Partial<Price>;

/** A range that begins at nothing: its end is all that is told. */
const isUpTo = ({ amount, upTo }: Priced): boolean => upTo !== undefined && isSameAmount(amount, "0");

/** An amount or a price: « environ 5 milliards de dollars », « entre 2 et 3 milliards d’euros », « 54,20 dollars par action ». */
export const money = (price: Priced, form: "sentence" | "table"): string => {
  const { upTo, currency, approximate } = price;
  if (isUpTo(price) && upTo !== undefined) return `jusqu’à ${money({ ...price, amount: upTo, upTo: undefined }, form)}`;
  if (form === "table") return `${approximate ? "env. " : ""}${span(price, "table")}${perShare(price)}`;
  const about = approximate ? "environ " : "";
  if (upTo === undefined) return `${about}${withUnit(price.amount, currency)}${perShare(price)}`;
  return `entre ${about}${between(price, " et ")}${perShare(price)}`;
};

/** A price after a preposition: « (de, pour, à) 2 à 3 milliards d’euros », « environ 5 milliards de dollars », « 80 millions d’euros au plus ». */
export const plainMoney = (price: Priced): string => {
  const { upTo, approximate } = price;
  if (isUpTo(price) && upTo !== undefined) return `${plainMoney({ ...price, amount: upTo, upTo: undefined })} au plus`;
  return `${approximate ? "environ " : ""}${span(price, "sentence")}${perShare(price)}`;
};

const perShare = ({ basis }: Priced): string => (basis === "per-share" ? " par action" : "");

const span = (price: Priced, form: "sentence" | "table"): string => {
  if (form === "sentence") return price.upTo === undefined ? withUnit(price.amount, price.currency) : between(price, " à ");
  const [low, high] = [inScale(price.amount), price.upTo === undefined ? undefined : inScale(price.upTo)];
  if (high === undefined) return short(low, price.currency);
  return low.scale === high.scale
    ? `${digitsOf(low)} à ${short(high, price.currency)}`
    : `${short(low, price.currency)} à ${short(high, price.currency)}`;
};

/** Both ends of a range: the unit is told once where it is the same. */
const between = ({ amount, upTo = amount, currency }: Priced, word: string): string => {
  const [low, high] = [inScale(amount), inScale(upTo)];
  const first = low.scale === high.scale || low.scale === undefined ? digitsOf(low) : `${digitsOf(low)}\u00a0${scaleName(low)}`;
  const whole = low.scale === undefined && high.scale !== undefined ? withUnit(amount, currency) : first;
  return `${whole}${word}${withUnit(upTo, currency)}`;
};

const inScale = (amount: string): Scaled => scaled(amount, ["million", "billion"]);

const digitsOf = ({ digits, scale }: Scaled): string => grouped(digits, thousands, ",", scale === undefined);

/** What is less than two is singular. */
const isSeveral = ({ digits }: Scaled): boolean => Number(digits.split(".")[0]) >= 2;

const scaleName = (told: Scaled): string => `${told.scale === "billion" ? "milliard" : "million"}${isSeveral(told) ? "s" : ""}`;

/** « 97,4 milliards de dollars », « 1 million d’euros », « 54,20 dollars ». */
const withUnit = (amount: string, currency: string): string => {
  const told = inScale(amount);
  if (told.scale === undefined) return `${digitsOf(told)}\u00a0${currencyName(currency, isSeveral(told))}`;
  const unit = currencyName(currency, true);
  return `${digitsOf(told)}\u00a0${scaleName(told)} ${elides(unit) && unit !== currency ? "d’" : "de "}${unit}`;
};

/** « 97,4 Md$ », « 160 M€ », « 54,20 $ ». */
const short = (told: Scaled, currency: string): string => {
  const scale = told.scale === "billion" ? "Md" : told.scale === "million" ? "M" : "";
  return `${digitsOf(told)}\u00a0${(scale + currencySymbol(currency)).trimStart()}`;
};
