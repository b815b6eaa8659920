/** Numbers in French: in words as far as a newspaper writes them, else in digits. */
import { grouped } from "../amount.ts";

const small = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split(" ");

/** What parts thousands: it never breaks a line. */
export const thousands = "\u202f";

/** A whole number: in words up to sixteen (« une » of what is feminine), else « 1 234 ». */
export const numeral = (count: number, gender: "masculine" | "feminine" = "masculine"): string => {
  if (count === 1 && gender === "feminine") return "une";
  return small[count] ?? grouped(`${count}`, thousands, ",");
};
