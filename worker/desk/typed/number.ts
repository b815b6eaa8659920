/** Numbers as people type them, in English and in French notation. Exact: never by way of a binary number. */

/** A number as a decimal string, and whether the part that its one separator plays was guessed. */
export type TypedNumber = { digits: string; isGuess: boolean };

/**
 * Reads digits with points, commas, spaces or apostrophes between them; undefined where they make no number. Of one separator alone before
 * three digits, the notation says what it is: a comma parts thousands in English, and decimals in French.
 */
export const readNumber = (typed: string, notation: "en" | "fr"): TypedNumber | undefined => {
  const plain = typed.replace(/(\d)[ '](?=\d{3}(?!\d))/g, "$1");
  if (!/^\d+(?:[.,]\d+)*$/.test(plain)) return undefined;
  const marks = plain.replace(/\d/g, "");
  const groups = plain.split(/[.,]/);
  const [whole = "", ...rest] = groups;
  const isGrouped = (parts: readonly string[]): boolean => whole.length <= 3 && parts.every(({ length }) => length === 3);
  if (marks === "") return { digits: whole, isGuess: false };
  const last = marks.at(-1);
  if (marks.length === 1) {
    const couldGroup = isGrouped(rest) && whole !== "0";
    const groupsHere = couldGroup && (last === ",") === (notation === "en") && (last === "," || notation === "fr");
    return { digits: groupsHere ? whole + rest[0] : `${whole}.${rest[0]}`, isGuess: couldGroup };
  }
  const isOneKind = [...marks].every((mark) => mark === last);
  if (isOneKind) return isGrouped(rest) ? { digits: groups.join(""), isGuess: false } : undefined;
  const others = marks.slice(0, -1);
  if ([...others].some((mark) => mark === last) || !isGrouped(rest.slice(0, -1))) return undefined;
  return { digits: `${groups.slice(0, -1).join("")}.${rest.at(-1)}`, isGuess: false };
};

/** A decimal string times a power of ten, without zeros that say nothing, but for those after a point that were typed. */
export const timesTen = (digits: string, zeros: number): string => {
  const [whole = "", fraction = ""] = digits.split(".");
  const moved = whole + fraction.slice(0, zeros).padEnd(zeros, "0");
  const rest = fraction.slice(zeros);
  const plain = moved.replace(/^0+(?=\d)/, "");
  return rest === "" ? plain : `${plain}.${rest}`;
};
