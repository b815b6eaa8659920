/**
 * A log as D1 keeps it, small enough to be tried by the hundred thousand: transactions that are carried out whole or not at all, with the guards
 * and constraints of the real one. A story is a sum and the claims that stand on it: what is claimed can be claimed again once it was freed.
 */
import type { Found, Judge, Judgement, StepResult } from "../../worker/write/writer-protocol.ts";

/** What a client asks for: so many entries, perhaps at a version, perhaps with a claim, perhaps such that it is judged by the log. */
export type Request = {
  id: number;
  key: string | undefined;
  token: string;
  adds: number;
  expects: number | undefined;
  claim: string | undefined;
  frees: boolean;
  wantsLog: boolean;
  /** What the clock says of whoever serves it. */
  clock: number;
};

/** An entry of the log, chained to the one before it. */
export type Entry = Pick<Request, "id" | "key" | "token" | "claim" | "frees"> & {
  version: number;
  at: number;
  hash: number;
  /** Drawn anew whenever it is sealed: no two entries have one hash, whatever they say. */
  salt: number;
  /** The version of the first entry of its request. */
  first: number;
  /** Whether the token was good when it was written. */
  isGood?: boolean;
};
type State = { sum: number; claims: Record<string, number> };
type Head = { version: number; hash: number; at: number };
type Known = { head: Head; state: State };

/** What the protocol is about, in this log. */
export type Simulated = {
  request: Request;
  known: Known;
  recording: { entries: Entry[]; state: State };
  /** `isNear`: it was read along with the story, and tells of no later one. */
  evidence: { log: Entry[]; isNear?: boolean };
  written: { id: number; from: number; to: number };
  answer: { kind: "mismatch" | "claimed" | "free"; version: number };
  before: { id: number; from: number };
};

/** Which of D1's promises are kept: those that are broken show what each is good for. */
export type Promises = { order: boolean; hashes: boolean; keys: boolean; tokens: boolean; whole: boolean };

/** All of them kept. */
export const allKept: Promises = { order: true, hashes: true, keys: true, tokens: true, whole: true };

const empty = (): Known => ({ head: { version: 0, hash: 1, at: 0 }, state: { sum: 0, claims: {} } });
/** The hash of an entry, after that of the one before it. */
export const chained = (previous: number, { id, version, salt }: Pick<Entry, "id" | "version" | "salt">): number =>
  (Math.imul(Math.imul(previous, 31) + id * 7 + version, 31) + salt) | 0;

/** What a log comes to. */
export const foldOf = (log: readonly Entry[]): Known => {
  const { head, state } = empty();
  for (const { version, at, hash, salt, ...entry } of log) {
    move(state, entry);
    Object.assign(head, { version, at, hash });
  }
  return { head, state };
};

const move = (state: State, { id, claim, frees }: Pick<Entry, "id" | "claim" | "frees">): void => {
  state.sum += id;
  if (claim === undefined) return;
  if (frees) delete state.claims[claim];
  else state.claims[claim] = id;
};

/** Judges as the real rules do: what is admitted changes the state that was given, but of several entries, which are tried on a copy. */
export const judge: Judge<Simulated> = (request, { head, state }, evidence): Judgement<Simulated> => {
  if (request.expects !== undefined && request.expects !== head.version)
    return { kind: "answered", answer: { kind: "mismatch", version: head.version } };
  const isPast = evidence?.isNear && evidence.log.length !== head.version;
  if (request.wantsLog && (!evidence || isPast)) return { kind: "needs-evidence" };
  const held = request.wantsLog && evidence ? foldOf(evidence.log).state : state;
  const isClaimed = request.claim !== undefined && held.claims[request.claim] !== undefined;
  if (request.claim !== undefined && isClaimed !== request.frees)
    return { kind: "answered", answer: { kind: isClaimed ? "claimed" : "free", version: head.version } };
  const next = request.adds > 1 ? structuredClone(held) : held;
  const { id, key, token, claim, frees } = request;
  const at = Math.max(request.clock, head.at);
  const entries = Array.from({ length: request.adds }, (_, index): Entry => {
    const version = head.version + index + 1;
    move(next, { id, claim, frees });
    return {
      id,
      key: index === 0 ? key : undefined,
      token,
      claim,
      frees,
      version,
      at,
      hash: 0,
      salt: 0,
      first: head.version + 1,
    };
  });
  // The hash is known once the entries are sealed.
  return {
    kind: "recorded",
    recording: { entries, state: next },
    known: { head: { version: head.version + request.adds, at, hash: 0 }, state: next },
  };
};

/** What is read of a log of that length along with the story for every other request that wants the log. */
export const evidenceAlong = ({ id, wantsLog }: Request, log: readonly Entry[]): Simulated["evidence"] | undefined =>
  wantsLog && id % 2 === 0 ? { log: structuredClone([...log]), isNear: true } : undefined;

/** A transaction that was sent, and can be carried out at any time. */
export type Transaction = () => StepResult<Simulated>;

/** The log, its snapshot and its tokens. */
export const createLog = (promises: Promises = allKept) => {
  let log: readonly Entry[] = [];
  const moments: (readonly Entry[])[] = [log];
  let salt = 0;
  const become = (next: readonly Entry[]): void => {
    log = next;
    moments.push(log);
  };
  let snapshot = empty();
  const revoked = new Set<string>();
  const found = ({ token, key }: Request): Found<Simulated> => {
    const first = key === undefined ? undefined : log.find((entry) => entry.key === key);
    return { isGood: !revoked.has(token), before: first && { id: first.id, from: first.version } };
  };
  const hasTurn = (head: Head): boolean =>
    log.length === head.version && (!promises.hashes || (log.at(-1)?.hash ?? 1) === head.hash);
  /** What is written was sealed before it was sent, after the head that its sender knew. */
  const sealAfter = (head: Head, recordings: readonly Entry[][]): Entry[][] => {
    let previous = head.hash;
    return recordings.map((entries) =>
      entries.map((entry) => {
        const salted = { ...entry, salt: ++salt };
        previous = chained(previous, salted);
        return { ...salted, hash: previous };
      }),
    );
  };
  return {
    /** The log as it stood after each transaction that changed it, and after each restoration: the last is as it stands. */
    moments,
    revoked,
    /** The database goes back to what it was at a moment, its snapshot with it. What is on its way stays on its way. */
    restore: (moment: number): void => {
      become(moments[moment] ?? []);
      snapshot = foldOf(log);
    },
    snapshot: () => snapshot,
    read: (requests: readonly Request[]): StepResult<Simulated> => ({
      kind: "read",
      known: structuredClone(snapshot),
      found: requests.map(found),
      evidence: requests.map((request) => evidenceAlong(request, log)),
    }),
    look: (requests: readonly Request[], { head }: Known): StepResult<Simulated> => ({
      kind: "looked",
      isSame: hasTurn(head),
      found: requests.map(found),
    }),
    fetch: ({ head }: Known): StepResult<Simulated> => ({
      kind: "fetched",
      evidence: { log: structuredClone([...log]) },
      known: hasTurn(head) ? undefined : foldOf(log),
    }),
    /** A transaction that writes: what it writes is what it was given now. */
    write: (recordings: readonly { request: Request; recording: Simulated["recording"] }[], { head }: Known): Transaction => {
      const all = recordings.map(({ recording }) => recording.entries);
      const sent = sealAfter(head, structuredClone(all));
      const state = structuredClone(recordings.at(-1)?.recording.state ?? empty().state);
      const tokens = recordings.map(({ request }) => request.token);
      const keys = recordings.flatMap(({ request }) => request.key ?? []);
      // What is given back is moved on in place by whoever sent it, as the real one is.
      const live = recordings.at(-1)?.recording.state ?? state;
      return () => {
        if (promises.tokens && tokens.some((token) => revoked.has(token))) return { kind: "token-refused" };
        if (promises.order && !hasTurn(head)) return { kind: "conflict" };
        const isTaken = (key: string) => log.some((entry) => entry.key === key);
        if (promises.keys && (keys.some(isTaken) || new Set(keys).size < keys.length)) return { kind: "conflict" };
        const written = sent.map((entries) => (promises.whole ? entries : entries.slice(0, 1)));
        become([...log, ...written.flat().map((entry) => ({ ...entry, isGood: !revoked.has(entry.token) }))]);
        const last = log.at(-1) ?? empty().head;
        snapshot = { head: { version: last.version, hash: last.hash, at: last.at }, state: structuredClone(state) };
        return {
          kind: "written",
          known: { head: { ...snapshot.head }, state: live },
          written: written.map((entries) => ({
            id: entries[0]?.id ?? 0,
            from: entries[0]?.version ?? 0,
            to: entries.at(-1)?.version ?? 0,
          })),
        };
      };
    },
  };
};
