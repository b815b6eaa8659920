/** Long texts made short, for a line or a headline. */

/** The text in one line, with one space between words. */
export const inOneLine = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** Cut at a word's edge so that at most `most` characters are left, the ellipsis included; within a word where it is longer, never within a character. */
export const shorten = (text: string, most = Number.POSITIVE_INFINITY): string => {
  const line = inOneLine(text);
  if (line.length <= most) return line;
  const cut = line.slice(0, Math.max(0, most - 1));
  const whole = /\s/u.test(line.charAt(cut.length)) ? cut : cut.replace(/\s+\S*$/u, "");
  const kept = whole.replace(/[\uD800-\uDBFF]$/u, "").replace(/(?:\p{M}|\u200d)+$/u, "");
  return `${kept.replace(/[\s,;:.…–—-]+$/u, "")}…`;
};

/** The text without the full stop, or what else may end a sentence weakly, at its end. A question or exclamation mark stays. */
export const withoutFullStop = (text: string): string => {
  const line = inOneLine(text);
  return line.replace(/[\s.,;:。]+$/u, "") || line;
};

const sentenceEdge = /(?<=[.!?…。！？][”"»’')\u00a0\u202f ]{0,3})\s+/u;

/** A text's first sentences: those of its first paragraph that fit into `most` characters, at least the first one, which is cut where it alone is longer. */
export const firstSentences = (text: string, most: number): string => {
  const paragraph = inOneLine(text.trim().split("\n", 1)[0] ?? "");
  if (paragraph.length <= most) return paragraph;
  const [first = "", ...others] = paragraph.split(sentenceEdge);
  let told = first;
  for (const sentence of others) {
    if (told.length + 1 + sentence.length > most) break;
    told += ` ${sentence}`;
  }
  return shorten(told, most);
};
