/**
 * AVIF (AOM, version 1.1; boxes by ISO/IEC 14496-12 and 23008-12). Its parts are found by their distance from the file's beginning, so that
 * nothing can be cut out of it: what holds more than the picture is refused.
 */
import { type Box, boxesIn, itemsOf, primaryItemOf, propertiesOf } from "./avif-boxes.ts";
import { isEmpty } from "./byte-reader.ts";
import { checkSize, damaged, ImageRefusal, type Size, type StrippedImage } from "./refusal.ts";

const filling = new Set(["free", "skip"]);
const topBoxes = new Set(["ftyp", "meta", "mdat"]);
const metaBoxes = new Set(["hdlr", "pitm", "iloc", "iinf", "iprp", "iref", "idat", "grpl"]);
/** Pictures, the tiles that they are made of, and tone maps. */
const itemTypes = new Set(["av01", "grid", "iovl", "tmap"]);
const propertyTypes = new Set(
  "ispe pixi av1C colr irot imir pasp clap auxC a1op a1lx lsel clli mdcv cclv amve free skip".split(" "),
);

const called: Record<string, string> = { Exif: "Exif", mime: "XMP" };

/** Reads an AVIF, and takes it as it is. */
export const checkAvif = (bytes: Uint8Array<ArrayBuffer>): StrippedImage => {
  const top = boxesIn(bytes);
  if (top.some(({ type }) => type === "moov")) throw new ImageRefusal("content", "This AVIF moves: send a still picture.");
  const meta = only(top, topBoxes).find(({ type }) => type === "meta");
  if (!meta) throw damaged("AVIF");
  const parts = only(boxesIn(meta.data.subarray(4)), metaBoxes);
  const part = (type: string): Box => {
    const box = parts.find((one) => one.type === type);
    if (!box) throw damaged("AVIF");
    return box;
  };
  for (const type of itemsOf(part("iinf"))) if (!itemTypes.has(type)) throw more(called[type] ?? "other data");
  const { all, ofItem } = propertiesOf(part("iprp"));
  only(all, propertyTypes);
  // Tiles are held to the bounds too.
  for (const { type, data } of all) if (type === "ispe") checkSize(sizeOf(data));
  return { ...seenSize(ofItem(primaryItemOf(part("pitm")))), bytes, removed: [] };
};

/** All of the boxes, where no other stands among them; filling holds nothing. */
const only = (boxes: readonly Box[], known: ReadonlySet<string>): readonly Box[] => {
  for (const { type, data } of boxes) if (!known.has(type) && !(filling.has(type) && isEmpty(data))) throw more("other data");
  return boxes;
};

const more = (what: string): ImageRefusal =>
  new ImageRefusal(
    "content",
    `This AVIF holds ${what} beside the picture, which cannot be taken out of it safely: save it without, or send a JPEG, a PNG or a WebP.`,
  );

const sizeOf = (data: Uint8Array): Size => {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  return { width: view.getUint32(4), height: view.getUint32(8) };
};

/** The size of the picture as it is seen: cut, then turned (23008-12, section 6.5). */
const seenSize = (properties: readonly Box[]): Size => {
  const property = (wanted: string) => properties.find(({ type }) => type === wanted)?.data;
  const extents = property("ispe");
  if (!extents) throw damaged("AVIF");
  const cut = property("clap");
  const size = cut ? cutSize(cut) : sizeOf(extents);
  const isTurned = ((property("irot")?.[0] ?? 0) & 1) === 1;
  return checkSize(isTurned ? { width: size.height, height: size.width } : size);
};

const cutSize = (data: Uint8Array): Size => {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const along = (at: number) => Math.round(view.getUint32(at) / view.getUint32(at + 4)) || 0;
  return { width: along(0), height: along(8) };
};
