/** Which way up a picture was taken: the one thing in its Exif (CIPA DC-008) that its pixels do not show. */
import { byteReader } from "./byte-reader.ts";

/** Upright. The values are those of the tag Orientation, 1 to 8; from 5 on, width and height are exchanged. */
export const upright = 1;

const orientationTag = 0x0112;

/** The orientation that a TIFF of Exif says; upright where it says none, or cannot be read. */
export const orientationIn = (tiff: Uint8Array): number => {
  try {
    const order = byteReader(tiff).name(0, 2);
    if (order !== "II" && order !== "MM") return upright;
    const { u16, u32 } = byteReader(tiff, order === "II");
    const directory = u32(4);
    for (let entry = 0; entry < u16(directory); entry += 1) {
      const at = directory + 2 + 12 * entry;
      if (u16(at) !== orientationTag) continue;
      const value = u16(at + 8);
      return value >= 1 && value <= 8 ? value : upright;
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return upright;
};

/** Whether a picture of that orientation lies on its side. */
export const isSideways = (orientation: number): boolean => orientation >= 5;

/** A TIFF that says an orientation and nothing else. */
export const tiffOfOrientation = (orientation: number): number[] => [
  ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
  // One entry: a SHORT; no further directory.
  ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
  ...[0, 0, 0, 0],
];
