/** Bytes as texts: hexadecimal and base64. */

/** Bytes in hexadecimal, two lower-case digits each. */
export const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** The bytes of a hexadecimal text. Digits that are none read as 0. */
export const fromHex = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** Bytes in base64 (RFC 4648, section 4). */
export const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** The same for addresses and headers, without padding (section 5). */
export const toBase64Url = (bytes: Uint8Array): string =>
  toBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/** The bytes of a base64 text; undefined where it is none, or not the one text that `toBase64` makes of them (section 3.5). */
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> | undefined => {
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    return toBase64(bytes) === text ? bytes : undefined;
  } catch {
    return undefined;
  }
};

/** Byte sequences, one after the other. */
export const joined = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

/** A text in UTF-8. */
export const utf8 = (text: string): Uint8Array<ArrayBuffer> =>
  // An encoder allocates a buffer of its own, never a shared one; not every type of it says so.
  new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;

/** SHA-256 of bytes. */
export const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export const hashOfText = async (text: string): Promise<string> => toHex(await sha256(utf8(text)));
