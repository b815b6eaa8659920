/** What pictures are drawn on: pixels of a few inks, each in steps from the ground that it stands on to its full strength. */
import type { Picture } from "./png.ts";
import type { Mask } from "./raster.ts";

/** The steps of an ink: enough for the edges of letters. */
const steps = 32;

const paper = 0xfbf9f4;
const accent = 0x8c1d18;

/** The inks, as in riposte.css, and what each is printed on. */
const inks = {
  ink: { ground: paper, colour: 0x1d1b18 },
  soft: { ground: paper, colour: 0x5c564c },
  line: { ground: paper, colour: 0xd8d1c2 },
  accent: { ground: paper, colour: accent },
  /** On what is painted in the accent's colour. */
  reversed: { ground: accent, colour: paper },
};
/** The name of an ink. */
export type Ink = keyof typeof inks;

const blend = (ground: number, colour: number, strength: number): number =>
  [16, 8, 0].reduce((blended, shift) => {
    const [from, to] = [(ground >> shift) & 0xff, (colour >> shift) & 0xff];
    return blended | (Math.round(from + (to - from) * strength) << shift);
  }, 0);

const palette = Object.values(inks).flatMap(({ ground, colour }) =>
  Array.from({ length: steps }, (_, step) => blend(ground, colour, step / (steps - 1))),
);
const firstOf = Object.fromEntries(Object.keys(inks).map((ink, index) => [ink, index * steps])) as Record<Ink, number>;

/** A rectangle in pixels. */
export type Rectangle = { x: number; y: number; width: number; height: number };

/** What is drawn on, ready to be written as PNG. */
export type Canvas = Picture;

/** A canvas of blank paper. */
export const blankCanvas = (width: number, height: number): Canvas => ({
  width,
  height,
  palette,
  pixels: new Uint8Array(width * height),
});

/** Prints a mask in an ink. What lies outside of the canvas is not printed; where two overlap, the stronger stands. */
export const printMask = (canvas: Canvas, { x, y, width, height, cover }: Mask, ink: Ink): void => {
  const first = firstOf[ink];
  for (let row = Math.max(0, -y); row < Math.min(height, canvas.height - y); row += 1)
    for (let column = Math.max(0, -x); column < Math.min(width, canvas.width - x); column += 1) {
      const step = Math.round((cover[row * width + column] ?? 0) * (steps - 1));
      const at = (y + row) * canvas.width + x + column;
      const there = (canvas.pixels[at] ?? 0) - first;
      if (step > 0 && (there < step || there >= steps)) canvas.pixels[at] = first + step;
    }
};

/** Fills a rectangle of whole pixels. */
export const fillRectangle = (canvas: Canvas, { x, y, width, height }: Rectangle, ink: Ink): void => {
  for (let row = y; row < y + height; row += 1)
    canvas.pixels.fill(firstOf[ink] + steps - 1, row * canvas.width + x, row * canvas.width + x + width);
};

/** Draws the frame of a rectangle, within it. */
export const frameRectangle = (canvas: Canvas, { x, y, width, height }: Rectangle, thick: number, ink: Ink): void => {
  for (const edge of [y, y + height - thick]) fillRectangle(canvas, { x, y: edge, width, height: thick }, ink);
  for (const edge of [x, x + width - thick]) fillRectangle(canvas, { x: edge, y, width: thick, height }, ink);
};

/** Fills a rectangle with slanting lines: each begins 12 pixels after the one before it, and is about 4 across. */
export const hatchRectangle = (canvas: Canvas, { x, y, width, height }: Rectangle, ink: Ink): void => {
  const cover = new Float32Array(width * height);
  for (let at = 0; at < cover.length; at += 1) {
    // The way along the row to the middle of a line; across the slope it is shorter by the square root of two.
    const along = Math.abs((((at % width) + Math.floor(at / width)) % 12) - 6);
    cover[at] = Math.max(0, Math.min(1, 2 - along * Math.SQRT1_2));
  }
  printMask(canvas, { x, y, width, height, cover }, ink);
};
