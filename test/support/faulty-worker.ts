/**
 * The Worker over a D1 that fails where a header of the request says so: at which of its round trips, and how, in the Worker or in the story's
 * writer. Another header says what is wrong with the writer itself.
 */
import { app } from "../../worker/app.ts";
import type { Bindings } from "../../worker/env.ts";
import { StoryWriter as Writer } from "../../worker/write/writer.ts";
import { inside, lateness, patience } from "./faults.ts";

export { StoryHub } from "../../worker/live/hub.ts";

const failWith = async <Answer>(failure: string | undefined, run: () => Promise<Answer>): Promise<Answer> => {
  if (failure === "after") await run();
  if (failure === "never") await new Promise<never>(() => {});
  if (failure === "late") {
    await new Promise((resolve) => setTimeout(resolve, lateness));
    return run();
  }
  throw new Error(failure?.startsWith("says:") ? decodeURIComponent(failure.slice(5)) : inside);
};

/** Round trips so far, and at which of them D1 fails. */
type Failing = { header: string; trips: number };

const faulty = (db: D1Database, failing: Failing, keepAlive: (work: Promise<unknown>) => void): D1Database => {
  const [at, failure] = failing.header.split(" ");
  const batch = <Row>(statements: D1PreparedStatement[]): Promise<D1Result<Row>[]> => {
    failing.trips += 1;
    if (failing.trips !== Number(at)) return db.batch<Row>(statements);
    const answer = failWith(failure, () => db.batch<Row>(statements));
    // What is late goes on after the answer.
    if (failure === "late") keepAlive(answer.catch(() => {}));
    return answer;
  };
  // The app prepares statements and runs them in batches, and does nothing else.
  return { prepare: (text: string) => db.prepare(text), batch } as D1Database;
};

const patienceFor = (header: string): Partial<Bindings> =>
  /never|late/.test(header) ? { D1_PATIENCE: String(patience) } : { D1_PATIENCE: "" };

/** The writer, over the D1 that fails; `X-Dies` says after how many milliseconds it is gone, with all that it remembers. */
export class StoryWriter extends Writer {
  readonly #state: DurableObjectState;
  readonly #env: Bindings;
  readonly #db: D1Database;

  constructor(state: DurableObjectState, env: Bindings) {
    const own = { ...env };
    super(state, own);
    [this.#state, this.#env, this.#db] = [state, own, env.DB];
  }

  override async fetch(request: Request): Promise<Response> {
    const dies = request.headers.get("X-Dies");
    if (dies !== null) setTimeout(() => this.#state.abort("killed"), Number(dies));
    const header = request.headers.get("X-Failing") ?? "";
    const failing = { header, trips: Number(request.headers.get("X-Trips") ?? 0) };
    Object.assign(this.#env, patienceFor(header), { DB: faulty(this.#db, failing, (work) => this.#state.waitUntil(work)) });
    const answer = await super.fetch(request);
    const counted = new Response(answer.body, answer);
    counted.headers.set("X-Trips", String(failing.trips));
    return counted;
  }
}

const never = (): Promise<never> => new Promise(() => {});

/** What can be wrong with a writer, by the name that `X-Writer` gives it: `call` asks it. */
const manners: Record<string, (call: () => Promise<Response>, context: ExecutionContext) => Promise<Response>> = {
  throws: () => Promise.reject(new Error("Network connection lost.")),
  "breaks off": async (call) => {
    await call();
    throw new Error("Network connection lost.");
  },
  hangs: never,
  "keeps its answer": async (call) => {
    await call();
    return never();
  },
  "is late": (call, context) => {
    context.waitUntil(new Promise((resolve) => setTimeout(resolve, lateness)).then(call));
    return never();
  },
  "answers 500": async () => new Response(null, { status: 500 }),
  "answers nonsense": async () => new Response("nonsense"),
  "is of another version": async () => new Response(null, { status: 501 }),
};

/** The writers, as a request that names a fault meets them. */
const faultyWriters = (writers: DurableObjectNamespace, headers: Headers, failing: Failing, context: ExecutionContext) => {
  const manner = headers.get("X-Writer") ?? "";
  const idFromName = (name: string) => writers.idFromName(manner === "is another" ? `${name} too` : name);
  const get = (id: DurableObjectId) => {
    const fetch = async (url: string, init: RequestInit = {}): Promise<Response> => {
      const relayed = {
        "X-Failing": failing.header,
        "X-Trips": String(failing.trips),
        ...(headers.has("X-Dies") ? { "X-Dies": headers.get("X-Dies") ?? "" } : {}),
      };
      const answer = await writers.get(id).fetch(url, { ...init, headers: relayed });
      failing.trips = Number(answer.headers.get("X-Trips") ?? failing.trips);
      return answer;
    };
    const through = manners[manner] ?? ((call) => call());
    return {
      fetch: (url: string, init: RequestInit = {}) =>
        Promise.race([
          through(() => fetch(url, { ...init, signal: null }), context),
          new Promise<never>((_, reject) => {
            init.signal?.addEventListener("abort", () => reject(new Error("Given up")));
          }),
        ]),
    };
  };
  return { idFromName, get } as unknown as DurableObjectNamespace;
};

const worker: ExportedHandler<Bindings> = {
  fetch: (request, env, context) => {
    const { headers } = request;
    const names = ["X-Failing", "X-Writer", "X-Dies"];
    if (names.every((name) => !headers.has(name))) return app.fetch(request, env, context);
    const failing: Failing = { header: headers.get("X-Failing") ?? "", trips: 0 };
    const { WRITER, ...rest } = env;
    const isMissing = headers.get("X-Writer") === "is missing";
    const writers = WRITER && !isMissing ? { WRITER: faultyWriters(WRITER, headers, failing, context) } : {};
    const DB = faulty(env.DB, failing, (work) => context.waitUntil(work));
    return app.fetch(request, { ...rest, ...writers, ...patienceFor(failing.header), DB }, context);
  },
};

// biome-ignore lint/style/noDefaultExport: a Worker is what its entry exports by default.
export default worker;
