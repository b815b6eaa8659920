/** What is said of a value that a schema refuses and has no sentence of its own for: in English, to whoever typed it. */
import * as z from "zod/mini";

const nouns: Record<string, string> = {
  string: "a text in quotation marks",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object in braces",
  record: "an object in braces",
};

/** What a size is counted in. */
const units: Record<string, string> = { string: " characters long", array: " items long" };

const sentenceOf = (issue: z.core.$ZodRawIssue): string => {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "is required" : `must be ${nouns[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `must be ${issue.values.map((value) => `“${String(value)}”`).join(" or ")}`;
    case "too_big":
      return `must be at most ${issue.maximum}${units[issue.origin] ?? ""}`;
    case "too_small":
      return `must be at least ${issue.minimum}${units[issue.origin] ?? ""}`;
    default:
      return "is not of the right form";
  }
};

/** Has zod say it: zod/mini brings no language along, and a whole one is made for those who write schemas. */
export const tellFaultsPlainly = (): void => {
  z.config({ localeError: sentenceOf });
};
