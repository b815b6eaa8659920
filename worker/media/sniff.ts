/** What a file is, by its content: its name and its headers may say anything. */
import type { PictureType } from "../../events/attribution.ts";
import { byteReader } from "./byte-reader.ts";
import { pngSignature } from "./png.ts";
import { ImageRefusal } from "./refusal.ts";

/** The forms that are not taken and deserve a sentence of their own: how they begin, and what they are. */
const others: readonly [RegExp, string][] = [
  [/^GIF8/, "a GIF"],
  [/^%PDF/, "a PDF"],
  [/^PK/, "a ZIP archive, or a document"],
  [/^BM/, "a BMP"],
  [/^(?:II\*\0|MM\0\*)/, "a TIFF, or a camera's raw picture"],
  [/^....ftyp(?:hei|hev|mif|msf)/s, "a HEIC"],
  [/^....ftyp(?:avis)/s, "an AVIF that moves"],
  [/^....ftyp/s, "a film"],
  [/<svg[\s>]/i, "an SVG, which can run scripts"],
  [/^\s*<(?:!doctype|html|\?xml|script)/i, "a web page or a document"],
];

const taken = "JPEG, PNG, WebP and AVIF are taken.";

/** The form of a picture that is taken. Throws an `ImageRefusal` where the file is something else. */
export const sniffPicture = (bytes: Uint8Array): PictureType => {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "image/jpeg";
  if (pngSignature.every((byte, index) => bytes[index] === byte)) return "image/png";
  const { name } = byteReader(bytes);
  if (name(0) === "RIFF" && name(8) === "WEBP") return "image/webp";
  const isAvif = name(4) === "ftyp" && name(8) !== "avis" && /avif/.test(name(8, Math.min(bytes.length, 64)));
  if (isAvif) return "image/avif";
  const beginning = name(0, 4096).replace(/^\u00ef\u00bb\u00bf/, "");
  const other = others.find(([pattern]) => pattern.test(beginning))?.[1];
  throw new ImageRefusal(
    "type",
    other ? `This file is ${other}: ${taken}` : `This file is no picture that is known here: ${taken}`,
  );
};
