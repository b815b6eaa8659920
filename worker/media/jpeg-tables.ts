/** The parts of a JPEG that tell how it is coded (ITU-T T.81, annex B.2): each is as long as what it says, so that nothing else hides in it. */
import { byteReader } from "./byte-reader.ts";

/** How many bytes the table that begins at a place has; each segment may have several. */
type LengthAt = (segment: Uint8Array, at: number) => number;

/** Section B.2.4.1: 64 values of one byte or of two. */
const quantization: LengthAt = (segment, at) => (byteReader(segment).u8(at) >> 4 === 0 ? 65 : 129);

/** Section B.2.4.2: how many codes there are of each length, 1 to 16, and the value of each. */
const huffman: LengthAt = (segment, at) => segment.subarray(at + 1, at + 17).reduce((sum, codes) => sum + codes, 17);

/** Section B.2.4.4: the restart interval. */
const restart: LengthAt = () => 2;

const tables = new Map<number, LengthAt>([
  [0xc4, huffman],
  [0xdb, quantization],
  [0xdd, restart],
]);

/** Whether a segment of that marker is tables, and no more. */
export const isTable = (marker: number, segment: Uint8Array): boolean => {
  const lengthAt = tables.get(marker);
  if (!lengthAt) return false;
  let at = 4;
  while (at < segment.length) at += lengthAt(segment, at);
  return at === segment.length;
};

/** Whether a segment is the header of a scan, and no more: section B.2.3. */
export const isScanHeader = (segment: Uint8Array): boolean => segment.length === 8 + 2 * byteReader(segment).u8(4);
