/** Reads a file that is to be a picture, and takes out of it what cameras and programs add: where it was taken, by whom, with what. */
import type { PictureType } from "../../events/attribution.ts";
import { checkAvif } from "./avif.ts";
import { stripJpeg } from "./jpeg.ts";
import { stripPng } from "./png.ts";
import { damaged, ImageRefusal, type StrippedImage } from "./refusal.ts";
import { sniffPicture } from "./sniff.ts";
import { stripWebp } from "./webp.ts";

const strippers: Record<PictureType, (bytes: Uint8Array<ArrayBuffer>) => StrippedImage> = {
  "image/jpeg": stripJpeg,
  "image/png": stripPng,
  "image/webp": stripWebp,
  "image/avif": checkAvif,
};

/** What a form is called. */
const names: Record<PictureType, string> = {
  "image/jpeg": "JPEG",
  "image/png": "PNG",
  "image/webp": "WebP",
  "image/avif": "AVIF",
};

/** A picture as it is kept; or why it is not. `type`: of a form that is not taken; `content`: of one that is, and not right. */
export type ReadImage = (StrippedImage & { type: PictureType }) | { refused: "type" | "content"; sentence: string };

/**
 * Reads a file. `said` is the type that whoever sends it says it is of: where that is another form of picture, it is refused. What is read
 * once more comes out as it went in.
 */
export const readImage = (bytes: Uint8Array<ArrayBuffer>, said?: string): ReadImage => {
  try {
    const type = sniffPicture(bytes);
    if (said?.startsWith("image/") && said !== type)
      throw new ImageRefusal("type", `The header says ${said}, and the file is a ${names[type]}: send it as ${type}.`);
    try {
      return { type, ...strippers[type](bytes) };
    } catch (error) {
      // Its parts point beyond its end.
      if (error instanceof RangeError) throw damaged(names[type]);
      throw error;
    }
  } catch (error) {
    if (error instanceof ImageRefusal) return { refused: error.kind, sentence: error.message };
    throw error;
  }
};
