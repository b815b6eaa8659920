/** WebP (RFC 9649): a RIFF of chunks, of which those stay that make the picture. */
import { joined } from "../../events/bytes.ts";
import { byteReader } from "./byte-reader.ts";
import { orientationIn, upright } from "./orientation.ts";
import { turned } from "./png.ts";
import { checkSize, damaged, ImageRefusal, type Size, type StrippedImage } from "./refusal.ts";

const called: Record<string, string> = { EXIF: "Exif", "XMP ": "XMP" };

/** The flags of the extended header (section 2.7.1) that promise what is taken away. */
const exifAndXmp = 0x08 | 0x04;
const animation = 0x02;

/** Strips a WebP. */
export const stripWebp = (bytes: Uint8Array): StrippedImage => {
  const { u32, name } = byteReader(bytes, true);
  const parts: Uint8Array[] = [];
  const removed = new Set<string>();
  let canvas: Size | undefined;
  let frame: Size | undefined;
  const length = 8 + u32(4);
  if (length > bytes.length) throw damaged("WebP");
  if (length + (length % 2) < bytes.length)
    throw new ImageRefusal("content", "Something else follows the picture in this file: send the picture alone.");
  for (let at = 12; at < length; ) {
    const type = name(at);
    const size = u32(at + 4);
    const end = at + 8 + size + (size % 2);
    const data = bytes.subarray(at + 8, at + 8 + size);
    if (at + 8 + size > bytes.length) throw damaged("WebP");
    if (type === "ANIM" || type === "ANMF") throw moving();
    if (type === "VP8X") {
      canvas = checkSize(canvasSize(data));
      parts.push(extendedHeader(bytes.slice(at, end)));
    } else if (type === "VP8 " || type === "VP8L") {
      if (frame) throw damaged("WebP");
      frame = checkSize(type === "VP8 " ? lossySize(data) : losslessSize(data));
      parts.push(even(bytes.subarray(at, end)));
    } else if (type === "ALPH" || type === "ICCP") parts.push(even(bytes.subarray(at, end)));
    else {
      if (type === "EXIF" && orientationIn(afterExifName(data)) !== upright) throw turned("WebP");
      removed.add(called[type] ?? "data of a camera or a program");
    }
    at = end;
  }
  if (!frame) throw damaged("WebP");
  const body = joined(...parts);
  const head = Uint8Array.from("RIFF\0\0\0\0WEBP", (letter) => letter.charCodeAt(0));
  new DataView(head.buffer).setUint32(4, body.length + 4, true);
  return { ...(canvas ?? frame), bytes: joined(head, body), removed: [...removed] };
};

const moving = (): ImageRefusal => new ImageRefusal("content", "This WebP moves: send a still picture.");

/** A chunk of odd length is followed by a 0, the last of a file too, where some programs leave it out. */
const even = (chunk: Uint8Array): Uint8Array => (chunk.length % 2 === 0 ? chunk : joined(chunk, Uint8Array.of(0)));

/** The chunk VP8X without the promise of what is taken away. */
const extendedHeader = (chunk: Uint8Array): Uint8Array => {
  const flags = chunk[8] ?? 0;
  if (flags & animation) throw moving();
  chunk[8] = flags & ~exifAndXmp;
  return chunk;
};

const canvasSize = (data: Uint8Array): Size => {
  const { u24 } = byteReader(data, true);
  return { width: u24(4) + 1, height: u24(7) + 1 };
};

/** RFC 6386, section 9.1. */
const lossySize = (data: Uint8Array): Size => {
  const { u16, u24 } = byteReader(data, true);
  if (u24(3) !== 0x2a019d) throw damaged("WebP");
  return { width: u16(6) & 0x3fff, height: u16(8) & 0x3fff };
};

/** RFC 9649, section 3.4. */
const losslessSize = (data: Uint8Array): Size => {
  const { u8, u32 } = byteReader(data, true);
  if (u8(0) !== 0x2f) throw damaged("WebP");
  const sizes = u32(1);
  return { width: (sizes & 0x3fff) + 1, height: ((sizes >>> 14) & 0x3fff) + 1 };
};

/** Some programs write the name that stands before the Exif of a JPEG here too. */
const afterExifName = (data: Uint8Array): Uint8Array => (byteReader(data).name(0, 4) === "Exif" ? data.subarray(6) : data);
