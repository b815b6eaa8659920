/** PNG (W3C, third edition): a row of chunks, of which those stay that make the picture. */
import { joined } from "../../events/bytes.ts";
import { byteReader } from "./byte-reader.ts";
import { orientationIn, upright } from "./orientation.ts";
import { checkSize, damaged, ImageRefusal, type Size, type StrippedImage } from "./refusal.ts";

/** The eight bytes that every PNG begins with. */
export const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The picture, its colours and the size of its pixels. */
const kept = new Set("IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD pHYs".split(" "));

const called: Record<string, string> = { eXIf: "Exif", iTXt: "text", tEXt: "text", zTXt: "text", tIME: "a time" };

/** Strips a PNG. */
export const stripPng = (bytes: Uint8Array): StrippedImage => {
  const { u32, name } = byteReader(bytes);
  const parts: Uint8Array[] = [Uint8Array.from(pngSignature)];
  const removed = new Set<string>();
  let size: Size | undefined;
  let hasPixels = false;
  let type = "";
  let at = pngSignature.length;
  while (type !== "IEND") {
    const end = at + 12 + u32(at);
    type = name(at + 4);
    if (end > bytes.length || !/^[A-Za-z]{4}$/.test(type) || (type === "IHDR") !== (size === undefined)) throw damaged("PNG");
    const data = bytes.subarray(at + 8, end - 4);
    if (type === "IHDR") size = checkSize({ width: u32(at + 8), height: u32(at + 12) });
    if (type === "acTL") throw new ImageRefusal("content", "This PNG moves: send a still picture.");
    if (type === "eXIf" && orientationIn(data) !== upright) throw turned("PNG");
    hasPixels ||= type === "IDAT";
    if (kept.has(type)) parts.push(bytes.subarray(at, end));
    // A small letter first: whoever does not know the chunk can do without it (section 5.4).
    else if (/^[a-z]/.test(type)) removed.add(called[type] ?? "data of a camera or a program");
    else throw damaged("PNG");
    at = end;
  }
  if (!size || !hasPixels) throw damaged("PNG");
  if (at < bytes.length)
    throw new ImageRefusal("content", "Something else follows the picture in this file: send the picture alone.");
  return { ...size, bytes: joined(...parts), removed: [...removed] };
};

/** Browsers do not agree on whether they turn such a picture; of a JPEG they do. */
export const turned = (what: string): ImageRefusal =>
  new ImageRefusal(
    "content",
    `This ${what} is to be turned by its Exif, which not every browser does: save it upright, and send it again.`,
  );
