/** Appends events to a story: all of them or none, at the version that the editor expects, once. */
import type { Fault } from "../../events/parse.ts";
import type { Draft } from "../../events/recorded.ts";
import { referencesOf } from "../../events/references.ts";
import type { EventType } from "../../events/registry.ts";
import { foldFromZero, projectionsTouchedBy } from "../../projections/fold.ts";
import { projectionNames } from "../../projections/registry.ts";
import type { MeteredDatabase, Row } from "../store/d1.ts";
import { type RecordedRequest, readLog, recordedRequestOf, selectEvents, selectRequest } from "../store/log.ts";
import { type KeptPicture, picturesOf, selectPictures } from "../store/media.ts";
import { entryOfRow, type StoredEntry } from "../store/rows.ts";
import { emptyHead, type KnownStory, knownStoryOf, type LogHead, selectKnownStory } from "../store/snapshots.ts";
import { type RequestKey, writeEntries } from "../store/write.ts";
import { imagesOfDrafts, measurePictures } from "./measure-pictures.ts";
import { type Recording, type RecordingRefusal, recordDrafts } from "./record.ts";
import { parseRemarks, type Remarks, remarksJson } from "./remarks.ts";
import { hashRequestKey, retryConflicts, sealEvents } from "./retry-conflicts.ts";

/** What an editor asks for. */
export type AppendRequest = {
  story: string;
  editor: string;
  drafts: readonly Draft<EventType>[];
  /** Whether the story may be written to at that version (0: it is not open yet). */
  expects: (version: number) => boolean;
  key?: string | undefined;
  /** What was put right of what was posted. */
  notes: readonly Fault[];
};

/** What the rules, or the story's version, have against a request: nothing was written. */
export type AppendRefusal = RecordingRefusal | { kind: "mismatch"; head: LogHead };

/** What came of it. But for `appended`, nothing was written; `replayed` gives what was written the first time. */
export type AppendResult =
  | ({ kind: "appended" | "replayed"; events: StoredEntry[] } & Remarks)
  | AppendRefusal
  | { kind: "key-reused" }
  | { kind: "contended" };

/** Appends, and settles races by reading again. Throws `DatabaseUnreachable` where D1 does not answer: retry with the same key then. */
export const appendEvents = async (d1: MeteredDatabase, posting: AppendRequest): Promise<AppendResult> => {
  const request = await hashRequestKey(posting.key, [posting.story, posting.drafts]);
  return (await retryConflicts(() => attempt(d1, posting, request))) ?? { kind: "contended" };
};

/** What would come of it, were it appended now: nothing is written. */
export const rehearseAppend = async (
  d1: MeteredDatabase,
  posting: AppendRequest,
): Promise<({ kind: "rehearsed"; recording: Recording } & Remarks) | AppendRefusal> => {
  const { story } = posting;
  const [own, ...named] = await d1.batch(selectKnownStory(d1, story, projectionNames), ...selectNamed(d1, posting));
  const known = await knownStoryOf(own, projectionNames);
  const recording = await recordingOf(d1, posting, known, namedOf(named));
  return "kind" in recording ? recording : { kind: "rehearsed", recording, ...remarksOf(recording, posting) };
};

const attempt = async (d1: MeteredDatabase, posting: AppendRequest, request: RequestKey | undefined): Promise<AppendResult> => {
  const { story, editor } = posting;
  const keyed = request ? [selectRequest(d1, editor, request.keyHash)] : [];
  const wanted = selectNamed(d1, posting);
  // What the drafts do not touch is neither read nor written.
  const touched = { names: projectionsTouchedBy(posting.drafts.map(({ type }) => type)), amendments: wanted.length > 0 };
  const [own, ...rows] = await d1.batch(selectKnownStory(d1, story, touched.names, touched), ...keyed, ...wanted);
  const before = request ? recordedRequestOf(rows[0]?.[0]) : undefined;
  if (before) return replayRequest(d1, story, before, request);
  const named = namedOf(rows.slice(keyed.length));
  const recording = await recordingOf(d1, posting, await knownStoryOf(own, touched.names, touched), named);
  if ("kind" in recording) return recording;
  const { folded, placeOf, log, isStale, head } = recording;
  const entries = await sealEvents(recording.events, head.hash);
  const remarks = remarksOf(recording, posting);
  const events = await writeEntries(d1, {
    story,
    entries,
    folded,
    placeOf,
    earlier: isStale ? log : undefined,
    request: request && { ...request, remarks: remarksJson(remarks) },
  });
  return { kind: "appended", events, ...remarks };
};

/** What drafts name that they do not bring: earlier events, by version, and pictures that were uploaded. */
type Named = { referred: StoredEntry[]; pictures: KeptPicture[] };

/** The statements that read what the drafts name, where they name anything; `namedOf` takes their rows. */
const selectNamed = (d1: MeteredDatabase, { story, drafts }: AppendRequest): D1PreparedStatement[] => {
  const versions = drafts.flatMap(({ type, data }) =>
    referencesOf(type, data).flatMap(({ kind, name }) => (kind === "version" ? Number(name) : [])),
  );
  const images = imagesOfDrafts(drafts);
  if (versions.length + images.length === 0) return [];
  const referred = selectEvents(d1, story, [...new Set(versions)]);
  return images.length > 0 ? [referred, selectPictures(d1, images)] : [referred];
};

const namedOf = ([referred = [], pictures]: readonly Row[][]): Named => ({
  referred: referred.map(entryOfRow),
  pictures: picturesOf(pictures),
});

/** Records the drafts on the story's snapshot where that serves, else on its log. */
const recordingOf = async (
  d1: MeteredDatabase,
  posted: AppendRequest,
  known: KnownStory | undefined,
  { referred, pictures }: Named,
): Promise<(Recording & { head: LogHead; isStale: boolean }) | AppendRefusal> => {
  const head = known?.head ?? emptyHead;
  if (!posted.expects(head.version)) return { kind: "mismatch", head };
  const measured = measurePictures(posted.drafts, pictures);
  if ("kind" in measured) return measured;
  const posting = { ...posted, ...measured };
  const folded = known ? known.folded : foldFromZero([]);
  const current = folded?.story.version === head.version ? folded : undefined;
  const now = new Date().toISOString();
  const recording =
    (current && recordDrafts(posting, { head, now, folded: current, referred })) ??
    recordDrafts(posting, { head, now, log: await readLog(d1, posting.story) });
  if (!recording) throw new Error("A log that was read whole was not enough to judge by");
  // Without a snapshot of today's revision, nobody knows whether the places in the index are of today's story order.
  return "kind" in recording ? recording : { ...recording, head, isStale: known !== undefined && !known.isCurrent };
};

const remarksOf = ({ warnings }: Recording, { notes }: AppendRequest): Remarks => ({ warnings, notes: [...notes] });

/** Gives again what a request with that key was answered with. */
export const replayRequest = async (
  d1: MeteredDatabase,
  story: string,
  before: RecordedRequest,
  request: RequestKey | undefined,
): Promise<({ kind: "replayed"; events: StoredEntry[] } & Remarks) | { kind: "key-reused" }> => {
  // A digest that was erased with what it digested can refuse nobody.
  if (before.story !== story || (before.digest !== null && before.digest !== request?.digest)) return { kind: "key-reused" };
  const span = { after: before.version - 1, until: before.version + before.events - 1 };
  return { kind: "replayed", events: await readLog(d1, story, span), ...parseRemarks(before.remarks) };
};
