/** The sheet that a picture is printed on, and how a line of text gets there. */
import { type Canvas, type Ink, print } from "./canvas.ts";
import { rasterize } from "./raster.ts";
import { setLine, type Type } from "./setting.ts";

/** Every picture's size in pixels: 1.91 to 1, as social networks show them. */
export const size = { width: 1200, height: 630 };

/** Between these is printed; outside of them is paper, for whoever cuts a little off. */
export const edges = { left: 56, right: size.width - 56, top: 40, bottom: size.height - 44 };

/** The width of a line from edge to edge. */
export const measure = edges.right - edges.left;

/** Where a line stands: from `x` on, or up to it. */
export type Spot = { x: number; baseline: number; flush?: "right" };

/** Prints a line. */
export const printLine = (canvas: Canvas, text: string, type: Type, { x, baseline, flush }: Spot, ink: Ink): void => {
  const { letters, width } = setLine(text, type);
  const from = flush === "right" ? x - width : x;
  for (const { letter, x: along } of letters) {
    const contours = type.face.glyphs.get(letter)?.contours() ?? [];
    print(canvas, rasterize(contours, { x: from + along, y: baseline, scale: type.size / type.face.em }), ink);
  }
};
