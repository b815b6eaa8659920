import { readFileSync } from "node:fs";
import { create, type Font } from "fontkit";
import { describe, expect, it } from "vitest";
import { grammarOf, languages } from "../../../events/tell/languages.ts";
import { faceNames, readLetters } from "../../../worker/picture/letters.ts";
import { settableText } from "../../../worker/picture/setting.ts";
import { letters, packed } from "../../support/letters.ts";
import { words } from "../../support/words.ts";

describe("the letters", () => {
  it("are as wide and stand as close as their font has them", () => {
    const file = "node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-700-normal.woff";
    const font = create(readFileSync(file)) as Font;
    const { glyphs, kerns, em } = letters.display;
    expect(em).toBe(font.unitsPerEm);
    for (const letter of "AÉfgœ1€’—") {
      const point = letter.codePointAt(0) ?? 0;
      expect(glyphs.get(point)?.advance).toBe(Math.round(font.glyphForCodePoint(point).advanceWidth));
    }
    const { positions, glyphs: run } = font.layout("AV");
    expect(kerns.get(0x41_0000 + 0x56)).toBe((positions[0]?.xAdvance ?? 0) - (run[0]?.advanceWidth ?? 0));
    expect(kerns.get(0x41_0000 + 0x56)).toBeLessThan(0);
  });

  it("lie where their font has them", () => {
    const file = "node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff";
    const font = create(readFileSync(file)) as Font;
    for (const letter of "Agé%&ÿÇ") {
      const point = letter.codePointAt(0) ?? 0;
      const { minX, minY, maxX, maxY } = font.glyphForCodePoint(point).path.cbox;
      const points = (letters.label.glyphs.get(point)?.contours() ?? []).flat();
      const along = (axis: number) => points.filter((_, index) => index % 3 === axis);
      expect([Math.min(...along(0)), Math.min(...along(1)), Math.max(...along(0)), Math.max(...along(1))]).toEqual(
        [minX, minY, maxX, maxY].map(Math.round),
      );
    }
  });

  it("set all that Riposte itself says, and every currency", () => {
    const said = languages.flatMap((language) => [
      words[language].tagline,
      ...Object.values(words[language].stages).map((stage) => stage.toUpperCase()),
      ...Object.values(words[language].statuses),
      words[language].picture.others(2),
      ...Intl.supportedValuesOf("currency").map((currency) =>
        grammarOf(language).money({ amount: "1234567.5", currency }, "table"),
      ),
    ]);
    for (const text of said)
      for (const name of faceNames)
        expect(settableText(text, letters[name]), text).toBe(text.replace("₪", "ILS\u00a0").replace("ʻ", "‘").trim());
  });

  it("take less than 100 KiB", () => {
    expect(packed.length).toBeLessThan(100 * 1024);
  });

  it("that were cut off, that go on, or that are something else are refused", () => {
    expect(() => readLetters(packed.slice(0, -1))).toThrow("too early");
    expect(() => readLetters(Uint8Array.from([...packed, 0]))).toThrow("where they should");
    expect(() => readLetters(new TextEncoder().encode("<!doctype html><title>Nothing here</title>"))).toThrow();
  });
});

describe("a text", () => {
  const set = (text: string) => settableText(text, letters.text);

  it("is set as it is where the face has its letters", () => {
    expect(set("L’Élysée, œuvre à 97,4 Md $US : « non »")).toBe("L’Élysée, œuvre à 97,4 Md $US : « non »");
    expect(set("Łódź, Ağrı, Besançon, Ærø")).toBe("Łódź, Ağrı, Besançon, Ærø");
  });

  it("is set without the marks that the face lacks, and with a ligature’s own letters", () => {
    expect(set("Nguyễn Tấn Dũng")).toBe("Nguyen Tan Dũng");
    expect(set("ﬁn")).toBe("fin");
  });

  it("is set without pictographs and what cannot be seen", () => {
    expect(set("Musk 🚀 bids 👩‍🚀 now\u200b 🇫🇷")).toBe("Musk bids now");
  });

  it("is not set at all where a letter, a digit or a sign would be lacking", () => {
    for (const text of ["شركة", "OpenAI 收购", "Ελλάδα", "Москва", "٣ bids", "a ⟹ b", "🚀", "", "\u0301"])
      expect(set(text), text).toBeUndefined();
  });
});
