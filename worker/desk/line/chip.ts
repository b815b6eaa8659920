/** What a line was understood as: a chip for each part of it, and the drafts of events. */
import type { EventType } from "../../../events/registry.ts";
import type { Precision, Source } from "../../../events/values.ts";

/** What a part of a line says. */
export type ChipKind =
  | "who"
  | "act"
  | "offer"
  | "whom"
  | "target"
  | "price"
  | "when"
  | "until"
  | "source"
  | "quote"
  | "text"
  | "entry";

/** Why a part of a line is not enough: it is missing, may mean several (`candidates`, slugs), or is not understood. */
export type ChipProblem = "missing" | "several" | "not-understood";

/** A part of a line as it was understood. `given`: whether it was typed; from where to where. */
export type Chip = {
  kind: ChipKind;
  text: string;
  given?: { from: number; to: number } | undefined;
  problem?: ChipProblem;
  candidates?: readonly string[];
};

/** The draft of an event: as much as is known of it. */
type LineDraft = {
  type: EventType;
  occurredAt: string;
  precision: Precision;
  sources?: Source[];
  data: Record<string, unknown>;
};

/** A clause as it was understood; without a draft where no act was found. */
export type UnderstoodClause = { draft?: LineDraft | undefined; chips: Chip[] };
