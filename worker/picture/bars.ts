/** The offers at the foot of a picture: who, for what, a bar to scale with its price, and what became of it. */
import { type Canvas, fillRectangle, frameRectangle, hatchRectangle, type Ink, type Rectangle } from "./canvas.ts";
import type { Face } from "./letters.ts";
import { fitLine, lineWidth, type SizedFace, settableText } from "./setting.ts";
import { lineMeasure, pictureEdges, printLine } from "./sheet.ts";

/** How a bar is drawn: what stands or was agreed; what was turned down or broke off; what was taken back or ran out. */
export type BarStyle = "filled" | "hatched" | "outlined";

/** An offer. `share`: its price against the greatest that it can be compared with, above 0 and up to 1. */
export type OfferBar = {
  by: string;
  what: string;
  price: string;
  share?: number | undefined;
  fate: string;
  look: BarStyle;
  open: boolean;
};

/** Prints at most four rows: the bars, and what is said of the `others`. Answers how far down there is room above them. */
export const printBars = (canvas: Canvas, face: Face, bars: readonly OfferBar[], others: string | undefined): number => {
  const type: SizedFace = { face, size: 26 };
  const rows = bars.map((bar) => setRow(bar, type));
  const count = rows.length + (others ? 1 : 0);
  const height = count > 3 ? 42 : 50;
  const top = pictureEdges.bottom - count * height;
  const columns = columnsOf(rows, type);
  fillRectangle(canvas, { x: pictureEdges.left, y: top - 14, width: lineMeasure, height: 1 }, "line");
  rows.forEach((row, index) => {
    printRow(canvas, row, type, columns, top + (index + 0.5) * height);
  });
  if (others) printLine(canvas, others, type, { x: pictureEdges.left, baseline: pictureEdges.bottom - height / 2 + 9 }, "soft");
  return top - 40;
};

/** A row with its texts cut to their columns. */
const setRow = (bar: OfferBar, type: SizedFace): OfferBar => {
  const set = (words: string, width: number) => fitLine(settableText(words, type.face) ?? "", type, width);
  const by = set(bar.by, 240);
  return { ...bar, by, what: set(bar.what, 420 - lineWidth(by, type)), price: set(bar.price, 240), fate: set(bar.fate, 200) };
};

/** Where bars begin, and how long the longest may be. */
const columnsOf = (rows: readonly OfferBar[], type: SizedFace) => {
  const widest = (texts: readonly string[]) => Math.ceil(Math.max(...texts.map((words) => lineWidth(words, type))));
  const from = pictureEdges.left + widest(rows.map(({ by, what }) => `${by} ${what}`)) + 28;
  const taken = widest(rows.map(({ price }) => price)) + 14 + widest(rows.map(({ fate }) => fate)) + 28;
  return { from, longest: pictureEdges.right - from - taken };
};

const printRow = (
  canvas: Canvas,
  row: OfferBar,
  type: SizedFace,
  columns: { from: number; longest: number },
  middle: number,
): void => {
  const { by, what, price, share, fate, look, open } = row;
  const baseline = middle + 9;
  printLine(canvas, by, type, { x: pictureEdges.left, baseline }, "ink");
  printLine(canvas, what, type, { x: pictureEdges.left + lineWidth(`${by} `, type), baseline }, "soft");
  let x = columns.from;
  if (share !== undefined) {
    const width = Math.max(6, Math.round(columns.longest * share));
    printBar(canvas, { x, y: middle - 15, width, height: 30 }, look, open ? "accent" : "ink");
    x += width + 14;
  }
  printLine(canvas, price, type, { x, baseline }, "ink");
  printLine(canvas, fate, type, { x: pictureEdges.right, baseline, flush: "right" }, open ? "accent" : "soft");
};

const printBar = (canvas: Canvas, bar: Rectangle, look: BarStyle, ink: Ink): void => {
  if (look === "filled") fillRectangle(canvas, bar, ink);
  if (look === "hatched") hatchRectangle(canvas, bar, ink);
  if (look !== "filled") frameRectangle(canvas, bar, 2, ink);
};
