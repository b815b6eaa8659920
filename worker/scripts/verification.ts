/** Verification in the browser: what `vendor.ts` bundles for the page is what `npm run verify` runs too. */
export { audit } from "../../events/audit.ts";
export { openCheckpoint } from "../../events/checkpoint.ts";
export { parseVerifier } from "../../events/note.ts";
export { differenceOf } from "./shown.ts";
