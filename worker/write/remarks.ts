/** What an editor is told besides what was recorded: what is only unlikely, and what was put right of what was posted. */
import * as z from "zod/mini";
import type { Warning } from "../../events/judge.ts";
import type { Fault } from "../../events/parse.ts";

/** A warning of the draft at an index of those that were posted. */
export type PostedWarning = Warning & { index: number };

export type Remarks = { warnings: PostedWarning[]; notes: Fault[] };

const stored = z.object({
  warnings: z.array(z.object({ code: z.string(), detail: z.string(), pointer: z.optional(z.string()), index: z.int() })),
  notes: z.array(z.object({ pointer: z.string(), detail: z.string() })),
});

/** Remarks as they are kept beside a request's key; nothing where there are none. */
export const remarksJson = (remarks: Remarks): string | undefined =>
  remarks.warnings.length + remarks.notes.length === 0 ? undefined : JSON.stringify(remarks);

/** The remarks that were kept; none where nothing was, or it was erased. */
export const parseRemarks = (kept: string | null): Remarks => {
  if (kept === null) return { warnings: [], notes: [] };
  const { warnings, notes } = stored.parse(JSON.parse(kept));
  return {
    warnings: warnings.map(({ pointer, ...warning }) => (pointer === undefined ? warning : { ...warning, pointer })),
    notes,
  };
};
