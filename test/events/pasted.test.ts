/** What is pasted is put right rather than refused, and what was changed is told. */
import { describe, expect, it } from "vitest";
import { parseDrafts } from "../../events/parse.ts";
import { putPastedRight } from "../../events/pasted.ts";
import { corrected, development, offer, type Posted, party, rejected, scene } from "../support/drafts.ts";
import { given, recorded } from "../support/given.ts";

const headlineOf = (headline: string): unknown => {
  const { posted } = putPastedRight(development(headline));
  return (posted as { data: { headline: string } }).data.headline;
};
const reasonOf = (reason: string): unknown => {
  const { posted } = putPastedRight(rejected("bid", "t", { reason }));
  return (posted as { data: { reason: string } }).data.reason;
};

describe("a text in one line", () => {
  it.each([
    ["an accent that is not composed", "Cafe\u0301", "Caf\u00e9"],
    ["a zero-width space", "a\u200bb", "ab"],
    ["a byte order mark", "\ufeffNews", "News"],
    ["a soft hyphen", "news\u00adpaper", "newspaper"],
    ["direction marks and overrides", "\u200eNews\u202e \u2066today\u2069", "News today"],
    ["a bell", "a\u0007b", "ab"],
    ["lines", "One\r\nand\n two\u2028three", "One and two three"],
    ["a tabulator", "a\tb", "a b"],
    ["spaces around it", "  News ", "News"],
    ["a joiner at its edge", "News\u200d", "News"],
  ])("is put right where it has %s", (_, pasted, right) => {
    expect(headlineOf(pasted)).toBe(right);
  });

  it.each([
    ["a joiner in an emoji", "👩\u200d🚀 lands"],
    ["a joiner between letters", "می\u200cخواهم"],
    ["right-to-left words", "دنه لوي"],
    ["spaces that do not break", "97,4\u00a0milliards"],
    ["any punctuation", "« C’est fini ! » — “Over”"],
  ])("stays as it is with %s", (_, text) => {
    expect(putPastedRight(development(text))).toMatchObject({ posted: development(text), notes: [] });
  });
});

describe("a text that may have paragraphs", () => {
  it("keeps them, with one kind of line end", () => {
    expect(reasonOf("One.\r\nTwo.\rThree.\u2029Four.\u0085Five.")).toBe("One.\nTwo.\nThree.\nFour.\nFive.");
    expect(reasonOf("One.\n\nTwo.")).toBe("One.\n\nTwo.");
  });

  it("keeps them in a correction, whose type the log knows", () => {
    const { posted } = putPastedRight(corrected(7, { data: { reason: "One.\r\nTwo." } }));
    expect(posted).toMatchObject({ data: { replacement: { data: { reason: "One.\nTwo." } } } });
  });
});

describe("what was put right", () => {
  it("is told, text by text, where it stands", () => {
    const drafts = [development("News"), rejected("bid", "t", { reason: " a", quote: { text: "b\u200b", language: "en" } })];
    expect(putPastedRight(drafts).notes.map(({ pointer }) => pointer)).toEqual(["/1/data/reason", "/1/data/quote/text"]);
    expect(putPastedRight(development("a\tb")).notes).toMatchObject([
      { pointer: "/data/headline", detail: expect.stringMatching(/^was /) },
    ]);
    expect(putPastedRight({ ...development("News"), sources: [{ publisher: "AFP\ufeff" }] }).notes).toMatchObject([
      { pointer: "/sources/0/publisher" },
    ]);
  });

  it("is what is recorded", () => {
    const log = recorded(...scene, development("  Cafe\u0301 "));
    expect(log.at(-1)).toMatchObject({ data: { headline: "Caf\u00e9" } });
  });

  it("is put right once: again, nothing is changed", () => {
    for (const draft of [development(" a\u200b\r\nb "), rejected("bid", "t", { reason: "e\u0301\r\n\tx " })]) {
      const { posted } = putPastedRight(draft);
      expect(putPastedRight(posted)).toEqual({ posted, notes: [] });
    }
  });
});

describe("what cannot be seen", () => {
  it.each<[string, string]>([
    ["a zero-width space", "\u200b"],
    ["a Hangul filler", "\u3164"],
    ["a blank Braille pattern", "\u2800"],
    ["a joiner", "\u200d"],
    ["spaces", " \u00a0\u3000"],
    ["a soft hyphen", "\u00ad"],
    ["a variation selector", "\ufe0f"],
    ["all of these", "\u200b\u3164\u2800 \u200d"],
  ])("is no name, no title and no headline: %s alone", (_, text) => {
    const drafts: [Posted, string][] = [
      [party("d", { name: text }), "/data/name"],
      [party("d", { short: text }), "/data/short"],
      [development(text), "/data/headline"],
      [offer("bid", { terms: text }), "/data/terms"],
    ];
    for (const [draft, pointer] of drafts)
      given(...scene)
        .when(draft)
        .thenInvalid(pointer);
  });

  it("is refused as it was posted: half of a surrogate pair, or what is far too long", () => {
    for (const text of ["a\ud800", "x".repeat(30_000)]) {
      const draft = development(text);
      expect(putPastedRight(draft)).toEqual({ posted: draft, notes: [] });
      expect(parseDrafts({ occurredAt: "2025-02-10T12:00:00Z", ...draft })).toHaveProperty("faults");
    }
  });

  it.each([null, 7, "text", [], [null], {}, { type: "DevelopmentReported" }, { type: "constructor", data: " a" }])(
    "does not stumble over %j",
    (posted) => {
      expect(() => putPastedRight(posted)).not.toThrow();
    },
  );
});
