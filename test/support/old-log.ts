/** A log that was stored in schema 1, with the seals of its day, and the same as it would be stored today. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { StoredEvent } from "../../worker/store/rows.ts";

const file = join(import.meta.dirname, "../fixtures/schema-1.ndjson");

/** Ten events of `old-bid`: an offer, a counter-offer and a renewed offer with one `equivalent` each, the first of them corrected. */
export const oldLog: readonly StoredEvent[] = readFileSync(file, "utf8")
  .trimEnd()
  .split("\n")
  // The file was written by the code that was stored in it.
  .map((line) => JSON.parse(line) as StoredEvent);

/** The events, told in today's shape: by hand, since that is what is tested. */
export const toldToday: readonly StoredEvent[] = oldLog.map((event) => ({
  ...JSON.parse(JSON.stringify(event).replaceAll(/"equivalent":(\{[^}]*\})/g, '"equivalents":[$1]')),
  schema: 2,
}));
