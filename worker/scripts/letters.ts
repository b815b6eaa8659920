/**
 * Packs the outlines, widths and kerning of the picture's letters into one file, as `worker/picture/letters.ts` reads it: the fonts of npm
 * packages are far too large for a Worker, and hold more than pictures need.
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Font, PathCommand } from "fontkit";
import { type FaceName, faceNames } from "../picture/letters.ts";

const packages = createRequire(import.meta.url);
const faces: Record<FaceName, { family: string; weight: number }> = {
  display: { family: "source-serif-4", weight: 700 },
  text: { family: "source-serif-4", weight: 400 },
  label: { family: "source-sans-3", weight: 600 },
};

const folderOf = (family: string): string => dirname(packages.resolve(`@fontsource/${family}/package.json`));
const filesOf = ({ family, weight }: { family: string; weight: number }): string[] =>
  ["latin", "latin-ext"].map((part) => join(folderOf(family), `files/${family}-${part}-${weight}-normal.woff`));

/** The fonts' licence (SIL OFL 1.1) goes with their letters. */
export const lettersLicence = (): Uint8Array => readFileSync(join(folderOf(faces.display.family), "LICENSE"));

/** Whether that file is younger than all that it is made of. */
export const areLettersFresh = (path: string): boolean => {
  const format = join(import.meta.dirname, "../picture/letters.ts");
  const sources = [import.meta.filename, format, ...Object.values(faces).flatMap(filesOf)];
  return existsSync(path) && sources.every((source) => statSync(source).mtimeMs < statSync(path).mtimeMs);
};

/** The letters of all faces. Whoever has them already need not wait for the reader of fonts. */
export const packLetters = async (): Promise<Uint8Array> => {
  const { create } = await import("fontkit");
  const bytes: number[] = [];
  for (const name of faceNames) {
    const fonts = filesOf(faces[name]).map((file) => create(readFileSync(file)));
    packFace(
      bytes,
      // A file of this kind holds one font, never a collection.
      fonts as Font[],
    );
  }
  return Uint8Array.from(bytes);
};

/** Latin with its extensions A and B as far as the fonts have them, punctuation, currencies, arrows and signs. */
const isWanted = (point: number): boolean =>
  (point >= 0x20 && point < 0x250 && point !== 0x7f) ||
  (point >= 0x2010 && point < 0x2044) ||
  (point >= 0x20a0 && point < 0x2300);

const packFace = (bytes: number[], fonts: Font[]): void => {
  const owners = new Map(fonts.toReversed().flatMap((font) => font.characterSet.map((point) => [point, font] as const)));
  const points = [...owners.keys()].filter(isWanted).sort((a, b) => a - b);
  const [first] = fonts;
  if (!first) throw new Error("A face without a font");
  // Each contour once: the letters with marks are those without, and their marks.
  const contours = new Map<string, { number: number; bytes: number[] }>();
  const glyphs: number[] = [];
  let last = 0;
  for (const point of points) {
    const glyph = owners.get(point)?.glyphForCodePoint(point);
    if (!glyph) throw new Error(`U+${point.toString(16)} has no glyph`);
    const outline = contoursOf(glyph.path.commands);
    unsigned(glyphs, point - last, Math.round(glyph.advanceWidth), outline.length);
    for (const contour of outline) {
      const packed = packContour(contour);
      const key = packed.join();
      const known = contours.get(key) ?? { number: contours.size, bytes: packed };
      contours.set(key, known);
      unsigned(glyphs, known.number, signed(contour[0]?.x ?? 0), signed(contour[0]?.y ?? 0));
    }
    last = point;
  }
  unsigned(bytes, first.unitsPerEm, contours.size);
  for (const { bytes: packed } of contours.values()) {
    unsigned(bytes, packed.length);
    bytes.push(...packed);
  }
  unsigned(bytes, points.length);
  bytes.push(...glyphs);
  packKerning(bytes, first);
};

/** A point of a contour: on the curve, or a control point of a quadratic one. */
type Point = { x: number; y: number; off: boolean };

const contoursOf = (commands: PathCommand[]): Point[][] => {
  const contours: Point[][] = [];
  for (const { command, args } of commands) {
    if (command === "bezierCurveTo")
      throw new Error("These letters are drawn in cubic curves: only TrueType's quadratic ones are read");
    if (command === "moveTo") contours.push([]);
    for (let at = 0; at < args.length; at += 2)
      contours.at(-1)?.push({ x: args[at] ?? 0, y: args[at + 1] ?? 0, off: command === "quadraticCurveTo" && at === 0 });
  }
  return contours.map((contour) => withoutImplied(contour).map(rounded)).filter((contour) => contour.length > 2);
};

const rounded = ({ x, y, off }: Point): Point => ({ x: Math.round(x), y: Math.round(y), off });

/** Leaves out what follows from the rest: the end that is the beginning, and points halfway between two control points. */
const withoutImplied = (contour: Point[]): Point[] => {
  const [first, last] = [contour[0], contour.at(-1)];
  const open = contour.length > 1 && first?.x === last?.x && first?.y === last?.y ? contour.slice(0, -1) : contour;
  return open.filter((point, index) => {
    const [before, after] = [open[index - 1], open[index + 1]];
    if (point.off || !before?.off || !after?.off) return true;
    return point.x !== (before.x + after.x) / 2 || point.y !== (before.y + after.y) / 2;
  });
};

/** The way round a contour from its first point, which is left out: the same shape elsewhere is the same bytes. */
const packContour = ([first, ...rest]: Point[]): number[] => {
  const bytes: number[] = [];
  let { x, y } = first ?? { x: 0, y: 0 };
  for (const point of rest) {
    unsigned(bytes, signed(point.x - x) * 2 + Number(point.off), signed(point.y - y));
    ({ x, y } = point);
  }
  return bytes;
};

/** What is kerned: letters with marks are kerned as those without. */
const kerned = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;!?-–—’‘“”«»()&/$€£ "];

const packKerning = (bytes: number[], font: Font): void => {
  const pairs = kerned.flatMap((left) => {
    // One run of a letter before each of the others: the font's rules are slow to start.
    const run = font.layout(kerned.map((right) => left + right).join(""), { liga: false, clig: false, calt: false, ccmp: false });
    return kerned.flatMap((right, index) => {
      const kern = (run.positions[2 * index]?.xAdvance ?? 0) - (run.glyphs[2 * index]?.advanceWidth ?? 0);
      return kern === 0
        ? []
        : [{ key: (left.codePointAt(0) ?? 0) * 0x10000 + (right.codePointAt(0) ?? 0), kern: Math.round(kern) }];
    });
  });
  unsigned(bytes, pairs.length);
  let last = 0;
  for (const { key, kern } of pairs.sort((a, b) => a.key - b.key)) {
    unsigned(bytes, key - last, signed(kern));
    last = key;
  }
};

/** A number of either sign as one that has none: 0, -1, 1, -2 … as 0, 1, 2, 3 … */
const signed = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);

/** Seven bits a byte, the low ones first; the eighth says that more follow. */
const unsigned = (bytes: number[], ...values: number[]): void => {
  for (let value of values) {
    for (; value > 0x7f; value = Math.floor(value / 0x80)) bytes.push((value % 0x80) + 0x80);
    bytes.push(value);
  }
};
