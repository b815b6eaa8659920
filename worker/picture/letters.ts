/**
 * The letters that pictures are set in, as `worker/scripts/letters.ts` packs them. For each face, after the units of its em:
 * its contours, each a count of bytes, and then for each point after the first the way to it: twice the x, and one more where it is a control
 * point; the y; its glyphs, each the code point less the one before, the advance, and the contours that it is made of: a number, and
 * where the first point lies; its kerning, each a pair less the one before, and what it is moved by.
 * All lists begin with their count. Numbers are LEB128; those of either sign go back and forth: 0, -1, 1, -2.
 */

/** The faces: headlines, sentences, and what is counted. */
export const faceNames = ["display", "text", "label"] as const;
/** The name of a face. */
export type FaceName = (typeof faceNames)[number];

/** A closed contour as TrueType draws it: x, y, and whether it is a control point (1), for each point. The first is on the curve. */
export type Contour = readonly number[];

/** A glyph; what it looks like is read when it is drawn. */
type Glyph = { advance: number; contours: () => Contour[] };

/** A face: its glyphs by code point, and by how much a pair, `left * 65536 + right`, is moved together. All in units of the em. */
export type Face = { em: number; glyphs: ReadonlyMap<number, Glyph>; kerns: ReadonlyMap<number, number> };
/** Every face, by name. */
export type Letters = Record<FaceName, Face>;

/** Reads letters. Throws where the bytes are not what was packed. */
export const readLetters = (bytes: Uint8Array): Letters => {
  const packed = reader(bytes);
  const letters = { display: readFace(packed), text: readFace(packed), label: readFace(packed) };
  if (packed.at !== bytes.length) throw new Error("The letters do not end where they should");
  return letters;
};

type Packed = { bytes: Uint8Array; at: number; unsigned: () => number; signed: () => number };

const reader = (bytes: Uint8Array, at = 0): Packed => {
  const packed: Packed = {
    bytes,
    at,
    unsigned: () => {
      let [value, weight] = [0, 1];
      for (;;) {
        const byte = bytes[packed.at++];
        if (byte === undefined) throw new Error("The letters end too early");
        value += (byte & 0x7f) * weight;
        if (byte < 0x80) return value;
        weight *= 0x80;
      }
    },
    signed: () => signedOf(packed.unsigned()),
  };
  return packed;
};

const signedOf = (value: number): number => (value % 2 === 1 ? -(value + 1) / 2 : value / 2);

const readFace = (packed: Packed): Face => {
  const { unsigned, signed, bytes } = packed;
  const em = unsigned();
  const shapes = Array.from({ length: unsigned() }, () => {
    const length = unsigned();
    packed.at += length;
    return [packed.at - length, packed.at] as const;
  });
  const glyphs = new Map<number, Glyph>();
  for (let left = unsigned(), point = 0; left > 0; left -= 1) {
    point += unsigned();
    const advance = unsigned();
    const parts = Array.from(
      { length: unsigned() },
      () => [shapes[unsigned()] ?? ([0, 0] as const), signed(), signed()] as const,
    );
    glyphs.set(point, { advance, contours: () => parts.map(([shape, x, y]) => readContour(bytes, shape, x, y)) });
  }
  const kerns = new Map<number, number>();
  for (let left = unsigned(), pair = 0; left > 0; left -= 1) {
    pair += unsigned();
    kerns.set(pair, signed());
  }
  return { em, glyphs, kerns };
};

const readContour = (bytes: Uint8Array, [from, to]: readonly [number, number], x: number, y: number): Contour => {
  const packed = reader(bytes, from);
  const points = [x, y, 0];
  let [toX, toY] = [x, y];
  while (packed.at < to) {
    const across = packed.unsigned();
    toX += signedOf(Math.floor(across / 2));
    toY += packed.signed();
    points.push(toX, toY, across % 2);
  }
  return points;
};
