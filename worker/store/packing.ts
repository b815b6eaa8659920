/** States as texts that fit into D1: small ones as they are, large ones compressed, in as many chunks as it takes. */
import { hashOfText } from "../../events/bytes.ts";

/** Up to so many characters a text is kept as it is: readable, and cheaper than to compress. */
export const plainLength = 256 * 1024;
/** D1 takes two million bytes a row; a plain text may lie beside a chunk. */
const chunkLength = 1_700_000;
/** What a compressed text begins with; JSON never does. */
const mark = "gzip,";

/** A text as it is kept: its chunks, and what tells them, and all that their rows say besides, from others. */
export type Packed = { chunks: string[]; digest: string };

/** Packs a text for rows that say that besides. */
export const packFor = async (row: readonly (string | number)[], text: string): Promise<Packed> => {
  const chunks = await pack(text);
  return { chunks, digest: await digestOf(row, chunks) };
};

/** The text that was packed for rows that say that; undefined where they, or the chunks, are not as they were written. */
export const unpackFrom = async (row: readonly (string | number)[], { chunks, digest }: Packed): Promise<string | undefined> =>
  (await digestOf(row, chunks)) === digest ? unpack(chunks) : undefined;

/** The chunks that a text is kept in: one of itself, or of its gzip in base64. */
const pack = async (text: string): Promise<string[]> => {
  if (text.length <= plainLength) return [text];
  const packed = mark + base64Of(await bytesOf(new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"))));
  return Array.from({ length: Math.ceil(packed.length / chunkLength) }, (_, index) =>
    packed.slice(index * chunkLength, (index + 1) * chunkLength),
  );
};

/** The text that chunks hold. Throws where they were cut or mixed up. */
export const unpack = async (chunks: readonly string[]): Promise<string> => {
  const text = chunks.join("");
  if (!text.startsWith(mark)) return text;
  const bytes = Uint8Array.from(atob(text.slice(mark.length)), (character) => character.charCodeAt(0));
  return new TextDecoder().decode(await bytesOf(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))));
};

/** What tells chunks that stand where they were written from others: SHA-256 of them and of all that their rows say besides. */
const digestOf = (row: readonly (string | number)[], chunks: readonly string[]): Promise<string> =>
  hashOfText(JSON.stringify(row) + chunks.join(""));

const bytesOf = async (stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await new Response(stream).arrayBuffer());

/** Base64, a piece after the other: a call takes only so many arguments. Each piece but the last has a length that 3 divides. */
const base64Of = (bytes: Uint8Array): string => {
  const pieces: string[] = [];
  for (let from = 0; from < bytes.length; from += 24_576)
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(from, from + 24_576))));
  return pieces.join("");
};
