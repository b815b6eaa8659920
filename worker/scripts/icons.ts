/** The icons of the installed application, drawn from `favicon.svg` by what draws the Worker's pictures. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { blankCanvas, fillRectangle, printMask } from "../picture/canvas.ts";
import type { Contour } from "../picture/letters.ts";
import { writePng } from "../picture/png.ts";
import { rasterize } from "../picture/raster.ts";

type Point = readonly [x: number, y: number];
type Line = { from: Point; to: Point; width: number };

/** The lines of an SVG path that has moves and straight lines alone. */
const linesOf = (path: string, width: number): Line[] => {
  const lines: Line[] = [];
  let at: Point = [0, 0];
  for (const [, command = "", numbers = ""] of path.matchAll(/([MmLl])([^MmLl]*)/g)) {
    const values = (numbers.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    for (let index = 0; index < values.length; index += 2) {
      const [x = 0, y = 0] = values.slice(index, index + 2);
      const to: Point = command === command.toLowerCase() ? [at[0] + x, at[1] + y] : [x, y];
      // What follows a move's first point are lines.
      if (command.toLowerCase() === "l" || index > 0) lines.push({ from: at, to, width });
      at = to;
    }
  }
  return lines;
};

/** How many corners stand for a round end. */
const corners = 24;

/** A line with round ends, as a closed contour whose y goes up. */
const contourOf = ({ from, to, width }: Line): Contour => {
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
  const end = ([x, y]: Point, start: number) =>
    Array.from({ length: corners + 1 }, (_, index) => {
      const turn = start + (Math.PI * index) / corners;
      return [x + (Math.cos(turn) * width) / 2, -(y + (Math.sin(turn) * width) / 2), 0];
    });
  return [...end(to, angle - Math.PI / 2), ...end(from, angle + Math.PI / 2)].flat();
};

/** So many units are across the favicon. */
const units = 32;

/** An icon of so many pixels, without transparent corners: each system cuts its own. `inset`: how much smaller the sign is drawn in it. */
const drawIcon = (svg: string, size: number, inset = 1): Promise<Uint8Array> => {
  const lines = [...svg.matchAll(/<path d="([^"]+)"[^>]*stroke-width="([\d.]+)"/g)].flatMap(([, path = "", width]) =>
    linesOf(path, Number(width)),
  );
  if (lines.length === 0) throw new Error("The favicon has no lines that could be drawn");
  const canvas = blankCanvas(size, size);
  fillRectangle(canvas, { x: 0, y: 0, width: size, height: size }, "accent");
  const scale = (size / units) * inset;
  const margin = (size * (1 - inset)) / 2;
  // Each by itself: where two lie over each other, the stronger stands.
  for (const line of lines) printMask(canvas, rasterize([contourOf(line)], { x: margin, y: margin, scale }), "reversed");
  return writePng(canvas);
};

/** The icons by their names under `/icons/`. A mask may cut away all but the middle. */
export const makeIcons = async (): Promise<Record<string, Uint8Array>> => {
  const svg = readFileSync(join(import.meta.dirname, "../public/favicon.svg"), "utf8");
  return {
    "icon-192.png": await drawIcon(svg, 192),
    "icon-512.png": await drawIcon(svg, 512),
    "maskable-512.png": await drawIcon(svg, 512, 0.85),
    "apple-touch-icon.png": await drawIcon(svg, 180),
  };
};
