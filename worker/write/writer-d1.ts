/** Carries out the steps of a story's writer on D1. */
import type { Folded } from "../../projections/fold.ts";
import {
  DatabaseOverloaded,
  DatabaseUnreachable,
  LogConflict,
  type MeteredDatabase,
  type Row,
  TokenRefused,
} from "../store/d1.ts";
import { emptyHead, headOf, readLog, recordedRequestOf, selectEvents, selectHead, selectRequest } from "../store/log.ts";
import { entryOfRow, type StoredEntry, type StoredEvent } from "../store/rows.ts";
import { selectWriter } from "../store/sign-in.ts";
import { neighboursOf, selectNeighbours } from "../store/story-order.ts";
import { type KeyedRequest, writeEntries } from "../store/write.ts";
import { guardWrite } from "../store/write-guards.ts";
import { type AppendDomain, judgePosting } from "./judge-posting.ts";
import {
  allParts,
  bytesOf,
  coversParts,
  type FoldParts,
  joinParts,
  type KnownLog,
  knownLogOf,
  partsFor,
  selectKnownLog,
} from "./known-log.ts";
import { amendsLog, endOfLateTalk, type Posting, versionsNamedBy } from "./posting.ts";
import { remarksJson } from "./remarks.ts";
import { sealEvents } from "./retry-conflicts.ts";
import { type Answer, type Found, type Recorded, type Step, type StepResult, serveRequests } from "./writer-protocol.ts";

type Ask<Kind extends Step<AppendDomain>["do"]> = Extract<Step<AppendDomain>, { do: Kind }>;
type Result = StepResult<AppendDomain>;

/** Serves requests to one story, by what is known of it, if anything is: see `serveRequests`. Answers in the order of the requests. */
export const servePostings = async (
  d1: MeteredDatabase,
  postings: readonly Posting[],
  start: KnownLog | undefined,
): Promise<{ answers: Answer<AppendDomain>[]; known: KnownLog | undefined }> => {
  const requests = postings.map(withKey);
  const wanted = partsFor(postings);
  const steps = serveRequests<AppendDomain>(requests, start && coversParts(start, wanted) ? start : undefined, judgePosting);
  const parts = start ? joinParts(start.parts, wanted) : wanted;
  let next = steps.next();
  while (!next.done) next = steps.next(await carryOut(d1, next.value, parts));
  const { answers, known } = next.value;
  return { answers: requests.map((request) => answers.get(request) ?? unanswered()), known };
};

const unanswered = (): never => {
  throw new Error("A request was served and not answered");
};

/** A key is its editor's. */
const withKey = (posting: Posting): AppendDomain["request"] => ({
  ...posting,
  key: posting.request && `${posting.editor} ${posting.request.keyHash}`,
});

const carryOut = async (d1: MeteredDatabase, step: Step<AppendDomain>, parts: FoldParts): Promise<Result> => {
  try {
    if (step.do === "read") return await read(d1, step, parts);
    if (step.do === "look") return await look(d1, step);
    return step.do === "fetch" ? await fetchEvidence(d1, step) : await write(d1, step);
  } catch (error) {
    if (error instanceof LogConflict) return { kind: "conflict" };
    if (error instanceof TokenRefused) return { kind: "token-refused" };
    if (!(error instanceof DatabaseUnreachable)) throw error;
    console.error(JSON.stringify({ writer: step.do, error: error.stack ?? String(error) }));
    return { kind: error instanceof DatabaseOverloaded ? "overloaded" : "unreachable" };
  }
};

const storyOf = ([posting]: readonly Posting[]): string => posting?.story ?? "";

const read = async (d1: MeteredDatabase, { requests, races }: Ask<"read">, parts: FoldParts): Promise<Result> => {
  // Whoever has lost a race lets the others go first for a while.
  if (races > 0) await scheduler.wait(Math.random() * Math.min(8 * races, 80));
  const story = storyOf(requests);
  const questions = requests.map((posting) => ({ posting, statements: asked(d1, posting), versions: versionsNamedBy(posting) }));
  const named = questions.filter(({ versions }) => versions.length > 0);
  const rows = await d1.batch(
    selectKnownLog(d1, story, parts),
    ...questions.flatMap(({ statements }) => statements),
    ...named.map(({ versions }) => selectEvents(d1, story, versions)),
  );
  const referred = rows.slice(rows.length - named.length);
  return {
    kind: "read",
    known: await knownLogOf(rows[0] ?? [], parts),
    found: foundIn(rows.slice(1), requests),
    evidence: questions.map((question) => {
      const index = named.indexOf(question);
      return index < 0 ? undefined : { referred: (referred[index] ?? []).map(entryOfRow) };
    }),
  };
};

const look = async (d1: MeteredDatabase, { requests, known }: Ask<"look">): Promise<Result> => {
  const [[head] = [], ...rows] = await d1.batch(
    selectHead(d1, storyOf(requests)),
    ...requests.flatMap((posting) => asked(d1, posting)),
  );
  const { version, hash } = head ? headOf(head) : emptyHead;
  const isSame = version === known.head.version && hash === known.head.hash;
  return { kind: "looked", isSame, found: foundIn(rows, requests) };
};

/** What D1 is asked of each request, whatever it says: whether its token is good, and whether its key was used. */
const asked = (d1: MeteredDatabase, { tokenHash, editor, request }: Posting): D1PreparedStatement[] => [
  selectWriter(d1, tokenHash),
  ...(request ? [selectRequest(d1, editor, request.keyHash)] : []),
];

const foundIn = (rows: readonly Row[][], requests: readonly Posting[]): Found<AppendDomain>[] => {
  let at = 0;
  return requests.map(({ editor, request }) => {
    const isGood = rows[at++]?.[0]?.editor === editor;
    return { isGood, before: request && recordedRequestOf(rows[at++]?.[0]) };
  });
};

const fetchEvidence = async (d1: MeteredDatabase, { request, known, before }: Ask<"fetch">): Promise<Result> => {
  const { story } = request;
  const versions = before || amendsLog(request) ? [] : versionsNamedBy(request);
  // The places in an index of other code are not today's.
  const end = known.folded && known.isCurrent && !before?.neighbours ? endOfLateTalk(request, known.folded.story) : undefined;
  if (!known.folded || (versions.length === 0 && end === undefined)) {
    const log = await readLog(d1, story, { until: known.head.version });
    return { kind: "fetched", evidence: { referred: [], log } };
  }
  const named = versions.length > 0 ? [selectEvents(d1, story, versions)] : [];
  const rows = await d1.batch(...named, ...(end === undefined ? [] : selectNeighbours(d1, story, end)));
  const referred = named.length > 0 ? (rows[0] ?? []).map(entryOfRow) : (before?.referred ?? []);
  const neighbours = end === undefined ? undefined : neighboursOf(rows.slice(named.length));
  return { kind: "fetched", evidence: { referred, neighbours } };
};

const write = async (d1: MeteredDatabase, { recordings, after, isFresh }: Ask<"write">): Promise<Result> => {
  const { story } = recordings[0]?.request ?? { story: "" };
  const entries = await sealEvents(
    recordings.flatMap(({ recording }) => recording.events),
    after.head.hash,
  );
  const { folded } = recordings.at(-1)?.recording ?? {};
  const [last] = entries.slice(-1);
  if (!folded || !last) throw new Error("There is nothing to write");
  const writers = recordings.map(({ request }) => request);
  const places = recordings.map(({ recording }) => recording.placeOf);
  const written = await writeEntries(d1, {
    story,
    entries,
    folded,
    placeOf: (version) => places.findLast((placeOf) => placeOf(version) !== undefined)?.(version),
    earlier: recordings[0]?.recording.earlier,
    requests: recordings.flatMap(keyedRequestOf),
    // Nothing is ever put before what was read just now. What is remembered may be of a log that was restored to what it was, and went on.
    guards: guardWrite(d1, story, writers, isFresh ? undefined : after.head),
  });
  return { kind: "written", known: knownAfter(recordings, after, folded, last), written: shareOut(recordings, written) };
};

const keyedRequestOf = ({ request: { request }, recording }: Recorded<AppendDomain>): KeyedRequest[] => {
  const { events, warnings, notes } = recording;
  return request
    ? [{ ...request, version: events[0]?.version ?? 0, events: events.length, remarks: remarksJson({ warnings, notes }) }]
    : [];
};

/** What was written for each request. */
const shareOut = (recordings: readonly Recorded<AppendDomain>[], entries: readonly StoredEntry[]): AppendDomain["written"][] => {
  let at = 0;
  return recordings.map(({ recording: { events, warnings, notes } }) => {
    const from = at;
    at += events.length;
    return { events: entries.slice(from, at), warnings, notes };
  });
};

const knownAfter = (
  recordings: readonly Recorded<AppendDomain>[],
  after: KnownLog,
  folded: Folded,
  { version, recordedAt, recordedBy, type, seal: { hash } }: Omit<StoredEvent, "position">,
): KnownLog => {
  const head = { version, recordedAt, recordedBy, type, hash };
  if (recordings[0]?.recording.log) return { head, folded, isCurrent: true, parts: allParts, bytes: bytesOf(folded) };
  const more = JSON.stringify(recordings.map(({ recording }) => recording.events)).length;
  return { head, folded, isCurrent: true, parts: after.parts, bytes: after.bytes + more };
};
