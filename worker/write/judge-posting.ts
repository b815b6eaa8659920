/** What the rules make of a request to append, by what its writer knows of the story. */
import type { Folded } from "../../projections/fold.ts";
import { parsePreconditions } from "../http/preconditions.ts";
import { rehearse } from "../read/rehearsal.ts";
import type { LogHead, RecordedRequest } from "../store/log.ts";
import type { StoredEntry } from "../store/rows.ts";
import type { Evidence } from "./evidence.ts";
import { allParts, type KnownLog } from "./known-log.ts";
import { amendsLog, type Posting, versionsNamedBy } from "./posting.ts";
import { type Recording, type RecordingRefusal, recordDrafts } from "./record.ts";
import type { Remarks } from "./remarks.ts";
import type { Judgement } from "./writer-protocol.ts";

/** What would be recorded and what readers would see; nothing was written. */
export type Rehearsal = {
  kind: "rehearsed";
  version: number;
  events: Recording["events"];
  readers: ReturnType<typeof rehearse>;
} & Remarks;

/** What the rules, or the story's version, have against a request. */
export type AppendRefusal = RecordingRefusal | { kind: "mismatch"; head: LogHead };

/** Appends, as what `serveRequests` is about. */
export type AppendDomain = {
  request: Posting & { key?: string | undefined };
  known: KnownLog;
  /** `earlier`: the log, where the places in its index are to be written again. */
  recording: Recording & Remarks & { earlier?: readonly StoredEntry[] | undefined };
  evidence: Evidence;
  written: { events: readonly StoredEntry[] } & Remarks;
  answer: AppendRefusal | Rehearsal;
  before: RecordedRequest;
};

/** Judges a request; the fold that is known is moved on where it is recorded, and left alone else. */
export const judgePosting = (posting: Posting, known: KnownLog, evidence: Evidence | undefined): Judgement<AppendDomain> => {
  const { head, isCurrent } = known;
  const expects = parsePreconditions(posting.ifMatch, posting.ifNoneMatch);
  if (!expects?.(head.version, head.hash)) return { kind: "answered", answer: { kind: "mismatch", head } };
  const recording = recordOn(posting, known, evidence);
  if (!recording) return { kind: "needs-evidence" };
  if ("kind" in recording) return { kind: "answered", answer: recording };
  const { events, folded, warnings } = recording;
  const remarks = { warnings, notes: [...posting.notes] };
  const last = events.at(-1);
  if (!last) throw new Error("A request without events was judged");
  const { version, recordedAt, recordedBy, type } = last;
  if (posting.isRehearsal)
    return { kind: "answered", answer: { kind: "rehearsed", version, events, readers: rehearse(recording), ...remarks } };
  return {
    kind: "recorded",
    // Without a snapshot of today's revision, nobody knows whether the places in the index are of today's story order.
    recording: { ...recording, ...remarks, earlier: isCurrent ? undefined : evidence?.log },
    // The hash is known once the events are sealed.
    known: {
      head: { version, recordedAt, recordedBy, type, hash: "" },
      folded,
      isCurrent: true,
      parts: evidence?.log ? allParts : known.parts,
      bytes: known.bytes,
    },
  };
};

const recordOn = (posting: Posting, { head, folded }: KnownLog, evidence: Evidence | undefined) => {
  const now = new Date().toISOString();
  if (evidence?.log) {
    const recording = recordDrafts(posting, { head, now, log: evidence.log });
    if (!recording) throw new Error("A log that was read whole was not enough to judge by");
    return recording;
  }
  const isAtHand = evidence !== undefined || amendsLog(posting) || versionsNamedBy(posting).length === 0;
  if (!folded || !isAtHand) return undefined;
  const { referred = [], neighbours } = evidence ?? {};
  // What was recorded since, by a request of the same group, may stand nearer.
  const nearest = neighbours?.version === head.version ? neighbours : undefined;
  return recordDrafts(posting, { head, now, folded: copyFor(posting, folded), referred, neighbours: nearest });
};

/** What is refused must leave the fold as it was. One draft moves it only where it is admitted; several may be refused half-way. */
const copyFor = ({ drafts, isRehearsal }: Posting, folded: Folded): Folded => {
  if (!isRehearsal && drafts.length === 1) return folded;
  const copy = structuredClone(folded);
  // Amendments that were not read stay so: who asks for them is told, and takes nothing for none.
  const amendments = Object.getOwnPropertyDescriptor(folded.story, "amendments");
  if (amendments?.get) Object.defineProperty(copy.story, "amendments", amendments);
  return copy;
};
