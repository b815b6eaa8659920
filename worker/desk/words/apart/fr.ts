/** The words apart, in French. */
import { drafts } from "./fr/drafts.ts";
import { form } from "./fr/form.ts";
import { line } from "./fr/line.ts";
import { open } from "./fr/open.ts";
import { story } from "./fr/story.ts";
import type { ApartWords } from "./shape.ts";

/** The words, in French. */
export const fr: ApartWords = { ...drafts, ...form, ...line, ...open, ...story };
