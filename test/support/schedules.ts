/**
 * Schedules of writers to one simulated log, by a seed: two objects and those who go straight to D1, all at once, with answers that get lost,
 * transactions that come late, writers that are killed or begin with what was true before, clocks apart, tokens that are revoked meanwhile, and a
 * database that is restored to what it was while all of them go on.
 */
import type { Answer, Step, serveRequests } from "../../worker/write/writer-protocol.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { checkLog, type Sending, wrong } from "./schedule-checks.ts";
import {
  createLog,
  evidenceAlong,
  judge,
  type Promises,
  type Request,
  type Simulated,
  type Transaction,
} from "./simulated-log.ts";

type Serve = typeof serveRequests;
type Serving = ReturnType<typeof serveRequests<Simulated>>;

/** Somebody who serves requests; an object keeps what is known for the next. */
type Server = {
  isObject: boolean;
  /** Whether what it knows was read for the request that it serves first. */
  isOpening: boolean;
  skew: number;
  known: Simulated["known"] | undefined;
  serving?: { steps: Serving; step: Step<Simulated>; group: Sending[]; taken: number } | undefined;
};

const tokens = ["ada", "bob", "eve"] as const;

/** So many steps are enough for any group. */
const mostSteps = 300;

/** How a step goes wrong: nothing is done, all is done and nobody hears of it, or it is done some time later. A writer may die of it. */
const faults = ["not reached", "answer lost", "late", "killed before", "killed after", "killed, and late"] as const;

/** Runs the schedule of a seed; throws what it finds to be wrong. */
export const runSchedule = (seed: number, serve: Serve, promises: Promises): void => {
  const chance = chanceOf(seed);
  const world = createWorld(chance, serve, promises);
  const ticks = 20 + chance.below(50);
  for (let tick = 0; tick < ticks; tick += 1) world.tick(true);
  world.settle();
  world.check();
};

const createWorld = (chance: Chance, serve: Serve, promises: Promises) => {
  const d1 = createLog(promises);
  const sendings: Sending[] = [];
  const waiting: Sending[] = [];
  const late: Transaction[] = [];
  const past: Simulated["known"][] = [];
  const skew = () => chance.below(40) - 20;
  const objects: Server[] = [0, 1].map(() => ({ isObject: true, isOpening: false, skew: skew(), known: undefined }));
  let alone: Server[] = [];
  let [ids, time] = [1, 100];
  const now = () => d1.moments.length - 1;
  const log = () => d1.moments.at(-1) ?? [];

  const send = (request: Request): Sending => {
    const isBad = d1.revoked.has(request.token);
    const sending: Sending = { request, since: now(), wasGood: !isBad, wasBad: isBad };
    sendings.push(sending);
    return sending;
  };
  const newRequest = (): Request => ({
    id: ids++,
    key: chance.maybe(0.6) ? `key-${ids}` : undefined,
    token: chance.pick(tokens),
    adds: 1 + (chance.maybe(0.3) ? chance.below(3) : 0),
    expects: chance.maybe(0.15) ? Math.max(0, log().length - chance.below(2)) : undefined,
    claim: chance.maybe(0.35) ? chance.pick(["first", "second"]) : undefined,
    frees: chance.maybe(0.4),
    wantsLog: chance.maybe(0.2),
    clock: 0,
  });

  const begin = (server: Server, group: Sending[]): void => {
    const requests = group.map(({ request }) => {
      request.clock = time + server.skew;
      return request;
    });
    const steps = serve<Simulated>(
      requests,
      server.known,
      judge,
      server.isOpening ? readWith(requests, server.known) : undefined,
    );
    server.known = undefined;
    server.serving = { steps, group, step: undefined as never, taken: 0 };
    goOn(server, steps.next());
  };

  /** What was read with a story that was read for one of these requests. */
  const readWith = (requests: readonly Request[], known: Simulated["known"] | undefined) =>
    new Map(
      requests.slice(0, 1).flatMap((request): [Request, Simulated["evidence"]][] => {
        const found = known && evidenceAlong(request, log().slice(0, known.head.version));
        return found ? [[request, found]] : [];
      }),
    );

  const goOn = (server: Server, next: ReturnType<Serving["next"]>): void => {
    const { serving } = server;
    if (!serving) return;
    if (!next.done) {
      serving.step = next.value;
      serving.taken += 1;
      if (serving.taken > mostSteps) wrong("It goes on for ever", next.value.do);
      return;
    }
    server.serving = undefined;
    const { answers, known } = next.value;
    for (const sending of serving.group) answer(sending, answers.get(sending.request));
    if (server.isObject) Object.assign(server, { known, isOpening: false });
    if (known && chance.maybe(0.2)) past.push(structuredClone(known));
  };

  const answer = (sending: Sending, given: Answer<Simulated> | undefined): void => {
    if (!given) throw new Error(`Request ${sending.request.id} was not answered`);
    sending.answer = given;
    sending.until = now();
    // Who has no answer sends it again under its key, but who has none.
    if (given.kind === "unreachable" && sending.request.key !== undefined && chance.maybe(0.7)) waiting.push(again(sending));
  };
  /** The same request on its way once more: another sending, another object. */
  const again = ({ request }: Sending): Sending => send({ ...request });

  /** What D1 is to do for a step. */
  const transactionOf = (step: Step<Simulated>): Transaction => {
    if (step.do === "read") return () => d1.read(step.requests);
    if (step.do === "look") return () => d1.look(step.requests, step.known);
    return step.do === "fetch" ? () => d1.fetch(step.known) : d1.write(step.recordings, step.after);
  };

  const advance = (server: Server, mayFail: boolean): void => {
    const { serving } = server;
    if (!serving) return;
    const transaction = transactionOf(serving.step);
    const fault = mayFail && chance.maybe(0.25) ? chance.pick(faults) : undefined;
    const isCarriedOut = fault === undefined || fault === "answer lost" || fault === "killed after";
    const result = isCarriedOut ? transaction() : undefined;
    if (fault?.endsWith("late")) late.push(transaction);
    if (fault?.startsWith("killed")) kill(server, serving.group);
    else goOn(server, serving.steps.next(fault === undefined && result ? result : { kind: "unreachable" }));
  };

  /** Whoever waits for it goes straight to D1, where the request has a key by which D1 knows it. */
  const kill = (server: Server, group: readonly Sending[]): void => {
    server.serving = undefined;
    for (const sending of group) {
      sending.until = now();
      if (sending.request.key !== undefined) straight([again(sending)]);
    }
  };

  const straight = (group: Sending[]): void => {
    const opening = past.length > 0 && chance.maybe(0.3) ? structuredClone(chance.pick(past)) : undefined;
    const server: Server = { isObject: false, isOpening: opening !== undefined, skew: skew(), known: opening };
    alone.push(server);
    begin(server, group);
  };

  const actions: ((mayFail: boolean) => void)[] = [
    ...Array(3).fill(() => waiting.push(send(newRequest()))),
    () => {
      const sending = sendings.length > 0 ? chance.pick(sendings) : undefined;
      if (sending?.request.key !== undefined) waiting.push(again(sending));
    },
    ...Array(4).fill(() => {
      const server = chance.pick(objects);
      if (!server.serving && waiting.length > 0) begin(server, waiting.splice(0, 1 + chance.below(4)));
    }),
    () => {
      if (waiting.length > 0) straight(waiting.splice(0, 1));
    },
    ...Array(6).fill((mayFail: boolean) => {
      const busy = [...objects, ...alone].filter(({ serving }) => serving);
      if (busy.length > 0) advance(chance.pick(busy), mayFail);
    }),
    () => late.splice(chance.below(late.length + 1), 1).map((transaction) => transaction()),
    () => {
      const server = chance.pick(objects);
      if (server.serving) return;
      server.known = past.length > 0 && chance.maybe(0.7) ? structuredClone(chance.pick(past)) : undefined;
      server.isOpening = chance.maybe(0.3);
    },
    () => {
      const token = chance.pick(tokens);
      if (!d1.revoked.delete(token) && chance.maybe(0.5)) d1.revoked.add(token);
      for (const sending of sendings.filter(({ request, until }) => request.token === token && until === undefined))
        sending[d1.revoked.has(token) ? "wasBad" : "wasGood"] = true;
    },
    () => {
      if (chance.maybe(0.3)) d1.restore(chance.below(d1.moments.length));
    },
  ];

  return {
    tick: (mayFail: boolean): void => {
      time += chance.below(10);
      chance.pick(actions)(mayFail);
    },
    /** Lets all that is on its way come to its end, with no more faults, and sends once more what has a key and no answer yet. */
    settle: (): void => {
      d1.revoked.clear();
      for (const sending of sendings) if (sending.until === undefined) sending.wasGood = true;
      const unanswered = sendings.filter(
        ({ request, answer }) => request.key !== undefined && (!answer || answer.kind === "unreachable"),
      );
      waiting.push(...unanswered.map(again));
      for (let busy = true; busy; ) {
        for (const server of [...objects, ...alone]) while (server.serving) advance(server, false);
        alone = [];
        for (const transaction of late.splice(0)) transaction();
        busy = waiting.length > 0;
        if (busy) begin(chance.pick(objects), waiting.splice(0, 3));
      }
    },
    check: (): void => checkLog(d1, sendings),
  };
};
