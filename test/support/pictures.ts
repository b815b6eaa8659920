/** Pictures, as cameras and programs make them, and as nobody should. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../fixtures/pictures");

/** A file of `test/fixtures/pictures`. Those that are `located` tell a place, a camera, and that `Ada Secret` took them. */
export const pictureFile = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(join(folder, name)));

/** What no picture that is served may say. */
export const secrets = /Secret|Kamera|Modell|GPS|xpacket|http:\/\/ns\.adobe/;

/** Bytes as a text with a character for each. */
export const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

/** The bytes of a text and of numbers, one after the other. */
export const bytesOf = (...parts: (string | readonly number[] | Uint8Array)[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part)))),
  );

/** The file with the four bytes at a place replaced by a number. */
const withWord = (file: Uint8Array, at: number, value: number): Uint8Array<ArrayBuffer> => {
  const changed = Buffer.from(file);
  changed.writeUInt32BE(value, at);
  return new Uint8Array(changed);
};

/** A PNG whose header says that it has so many pixels. */
export const hugePng = (width: number, height: number): Uint8Array<ArrayBuffer> =>
  withWord(withWord(pictureFile("located.png"), 16, width), 20, height);

/** A JPEG with a segment more, right after its beginning, of at most 253 characters. */
export const jpegWith = (file: Uint8Array, marker: number, content: string): Uint8Array<ArrayBuffer> =>
  bytesOf([0xff, 0xd8, 0xff, marker, 0, content.length + 2], content, file.subarray(2));
