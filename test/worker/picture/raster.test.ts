import { describe, expect, it } from "vitest";
import type { Contour } from "../../../worker/picture/letters.ts";
import { type Mask, rasterize } from "../../../worker/picture/raster.ts";
import { letters } from "../../support/letters.ts";

const place = { x: 0, y: 0, scale: 1 };

/** A contour of straight lines through these points: x, y, x, y … */
const through = (...points: number[]): Contour => points.flatMap((at, index) => (index % 2 === 0 ? [at] : [at, 0]));
const rectangle = (x: number, y: number, width: number, height: number): Contour =>
  through(x, y, x + width, y, x + width, y + height, x, y + height);
const reversed = (contour: Contour): Contour =>
  Array.from({ length: contour.length / 3 }, (_, index) => contour.slice(index * 3, index * 3 + 3))
    .reverse()
    .flat();
const areaOf = ({ cover }: Mask): number => cover.reduce((sum, share) => sum + share, 0);
const rowsOf = ({ cover, width, height }: Mask): number[][] =>
  Array.from({ length: height }, (_, row) => [...cover.slice(row * width, (row + 1) * width)]);

describe("a shape", () => {
  it("covers whole pixels wholly, and its place is theirs", () => {
    const mask = rasterize([rectangle(2, -5, 3, 2)], place);
    expect(mask).toMatchObject({ x: 2, y: 3, width: 3, height: 2 });
    expect([...mask.cover]).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it("covers half of a pixel by half, whichever half", () => {
    for (const half of [
      rectangle(0, -1, 0.5, 1),
      rectangle(0.5, -1, 0.5, 1),
      rectangle(0, -0.5, 1, 0.5),
      through(0, 0, 1, 0, 0, -1),
    ])
      expect([...rasterize([half], place).cover]).toEqual([0.5]);
  });

  it("covers as much as its area, wherever it lies", () => {
    const shapes: [Contour, number][] = [
      [rectangle(0.3, -7.7, 5.25, 3.5), 5.25 * 3.5],
      [through(0.1, 0.2, 20.7, 3.3, 9.4, 17.8), Math.abs(20.6 * 17.6 - 9.3 * 3.1) / 2],
      [through(0, 0, 40, 0.25, 40, 0.5, 0, 0.25), 10],
    ];
    for (const [contour, area] of shapes)
      for (const at of [0, 0.37, -11.61])
        expect(areaOf(rasterize([contour], { x: at, y: 2 * at, scale: 1 }))).toBeCloseTo(area, 4);
  });

  it("is covered the same whichever way round it is drawn", () => {
    const shape = through(0.1, 0.2, 20.7, 3.3, 9.4, 17.8);
    const [one, other] = [shape, reversed(shape)].map((contour) => rasterize([contour], place));
    other?.cover.forEach((share, at) => {
      expect(share).toBeCloseTo(one?.cover[at] ?? Number.NaN, 5);
    });
  });

  it("has a hole where a contour runs the other way, and none where it runs the same way", () => {
    const [outer, inner] = [rectangle(0, -4, 4, 4), rectangle(1, -3, 2, 2)];
    const hole = [
      [1, 1, 1, 1],
      [1, 0, 0, 1],
      [1, 0, 0, 1],
      [1, 1, 1, 1],
    ];
    expect(rowsOf(rasterize([outer, reversed(inner)], place))).toEqual(hole);
    expect(areaOf(rasterize([outer, inner], place))).toBe(16);
  });

  it("is round where its points are control points: a circle of four has nearly its area", () => {
    const radius = 40;
    const bend = radius * Math.tan(Math.PI / 8);
    const corners = [
      [radius, 0],
      [radius, bend],
      [bend, radius],
      [0, radius],
    ] as const;
    const points = [0, 1, 2, 3].flatMap((quarter) =>
      corners.slice(0, 3).map(([x, y], index) => {
        const turned = [
          [x, y],
          [-y, x],
          [-x, -y],
          [y, -x],
        ][quarter] as [number, number];
        return [...turned, index === 0 ? 0 : 1];
      }),
    );
    // Between the two control points of a quarter lies a point that is not told.
    const area = areaOf(rasterize([points.flat()], place));
    expect(area / (Math.PI * radius ** 2)).toBeCloseTo(1, 1);
    expect(area).toBeGreaterThan(2 * radius ** 2 * 1.5);
  });

  it("of nothing is nothing", () => {
    expect(rasterize([], place)).toMatchObject({ width: 0, height: 0 });
  });
});

describe("every glyph", () => {
  it.each(["display", "text", "label"] as const)("of %s stays within its box, between none and all", (name) => {
    const { glyphs, em } = letters[name];
    for (const { contours } of glyphs.values()) {
      const { cover, width, height } = rasterize(contours(), { x: 0.3, y: 0.7, scale: 40 / em });
      expect(width).toBeLessThan(120);
      expect(height).toBeLessThan(80);
      expect(cover.every((share) => share >= 0 && share <= 1)).toBe(true);
    }
  });

  it("leaves nothing behind on its right: no row of letters is streaked", () => {
    const { glyphs, em } = letters.display;
    for (const { contours } of glyphs.values()) {
      // A hair beyond the right border must be paper again.
      const shape = contours();
      if (shape.length === 0) continue;
      const far = rasterize([...shape, rectangle(4 * em, 0, 1, 1)], { x: 0, y: 0, scale: 40 / em });
      for (let row = 0; row < far.height; row += 1) expect(far.cover[row * far.width + 150]).toBeLessThan(1e-4);
    }
  });
});
