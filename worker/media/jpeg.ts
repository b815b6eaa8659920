/** JPEG (ITU-T T.81): a row of segments, of which those stay that make the picture. */
import { joined } from "../../events/bytes.ts";
import { byteReader, isEmpty } from "./byte-reader.ts";
import { isScanHeader, isTable } from "./jpeg-tables.ts";
import { isSideways, orientationIn, tiffOfOrientation, upright } from "./orientation.ts";
import { checkSize, damaged, ImageRefusal, type Size, type StrippedImage } from "./refusal.ts";

const marker = {
  start: 0xd8,
  end: 0xd9,
  scan: 0xda,
  app0: 0xe0,
  app1: 0xe1,
  app2: 0xe2,
  app13: 0xed,
  app14: 0xee,
  comment: 0xfe,
};

/** The frames that browsers show: baseline, extended and progressive, by Huffman codes. */
const frames = new Set([0xc0, 0xc1, 0xc2]);

/** What a segment comes to: the bytes of it that stay; or what it is, where none do. */
type Outcome = { kept: Uint8Array } | { removed: string } | { orientation: number; isOurs: boolean };

/** Strips a JPEG. Its orientation stays, in an Exif of no more than that, and its size is the one that is seen. */
export const stripJpeg = (bytes: Uint8Array): StrippedImage => {
  const { u8, u16 } = byteReader(bytes);
  const [head, body]: [Uint8Array[], Uint8Array[]] = [[], []];
  const removed = new Set<string>();
  let orientation = upright;
  let size: Size | undefined;
  let scans = 0;
  let at = 2;
  for (;;) {
    if (u8(at) !== 0xff) throw damaged("JPEG");
    while (u8(at + 1) === 0xff) at += 1;
    const kind = u8(at + 1);
    if (kind === marker.end) break;
    const end = at + 2 + u16(at + 2);
    const segment = bytes.subarray(at, end);
    if (end > bytes.length || segment.length < 4) throw damaged("JPEG");
    if (frames.has(kind)) {
      if (size) throw damaged("JPEG");
      size = frameSize(segment);
      body.push(segment);
    } else if (kind === marker.scan) {
      scans += 1;
      if (!isScanHeader(segment)) throw damaged("JPEG");
      body.push(bytes.subarray(at, endOfScan(bytes, end)));
    } else {
      const outcome = outcomeOf(kind, segment);
      if ("kept" in outcome) (kind === marker.app0 ? head : body).push(outcome.kept);
      else if ("removed" in outcome) removed.add(outcome.removed);
      else {
        orientation = outcome.orientation;
        if (!outcome.isOurs) removed.add("Exif");
      }
    }
    at = kind === marker.scan ? endOfScan(bytes, end) : end;
  }
  if (!size || scans === 0) throw damaged("JPEG");
  if (at + 2 < bytes.length) removed.add(followedBy(bytes.subarray(at + 2)));
  const turned = orientation === upright ? [] : [exifOf(orientation)];
  return {
    ...(isSideways(orientation) ? { width: size.height, height: size.width } : size),
    bytes: joined(Uint8Array.of(0xff, marker.start), ...head, ...turned, ...body, Uint8Array.of(0xff, marker.end)),
    removed: [...removed],
  };
};

/** Where the coded data of a scan end: at the next marker that is no restart. A 0xff in the data is followed by 0. */
const endOfScan = (bytes: Uint8Array, start: number): number => {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
    at += next === 0xff ? 1 : 2;
  }
  throw damaged("JPEG");
};

const frameSize = (segment: Uint8Array): Size => {
  const { u8, u16 } = byteReader(segment);
  if (segment.length !== 10 + 3 * u8(9)) throw damaged("JPEG");
  if (u8(4) !== 8) throw new ImageRefusal("content", "This JPEG has more than 8 bits a colour, which browsers do not show.");
  return checkSize({ height: u16(5), width: u16(7) });
};

const outcomeOf = (kind: number, segment: Uint8Array): Outcome => {
  const { name } = byteReader(segment);
  const begins = (text: string) => name(4, text.length) === text;
  if (isTable(kind, segment)) return { kept: segment };
  if (kind === marker.app0 && begins("JFIF\0") && segment.length >= 18) return { kept: withoutThumbnail(segment) };
  if (kind === marker.app2 && begins("ICC_PROFILE\0")) return { kept: segment };
  // How the colours are coded.
  if (kind === marker.app14 && begins("Adobe") && segment.length === 16) return { kept: segment };
  if (kind === marker.app1 && begins("Exif\0\0")) {
    const orientation = orientationIn(segment.subarray(10));
    return { orientation, isOurs: String(segment) === String(exifOf(orientation)) };
  }
  if (kind === marker.app1 && begins("http://ns.adobe.com/")) return { removed: "XMP" };
  if (kind === marker.app13) return { removed: "IPTC" };
  if (kind === marker.comment) return { removed: "a comment" };
  if (kind >= marker.app0 && kind <= 0xef) return { removed: "data of a camera or a program" };
  if (kind >= 0xc0 && kind <= 0xcf && kind !== 0xc4)
    throw new ImageRefusal("content", "This JPEG is coded in a way that browsers do not show.");
  throw damaged("JPEG");
};

/** JFIF 1.02: the picture in small that may stand in it was made before somebody cut the picture. */
const withoutThumbnail = (segment: Uint8Array): Uint8Array => {
  const kept = segment.slice(0, 18);
  kept.set([0, 16], 2);
  kept.set([0, 0], 16);
  return kept;
};

/** The segment of an Exif of the orientation alone. */
const exifOf = (orientation: number): Uint8Array => {
  const content = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiffOfOrientation(orientation)];
  return Uint8Array.of(0xff, marker.app1, 0, content.length + 2, ...content);
};

/** What cameras put after the picture: smaller ones, a film, notes of the maker. Anything else makes it a file that is two at once. */
const followedBy = (rest: Uint8Array): string => {
  if (isEmpty(rest)) return "filling";
  const { name } = byteReader(rest);
  const padded = rest.subarray(rest.findIndex((byte) => byte !== 0));
  const isPicture = padded[0] === 0xff && padded[1] === marker.start;
  if (isPicture || name(4) === "ftyp" || name(rest.length - 4) === "SEFT") return "what the camera put after the picture";
  throw new ImageRefusal("content", "Something else follows the picture in this file: send the picture alone.");
};
