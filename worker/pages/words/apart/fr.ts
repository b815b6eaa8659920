/** The words apart, in French. */
import { docs } from "./fr/docs.ts";
import { explanations } from "./fr/problems.ts";
import { verify } from "./fr/verify.ts";
import type { ApartWords } from "./shape.ts";

/** The words of pages that few ask for, in French. */
export const fr: ApartWords = { explanations, ...docs, ...verify };
