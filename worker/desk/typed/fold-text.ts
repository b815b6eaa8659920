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

/** A word of a line or of a name, folded, without an elided article before it or a possessive after it: “l’offre”, “Musk’s”. */
export const foldWord = (word: string): string =>
  foldText(word)
    .replace(/^[ld]'(?=.)/, "")
    .replace(/'s?$/, "");
