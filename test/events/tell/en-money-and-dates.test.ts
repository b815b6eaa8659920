/** Money, dates and quotations as the Financial Times sets them. */
import { describe, expect, it } from "vitest";
import { onDateInEnglish } from "../../../events/tell/en/dates.ts";
import { english } from "../../../events/tell/en/grammar.ts";
import { indefinite, moneyBeforeNoun } from "../../../events/tell/en/money.ts";
import type { When } from "../../../events/tell/grammar.ts";
import { plain } from "../../../events/tell/runs.ts";

const at = (moment: string, precision: When["precision"], zone?: string): When => ({ at: moment, precision, zone });

describe("money in English", () => {
  it.each([
    [{ amount: "97400000000", currency: "USD" }, "$97.4bn"],
    [{ amount: "69400000000", currency: "GBP" }, "£69.4bn"],
    [{ amount: "30500000000", currency: "EUR" }, "€30.5bn"],
    [{ amount: "9000000000000", currency: "JPY" }, "9tn yen"],
    [{ amount: "1", currency: "JPY" }, "1 yen"],
    [{ amount: "3000000000", currency: "CHF" }, "SFr3bn"],
    [{ amount: "5000000000", currency: "CNY" }, "Rmb5bn"],
    [{ amount: "1", currency: "AED" }, "1 UAE dirham"],
    [{ amount: "5000000000", currency: "AED" }, "5bn UAE dirhams"],
    [{ amount: "54.2", currency: "USD", basis: "per-share" as const }, "$54.20 a share"],
    [{ amount: "2000000000", upTo: "3000000000", currency: "USD" }, "between $2bn and $3bn"],
    [{ amount: "0", upTo: "3000000000", currency: "USD" }, "up to $3bn"],
    [{ amount: "5000000000", currency: "USD", approximate: true }, "about $5bn"],
    [{ amount: "2000000000", upTo: "3000000000", currency: "USD", approximate: true }, "between about $2bn and $3bn"],
    [{ amount: "20000", currency: "USD" }, "$20,000"],
    [{ amount: "999999", currency: "USD" }, "$999,999"],
    [{ amount: "0.5", currency: "USD" }, "$0.50"],
  ])("%j", (price, told) => {
    expect(english.money(price, "sentence")).toBe(told);
    expect(english.money(price, "table")).toBe(told);
  });

  it("takes hyphens before a noun", () => {
    expect(moneyBeforeNoun({ amount: "54.20", currency: "USD", basis: "per-share" })).toBe("$54.20-a-share");
  });

  it.each([
    ["$97.4bn", "a"],
    ["$8bn", "an"],
    ["£11mn", "an"],
    ["€18.5bn", "an"],
    ["€180mn", "a"],
    ["$80bn", "an"],
    ["$800,000", "an"],
    ["$11,000", "an"],
    ["$1,100", "a"],
    ["$110", "a"],
    ["A$8bn", "an"],
    ["SFr8bn", "an"],
    ["NT$5bn", "a"],
    ["Rmb5bn", "a"],
    ["offer", "an"],
    ["proposal", "a"],
  ])("%s takes %s", (next, article) => {
    expect(indefinite(next)).toBe(article);
  });
});

describe("dates in English", () => {
  it.each([
    [at("2023-11-10T00:00:00Z", "day"), "10 November 2023", "on 10 November 2023"],
    [at("2025-11-10T00:00:00Z", "day"), "10 November", "on 10 November"],
    [at("2024-02-01T00:00:00Z", "month"), "February 2024", "in February 2024"],
    [at("2025-02-01T00:00:00Z", "month"), "February", "in February"],
    [at("2025-01-01T00:00:00Z", "year"), "2025", "in 2025"],
    [at("2025-03-10", "day"), "10 March", "on 10 March"],
    [at("2025-01-31T23:30:00Z", "day", "Europe/Paris"), "31 January", "on 31 January"],
    [at("2025-01-31T23:30:00Z", "minute", "Europe/Paris"), "1 February", "on 1 February"],
    [at("2024-12-31T23:30:00-05:00", "minute"), "31 December 2024", "on 31 December 2024"],
  ])("%j", (when, date, on) => {
    expect(english.date(when, 2025)).toBe(date);
    expect(onDateInEnglish(when, 2025)).toBe(on);
  });

  it("names the year where none is given", () => {
    expect(english.date(at("2025-11-10T00:00:00Z", "day"))).toBe("10 November 2025");
  });

  it.each([
    [at("2025-11-10T09:30:00Z", "minute"), "9.30am GMT on 10 November"],
    [at("2025-11-10T09:30:45Z", "second"), "9.30am GMT on 10 November"],
    [at("2025-11-10T21:00:00Z", "hour"), "9pm GMT on 10 November"],
    [at("2025-11-10T12:00:00Z", "minute"), "noon GMT on 10 November"],
    [at("2025-11-10T00:05:00Z", "minute"), "12.05am GMT on 10 November"],
    [at("2025-11-10T09:30:00+01:00", "minute"), "9.30am GMT+1 on 10 November"],
    [at("2025-11-10T09:30:00-03:30", "minute"), "9.30am GMT-3.30 on 10 November"],
    [at("2025-11-10T08:30:00Z", "minute", "Europe/Paris"), "9.30am CET on 10 November"],
    [at("2025-06-10T08:30:00Z", "minute", "Europe/London"), "9.30am BST on 10 June"],
    [at("2025-06-10T13:30:00Z", "minute", "America/New_York"), "9.30am EDT on 10 June"],
    [at("2025-11-10T08:30:00Z", "minute", "Etc/UTC"), "8.30am GMT on 10 November"],
    [at("2025-11-10T00:00:00Z", "day", "Europe/Paris"), "10 November"],
  ])("%j with the time of day", (when, told) => {
    expect(english.dateAndTime(when, 2025)).toBe(told);
  });
});

describe("a quotation in English", () => {
  it.each([
    [{ text: "Swindler", language: "en" }, "“Swindler”"],
    [{ text: "Not for sale.", language: "en" }, "“Not for sale”"],
    [{ text: "He said “no” to us", language: "en" }, "“He said ‘no’ to us”"],
    [{ text: "What?", language: "en" }, "“What?”"],
    [{ text: "نحن لسنا للبيع", language: "ar" }, "“\u2068نحن لسنا للبيع\u2069”"],
    [{ text: "No", language: "en", translationOf: { text: "Non", language: "fr" } }, "“Non”"],
  ])("%j", (quote, told) => {
    expect(plain(english.quotation(quote))).toBe(told);
  });

  it("is cut at a word's edge", () => {
    expect(plain(english.quotation({ text: "one two three", language: "en" }, 10))).toBe("“one two…”");
  });
});
