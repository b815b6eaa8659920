/** Appends events to a story: all of them or none, at the version that the editor expects, once. */
import { admit, type Past } from "../events/admit.ts";
import type { Refusal } from "../events/define.ts";
import type { Fault } from "../events/parse.ts";
import type { Draft, Recorded } from "../events/recorded.ts";
import type { EventType, StoryEvent } from "../events/registry.ts";
import { canonical, genesis, seal } from "../events/seal.ts";
import { type Folded, foldFromZero, foldOn } from "../projections/fold.ts";
import { projectionNames } from "../projections/registry.ts";
import { LogConflict, type Meter } from "./store/d1.ts";
import { hashOfToken as sha256 } from "./store/editors.ts";
import { type Request, readLog, requestOf, selectRequest, write } from "./store/log.ts";
import type { Stored } from "./store/rows.ts";
import { type Head, knownOf, selectKnown } from "./store/snapshots.ts";

/** What an editor asks for. */
export type Posting = {
  story: string;
  editor: string;
  drafts: readonly Draft<EventType>[];
  /** Whether the story may be written to at that version (0: it is not open yet). */
  expects: (version: number) => boolean;
  key?: string | undefined;
};

/** What came of it. But for `appended`, nothing was written; `replayed` gives what was written the first time. */
export type Appended =
  | { kind: "appended" | "replayed"; events: Stored[] }
  | { kind: "refused"; refusals: Refusal[]; index: number }
  | { kind: "invalid"; faults: Fault[]; index: number }
  | { kind: "mismatch"; version: number }
  | { kind: "key-reused" }
  | { kind: "contended" };

/** Each lost race means that somebody else has won one: so many writers can be at one story at once. */
const mostRaces = 64;

/** The shape in which this code stores events. */
const schema = 1;

/** Appends, and settles races by reading again. Throws `Unreachable` where D1 does not answer: retry with the same key then. */
export const append = async (d1: Meter, posting: Posting): Promise<Appended> => {
  const digest = posting.key === undefined ? undefined : await sha256(canonical([posting.story, posting.drafts]));
  for (let race = 0; race < mostRaces; race += 1) {
    try {
      return await attempt(d1, posting, digest);
    } catch (error) {
      if (!(error instanceof LogConflict)) throw error;
      await scheduler.wait(Math.random() * Math.min(8 * race, 80));
    }
  }
  return { kind: "contended" };
};

const attempt = async (d1: Meter, posting: Posting, digest: string | undefined): Promise<Appended> => {
  const { story, editor, key } = posting;
  const keyed = key === undefined ? [] : [selectRequest(d1, editor, key)];
  const [[row] = [], [requested] = []] = await d1.ask(selectKnown(d1, story, projectionNames), ...keyed);
  const request = requestOf(requested);
  if (request) return replay(d1, posting, request, digest);
  const known = knownOf(row, projectionNames);
  const head = known?.head ?? { version: 0, hash: genesis, recordedAt: "" };
  if (!posting.expects(head.version)) return { kind: "mismatch", version: head.version };
  const folded = known ? known.folded : foldFromZero([]);
  const current = folded?.story.version === head.version ? folded : undefined;
  const now = new Date().toISOString();
  const recording =
    (current && record(posting, head, now, current)) ?? record(posting, head, now, undefined, await readLog(d1, story));
  if (!recording) throw new Error("A log that was read whole was not enough to judge by");
  if ("kind" in recording) return recording;
  const events = await sealAll(recording.events, head.hash);
  return {
    kind: "appended",
    events: await write(d1, {
      story,
      editor,
      events,
      folded: recording.folded,
      request: digest && key ? { key, digest } : undefined,
    }),
  };
};

const replay = async (d1: Meter, posting: Posting, request: Request, digest: string | undefined): Promise<Appended> => {
  if (request.digest !== digest || request.story !== posting.story) return { kind: "key-reused" };
  const span = { after: request.version - 1, until: request.version + request.events - 1 };
  return { kind: "replayed", events: await readLog(d1, posting.story, span) };
};

type Recording = { events: StoryEvent[]; folded: Folded } | Extract<Appended, { kind: "refused" | "invalid" }>;

/**
 * Judges each event after the ones before it and folds them on. It works on the fold that it is given, or on the log: undefined where the
 * fold alone is not enough. The fold is the caller's no more.
 */
const record = (
  { story, editor, drafts }: Posting,
  head: Head,
  now: string,
  given: Folded | undefined,
  log?: readonly Stored[],
): Recording | undefined => {
  let folded = given ?? foldFromZero(log ?? []);
  const events: StoryEvent[] = [];
  const recordedAt = now > head.recordedAt ? now : head.recordedAt;
  for (const [index, draft] of drafts.entries()) {
    const event = recordedOf(draft, { story, version: head.version + index + 1, recordedAt, recordedBy: editor });
    const past: Past = { story: folded.story, log: log && [...log, ...events] };
    const verdict = admit(past, event, now);
    if (verdict.kind === "needs-log") return undefined;
    if (verdict.kind === "refused" || verdict.kind === "invalid") return { ...verdict, index };
    events.push(event);
    if (verdict.kind === "next") foldOn(folded, event);
    // The projections are folded anew at the end, once.
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

const sealAll = async (events: readonly StoryEvent[], head: string): Promise<Omit<Stored, "position">[]> => {
  const sealed: Omit<Stored, "position">[] = [];
  let previous = head;
  for (const event of events) {
    const made = await seal(event, saltOf(), previous);
    sealed.push({ ...event, seal: made });
    previous = made.hash;
  }
  return sealed;
};

const saltOf = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
