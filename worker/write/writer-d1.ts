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
import { emptyHead, headOf, recordedRequestOf, selectHead, selectRequest } from "../store/log.ts";
import type { StoredEntry, StoredEvent } from "../store/rows.ts";
import { selectRehearser, selectWriter } from "../store/sign-in.ts";
import { readWholeLog } from "../store/whole-log.ts";
import { type KeyedRequest, writeEntries } from "../store/write.ts";
import { guardWrite } from "../store/write-guards.ts";
import { type Evidence, evidenceOf, readEvidence, selectEvidence } from "./evidence.ts";
import { type AppendDomain, judgePosting } from "./judge-posting.ts";
import {
  allParts,
  bytesOf,
  coversParts,
  type FoldParts,
  joinKnown,
  type KnownLog,
  knownLogOf,
  partsFor,
  selectKnownLog,
} from "./known-log.ts";
import type { Posting } from "./posting.ts";
import { remarksJson } from "./remarks.ts";
import { sealEvents } from "./retry-conflicts.ts";
import { type Answer, type Found, type Recorded, type Step, type StepResult, serveRequests } from "./writer-protocol.ts";

type Ask<Kind extends Step<AppendDomain>["do"]> = Extract<Step<AppendDomain>, { do: Kind }>;
type Result = StepResult<AppendDomain>;

/**
 * Serves requests to one story, by what is known of it, if anything is: see `serveRequests`. Answers in the order of the requests. `evidence`:
 * where the story was read just now, what was read with it for each of the requests.
 */
export const servePostings = async (
  d1: MeteredDatabase,
  postings: readonly Posting[],
  start: KnownLog | undefined,
  evidence?: readonly (Evidence | undefined)[],
): Promise<{ answers: Answer<AppendDomain>[]; known: KnownLog | undefined }> => {
  const requests = postings.map(withKey);
  const wanted = partsFor(postings);
  const known = start && coversParts(start, wanted) ? start : undefined;
  const steps = serveRequests<AppendDomain>(
    requests,
    known,
    judgePosting,
    known && evidence && evidenceOfEach(requests, evidence),
  );
  // What is remembered is as good as what is read, where the story is still the same.
  const remembered = known ? undefined : start;
  let next = steps.next();
  while (!next.done) next = steps.next(await carryOut(d1, next.value, wanted, remembered));
  const { answers, known: after } = next.value;
  return { answers: requests.map((request) => answers.get(request) ?? unanswered()), known: after };
};

const evidenceOfEach = (requests: readonly AppendDomain["request"][], evidence: readonly (Evidence | undefined)[]) =>
  new Map(
    requests.flatMap((request, index): [AppendDomain["request"], Evidence][] => {
      const found = evidence[index];
      return found ? [[request, found]] : [];
    }),
  );

const unanswered = (): never => {
  throw new Error("A request was served and not answered");
};

/** A key is its editor's. */
const withKey = (posting: Posting): AppendDomain["request"] => ({
  ...posting,
  key: posting.request && `${posting.editor} ${posting.request.keyHash}`,
});

const carryOut = async (
  d1: MeteredDatabase,
  step: Step<AppendDomain>,
  ...of: [FoldParts, KnownLog | undefined]
): Promise<Result> => {
  try {
    if (step.do === "read") return await read(d1, step, ...of);
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

const read = async (
  d1: MeteredDatabase,
  { requests, races }: Ask<"read">,
  parts: FoldParts,
  remembered: KnownLog | undefined,
): Promise<Result> => {
  // Whoever has lost a race lets the others go first for a while.
  if (races > 0) await scheduler.wait(Math.random() * Math.min(8 * races, 80));
  const story = storyOf(requests);
  const questions = requests.map((posting) => ({ posting, asked: asked(d1, posting), evidence: selectEvidence(d1, posting) }));
  const rows = await d1.batch(
    selectKnownLog(d1, story, parts),
    ...questions.flatMap((question) => question.asked),
    ...questions.flatMap((question) => question.evidence),
  );
  let at = 1 + questions.reduce((sum, question) => sum + question.asked.length, 0);
  const known = joinKnown(await knownLogOf(rows[0] ?? [], parts), remembered);
  return {
    kind: "read",
    known,
    found: foundIn(rows.slice(1), requests),
    evidence: questions.map(({ posting, evidence: { length } }) => {
      at += length;
      return evidenceOf(rows.slice(at - length, at), posting, known.head.version);
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
const asked = (d1: MeteredDatabase, { tokenHash, editor, request, isRehearsal }: Posting): D1PreparedStatement[] => [
  (isRehearsal ? selectRehearser : selectWriter)(d1, tokenHash),
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
  const found = known.folded && (await readEvidence(d1, request, known.folded.story, before));
  if (found) return { kind: "fetched", evidence: found };
  const { head, isCurrent, log } = await readWholeLog(d1, request.story);
  const evidence = { referred: [], log: await log() };
  // Others may have written since: a takedown or an import does so without this writer.
  if (head.hash === known.head.hash) return { kind: "fetched", evidence };
  return { kind: "fetched", evidence, known: { ...known, head, isCurrent, folded: undefined } };
};

const write = async (d1: MeteredDatabase, { recordings, after }: Ask<"write">): Promise<Result> => {
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
    after: after.head.hash,
    entries,
    folded,
    placeOf: (version) => places.findLast((placeOf) => placeOf(version) !== undefined)?.(version),
    earlier: recordings[0]?.recording.earlier,
    requests: recordings.flatMap(keyedRequestOf),
    guards: [guardWrite(d1, writers)],
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
