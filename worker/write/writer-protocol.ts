/**
 * How the writer of a story serves requests, as decisions alone: it asks for one step after another, is told what came of each, and ends with
 * an answer to every request. It knows no clock, no chance and no I/O: whoever carries the steps out does, and so all of its ways can be
 * tried. What it knows of the story may be stale, others may write meanwhile, and any step may fail: D1 alone judges, by the guards and
 * constraints of the transaction that writes.
 */

/** What the protocol is about. `known` is a story's head and state; `evidence` what a request needs of the log besides. */
type Domain = {
  request: { key?: string | undefined };
  known: object;
  recording: object;
  evidence: object;
  /** What was written for a request, an answer that needs nothing written, and a request with the same key that was recorded before. */
  written: unknown;
  answer: unknown;
  before: unknown;
};

/** What the rules make of a request. `recorded`: `known` is the story with it; what was known before may have been changed for that. */
export type Judgement<D extends Domain> =
  | { kind: "recorded"; recording: D["recording"]; known: D["known"] }
  | { kind: "answered"; answer: D["answer"] }
  | { kind: "needs-evidence" };

/** Judges a request by what is known; it leaves that as it was but where the request is recorded. */
export type Judge<D extends Domain> = (
  request: D["request"],
  known: D["known"],
  evidence: D["evidence"] | undefined,
) => Judgement<D>;

/** A request and what the rules made of it. */
export type Recorded<D extends Domain> = { request: D["request"]; recording: D["recording"] };

/**
 * What is to be done, in one transaction each but for `fetch`:
 * - `read`: the story, and of each request its token and its key; `races` is how often it was lost before;
 * - `look`: whether the story is still the one that is known, and of each request its token and its key;
 * - `fetch`: what a request needs of the log up to the head that is known;
 * - `write`: all of them, after the head that is known, by its version and its hash, if their tokens are good and their keys new; else nothing.
 *   A head that was read just now may be of a log that was restored since to what it was, and went on.
 */
export type Step<D extends Domain> =
  | { do: "read"; requests: readonly D["request"][]; races: number }
  | { do: "look"; requests: readonly D["request"][]; known: D["known"] }
  | { do: "fetch"; request: D["request"]; known: D["known"]; before: D["evidence"] | undefined }
  | { do: "write"; recordings: readonly Recorded<D>[]; after: D["known"] };

/** What D1 says of a request's token and key. */
export type Found<D extends Domain> = { isGood: boolean; before?: D["before"] | undefined };

/** What came of a step. `known` of what was fetched: the story as it stands there, where it is not the one that was known. `unreachable`, or `overloaded`: nobody knows whether it was carried out, or will be yet. */
export type StepResult<D extends Domain> =
  | { kind: "read"; known: D["known"]; found: readonly Found<D>[]; evidence: readonly (D["evidence"] | undefined)[] }
  | { kind: "looked"; isSame: boolean; found: readonly Found<D>[] }
  | { kind: "fetched"; evidence: D["evidence"]; known?: D["known"] | undefined }
  | { kind: "written"; known: D["known"]; written: readonly D["written"][] }
  | { kind: "conflict" | "token-refused" | Lost };

/** D1 did not answer, perhaps because it has more to do than it can. */
type Lost = "unreachable" | "overloaded";

/** What a request is answered with. But for `written`, nothing was written for it, or, of `unreachable`, nobody knows. */
export type Answer<D extends Domain> =
  | { kind: "written"; written: D["written"] }
  | { kind: "answered"; answer: D["answer"] }
  | { kind: "repeated"; before: D["before"] }
  | { kind: "unauthorized" | "contended" | Lost };

/** What came of it all: an answer to each request, and what is known of the story now; undefined where that is nothing for sure. */
export type Served<D extends Domain> = { answers: Map<D["request"], Answer<D>>; known: D["known"] | undefined };

/** Each lost race means that somebody else has won one: so many writers can be at one story at once. */
const mostRaces = 64;

/**
 * Serves requests, each of which is recorded whole or not at all. `start`: what is known of the story, if anything is; `read`: where that was
 * read just now, for the sake of one of these requests, what it was read with.
 */
export function* serveRequests<D extends Domain>(
  requests: readonly D["request"][],
  start: D["known"] | undefined,
  judge: Judge<D>,
  read?: ReadonlyMap<D["request"], D["evidence"]>,
): Generator<Step<D>, Served<D>, StepResult<D>> {
  const answers: Served<D>["answers"] = new Map();
  const evidence = new Map<D["request"], D["evidence"]>(read);
  let open = [...requests];
  let known = start;
  // Whether all that is known, of the story and of the requests, was read just now.
  let isFresh = false;

  const settle = (all: readonly D["request"][], answerTo: (request: D["request"], index: number) => Answer<D> | undefined) => {
    for (const [index, request] of all.entries()) {
      const answer = answerTo(request, index);
      if (answer) answers.set(request, answer);
    }
    open = open.filter((request) => !answers.has(request));
  };
  const settleFound = (all: readonly D["request"][], found: readonly Found<D>[]) =>
    settle(all, (_, index) => {
      const { isGood, before } = found[index] ?? { isGood: false };
      if (!isGood) return { kind: "unauthorized" };
      return before === undefined ? undefined : { kind: "repeated", before };
    });

  for (let races = 0; open.length > 0; ) {
    if (known === undefined) {
      if (races === mostRaces) {
        settle(open, () => ({ kind: "contended" }));
        break;
      }
      const asked = open;
      const result = yield { do: "read", requests: asked, races };
      races += 1;
      if (result.kind !== "read") {
        settle(open, () => lostBy(result));
        break;
      }
      known = result.known;
      evidence.clear();
      for (const [index, request] of asked.entries()) if (result.evidence[index]) evidence.set(request, result.evidence[index]);
      settleFound(asked, result.found);
      isFresh = true;
    }

    const judged = judgeAll(open, known, evidence, judge);
    const { needing } = judged;
    if (needing) {
      const result: StepResult<D> = yield {
        do: "fetch",
        request: needing,
        known,
        before: evidence.get(needing),
      };
      if (result.kind !== "fetched") settle([needing], () => lostBy(result));
      else {
        if (result.known !== undefined) {
          known = result.known;
          evidence.clear();
          isFresh = false;
          // What could not be recorded before it perhaps can now, and it is judged by a log without that.
          open = [needing, ...open.filter((request) => request !== needing)];
        }
        evidence.set(needing, result.evidence);
      }
      continue;
    }

    if (judged.recordings.length === 0) {
      const answered: Served<D>["answers"] = judged.answered;
      if (!isFresh && open.length > 0) {
        const asked = open;
        const result: StepResult<D> = yield { do: "look", requests: asked, known };
        if (result.kind !== "looked") {
          settle(open, () => lostBy(result));
          break;
        }
        settleFound(asked, result.found);
        if (!result.isSame) {
          known = undefined;
          continue;
        }
      }
      settle(open, (request) => answered.get(request));
      continue;
    }

    const { recordings } = judged;
    const written = recordings.map(({ request }) => request);
    const result: StepResult<D> = yield { do: "write", recordings, after: known };
    known = undefined;
    if (result.kind === "written") {
      known = result.known;
      evidence.clear();
      isFresh = false;
      settle(written, (_, index) => ({ kind: "written", written: result.written[index] }));
    } else if (result.kind === "token-refused" && written.length === 1) settle(written, () => ({ kind: "unauthorized" }));
    else if (result.kind !== "conflict" && result.kind !== "token-refused") settle(written, () => lostBy(result));
  }
  return { answers, known };
}

const lostBy = ({ kind }: { kind: string }): { kind: Lost } => ({ kind: kind === "overloaded" ? kind : "unreachable" });

type Judged<D extends Domain> = {
  recordings: Recorded<D>[];
  answered: Map<D["request"], Answer<D>>;
  needing?: D["request"];
};

/**
 * Judges requests, each after those before it that can be recorded. One that needs more of the log is judged when nothing stands before it.
 * Of two with one key, the second waits. What is answered beside recordings is judged again once they are written.
 */
const judgeAll = <D extends Domain>(
  open: readonly D["request"][],
  start: D["known"],
  evidence: ReadonlyMap<D["request"], D["evidence"]>,
  judge: Judge<D>,
): Judged<D> => {
  const judged: Judged<D> = { recordings: [], answered: new Map() };
  const keys = new Set<string>();
  let known = start;
  for (const request of open) {
    if (request.key !== undefined && keys.has(request.key)) continue;
    const judgement = judge(request, known, evidence.get(request));
    if (judgement.kind === "needs-evidence") {
      if (judged.recordings.length === 0) return { ...judged, needing: request };
      break;
    }
    if (judgement.kind === "answered") judged.answered.set(request, judgement);
    else {
      judged.recordings.push({ request, recording: judgement.recording });
      known = judgement.known;
      if (request.key !== undefined) keys.add(request.key);
    }
  }
  return judged;
};
