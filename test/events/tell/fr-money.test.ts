/** Amounts and prices in French, as sentences and tables tell them. */
import { describe, expect, it } from "vitest";
import { french } from "../../../events/tell/fr/grammar.ts";
import { plainMoney } from "../../../events/tell/fr/money.ts";
import type { Price } from "../../../events/values.ts";

/** Spaces that break no line are written as others in the tables below; which they are is asked once. */
const even = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");

const amounts: [amount: string, currency: string, sentence: string, table: string][] = [
  ["97400000000", "USD", "97,4 milliards de dollars", "97,4 Md$"],
  ["9740000000", "USD", "9,74 milliards de dollars", "9,74 Md$"],
  ["44000000000", "USD", "44 milliards de dollars", "44 Md$"],
  ["97400000000.00", "USD", "97,4 milliards de dollars", "97,4 Md$"],
  ["9000000000000", "JPY", "9 000 milliards de yens", "9 000 Md¥"],
  ["2600", "JPY", "2 600 yens", "2 600 ¥"],
  ["1000000", "EUR", "1 million d’euros", "1 M€"],
  ["1500000", "EUR", "1,5 million d’euros", "1,5 M€"],
  ["1990000", "EUR", "1,99 million d’euros", "1,99 M€"],
  ["2000000", "EUR", "2 millions d’euros", "2 M€"],
  ["160000000", "EUR", "160 millions d’euros", "160 M€"],
  ["999000000", "EUR", "999 millions d’euros", "999 M€"],
  ["1000000000", "EUR", "1 milliard d’euros", "1 Md€"],
  ["1500000000", "EUR", "1,5 milliard d’euros", "1,5 Md€"],
  ["2000000000", "EUR", "2 milliards d’euros", "2 Md€"],
  ["30500000000", "EUR", "30,5 milliards d’euros", "30,5 Md€"],
  ["31100000000", "GBP", "31,1 milliards de livres sterling", "31,1 Md£"],
  ["2650000000", "GBP", "2,65 milliards de livres sterling", "2,65 Md£"],
  ["4.67", "GBP", "4,67 livres sterling", "4,67 £"],
  ["1", "GBP", "1 livre sterling", "1 £"],
  ["3000000000", "CHF", "3 milliards de francs suisses", "3 Md CHF"],
  ["0.76", "CHF", "0,76 franc suisse", "0,76 CHF"],
  ["47000000000", "CAD", "47 milliards de dollars canadiens", "47 Md CAD"],
  ["5000000", "AUD", "5 millions de dollars australiens", "5 M AUD"],
  ["5000000", "HKD", "5 millions de dollars de Hongkong", "5 M HKD"],
  ["5000000", "SGD", "5 millions de dollars de Singapour", "5 M SGD"],
  ["5000000", "NZD", "5 millions de dollars néo-zélandais", "5 M NZD"],
  ["5000000", "TWD", "5 millions de dollars taïwanais", "5 M TWD"],
  ["5000000000", "CNY", "5 milliards de yuans", "5 Md CNY"],
  ["5000000000", "KRW", "5 milliards de wons", "5 Md KRW"],
  ["5000000000", "INR", "5 milliards de roupies indiennes", "5 Md INR"],
  ["5000000000", "IDR", "5 milliards de roupies indonésiennes", "5 Md IDR"],
  ["5000000000", "BRL", "5 milliards de reais", "5 Md BRL"],
  ["1", "BRL", "1 real", "1 BRL"],
  ["5000000000", "SEK", "5 milliards de couronnes suédoises", "5 Md SEK"],
  ["5000000000", "NOK", "5 milliards de couronnes norvégiennes", "5 Md NOK"],
  ["5000000000", "DKK", "5 milliards de couronnes danoises", "5 Md DKK"],
  ["5000000000", "CZK", "5 milliards de couronnes tchèques", "5 Md CZK"],
  ["5000000000", "PLN", "5 milliards de zlotys", "5 Md PLN"],
  ["5000000000", "HUF", "5 milliards de forints", "5 Md HUF"],
  ["5000000000", "RUB", "5 milliards de roubles", "5 Md RUB"],
  ["5000000000", "UAH", "5 milliards de hryvnias", "5 Md UAH"],
  ["5000000000", "TRY", "5 milliards de livres turques", "5 Md TRY"],
  ["5000000000", "EGP", "5 milliards de livres égyptiennes", "5 Md EGP"],
  ["5000000000", "ILS", "5 milliards de shekels", "5 Md ILS"],
  ["5000000000", "AED", "5 milliards de dirhams des Emirats", "5 Md AED"],
  ["5000000000", "MAD", "5 milliards de dirhams marocains", "5 Md MAD"],
  ["5000000000", "SAR", "5 milliards de riyals saoudiens", "5 Md SAR"],
  ["5000000000", "XOF", "5 milliards de francs CFA", "5 Md XOF"],
  ["1", "XOF", "1 franc CFA", "1 XOF"],
  ["5000000000", "ZAR", "5 milliards de rands", "5 Md ZAR"],
  ["5000000000", "NGN", "5 milliards de nairas", "5 Md NGN"],
  ["5000000000", "MXN", "5 milliards de pesos mexicains", "5 Md MXN"],
  ["5000000000", "ARS", "5 milliards de pesos argentins", "5 Md ARS"],
  ["5000000000", "XAU", "5 milliards de XAU", "5 Md XAU"],
  ["0", "USD", "0 dollar", "0 $"],
  ["0.0001", "USD", "0,0001 dollar", "0,0001 $"],
  ["0.5", "USD", "0,50 dollar", "0,50 $"],
  ["1", "USD", "1 dollar", "1 $"],
  ["1.99", "USD", "1,99 dollar", "1,99 $"],
  ["2", "USD", "2 dollars", "2 $"],
  ["54.20", "USD", "54,20 dollars", "54,20 $"],
  ["26.5", "USD", "26,50 dollars", "26,50 $"],
  ["20000", "USD", "20 000 dollars", "20 000 $"],
  ["999999.99", "USD", "999 999,99 dollars", "999 999,99 $"],
  ["1234567", "USD", "1 234 567 dollars", "1 234 567 $"],
  ["2653400000", "USD", "2 653,4 millions de dollars", "2 653,4 M$"],
  ["97400000001", "USD", "97 400 000 001 dollars", "97 400 000 001 $"],
  ["999999999999999", "USD", "999 999 999 999 999 dollars", "999 999 999 999 999 $"],
  ["999000000000000", "USD", "999 000 milliards de dollars", "999 000 Md$"],
];

describe("an amount in French", () => {
  it.each(amounts)("%s %s: « %s », « %s »", (amount, currency, sentence, table) => {
    expect(even(french.money({ amount, currency }, "sentence"))).toBe(sentence);
    expect(even(french.money({ amount, currency }, "table"))).toBe(table);
  });

  it("stays on one line with its unit, and its thousands together", () => {
    expect(french.money({ amount: "9000000000000", currency: "JPY" }, "sentence")).toBe("9\u202f000\u00a0milliards de yens");
    expect(french.money({ amount: "97400000000", currency: "USD" }, "table")).toBe("97,4\u00a0Md$");
  });
});

const usd = (amount: string, more: Partial<Price> = {}): Price => ({ amount, currency: "USD", ...more });

const prices: [Price, object: string, afterDe: string, table: string][] = [
  [usd("54.20", { basis: "per-share" }), "54,20 dollars par action", "54,20 dollars par action", "54,20 $ par action"],
  [usd("5000000000", { approximate: true }), "environ 5 milliards de dollars", "environ 5 milliards de dollars", "env. 5 Md$"],
  [usd("2000000000", { upTo: "3000000000" }), "entre 2 et 3 milliards de dollars", "2 à 3 milliards de dollars", "2 à 3 Md$"],
  [
    usd("900000000", { upTo: "1200000000" }),
    "entre 900 millions et 1,2 milliard de dollars",
    "900 millions à 1,2 milliard de dollars",
    "900 M$ à 1,2 Md$",
  ],
  [
    usd("20", { upTo: "22.5", basis: "per-share" }),
    "entre 20 et 22,50 dollars par action",
    "20 à 22,50 dollars par action",
    "20 à 22,50 $ par action",
  ],
  [
    usd("2000000000", { upTo: "3000000000", approximate: true }),
    "entre environ 2 et 3 milliards de dollars",
    "environ 2 à 3 milliards de dollars",
    "env. 2 à 3 Md$",
  ],
  [
    usd("500000", { upTo: "1500000" }),
    "entre 500 000 dollars et 1,5 million de dollars",
    "500 000 dollars à 1,5 million de dollars",
    "500 000 $ à 1,5 M$",
  ],
  [usd("1", { upTo: "2" }), "entre 1 et 2 dollars", "1 à 2 dollars", "1 à 2 $"],
];

describe("a price in French", () => {
  it.each(prices)("%o: « %s », « %s », « %s »", (price, object, afterDe, table) => {
    expect(even(french.money(price, "sentence"))).toBe(object);
    expect(even(plainMoney(price))).toBe(afterDe);
    expect(even(french.money(price, "table"))).toBe(table);
  });
});
