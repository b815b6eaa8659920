/** Words of every script, as they are folded and cut, in texts and in what is typed: over HTTP, and rule by rule. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { entryTermsOf } from "../../worker/search/entry-terms.ts";
import { excerptOf } from "../../worker/search/excerpt.ts";
import { indexQueryOf, phrasesOf } from "../../worker/search/query.ts";
import type { FoundStory } from "../../worker/search/search.ts";
import { termsOf } from "../../worker/search/terms.ts";
import { development, opened } from "../support/drafts.ts";
import { untilIndexed } from "../support/indexed.ts";
import { paced } from "../support/paced.ts";
import { type Server, startServer } from "../support/server.ts";

/** What the developments of one story say, and what finds each of them. */
const texts: [text: string, finds: string[], not: string[]][] = [
  ["कीमत बढ़ी", ["कीमत", "की", "बढ़ी"], ["काम", "कम", "मत", "त"]],
  ["मत दान", ["दान", "मत"], ["दीन", "कीमत", "मात"]],
  ["ক্রিকেট দল", ["ক্রিকেট", "দল"], ["কেট", "ট", "দাল"]],
  ["தமிழ் நாடு", ["தமிழ்", "நாடு"], ["நடு", "ழ்"]],
  ["ประชุมด่วนวันนี้", ["วันนี้", "ประชุม", "ด่วน"], ["ดวน", "นีวั"]],
  ["ຂ່າວດ່ວນ", ["ດ່ວນ"], ["ດວນ"]],
  ["ព័ត៌មានថ្មី", ["ថ្មី", "ព័ត៌មាន"], ["ថម"]],
  ["价格上涨了", ["价格", "上涨", "涨"], ["格价", "涨上", "价上"]],
  ["東京都知事が会見", ["知事", "東京都", "会見"], ["事知", "都会"]],
  ["トランプ氏がｶﾞｽを語る", ["トランプ", "ガス", "ガスを"], ["トラソ", "カス"]],
  ["삼성이 발표했다", ["삼성", "발표"], ["성삼"]],
  ["O’Sullivan speaks", ["osullivan", "O'Sullivan", "O’Sullivan", "sullivan", "OʼSULLIVAN", "osull"], ["osullivans", "ullivan"]],
  ["Le récit d’O’Neill", ["oneill", "o'neill", "d'o'neill", "neill", '"recit d oneill"'], ["deoneill"]],
  ["L’offre du jour", ["offre", "l'offre", "loffre", '"l’offre du jour"', '"loffre du jour"'], ["d'offre", "offres"]],
  ["ﬁnance minister", ["finance", "ﬁnance", '"finance minister"'], ["nance"]],
  ["Große Straße", ["strasse", "STRASSE", "straße", "grosse", "STRAẞE"], ["strase", "grose"]],
  ["co\u00adoperate tomorrow", ["cooperate", "co\u00adoperate", '"cooperate tomorrow"'], ["operate"]],
  ["Œuvre d’Ærø", ["oeuvre", "œuvre", "aero"], ["uvre"]],
  ["Łódź, Øystein, Đorđe", ["lodz", "oystein", "dorde", "Đorđe"], ["odz"]],
  ["İstanbul’da ısı", ["istanbul", "ISTANBUL", "isi"], ["stanbul"]],
  ["Ο ΟΔΟΣ", ["οδος", "ὁδός", "ΟΔΌΣ"], ["δος", "οδοσα"]],
  ["Ёлка и йод", ["елка", "ёлка", "йод"], ["иод"]],
  ["об’єкт", ["обєкт", "об'єкт"], ["обект"]],
  ["العَرَبِيّة الآن", ["العربية", "الان"], ["عربية"]],
  ["שָׁלוֹם עולם", ["שלום"], ["של ום"]],
  ["می‌خواهم بگویم", ["می‌خواهم", "میخواهم"], ["خواهم"]],
  ["ＡＢＣ１２３ 株式", ["abc123", "株式"], ["bc123"]],
  ["Zoe\u0308 Noël".normalize("NFC"), ["zoe", "ZOË", "noel", "zoe\u0308"], ["zo ë"]],
  ["iPhone手机2025年", ["iphone", "手机", "iphone手机", "2025年", "手机2025"], ["机手"]],
  ["Rock’n’roll", ["rocknroll", "roll", "rock'n'roll", "nroll"], ["ocknroll"]],
  ["Việt Nam đổi mới", ["viet nam doi moi", "VIỆT"], ["vit"]],
];

let server: Server;
beforeAll(async () => {
  server = await startServer();
  await server.record("words", paced([opened({ title: "Words" }), ...texts.map(([text]) => development(text))]));
  await untilIndexed(server);
});
afterAll(() => server?.close());

const found = async (q: string): Promise<FoundStory["hits"]> => {
  const { stories } = await server.read<{ stories: FoundStory[] }>(`/api/search?q=${encodeURIComponent(q)}`);
  return stories.flatMap(({ hits }) => hits);
};

describe("words of every script are found, and only they", () => {
  it.each(texts.map(([text, finds, not], index) => ({ text, version: index + 2, finds, not })))(
    "$text",
    async ({ text, version, finds, not }) => {
      for (const q of finds) {
        const hit = (await found(q)).find((one) => one.version === version);
        expect([q, hit?.excerpt.map((piece) => piece.text).join("")]).toEqual([q, text.replace("\u00ad", "")]);
        expect([q, hit?.excerpt.some((piece) => piece.hit)]).toEqual([q, true]);
      }
      for (const q of not)
        expect([q, (await found(q)).map((hit) => hit.version)]).toEqual([q, expect.not.arrayContaining([version])]);
    },
  );
});

const shown = (text: string) => termsOf(text).map(({ term, from, to }) => [term, text.slice(from, to)]);
const marked = (text: string, q: string) =>
  excerptOf({ names: "", texts: text }, phrasesOf(q))
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join("");

describe("terms", () => {
  it("stand where their letters stand in the text", () => {
    expect(shown("ﬁn d’Ærø, 東京")).toEqual([
      ["fin", "ﬁn"],
      ["d", "d"],
      ["daero", "d’Ærø"],
      ["aero", "Ærø"],
      ["東", "東"],
      ["京", "京"],
    ]);
  });

  it("are the same however the letters are composed", () => {
    for (const text of ["Zoë Noël", "กำ", "ガス", "ज़ख़्म", "Ệ", "ё", "ΐ", "آ"]) {
      const [composed, apart] = [text.normalize("NFC"), text.normalize("NFD")].map((one) => termsOf(one).map(({ term }) => term));
      expect(apart).toEqual(composed);
    }
    expect(phrasesOf("가각".normalize("NFD"))).toEqual(phrasesOf("가각"));
  });

  it("end somewhere: what is longer than a word is known by its beginning", () => {
    expect(termsOf("x".repeat(10_000)).map(({ term, to }) => [term.length, to])).toEqual([[60, 10_000]]);
    expect(termsOf("\u{1E900}".repeat(1000)).every(({ term }) => term.isWellFormed())).toBe(true);
  });

  it("are cut in a time that grows as the text does", () => {
    const shapes = ["a'", "a\u0301", "\u0301", "'", "東", "ក្ក", "ﬁ", "a ", "\u00ad", "ß'", "😀", "a' "];
    const time = (text: string) => {
      const start = performance.now();
      entryTermsOf({ names: "", texts: text });
      return performance.now() - start;
    };
    for (const shape of shapes) {
      const [one, eight] = [8_000, 64_000].map((length) => {
        const text = shape.repeat(length / shape.length);
        return Math.min(time(text), time(text), time(text));
      });
      expect([shape, (eight ?? 0) < 40 * (one ?? 0) + 200]).toEqual([shape, true]);
    }
  });
});

describe("a query", () => {
  it("has each phrase once, and asks the index for ten keys at most", () => {
    expect(phrasesOf("ωω ".repeat(66))).toHaveLength(2);
    for (const q of [
      "a b c d e f g h i j k l m n o p",
      "the ".repeat(50),
      `"${"word ".repeat(39)}"`,
      "価".repeat(200),
      "ab'".repeat(66),
    ]) {
      const { anywhere = "", inNames = "" } = indexQueryOf(phrasesOf(q)) ?? {};
      expect([q, anywhere.split(" ").length <= 10, inNames.split(" ").length <= 10]).toEqual([q, true, true]);
    }
  });

  it("loses nothing beyond ten keys: the rest is looked for in the entries that have these", async () => {
    const many = "alfa bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november";
    await server.record("many", paced([opened({ title: "Many" }), development(many), development(many.replace("kilo", ""))]));
    await untilIndexed(server);
    for (const q of [many, `"${many}"`, many.split(" ").reverse().join(" ")]) {
      const versions = (await found(q)).map(({ version }) => version);
      expect([q, versions]).toEqual([q, [2]]);
    }
    expect(await found(`"${many.replace("kilo", "lima")}"`)).toEqual([]);
  });

  it("knows the beginnings of words of any length", async () => {
    const [one, other] = ["internationalization", "internationalism"];
    await server.record("long-word", paced([opened({ title: "Long" }), development(`Of ${one}`), development(`Of ${other}`)]));
    await untilIndexed(server);
    for (const length of [1, 4, 15, 16, 17, 20]) {
      const beginning = one.slice(0, length);
      const hits = (await found(beginning)).map(({ version }) => version).sort();
      expect([beginning, hits]).toEqual([beginning, other.startsWith(beginning) ? expect.arrayContaining([2, 3]) : [2]]);
    }
  });
});

describe("an excerpt", () => {
  it("marks words as they stand, phrases as a whole, and what begins as it was typed", () => {
    expect(marked("Le marchand de fromage", '"marchand de fromage"')).toBe("Le [marchand de fromage]");
    expect(marked("O’Sullivan and Sullivan", "osullivan")).toBe("[O’Sullivan] and Sullivan");
    expect(marked("東京都知事が", "京都")).toBe("東[京都]知事が");
    expect(marked("Escrocs, escroc", "escr")).toBe("[Escrocs], [escroc]");
  });

  it("is short, whatever the text holds, and shows the part in which the most is found", () => {
    const text = `${"one filler ".repeat(300)}here are one and two ${"filler ".repeat(300)}`;
    expect(marked(text, "one two")).toContain("[one] and [two]");
    for (const long of [text, "one".repeat(3000), `one${"😀".repeat(3000)}`, "one ".repeat(3000), `${"x".repeat(5000)} one`]) {
      const pieces = excerptOf({ names: "", texts: long }, phrasesOf("one"));
      const told = pieces.map((piece) => piece.text).join("");
      expect([told.length <= 170, told.isWellFormed(), pieces.some(({ hit }) => hit)]).toEqual([true, true, true]);
    }
  });

  it("is of the names where texts say no more of it", () => {
    expect(excerptOf({ names: "Zoé", texts: "Zoé" }, phrasesOf("zoe"))).toEqual([{ text: "Zoé", hit: true }]);
    expect(excerptOf({ names: "Zoé", texts: "Zoé speaks" }, phrasesOf("zoe speaks")).at(-1)).toEqual({
      text: "speaks",
      hit: true,
    });
  });
});
