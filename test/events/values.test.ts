/** The values that events are made of: slugs, texts, times, addresses, quotes, sources. */
import { describe, expect, it } from "vitest";
import type * as z from "zod/mini";
import {
  instant,
  introduces,
  language,
  precision,
  quote,
  refersToVersion,
  source,
  storySlug,
  text,
  url,
} from "../../events/values.ts";

/** Whether a schema takes each of the values. */
const table = (schema: z.ZodMiniType, taken: readonly unknown[], refused: readonly unknown[]) => {
  it.each(taken.map((value) => [value]))("takes %j", (value) => {
    expect(schema.safeParse(value)).toEqual({ success: true, data: value });
  });
  it.each(refused.map((value) => [value]))("refuses %j", (value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });
};

const others = [undefined, null, true, 7, [], {}, ["x"]];

describe("the slug of a story", () => {
  table(
    storySlug,
    ["abc", "musk-openai", "123", "---", "constructor", "a".repeat(80)],
    [...others, "", "ab", "a".repeat(81), "Musk", "a b", "a_b", "é-é", "abc\n", "../etc", "__proto__", "abc\u0000"],
  );
});

describe("a slug within a story", () => {
  table(
    introduces("party"),
    ["a", "1", "-", "elon-musk", "a".repeat(80)],
    [...others, "", "a".repeat(81), "A", "a/b", "a\n", "ａ"],
  );
});

describe("a text", () => {
  table(
    text(20),
    ["x", "Élysée", "« C’est fini »", "a".repeat(20), "😀".repeat(20), "שלום", "\u200eleft to right mark", '1 < 2 & "3"'],
    [...others, "", "a".repeat(21), "😀".repeat(21), " ", "\u00a0", "\u3000 "],
  );

  it.each([
    ["a line's end", "a\nb"],
    ["a carriage return", "a\rb"],
    ["a tabulator", "a\tb"],
    ["a zero", "a\u0000b"],
    ["a bell", "\u0007"],
    ["an escape", "\u001b[31m"],
    ["a deletion", "a\u007f"],
    ["a next line", "a\u0085b"],
    ["a line separator", "a\u2028b"],
    ["a paragraph separator", "a\u2029b"],
    ["a right-to-left override", "a\u202eb"],
    ["an embedding", "a\u202ab"],
    ["an isolate", "a\u2066b"],
    ["the end of an isolate", "a\u2069"],
    ["half of a surrogate pair", "a\ud800"],
    ["the other half", "\udc00a"],
    ["a pair the wrong way round", "\ude00\ud83d"],
    ["an accent that is not composed", "e\u0301"],
    ["a Hangul syllable that is not composed", "\u1100\u1161"],
  ])("has no %s", (_, value) => {
    expect(text(20).safeParse(value).success).toBe(false);
  });

  it("says all that is wrong with it", () => {
    expect(text(3).safeParse("e\u0301\n\ud800").error?.issues).toHaveLength(4);
  });
});

describe("an instant", () => {
  table(
    instant,
    [
      "2025-02-10T21:11:04Z",
      "2025-02-10T21:11:04.5Z",
      "2025-02-10T21:11:04.123456789Z",
      "2025-02-10T22:11:04+01:00",
      "2025-02-10T22:11:04-23:59",
      "2025-02-10T22:11:04-00:00",
      "2024-02-29T00:00:00Z",
      "2000-02-29T00:00:00Z",
      "0001-01-01T00:00:00Z",
      "9999-12-31T23:59:59.999999999Z",
      "9999-12-31T23:59:59+00:01",
    ],
    [
      ...others,
      "",
      "2025-02-10",
      "2025-02-10T21:11Z",
      "2025-02-10T21:11:04",
      "2025-02-10 21:11:04Z",
      "2025-02-10T21:11:04z",
      "2025-02-10T21:11:04.Z",
      "2025-02-10T21:11:04.1234567890Z",
      "2025-02-10T21:11:04,5Z",
      "2025-02-10T21:11:04+0100",
      "2025-02-10T21:11:04+24:00",
      "2025-02-10T21:11:04+01:60",
      "2025-02-30T00:00:00Z",
      "2025-02-29T00:00:00Z",
      "1900-02-29T00:00:00Z",
      "2025-04-31T00:00:00Z",
      "2025-13-01T00:00:00Z",
      "2025-00-01T00:00:00Z",
      "2025-01-00T00:00:00Z",
      "2025-01-32T00:00:00Z",
      "2025-01-01T24:00:00Z",
      "2025-01-01T23:60:00Z",
      "2016-12-31T23:59:60Z",
      "0000-12-31T00:00:00Z",
      "0001-01-01T00:00:00+00:01",
      "9999-12-31T23:59:59-00:01",
      "+02025-02-10T21:11:04Z",
      "-2025-02-10T21:11:04Z",
      "2025-02-10T21:11:04Z\n",
      " 2025-02-10T21:11:04Z",
      "٢٠٢٥-02-10T21:11:04Z",
    ],
  );

  it("says of a wrong day that it is none, and of another text what a time looks like", () => {
    const messages = (value: string) => instant.safeParse(value).error?.issues.map(({ message }) => message);
    expect(messages("2025-02-30T00:00:00Z")).toEqual(["must be a day of the calendar in the years 1 to 9999"]);
    expect(messages("tomorrow")).toEqual(["must be a time with its offset (RFC 3339), for example 2025-02-10T21:11:04Z"]);
  });
});

describe("a precision", () => {
  table(precision, ["second", "minute", "hour", "day", "month", "year"], [...others, "", "week", "Day"]);
});

describe("a language", () => {
  table(
    language,
    ["fr", "en-GB", "zh-Hant-TW", "sr-Latn", "de-CH-1901", "und", "es-419"],
    [...others, "", "e", "abcdefghi", "en_GB", "en-", "-en", "fr FR", "*", `en-${"a".repeat(40)}`, "fr\n", "é"],
  );
});

describe("an address", () => {
  table(
    url,
    [
      "https://www.wikidata.org/wiki/Q317521",
      "http://example.org",
      "https://example.org:8443/a?b=c&d#e",
      "https://fr.wikipedia.org/wiki/Élysée",
      "HTTPS://EXAMPLE.ORG/",
      "https://[2001:db8::1]/",
      `https://example.org/${"a".repeat(2028)}`,
    ],
    [
      ...others,
      "",
      "example.org",
      "//example.org",
      "/wiki",
      "javascript:alert(1)",
      "JavaScript:alert(1)",
      "javascript://https://example.org/%0aalert(1)",
      "data:text/html,x",
      "ftp://example.org",
      "file:///etc/passwd",
      "https:example.org",
      "https://",
      "https://user@example.org",
      "https://user:password@example.org",
      "https://:password@example.org",
      "https://example.org/a b",
      "https://example.org/\n",
      " https://example.org",
      "https:\\\\example.org",
      "https://example.org\\@evil.org",
      "https://example.org:99999",
      "https://example.org/\ud800",
      "https://example.org/\u202egpj.exe",
      "https://example.org/\u2066",
      `https://example.org/${"a".repeat(2029)}`,
    ],
  );
});

describe("a quote", () => {
  const words = { text: "escroc", language: "fr" };
  table(
    quote,
    [
      words,
      { ...words, translationOf: { text: "Swindler", language: "en" }, translator: "AFP" },
      { ...words, text: "a".repeat(2000) },
    ],
    [
      ...others,
      { text: "escroc" },
      { language: "fr" },
      { ...words, text: "" },
      { ...words, text: "a".repeat(2001) },
      { ...words, translationOf: {} },
      { ...words, translationOf: { ...words, translationOf: words } },
      { ...words, translationOf: "Swindler" },
      { ...words, mood: "angry" },
    ],
  );
});

describe("a source", () => {
  const full = {
    publisher: "X",
    title: "A post",
    url: "https://x.com/sama/status/1",
    publishedAt: "2025-02-10T21:11:04Z",
    language: "en",
  };
  table(
    source,
    [{ publisher: "X" }, full],
    [
      ...others,
      { ...full, publisher: undefined },
      { ...full, publisher: "a".repeat(201) },
      { ...full, title: "a".repeat(301) },
      { ...full, url: "x.com" },
      { ...full, publishedAt: "2025-02-10" },
      { ...full, language: "en_GB" },
      { ...full, author: "Sam" },
    ],
  );
});

describe("a version", () => {
  table(
    refersToVersion(),
    [1, 2, 9007199254740991],
    [undefined, null, "1", 0, -1, 1.5, 1e300, Number.NaN, Number.POSITIVE_INFINITY],
  );
});
