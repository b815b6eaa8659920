/** How typed text is made ready to be read by a grammar. */

/** A text without capitals, accents and odd spaces, every apostrophe and dash of one kind. Its length may change: it is for reading alone. */
export const foldText = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/[’‘ʼ`]/g, "'")
    .replace(/[‐-―−]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
