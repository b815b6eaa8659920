/** Appends events to a story: all of them or none, at the version that the editor expects, once. */
import { admit, type Past } from "../../events/admit.ts";
import type { Refusal } from "../../events/define.ts";
import type { Fault } from "../../events/parse.ts";
import type { Draft, Recorded } from "../../events/recorded.ts";
import type { EventType, StoryEvent } from "../../events/registry.ts";
import { canonical, genesis } from "../../events/seal.ts";
import { schema } from "../../events/upcast.ts";
import { type Folded, foldFromZero, foldOn } from "../../projections/fold.ts";
import { projectionNames } from "../../projections/registry.ts";
import type { MeteredDatabase } from "../store/d1.ts";
import { type RecordedRequest, readLog, recordedRequestOf, selectRequest } from "../store/log.ts";
import type { StoredEntry } from "../store/rows.ts";
import { knownStoryOf, type LogHead, selectKnownStory } from "../store/snapshots.ts";
import { type RequestKey, writeEntries } from "../store/write.ts";
import { hashRequestKey, laterInstant, retryConflicts, sealEvents } from "./retry-conflicts.ts";

/** What an editor asks for. */
export type AppendRequest = {
  story: string;
  editor: string;
  drafts: readonly Draft<EventType>[];
  /** Whether the story may be written to at that version (0: it is not open yet). */
  expects: (version: number) => boolean;
  key?: string | undefined;
};

/** What came of it. But for `appended`, nothing was written; `replayed` gives what was written the first time. */
export type AppendResult =
  | { kind: "appended" | "replayed"; events: StoredEntry[] }
  | { kind: "refused"; refusals: Refusal[]; index: number }
  | { kind: "invalid"; faults: Fault[]; index: number }
  | { kind: "mismatch"; version: number }
  | { kind: "key-reused" }
  | { kind: "contended" };

/** Appends, and settles races by reading again. Throws `Unreachable` where D1 does not answer: retry with the same key then. */
export const appendEvents = async (d1: MeteredDatabase, posting: AppendRequest): Promise<AppendResult> => {
  const request = await hashRequestKey(posting.key, [posting.story, posting.drafts]);
  return (await retryConflicts(() => attempt(d1, posting, request))) ?? { kind: "contended" };
};

const attempt = async (d1: MeteredDatabase, posting: AppendRequest, request: RequestKey | undefined): Promise<AppendResult> => {
  const { story, editor } = posting;
  const keyed = request ? [selectRequest(d1, editor, request.keyHash)] : [];
  const [[row] = [], [requested] = []] = await d1.batch(selectKnownStory(d1, story, projectionNames), ...keyed);
  const before = recordedRequestOf(requested);
  if (before) return replayRequest(d1, story, before, request);
  const known = knownStoryOf(row, projectionNames);
  const head = known?.head ?? { version: 0, hash: genesis, recordedAt: "" };
  if (!posting.expects(head.version)) return { kind: "mismatch", version: head.version };
  const folded = known ? known.folded : foldFromZero([]);
  const current = folded?.story.version === head.version ? folded : undefined;
  const now = new Date().toISOString();
  const recording =
    (current && record(posting, head, now, current)) ?? record(posting, head, now, undefined, await readLog(d1, story));
  if (!recording) throw new Error("A log that was read whole was not enough to judge by");
  if ("kind" in recording) return recording;
  const entries = await sealEvents(recording.events, head.hash);
  return { kind: "appended", events: await writeEntries(d1, { story, entries, folded: recording.folded, request }) };
};

/** Gives again what a request with that key was answered with. */
export const replayRequest = async (
  d1: MeteredDatabase,
  story: string,
  before: RecordedRequest,
  request: RequestKey | undefined,
): Promise<{ kind: "replayed"; events: StoredEntry[] } | { kind: "key-reused" }> => {
  // A digest that was erased with what it digested can refuse nobody.
  if (before.story !== story || (before.digest !== null && before.digest !== request?.digest)) return { kind: "key-reused" };
  const span = { after: before.version - 1, until: before.version + before.events - 1 };
  return { kind: "replayed", events: await readLog(d1, story, span) };
};

type Recording = { events: StoryEvent[]; folded: Folded } | Extract<AppendResult, { kind: "refused" | "invalid" }>;

/**
 * Judges each event after the ones before it and folds them on. It works on the fold that it is given, or on the log: undefined where the
 * fold alone is not enough. The fold is the caller's no more.
 */
const record = (
  { story, editor, drafts }: AppendRequest,
  head: LogHead,
  now: string,
  given: Folded | undefined,
  log?: readonly StoredEntry[],
): Recording | undefined => {
  // Of a log that was read, the story alone is judged by: its projections are folded once, at the end.
  let folded = given ?? foldFromZero(log ?? [], []);
  const events: StoryEvent[] = [];
  const recordedAt = laterInstant(now, head.recordedAt);
  for (const [index, draft] of drafts.entries()) {
    const event = recordedOf(draft, { story, version: head.version + index + 1, recordedAt, recordedBy: editor });
    const past: Past = { story: folded.story, log: log && [...log, ...events] };
    const verdict = admit(past, event, now);
    if (verdict.kind === "needs-log") return undefined;
    if (verdict.kind === "refused" || verdict.kind === "invalid") return { ...verdict, index };
    events.push(event);
    if (verdict.kind === "next") foldOn(folded, event);
    // What comes within changes what its projections have seen.
    else folded = { story: verdict.story, states: {} };
  }
  return { events, folded: Object.keys(folded.states).length > 0 ? folded : foldFromZero([...(log ?? []), ...events]) };
};

/** The event as it will stand in the log. Its body is what will be read from it: RFC 8785 orders the members. */
const recordedOf = (
  { type, occurredAt, precision, sources, data }: Draft<EventType>,
  given: Pick<Recorded, "story" | "version" | "recordedAt" | "recordedBy">,
): StoryEvent => {
  const { story, version, recordedAt, recordedBy } = given;
  const body = JSON.parse(canonical(sources === undefined ? { data } : { data, sources }));
  const event = { story, version, type, occurredAt, precision: precision ?? "minute", recordedAt, recordedBy };
  // The draft was parsed by the schema of its type.
  return { ...event, ...(body.sources === undefined ? {} : { sources: body.sources }), data: body.data, schema } as StoryEvent;
};
