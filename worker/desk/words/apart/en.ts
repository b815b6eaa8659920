/** The words apart, in English; these say which words a language has to have. */
import { entry } from "./en/entry.ts";
import { form } from "./en/form.ts";
import { line } from "./en/line.ts";
import { story } from "./en/story.ts";

/** The words, in English: plain JSON. What stands in braces is filled in. */
export const en = { ...form, ...line, ...story, ...entry };
