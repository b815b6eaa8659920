/** Writes PNG (W3C, third edition; RFC 2083): eight bits a pixel, each the index of a colour. */

/** A picture: colours as `0xrrggbb`, at most 256, and the index of one for each pixel, row by row. */
export type Picture = { width: number; height: number; palette: readonly number[]; pixels: Uint8Array };

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The file. */
export const writePng = async ({ width, height, palette, pixels }: Picture): Promise<Uint8Array<ArrayBuffer>> => {
  // Bit depth 8, colour type 3, deflate, adaptive filtering, no interlace: section 11.2.1.
  const header = Uint8Array.from([...word(width), ...word(height), 8, 3, 0, 0, 0]);
  const colours = Uint8Array.from(palette.flatMap((colour) => word(colour).slice(1)));
  // Each row is preceded by its filter: none, which is best for indices (section 12.7).
  const rows = new Uint8Array((width + 1) * height);
  for (let row = 0; row < height; row += 1) rows.set(pixels.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  const chunks = [
    chunk("IHDR", header),
    chunk("PLTE", colours),
    chunk("IDAT", await zlib(rows)),
    chunk("IEND", new Uint8Array()),
  ];
  return join([Uint8Array.from(signature), ...chunks]);
};

/** RFC 1950: what `deflate` names in the Compression Standard. */
const zlib = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> => {
  const { readable, writable } = new CompressionStream("deflate");
  const writer = writable.getWriter();
  const [packed] = await Promise.all([new Response(readable).arrayBuffer(), writer.write(bytes).then(() => writer.close())]);
  return new Uint8Array(packed);
};

/** Length, type, data, and the CRC of the latter two: section 5.3. */
const chunk = (type: string, data: Uint8Array): Uint8Array => {
  const body = join([Uint8Array.from(type, (letter) => letter.charCodeAt(0)), data]);
  return join([Uint8Array.from(word(data.length)), body, Uint8Array.from(word(crc32(body)))]);
};

const word = (value: number): number[] => [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];

const join = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
};

/** The remainders of all bytes, by the polynomial of ISO 3309: annex D. */
const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

const crc32 = (bytes: Uint8Array): number => {
  let value = 0xffffffff;
  for (const byte of bytes) value = (remainders[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return ~value >>> 0;
};
