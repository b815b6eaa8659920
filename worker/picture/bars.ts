/** The offers at the foot of a picture: who, for what, a bar to scale with its price, and what became of it. */
import { type Box, type Canvas, fill, frame, hatch, type Ink } from "./canvas.ts";
import type { Face } from "./letters.ts";
import { fitLine, settable, type Type, widthOf } from "./setting.ts";
import { edges, measure, printLine } from "./sheet.ts";

/** How a bar is drawn: what stands or was agreed; what was turned down or broke off; what was taken back or ran out. */
export type Look = "filled" | "hatched" | "outlined";

/** An offer. `share`: its price against the greatest that it can be compared with, above 0 and up to 1. */
export type Bar = {
  by: string;
  what: string;
  price: string;
  share?: number | undefined;
  fate: string;
  look: Look;
  open: boolean;
};

/** Prints at most four rows: the bars, and what is said of the `others`. Answers how far down there is room above them. */
export const printBars = (canvas: Canvas, face: Face, bars: readonly Bar[], others: string | undefined): number => {
  const type: Type = { face, size: 26 };
  const rows = bars.map((bar) => setRow(bar, type));
  const count = rows.length + (others ? 1 : 0);
  const height = count > 3 ? 42 : 50;
  const top = edges.bottom - count * height;
  const columns = columnsOf(rows, type);
  fill(canvas, { x: edges.left, y: top - 14, width: measure, height: 1 }, "line");
  rows.forEach((row, index) => {
    printRow(canvas, row, type, columns, top + (index + 0.5) * height);
  });
  if (others) printLine(canvas, others, type, { x: edges.left, baseline: edges.bottom - height / 2 + 9 }, "soft");
  return top - 40;
};

/** A row with its texts cut to their columns. */
const setRow = (bar: Bar, type: Type): Bar => {
  const set = (words: string, width: number) => fitLine(settable(words, type.face) ?? "", type, width);
  const by = set(bar.by, 240);
  return { ...bar, by, what: set(bar.what, 420 - widthOf(by, type)), price: set(bar.price, 240), fate: set(bar.fate, 200) };
};

/** Where bars begin, and how long the longest may be. */
const columnsOf = (rows: readonly Bar[], type: Type) => {
  const widest = (texts: readonly string[]) => Math.ceil(Math.max(...texts.map((words) => widthOf(words, type))));
  const from = edges.left + widest(rows.map(({ by, what }) => `${by} ${what}`)) + 28;
  const taken = widest(rows.map(({ price }) => price)) + 14 + widest(rows.map(({ fate }) => fate)) + 28;
  return { from, longest: edges.right - from - taken };
};

const printRow = (canvas: Canvas, row: Bar, type: Type, columns: { from: number; longest: number }, middle: number): void => {
  const { by, what, price, share, fate, look, open } = row;
  const baseline = middle + 9;
  printLine(canvas, by, type, { x: edges.left, baseline }, "ink");
  printLine(canvas, what, type, { x: edges.left + widthOf(`${by} `, type), baseline }, "soft");
  let x = columns.from;
  if (share !== undefined) {
    const width = Math.max(6, Math.round(columns.longest * share));
    printBar(canvas, { x, y: middle - 15, width, height: 30 }, look, open ? "accent" : "ink");
    x += width + 14;
  }
  printLine(canvas, price, type, { x, baseline }, "ink");
  printLine(canvas, fate, type, { x: edges.right, baseline, flush: "right" }, open ? "accent" : "soft");
};

const printBar = (canvas: Canvas, bar: Box, look: Look, ink: Ink): void => {
  if (look === "filled") fill(canvas, bar, ink);
  if (look === "hatched") hatch(canvas, bar, ink);
  if (look !== "filled") frame(canvas, bar, 2, ink);
};
