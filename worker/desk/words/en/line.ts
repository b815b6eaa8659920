/** The words of the line, in English. */
import type { ChipKind, ChipProblem } from "../../line/chip.ts";

const kinds: Record<ChipKind, string> = {
  who: "Who",
  act: "What",
  offer: "Offer",
  whom: "Of whom",
  target: "For",
  price: "Price",
  when: "When",
  until: "Until",
  source: "Source",
  quote: "In their words",
  text: "Text",
  entry: "Entry",
};

const problems: Record<ChipProblem, string> = {
  missing: "is missing",
  several: "may mean several",
  "not-understood": "is not understood",
};

/** The words of the line. */
export const line = { line: { kinds, problems } };
