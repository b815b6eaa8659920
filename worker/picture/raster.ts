/**
 * How much of each pixel a shape covers, exactly: every edge adds to the pixels of a row what lies on its right, with the sign of its
 * direction, and the sum along the row is the coverage. As font-rs and stb_truetype do it.
 */
import type { Contour } from "./letters.ts";

/** The coverage, 0 to 1, of each pixel of a rectangle, row by row; `x`, `y` is its upper left one. */
export type Mask = { x: number; y: number; width: number; height: number; cover: Float32Array };

/** Where a shape lies: `scale` pixels a unit, its origin at `x`, `y`; its own y goes up, the picture's down. */
export type Placement = { x: number; y: number; scale: number };

/** A closed way of straight lines: x, y, x, y … in pixels. */
type Polygon = number[];

/** The mask of a shape under the non-zero rule: what is drawn twice counts once, and contours that run the other way are holes. */
export const rasterize = (contours: readonly Contour[], place: Placement): Mask => {
  const polygons = contours.map((contour) => flatten(contour, place));
  const { x, y, width, height } = boxOf(polygons);
  // An edge at the right border still counts in the pixel after it.
  const stride = width + 2;
  const changes = new Float32Array(stride * height);
  for (const polygon of polygons) addPolygon(changes, stride, polygon, x, y);
  const cover = new Float32Array(width * height);
  for (let row = 0; row < height; row += 1) {
    let sum = 0;
    for (let column = 0; column < width; column += 1) {
      sum += changes[row * stride + column] ?? 0;
      cover[row * width + column] = Math.min(1, Math.abs(sum));
    }
  }
  return { x, y, width, height, cover };
};

const boxOf = (polygons: readonly Polygon[]) => {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const polygon of polygons)
    for (let at = 0; at < polygon.length; at += 2) {
      const x = polygon[at] ?? 0;
      const y = polygon[at + 1] ?? 0;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  if (left > right) return { x: 0, y: 0, width: 0, height: 0 };
  const [x, y] = [Math.floor(left), Math.floor(top)];
  return { x, y, width: Math.ceil(right) - x, height: Math.ceil(bottom) - y };
};

const addPolygon = (changes: Float32Array, stride: number, polygon: Polygon, left: number, top: number): void => {
  let [x = 0, y = 0] = polygon.slice(-2);
  for (let at = 0; at < polygon.length; at += 2) {
    const toX = polygon[at] ?? 0;
    const toY = polygon[at + 1] ?? 0;
    if (y < toY) addEdge(changes, stride, x - left, y - top, toX - left, toY - top, 1);
    else if (y > toY) addEdge(changes, stride, toX - left, toY - top, x - left, y - top, -1);
    x = toX;
    y = toY;
  }
};

/** Adds an edge that goes down, row by row. */
const addEdge = (
  changes: Float32Array,
  stride: number,
  x: number,
  top: number,
  toX: number,
  bottom: number,
  direction: number,
): void => {
  const slope = (toX - x) / (bottom - top);
  for (let row = Math.floor(top); row < bottom; row += 1) {
    const from = Math.max(row, top);
    const to = Math.min(row + 1, bottom);
    const one = x + slope * (from - top);
    const other = x + slope * (to - top);
    const left = Math.min(one, other);
    const right = Math.max(one, other);
    const height = (to - from) * direction;
    let before = 0;
    let reached = 0;
    // In the last of these pixels, all lies on the right.
    for (let pixel = Math.floor(left); pixel <= Math.ceil(right); pixel += 1) {
      const next = meanRightOf(pixel + 1, left, right);
      const share = next - reached;
      const at = row * stride + pixel;
      changes[at] = (changes[at] ?? 0) + (share - before) * height;
      before = share;
      reached = next;
    }
  }
};

/** How far `x` lies to the right of an edge, on average, where the edge goes evenly from `left` to `right`; 0 where it lies before it. */
const meanRightOf = (x: number, left: number, right: number): number => {
  if (x <= left) return 0;
  return x >= right ? x - (left + right) / 2 : (x - left) ** 2 / (2 * (right - left));
};

/** Makes straight lines of a contour: a control point bends the way to the next point, or halfway to the next control point. */
const flatten = (contour: Contour, { x, y, scale }: Placement): Polygon => {
  const polygon: Polygon = [];
  const pointAt = (index: number) => {
    const at = (index * 3) % contour.length;
    return { x: x + (contour[at] ?? 0) * scale, y: y - (contour[at + 1] ?? 0) * scale, off: contour[at + 2] === 1 };
  };
  let from = pointAt(0);
  for (let index = 1; index <= contour.length / 3; index += 1) {
    const point = pointAt(index);
    if (!point.off) {
      polygon.push(point.x, point.y);
      from = point;
      continue;
    }
    const next = pointAt(index + 1);
    const to = next.off ? { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2, off: false } : next;
    addCurve(polygon, from, point, to);
    from = to;
    if (!next.off) index += 1;
  }
  return polygon;
};

type Spot = { x: number; y: number };

/** So many lines that none is further than a twelfth of a pixel from the curve: whole, it strays by a quarter of its second difference. */
const addCurve = (polygon: Polygon, from: Spot, control: Spot, to: Spot): void => {
  const strays = Math.hypot(from.x - 2 * control.x + to.x, from.y - 2 * control.y + to.y);
  const lines = Math.max(1, Math.ceil(Math.sqrt(strays * 3)));
  for (let line = 1; line <= lines; line += 1) {
    const [t, u] = [line / lines, 1 - line / lines];
    polygon.push(u * u * from.x + 2 * u * t * control.x + t * t * to.x, u * u * from.y + 2 * u * t * control.y + t * t * to.y);
  }
};
