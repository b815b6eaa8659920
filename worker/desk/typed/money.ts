/** Prices as people type them: “$97.4bn”, “4,70 €”, “54.20/share”, “20 Mrd €”, “30–35 €”, “about 20bn”, “up to 5bn”. */
import type { Price } from "../../../events/values.ts";
import { foldText } from "./fold-text.ts";
import { readNumber, timesTen } from "./number.ts";

/** What was understood that was not typed: the part that a separator plays, the currency, which dollar, the scale of a first amount, what a billion is. */
export type MoneyNote = "separator" | "currency" | "dollar" | "scale" | "billion";

/** Why a text is no price. */
export type MoneyProblem = "no-amount" | "no-currency" | "two-currencies" | "too-exact" | "not-a-range";

export type TypedPrice = { price: Price; notes: MoneyNote[] } | { problem: MoneyProblem };

/** What a price is read by: the notation of the language, and the currency where none is typed. */
export type MoneySetting = { language: "en" | "fr"; currency?: string | undefined };

const scales: readonly [RegExp, number][] = [
  [/^(?:thousand|mille|k)\b/, 3],
  [/^(?:millions?|mns?|mlns?|mios?|m)\b/, 6],
  [/^(?:billions?|milliards?|mrds?|mds?|bns?|blns?|b)\b/, 9],
  [/^(?:trillions?|tns?|trns?|t)\b/, 12],
];

/** Symbols and words of currencies, as `foldText` leaves them; the longer ones first. A dollar may be one of several. */
const currencies: readonly [RegExp, string][] = [
  [/\b(?:us ?\$|us dollars?|dollars? americains?)|\$ ?us\b/, "USD"],
  [/\bhk ?\$|\bhong kong dollars?/, "HKD"],
  [/\bnz ?\$/, "NZD"],
  [/\bs\$/, "SGD"],
  [/\b(?:ca?\$|canadian dollars?|dollars? canadiens?)/, "CAD"],
  [/\b(?:au?\$|australian dollars?|dollars? australiens?)/, "AUD"],
  [/\br\$/, "BRL"],
  [/€|\beuros?\b/, "EUR"],
  [/£|\b(?:pounds?(?: sterling)?|livres?(?: sterling)?)\b/, "GBP"],
  [/¥|\byens?\b/, "JPY"],
  [/\b(?:rmb|yuans?|renminbi)\b/, "CNY"],
  [/₹|\b(?:rupees?|roupies?)\b/, "INR"],
  [/₩|\bwons?\b/, "KRW"],
  [/\b(?:sfr|swiss francs?|francs? suisses?)\b/, "CHF"],
  [/\$|\bdollars?\b/, "$"],
];

/** The currencies that are called a dollar. */
const dollars = ["USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD"];

const perShare = /(?:\/ ?|(?:\b|-)(?:per|a|par|une|each|chaque)[ -]|\bl')(?:share|action|titre)\b/;
const about =
  /(?:^|(?<=\s))(?:about|around|roughly|some|nearly|almost|circa|approximately|approx\.?|ca\.?|environ|pres de|quelque|autour de)(?=\s|$)|[~≈]/;
const upTo = /\b(?:up to|as much as|at most|jusqu'a|au plus)(?=\s)/;
const number = /\d(?:[\d.,]|[ '](?=\d{3}(?!\d)))*/;

const note = <Note>(notes: Note[], when: boolean, which: Note): void => {
  if (when && !notes.includes(which)) notes.push(which);
};

const tooLong = 200;

/** Reads a price. What was not typed and was understood is noted; what is not understood is a problem, never a guess. */
export const readMoney = (typed: string, { language, currency }: MoneySetting): TypedPrice => {
  if (typed.length > tooLong) return { problem: "no-amount" };
  const notes: MoneyNote[] = [];
  const found = currencyIn(typed, currency, notes);
  if ("problem" in found) return found;
  let rest = found.rest;
  const take = (pattern: RegExp): boolean => {
    const before = rest;
    rest = rest.replace(pattern, " ").trim();
    return rest !== before.trim();
  };
  const isPerShare = take(perShare);
  const isAbout = take(about);
  const ceiling = upTo.exec(rest);
  rest = rest.replace(upTo, "-").trim();
  if (/\bbillions?\b/.test(rest)) note(notes, language === "fr", "billion");
  const amounts = amountsIn(rest, language, notes);
  if (!amounts) return { problem: "no-amount" };
  const [first, second] = ceiling && amounts.length === 1 && rest.startsWith("-") ? ["0", amounts[0]] : amounts;
  if (first === undefined) return { problem: "no-amount" };
  if ([first, second].some((amount) => amount && !/^\d{1,15}(?:\.\d{1,4})?$/.test(amount))) return { problem: "too-exact" };
  if (second !== undefined && Number(second) <= Number(first)) return { problem: "not-a-range" };
  if (!found.currency) return { problem: "no-currency" };
  const price: Price = { amount: first, currency: found.currency };
  if (second !== undefined) price.upTo = second;
  if (isPerShare) price.basis = "per-share";
  if (isAbout) price.approximate = true;
  return { price, notes };
};

type Found = { rest: string; currency: string | undefined };

/** The currency of a text, and the rest of it. */
const currencyIn = (typed: string, usual: string | undefined, notes: MoneyNote[]): Found | { problem: MoneyProblem } => {
  // Symbols of full width and the like are the same signs; capitals tell a code from a word.
  let rest = typed.normalize("NFKC").replace(/(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])/g, (code) => ` ${code} `);
  const codes = new Set(rest.match(/(?<![A-Za-z])(?!RMB|BNS|MNS|MRD)[A-Z]{3}(?![A-Za-z])/g) ?? []);
  for (const code of codes) rest = rest.replaceAll(code, " ");
  rest = foldText(rest);
  const small = /(?<=\d ?(?:[kmbt]|[mbt]n|mds?|mrds?)? )([a-z]{3})$/.exec(rest)?.[1];
  if (small && codes.size === 0 && isCode(small.toUpperCase())) {
    codes.add(small.toUpperCase());
    rest = rest.slice(0, -3).trim();
  }
  // “97.4bn$” and “bn€”: a sign is a word of its own.
  const signs = new Set<string>();
  for (const [pattern, code] of currencies)
    while (pattern.test(rest)) {
      signs.add(code);
      rest = rest.replace(pattern, " ");
    }
  rest = rest
    .replace(/\b(?:de|d'|of)(?= |$)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const named = new Set([
    ...codes,
    ...[...signs].filter((sign) => sign !== "$" || ![...codes, ...signs].some((code) => dollars.includes(code))),
  ]);
  if (named.size > 1) return { problem: "two-currencies" };
  const [one] = named;
  if (one === "$") {
    const isOther = usual !== undefined && dollars.includes(usual);
    note(notes, isOther && usual !== "USD", "dollar");
    return { rest, currency: isOther ? usual : "USD" };
  }
  note(notes, one === undefined && usual !== undefined, "currency");
  return { rest, currency: one ?? usual };
};

const isCode = (code: string): boolean => Intl.supportedValuesOf("currency").includes(code);

/** The one or two amounts that a text is made of, in single units; undefined where it is made of anything else. */
const amountsIn = (text: string, language: "en" | "fr", notes: MoneyNote[]): string[] | undefined => {
  const found: { digits: string; zeros: number | undefined }[] = [];
  let rest = text.replace(/^(?:between|entre|from|de) /, "");
  while (rest !== "") {
    rest = rest.replace(/^(?:[-–,]+ ?)+|^(?:to|and|a|et|or|ou)\b ?/, "");
    const [digits] = number.exec(rest) ?? [];
    if (digits === undefined || !rest.startsWith(digits) || found.length === 2) return undefined;
    const clean = digits.replace(/[.,]$/, "");
    const value = readNumber(clean, language);
    if (!value) return undefined;
    note(notes, value.isGuess, "separator");
    rest = rest.slice(clean.length).trim();
    const scale = scales.find(([pattern]) => pattern.test(rest));
    if (scale) rest = rest.replace(scale[0], "").replace(/^\./, "").trim();
    found.push({ digits: value.digits, zeros: scale?.[1] });
  }
  const [first, second] = found;
  if (!first) return undefined;
  // “30 to 35bn”: the first of a range is of the scale of the second.
  note(notes, second?.zeros !== undefined && first.zeros === undefined, "scale");
  return found.map(({ digits, zeros }) => timesTen(digits, zeros ?? second?.zeros ?? 0));
};
