/** What is done to every posting before a story's writer sees it, whoever sends it: the API's clients, or the desk. */
import { maxEventBytes } from "../../events/log-entry.ts";
import { type Fault, parseDrafts } from "../../events/parse.ts";
import { putPastedRight } from "../../events/pasted.ts";
import type { Posting } from "./posting.ts";

/** What was posted as drafts, with notes of what was put right; or why it is none. `pointer` (RFC 6901): the event that is larger than 64 KiB. */
export type PreparedPosting =
  | ({ kind: "prepared" } & Pick<Posting, "drafts" | "notes">)
  | { kind: "too-large"; pointer: string }
  | { kind: "invalid"; faults: Fault[] };

/** Prepares one event or an array of them, as JSON. */
export const preparePosting = (json: unknown): PreparedPosting => {
  const large = tooLarge(json);
  if (large !== undefined) return { kind: "too-large", pointer: large };
  const { posted, notes } = putPastedRight(json);
  const parsed = parseDrafts(posted);
  return "faults" in parsed ? { kind: "invalid", faults: parsed.faults } : { kind: "prepared", drafts: parsed.drafts, notes };
};

/** The pointer to the first event that is too large. */
const tooLarge = (posted: unknown): string | undefined => {
  const isLarge = (event: unknown) => new TextEncoder().encode(JSON.stringify(event)).length > maxEventBytes;
  if (!Array.isArray(posted)) return isLarge(posted) ? "" : undefined;
  const index = posted.findIndex(isLarge);
  return index < 0 ? undefined : `/${index}`;
};
