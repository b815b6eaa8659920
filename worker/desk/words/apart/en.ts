/** The words apart, in English; these say which words a language has to have. */
import { drafts } from "./en/drafts.ts";
import { form } from "./en/form.ts";
import { line } from "./en/line.ts";
import { open } from "./en/open.ts";
import { story } from "./en/story.ts";

/** The words, in English: plain JSON. What stands in braces is filled in. */
export const en = { ...drafts, ...form, ...line, ...open, ...story };
