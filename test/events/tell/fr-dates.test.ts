/** Dates, times and quotations in French. */
import { describe, expect, it } from "vitest";
import { ofDate, onDate, onDateAndTime, untilDate } from "../../../events/tell/fr/dates.ts";
import { french } from "../../../events/tell/fr/grammar.ts";
import { numeral } from "../../../events/tell/fr/numbers.ts";
import type { When } from "../../../events/tell/grammar.ts";
import { plain, textOf } from "../../../events/tell/runs.ts";

const day = (at: string): When => ({ at: `${at}T00:00:00Z`, precision: "day" });
const minute = (at: string, zone?: string): When => ({ at, precision: "minute", zone });

describe("a date in French", () => {
  it("is told as exactly as it is known, with its year unless that is the one given", () => {
    expect(french.date(day("2023-11-10"))).toBe("10 novembre 2023");
    expect(french.date(day("2023-11-10"), 2023)).toBe("10 novembre");
    expect(french.date(day("2023-11-10"), 2024)).toBe("10 novembre 2023");
    expect(french.date({ at: "2025-02-01T00:00:00Z", precision: "month" })).toBe("février 2025");
    expect(french.date({ at: "2025-02-01T00:00:00Z", precision: "year" }, 2025)).toBe("2025");
    expect(french.date(day("2025-03-01"), 2025)).toBe("1er mars");
  });

  it("takes the preposition that it needs", () => {
    const august: When = { at: "2025-08-01T00:00:00Z", precision: "month" };
    expect([onDate(day("2025-03-01"), 2025), onDate(august)]).toEqual(["le 1er mars", "en août 2025"]);
    expect([untilDate(day("2025-03-01"), 2025), untilDate(august)]).toEqual(["jusqu’au 1er mars", "jusqu’en août 2025"]);
    expect([ofDate(day("2025-03-01"), 2025), ofDate(august, 2025)]).toEqual(["du 1er mars", "d’août"]);
    expect(ofDate({ at: "2025-02-01T00:00:00Z", precision: "month" })).toBe("de février 2025");
    expect(ofDate({ at: "2025-02-01T00:00:00Z", precision: "year" })).toBe("de 2025");
  });

  it("is the day that it is in its zone, and a day that was written never moves", () => {
    expect(french.date(minute("2025-02-10T23:30:00Z", "Europe/Paris"), 2025)).toBe("11 février");
    expect(french.date({ ...day("2025-02-10"), zone: "America/Los_Angeles" }, 2025)).toBe("10 février");
  });

  it("has the time of day where it is known, and says whose time it is", () => {
    expect(onDateAndTime(minute("2025-11-10T08:30:00Z", "Europe/Paris"), 2025)).toBe(
      "le 10 novembre à 9\u00a0h\u00a030 (heure de Paris)",
    );
    expect(french.dateAndTime(minute("2025-11-10T14:05:00Z", "America/New_York"), 2025)).toBe(
      "10 novembre à 9\u00a0h\u00a005 (heure de New York)",
    );
    expect(french.dateAndTime(minute("2025-11-10T09:00:00Z", "Europe/London"), 2025)).toBe(
      "10 novembre à 9\u00a0heures (heure de Londres)",
    );
    expect(french.dateAndTime(minute("2025-11-10T01:00:00Z"), 2025)).toBe("10 novembre à 1\u00a0heure (GMT)");
    expect(french.dateAndTime(minute("2025-11-10T12:00:00+05:30"), 2025)).toBe("10 novembre à 12\u00a0heures (GMT+5:30)");
    expect(french.dateAndTime(minute("2025-11-10T12:00:00-08:00"), 2025)).toBe("10 novembre à 12\u00a0heures (GMT−8)");
    expect(french.dateAndTime({ at: "2025-02-10T20:00:00Z", precision: "hour", zone: "Europe/Paris" }, 2025)).toBe(
      "10 février vers 21\u00a0heures (heure de Paris)",
    );
    expect(french.dateAndTime(day("2025-02-10"), 2025)).toBe("10 février");
    expect(french.dateAndTime(minute("2025-06-10T10:00:00Z", "Europe/Amsterdam"), 2025)).toContain("(heure d’Amsterdam)");
    expect(french.dateAndTime(minute("2025-06-10T10:00:00Z", "Etc/GMT"), 2025)).toContain("(GMT)");
  });
});

describe("a number in French", () => {
  it("is in words up to sixteen, and agrees", () => {
    expect([numeral(0), numeral(1), numeral(1, "feminine"), numeral(2, "feminine"), numeral(16)]).toEqual([
      "zéro",
      "un",
      "une",
      "deux",
      "seize",
    ]);
    expect([numeral(17), numeral(1234)]).toEqual(["17", "1\u202f234"]);
  });
});

describe("a quotation in French", () => {
  it("stands between guillemets in its own language, with other marks inside", () => {
    const runs = french.quotation({ text: "no thank you", language: "en" });
    expect(textOf(runs)).toBe("«\u00a0no thank you\u00a0»");
    expect(runs[1]).toEqual({ text: "no thank you", as: "quote", language: "en" });
    expect(textOf(french.quotation({ text: "Il a dit « non » et « jamais »", language: "fr" }))).toBe(
      "«\u00a0Il a dit “non” et “jamais”\u00a0»",
    );
  });

  it("is what was said where a translation stands beside it, isolated where it runs the other way", () => {
    const quote = {
      text: "Nous ne sommes pas à vendre.",
      language: "fr",
      translationOf: { text: "نحن لسنا للبيع.", language: "ar" },
    };
    expect(plain(french.quotation(quote))).toBe("«\u00a0\u2068نحن لسنا للبيع.\u2069\u00a0»");
  });
});

describe("a template in French", () => {
  it("keeps its punctuation and its guillemets on the line of the word that they belong to", () => {
    expect(textOf(french.say`Il dit : « non » ; pourquoi ? L'an 2000 !`)).toBe(
      "Il dit\u00a0: «\u00a0non\u00a0»\u202f; pourquoi\u202f? L’an 2000\u202f!",
    );
  });

  it("leaves what is put into it as its author wrote it, and nothing of what is undefined", () => {
    expect(textOf(french.say`Il dit${undefined} : ${"a : b ; « c »"}`)).toBe("Il dit\u00a0: a : b ; « c »");
  });
});
