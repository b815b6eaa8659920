import { crc32 } from "node:zlib";
import { PNG } from "pngjs";
import { describe, expect, it } from "vitest";
import { writePng } from "../../../worker/picture/png.ts";

const palette = [0xfbf9f4, 0x8c1d18, 0x000000, 0xffffff];
const picture = {
  width: 37,
  height: 11,
  palette,
  pixels: Uint8Array.from({ length: 37 * 11 }, (_, at) => (at * at) % 4),
};

/** The chunks of a file: length, type, data, CRC. */
const chunksOf = (file: Buffer): { type: string; data: Buffer; crc: number }[] => {
  const chunks = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const body = file.subarray(at + 4, at + 8 + length);
    chunks.push({ type: body.toString("latin1", 0, 4), data: body.subarray(4), crc: file.readUInt32BE(at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
};

describe("a PNG", () => {
  it("is read by another decoder, pixel for pixel", async () => {
    const { width, height, data } = PNG.sync.read(Buffer.from(await writePng(picture)));
    expect({ width, height }).toEqual({ width: 37, height: 11 });
    picture.pixels.forEach((index, at) => {
      expect(data.readUInt32BE(at * 4)).toBe((palette[index] ?? 0) * 0x100 + 0xff);
    });
  });

  it("has the chunks that it needs, in order, each with its CRC", async () => {
    const file = Buffer.from(await writePng(picture));
    expect(file.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
    const chunks = chunksOf(file);
    expect(chunks.map(({ type }) => type)).toEqual(["IHDR", "PLTE", "IDAT", "IEND"]);
    for (const { type, data, crc } of chunks) expect(crc).toBe(crc32(Buffer.concat([Buffer.from(type), data])));
  });

  it("is the same bytes for the same picture", async () => {
    expect(await writePng(picture)).toEqual(await writePng(structuredClone(picture)));
  });
});
