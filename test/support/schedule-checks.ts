/** What holds of a schedule of writers, whatever has happened in it. */
import type { Answer } from "../../worker/write/writer-protocol.ts";
import { chained, type createLog, type Entry, foldOf, judge, type Request, type Simulated } from "./simulated-log.ts";

/** One sending of a request: what it was answered, if anything, from which moment of the log to which it was under way, and whose tokens were bad meanwhile. */
export type Sending = {
  request: Request;
  since: number;
  wasGood: boolean;
  wasBad: boolean;
  answer?: Answer<Simulated>;
  until?: number;
};

/** Ends the schedule: this must not be. */
export const wrong = (what: string, detail: unknown): never => {
  throw new Error(`${what}: ${JSON.stringify(detail)}`);
};

type Log = readonly Entry[];

/**
 * What holds of the log and of what was answered, whatever has happened: at each moment, for what a restoration takes away was there. The last
 * moment before one tells of all since the one before.
 */
export const checkLog = ({ moments, snapshot }: ReturnType<typeof createLog>, sendings: readonly Sending[]): void => {
  const anew = foldOf(moments.at(-1) ?? []);
  if (JSON.stringify(snapshot().state) !== JSON.stringify(anew.state)) wrong("The snapshot is not the log's", [snapshot(), anew]);
  const ends = moments.filter((log, moment) => (moments[moment + 1]?.length ?? 0) <= log.length);
  ends.forEach(checkChain);
  for (const [id, all] of Map.groupBy(sendings, ({ request }) => request.id)) {
    for (const log of ends) checkRecorded(log, id, all);
    checkAnswers(moments, id, all);
  }
};

const checkChain = (log: Log): void => {
  for (const [index, entry] of log.entries()) {
    const { version, at, hash, id, first, claim, frees } = entry;
    const before = log[index - 1];
    if (version !== index + 1) wrong("A gap or a double", log);
    if (hash !== chained(before?.hash ?? 1, entry)) wrong("The chain is broken", log);
    if (at < (before?.at ?? 0)) wrong("A time runs backwards", log);
    if (first !== version && before?.id !== id) wrong("A request is torn apart", log);
    if (first === version && claim !== undefined) {
      const { claims } = foldOf(log.slice(0, index)).state;
      if ((claims[claim] !== undefined) !== frees) wrong("Recorded against the rules", log);
    }
  }
};

const ofRequest = (log: Log, id: number): Log => log.filter((entry) => entry.id === id);

/** What is in the log of a request. */
const checkRecorded = (log: Log, id: number, [sending]: readonly Sending[]): void => {
  const entries = ofRequest(log, id);
  const { adds, expects } = sending?.request ?? { adds: 0 };
  if (entries.length !== 0 && entries.length !== adds) wrong("Recorded twice, or in part", [id, log]);
  if (entries[0] && expects !== undefined && entries[0].version !== expects + 1) wrong("Recorded at another version", entries);
  if (entries.some(({ isGood }) => !isGood)) wrong("Recorded by a bad token", entries);
};

/** What each sending of a request was answered with. */
const checkAnswers = (moments: readonly Log[], id: number, all: readonly Sending[]): void => {
  for (const { request, answer, since, until = moments.length - 1, wasBad, wasGood } of all) {
    const seen = moments.slice(since, until + 1);
    const stoodAt = (from: number) => seen.some((log) => ofRequest(log, id)[0]?.version === from);
    if (answer?.kind === "written" && !stoodAt(answer.written.from)) wrong("Answered and not there", [answer, seen]);
    if (answer?.kind === "repeated" && (answer.before.id !== id || !stoodAt(answer.before.from)))
      wrong("Another request's answer", [answer, seen]);
    if (answer?.kind === "unauthorized" && !wasBad) wrong("A good token was refused", request);
    if (answer?.kind === "answered" && !wasGood) wrong("A bad token was answered", request);
    if (answer?.kind === "contended") wrong("Nobody else was there, and it was given up", request);
    const isFinal = answer && answer.kind !== "written" && answer.kind !== "repeated" && answer.kind !== "unreachable";
    const isRecorded = (log: Log) => ofRequest(log, id).length > 0;
    if (request.key === undefined && isFinal && moments.some(isRecorded)) wrong("Refused and recorded", [answer, id]);
    if (answer?.kind === "answered" && seen.every(isRecorded)) wrong("Refused, though its key was used before", [answer, id]);
    if (answer?.kind === "answered" && !seen.some((log) => isTrue(log, request, answer.answer)))
      wrong("Refused for what was not so", [answer, seen]);
  }
};

/** Whether the rules say so of a log. */
const isTrue = (log: Log, request: Request, told: Simulated["answer"]): boolean => {
  const judged = judge({ ...request, adds: 2 }, foldOf(log), { log: [...log] });
  return judged.kind === "answered" && judged.answer.kind === told.kind && judged.answer.version === told.version;
};
