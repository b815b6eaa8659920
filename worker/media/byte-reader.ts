/** Numbers and names in the bytes of a file. Outside of it, all reads throw a RangeError. */

/** Reads whole numbers at a place, and names of letters of one byte. */
export type ByteReader = {
  u8: (at: number) => number;
  u16: (at: number) => number;
  u24: (at: number) => number;
  u32: (at: number) => number;
  name: (at: number, length?: number) => string;
};

/** A reader of bytes, in the order of the network or the other. */
export const byteReader = (bytes: Uint8Array, littleEndian = false): ByteReader => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const u8 = (at: number) => view.getUint8(at);
  const u16 = (at: number) => view.getUint16(at, littleEndian);
  return {
    u8,
    u16,
    u24: (at) => (littleEndian ? u16(at) + u8(at + 2) * 0x1_0000 : u16(at) * 0x100 + u8(at + 2)),
    u32: (at) => view.getUint32(at, littleEndian),
    name: (at, length = 4) => String.fromCharCode(...bytes.subarray(at, at + length)),
  };
};

/** Whether every byte is 0: filling, which says nothing. */
export const isEmpty = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);
