/** What drafts come to when they are recorded: each is judged after the ones before it, and folded on. Nothing is written here. */
import { admit, type Past } from "../../events/admit.ts";
import type { Refusal } from "../../events/define.ts";
import type { Neighbours } from "../../events/neighbours.ts";
import type { Fault } from "../../events/parse.ts";
import { type Body, bodyOf, type Draft, type Recorded } from "../../events/recorded.ts";
import type { EventType, StoryEvent } from "../../events/registry.ts";
import { canonical } from "../../events/seal.ts";
import { schema } from "../../events/upcast.ts";
import { type Folded, foldBeside, foldFromZero, foldOn, type PlaceOf } from "../../projections/fold.ts";
import type { LogHead } from "../store/log.ts";
import type { StoredEntry } from "../store/rows.ts";
import type { PostedWarning } from "./remarks.ts";
import { laterInstant } from "./retry-conflicts.ts";

/** What is to be recorded, and by whom. */
export type DraftsToRecord = { story: string; editor: string; drafts: readonly Draft<EventType>[] };

/** Events as they will stand in the log, the fold of the log with them, and where each stands; `log`: the log before them, where it was read. */
export type Recording = {
  events: StoryEvent[];
  folded: Folded;
  placeOf: PlaceOf;
  warnings: PostedWarning[];
  log?: readonly StoredEntry[] | undefined;
};

/** What the rules, or the schema of what is corrected, have against one of the drafts. */
export type RecordingRefusal =
  | { kind: "refused"; refusals: Refusal[]; index: number }
  | { kind: "invalid"; faults: Fault[]; index: number };

/** What the story was before: its fold, with the entries that the drafts name by version and what stands next to late talk, or its log. */
type Before = { head: LogHead; now: string } & (
  | { folded: Folded; referred: readonly StoredEntry[]; neighbours?: Neighbours | undefined; log?: undefined }
  | { log: readonly StoredEntry[]; folded?: undefined; referred?: undefined; neighbours?: undefined }
);

/**
 * Judges each draft after the ones before it and folds them on; undefined where the fold that was given is not enough to judge by, and the
 * log has to be read. The fold is the caller's no more.
 */
export const recordDrafts = (
  { story, editor, drafts }: DraftsToRecord,
  { head, now, log, referred, neighbours, ...given }: Before,
): Recording | RecordingRefusal | undefined => {
  // Of a log that was read, the story alone is judged by: its projections are folded once, at the end.
  let folded: Folded = given.folded ?? foldFromZero(log ?? [], []);
  const [events, warnings, places]: [StoryEvent[], PostedWarning[], Map<number, string>] = [[], [], new Map()];
  const recordedAt = laterInstant(now, head.recordedAt);
  for (const [index, draft] of drafts.entries()) {
    const event = recordedOf(draft, { story, version: head.version + index + 1, recordedAt, recordedBy: editor });
    const past: Past = {
      story: folded.story,
      log: log && [...log, ...events],
      referred: [...(referred ?? []), ...events],
      // What stands next to a draft after the first may be one of this request.
      neighbours: index === 0 ? neighbours : undefined,
    };
    const verdict = admit(past, event, now);
    if (verdict.kind === "needs-log") return undefined;
    if (verdict.kind === "refused" || verdict.kind === "invalid") return { ...verdict, index };
    events.push(event);
    warnings.push(...verdict.warnings.map((warning) => ({ ...warning, index })));
    if (verdict.kind === "next") {
      const place = foldOn(folded, event);
      if (place !== undefined) places.set(event.version, place);
    } else if (verdict.kind === "beside") {
      foldBeside(folded, event, verdict.place);
      places.set(event.version, verdict.place);
    }
    // What comes within changes what its projections have seen.
    else folded = { story: verdict.story, states: {} };
  }
  if (Object.keys(folded.states).length > 0) return { events, folded, placeOf: (version) => places.get(version), warnings, log };
  const { placeOf, ...whole } = foldFromZero([...(log ?? []), ...events]);
  return { events, folded: whole, placeOf, warnings, log };
};

/** The event as it will stand in the log. Its body is what will be read from it: RFC 8785 orders the members. */
const recordedOf = (
  { type, occurredAt, precision, ...said }: Draft<EventType>,
  given: Pick<Recorded, "story" | "version" | "recordedAt" | "recordedBy">,
): StoryEvent => {
  const { story, version, recordedAt, recordedBy } = given;
  const body = bodyOf(JSON.parse(canonical(bodyOf(said as Body))));
  const event = { story, version, type, occurredAt, precision: precision ?? "minute", recordedAt, recordedBy };
  // The draft was parsed by the schema of its type.
  return { ...event, ...body, schema } as StoryEvent;
};
