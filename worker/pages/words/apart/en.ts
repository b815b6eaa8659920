/** The words apart, in English. */
import { docs } from "./en/docs.ts";
import { explanations } from "./en/problems.ts";
import { verify } from "./en/verify.ts";

/** The words of pages that few ask for, in English; these say which words a language has to have. */
export const en = { explanations, ...docs, ...verify };
