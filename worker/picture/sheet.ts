/** The sheet that a picture is printed on, and how a line of text gets there. */
import { type Canvas, type Ink, printMask } from "./canvas.ts";
import { rasterize } from "./raster.ts";
import { type SizedFace, setLine } from "./setting.ts";

/** Every picture's size in pixels: 1.91 to 1, as social networks show them. */
export const pictureSize = { width: 1200, height: 630 };

/** Between these is printed; outside of them is paper, for whoever cuts a little off. */
export const pictureEdges = { left: 56, right: pictureSize.width - 56, top: 40, bottom: pictureSize.height - 44 };

/** The width of a line from edge to edge. */
export const lineMeasure = pictureEdges.right - pictureEdges.left;

/** Where a line stands: from `x` on, or up to it. */
export type LinePosition = { x: number; baseline: number; flush?: "right" };

/** Prints a line. */
export const printLine = (
  canvas: Canvas,
  text: string,
  type: SizedFace,
  { x, baseline, flush }: LinePosition,
  ink: Ink,
): void => {
  const { letters, width } = setLine(text, type);
  const from = flush === "right" ? x - width : x;
  for (const { letter, x: along } of letters) {
    const contours = type.face.glyphs.get(letter)?.contours() ?? [];
    printMask(canvas, rasterize(contours, { x: from + along, y: baseline, scale: type.size / type.face.em }), ink);
  }
};
