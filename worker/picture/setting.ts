/** Sets text: which letters there are, how wide a line is, where it breaks, how large it may be. */
import type { Face } from "./letters.ts";

/** A face in a size, in pixels an em; `tracking` is what letters are moved apart by, in ems. */
export type SizedFace = { face: Face; size: number; tracking?: number };

/** Spaces that the faces lack: as wide as a part of an em. */
const thin = 0.2;

/** What says nothing to be missed where it cannot be set: pictographs, modifiers, what formats, marks without their letter. */
const dispensable = /^[\p{So}\p{Sk}\p{Cf}\p{M}\p{Cn}\p{Co}]$/u;

/** What stands for signs that no face has: the hyphens that Unicode tells from the keyboard’s, the shekel, the ʻokina. */
const stands: Record<string, string> = { "\u2010": "-", "\u2011": "-", "\u20aa": "ILS\u00a0", "\u02bb": "\u2018" };

/**
 * A text in letters that the face has: what it lacks is taken apart and set without its marks, pictographs are left out. Undefined where a
 * letter, a digit or a sign is lacking all the same, or nothing remains: half of a name says something else.
 */
export const settableText = (text: string, face: Face): string | undefined => {
  let set = "";
  for (const letter of text.normalize("NFC")) {
    const other = stands[letter];
    if (other !== undefined) set += other;
    else if (has(face, letter)) set += letter;
    else if (!dispensable.test(letter)) {
      const parts = [...letter.normalize("NFKD")].filter((part) => !dispensable.test(part));
      if (parts.length === 0 || !parts.every((part) => has(face, part))) return undefined;
      set += parts.join("");
    }
  }
  const trimmed = set.replaceAll(/ {2,}/g, " ").trim();
  return trimmed === "" ? undefined : trimmed;
};

const isSpace = (letter: string): boolean => /^\p{Zs}$/u.test(letter);
const has = ({ glyphs }: Face, letter: string): boolean => isSpace(letter) || glyphs.has(letter.codePointAt(0) ?? 0);

/** A letter of a line and where it begins, in pixels from the line's beginning. */
export type PlacedLetter = { letter: number; x: number };

/** Sets a line: its letters, kerned, and its width. */
export const setLine = (text: string, { face, size, tracking = 0 }: SizedFace): { letters: PlacedLetter[]; width: number } => {
  const scale = size / face.em;
  const letters: PlacedLetter[] = [];
  let [x, last] = [0, 0];
  for (const sign of text) {
    const letter = sign.codePointAt(0) ?? 0;
    const plain = letter < 0x80 ? letter : (sign.normalize("NFD").codePointAt(0) ?? 0);
    x += (face.kerns.get(last * 0x10000 + plain) ?? 0) * scale;
    letters.push({ letter, x });
    x += (face.glyphs.get(letter)?.advance ?? thin * face.em) * scale + tracking * size;
    last = plain;
  }
  return { letters, width: letters.length === 0 ? 0 : x - tracking * size };
};

/** How wide a line is, in pixels. */
export const lineWidth = (text: string, type: SizedFace): number => setLine(text, type).width;

/** A text that may be set in any size: its parts between which lines may break, and in ems where each begins and its letters end. */
export type TextRun = { face: Face; parts: { text: string; from: number; to: number }[] };

/** After spaces that break, and after hyphens and dashes, there may be an end of a line. */
const breaking = /[^ \-–—]*(?:[-–—]+(?=\p{L})| +|$|[-–—]+)/gu;

/** Measures a text once for all sizes. */
export const measureText = (text: string, face: Face): TextRun => {
  const { letters, width } = setLine(text, { face, size: 1 });
  const ends = [...letters.slice(1).map(({ x }) => x), width];
  let at = 0;
  const parts = (text.match(breaking) ?? []).map((part) => {
    const from = letters[at]?.x ?? width;
    const last = at + [...part.trimEnd()].length - 1;
    at += [...part].length;
    return { text: part, from, to: ends[last] ?? from };
  });
  return { face, parts };
};

/** The lines no wider than so many ems. Undefined where a part alone is wider. */
const linesOf = ({ parts }: TextRun, width: number): string[] | undefined => {
  const lines: string[] = [];
  let from = Number.NEGATIVE_INFINITY;
  for (const part of parts) {
    if (part.to - part.from > width) return undefined;
    if (part.to - from > width) {
      from = part.from;
      lines.push("");
    }
    lines.push((lines.pop() ?? "") + part.text);
  }
  return lines.map((line) => line.trim()).filter((line) => line !== "");
};

/** A text in lines. */
export type TextBlock = { type: SizedFace; lines: string[] };

/** Sets a text in at most so many lines, of much the same length. Undefined where it does not fit. */
export const setBlock = (run: TextRun, size: number, width: number, most: number): TextBlock | undefined => {
  const count = linesOf(run, width / size)?.length;
  if (count === undefined || count > most) return undefined;
  let [narrow, wide] = [0, width];
  while (wide - narrow > 4) {
    const middle = (narrow + wide) / 2;
    const lines = linesOf(run, middle / size);
    if (lines?.length === count) wide = middle;
    else narrow = middle;
  }
  return { type: { face: run.face, size }, lines: linesOf(run, wide / size) ?? [] };
};

/** Sets as much of a text as fits in so many lines; words that are wider than a line are broken. */
export const cutBlock = (run: TextRun, size: number, width: number, most: number): TextBlock => {
  const type = { face: run.face, size };
  const lines: string[] = [];
  let rest = run.parts.map(({ text }) => text).join("");
  for (; lines.length < most - 1 && rest !== ""; rest = rest.slice(lines.at(-1)?.length).trimStart()) {
    const fitting = longest([...rest, ""], (letters) => lineWidth(letters.join("").trimEnd(), type) <= width);
    const isWord = fitting === rest || rest.startsWith(" ", fitting.length);
    lines.push(isWord ? fitting : fitting.replace(/(?<=\S)\s+\S*$/u, ""));
  }
  return { type, lines: rest === "" ? lines : [...lines, fitLine(rest, type, width)] };
};

/** The longest beginning that fits, and at least one letter. */
const longest = (letters: readonly string[], fits: (letters: readonly string[]) => boolean): string => {
  let [most, beyond] = [1, letters.length];
  while (beyond - most > 1) {
    const middle = (most + beyond) >> 1;
    if (fits(letters.slice(0, middle))) most = middle;
    else beyond = middle;
  }
  return letters.slice(0, most).join("");
};

/** What fits of a line with an ellipsis at its end. */
const cut = (line: string, type: SizedFace, width: number): string => {
  const shortened = (kept: string) => `${kept.replace(/[\s\p{P}]+$/u, "")}…`;
  // Where all of it fits, it is the empty letter at its end that is left out.
  return shortened(longest([...line, ""], (letters) => lineWidth(shortened(letters.join("")), type) <= width));
};

/** A line as it is, else cut. */
export const fitLine = (line: string, type: SizedFace, width: number): string =>
  lineWidth(line, type) <= width ? line : cut(line, type, width);
