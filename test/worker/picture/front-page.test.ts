import { constantFrom, integer, oneof, record, string } from "fast-check";
import { describe, expect, it } from "vitest";
import type { OfferBar } from "../../../worker/picture/bars.ts";
import { drawFrontPage, type FrontPage } from "../../../worker/picture/front-page.ts";
import type { Picture } from "../../../worker/picture/png.ts";
import { pictureEdges } from "../../../worker/picture/sheet.ts";
import { always } from "../../support/always.ts";
import { letters } from "../../support/letters.ts";

const bar: OfferBar = {
  by: "Elon Musk",
  what: "for OpenAI",
  price: "$97.4bn",
  share: 1,
  fate: "Rejected",
  look: "hatched",
  open: false,
};
const plain: FrontPage = {
  stage: "Countered",
  dateline: "version 18 · 11 February 2025",
  title: "Musk, Altman and the bid",
  sentence: "Sam Altman has countered with $9.74bn for Twitter.",
  bars: [bar, { ...bar, by: "Sam Altman", share: 0.1, look: "filled", open: true }],
  motto: "Who offered what.",
};
const four = { ...plain, bars: [bar, bar, bar], others: "and 6 more offers" };
const draw = (page: Partial<FrontPage>) => drawFrontPage(letters, { ...plain, ...page });

/** Whether anything is printed in these rows and columns. */
const isPrinted = (
  { pixels, width }: Picture,
  [left, top, right, bottom]: readonly [number, number, number, number],
): boolean => {
  for (let row = top; row < bottom; row += 1)
    if (pixels.subarray(row * width + left, row * width + right).some((index) => index !== 0)) return true;
  return false;
};

/** Letters may reach over an edge by a serif or a tail: that of a large j is the longest. */
const overhang = 16;
const strayedOf = (canvas: Picture): string[] => {
  const { width, height } = canvas;
  const outside = {
    left: [0, 0, pictureEdges.left - overhang, height],
    right: [pictureEdges.right + overhang, 0, width, height],
    top: [0, 0, width, pictureEdges.top - overhang],
    bottom: [0, pictureEdges.bottom + overhang, width, height],
  } as const;
  return Object.entries(outside).flatMap(([side, box]) => (isPrinted(canvas, box) ? [side] : []));
};

/** The rows in which two pictures differ. */
const differing = (one: Picture, other: Picture): number[] => {
  const rowOf = ({ pixels, width }: Picture, row: number) => Buffer.from(pixels.subarray(row * width, (row + 1) * width));
  return Array.from({ length: one.height }, (_, row) => row).filter((row) => !rowOf(one, row).equals(rowOf(other, row)));
};

const wide = (most: number) =>
  oneof(
    string({ unit: constantFrom(..."WMQÅÉgjpy—- fiœ,’“”1&"), maxLength: most }),
    string({ unit: "binary", maxLength: most }),
    integer({ min: 1, max: most }).map((length) => "W".repeat(length)),
    integer({ min: 1, max: most / 6 }).map((count) => "Ågjpy ".repeat(count)),
  );

describe("a front page", () => {
  it("prints nothing outside of its edges, whatever the title and the sentence", () => {
    always(
      record({ title: wide(300), sentence: wide(600), page: constantFrom(plain, four, { ...plain, bars: [] }) }),
      ({ title, sentence, page }) => expect(strayedOf(draw({ ...page, title, sentence }))).toEqual([]),
      80,
    );
  });

  it.each([
    { bars: "two bars", page: plain, rule: 586 - 2 * 50 - 14 },
    { bars: "four rows", page: four, rule: 586 - 4 * 42 - 14 },
  ])("lets no title and no sentence touch the nameplate or $bars", ({ page, rule }) => {
    const bare = draw({ ...page, title: "", sentence: "", stage: "" });
    always(
      record({ title: wide(300), sentence: wide(600) }),
      (texts) => {
        const rows = differing(bare, draw({ ...page, ...texts, stage: "" }));
        // The room lies between the nameplate’s rule and that of the bars.
        expect(rows.filter((row) => row < 126 || row > rule - 2)).toEqual([]);
      },
      40,
    );
  });

  it("keeps names, prices and fates in their columns, however long", () => {
    const long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(2);
    const bars = [{ ...bar, by: long, what: long, price: long, fate: long }, { ...bar, by: "شركة", what: "收购" }, bar, bar];
    expect(strayedOf(draw({ bars, stage: long, dateline: long }))).toEqual([]);
  });

  it("draws bars to scale", () => {
    const lengthAt = (share: number): number => {
      const { pixels, width } = draw({ bars: [{ ...bar, share, look: "filled", price: "" }, bar] });
      // The row of the first bar's middle; its ink is the only one there that is printed whole for so long.
      const row = pixels.subarray((586 - 75) * width, (586 - 74) * width);
      const runs =
        [...row]
          .map(String)
          .join(" ")
          .match(/(?:\b31 ?){20,}/g) ?? [];
      return Math.max(...runs.map((run) => run.trim().split(" ").length));
    };
    const whole = lengthAt(1);
    expect(whole).toBeGreaterThan(400);
    expect(lengthAt(0.5) / whole).toBeCloseTo(0.5, 2);
    expect(lengthAt(0.1) / whole).toBeCloseTo(0.1, 2);
  });

  it("tells fates by more than colour: in one ink, the three looks are three patterns", () => {
    const drawn = (["filled", "hatched", "outlined"] as const).map((look) => draw({ bars: [{ ...bar, look }] }).pixels.join());
    expect(new Set(drawn).size).toBe(3);
  });

  it("lets the sentence take the title’s place where the title cannot be set, and the stage where neither can", () => {
    const isSame = (one: Partial<FrontPage>, other: Partial<FrontPage>) =>
      Buffer.compare(draw(one).pixels, draw(other).pixels) === 0;
    expect(isSame({ title: "收购", sentence: "A sentence." }, { title: "A sentence.", sentence: plain.stage })).toBe(true);
    expect(isSame({ title: "收购", sentence: "شركة" }, { title: "", sentence: "" })).toBe(true);
    expect(isSame({ title: "收购", sentence: "شركة" }, { title: "A title", sentence: "شركة" })).toBe(false);
  });
});
