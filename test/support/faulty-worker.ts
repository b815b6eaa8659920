/** The Worker over a D1 that fails where a header of the request says so: at which of its round trips, and how. */
import { app } from "../../worker/app.ts";
import type { Bindings } from "../../worker/env.ts";
import { inside, lateness, patience } from "./faults.ts";

const failWith = async <Answer>(failure: string | undefined, run: () => Promise<Answer>): Promise<Answer> => {
  if (failure === "after") await run();
  if (failure === "never") await new Promise<never>(() => {});
  if (failure === "late") {
    await new Promise((resolve) => setTimeout(resolve, lateness));
    return run();
  }
  throw new Error(failure?.startsWith("says:") ? decodeURIComponent(failure.slice(5)) : inside);
};

const faulty = (db: D1Database, header: string, context: ExecutionContext): D1Database => {
  const [at, failure] = header.split(" ");
  let trips = 0;
  const batch = <Row>(statements: D1PreparedStatement[]): Promise<D1Result<Row>[]> => {
    trips += 1;
    if (trips !== Number(at)) return db.batch<Row>(statements);
    const answer = failWith(failure, () => db.batch<Row>(statements));
    // What is late goes on after the answer.
    if (failure === "late") context.waitUntil(answer.catch(() => {}));
    return answer;
  };
  // The app prepares statements and runs them in batches, and does nothing else.
  return { prepare: (text: string) => db.prepare(text), batch } as D1Database;
};

const worker: ExportedHandler<Bindings> = {
  fetch: (request, env, context) => {
    const header = request.headers.get("X-Failing");
    if (header === null) return app.fetch(request, env, context);
    const waits = /never|late/.test(header) ? { D1_PATIENCE: String(patience) } : {};
    return app.fetch(request, { ...env, ...waits, DB: faulty(env.DB, header, context) }, context);
  },
};

// biome-ignore lint/style/noDefaultExport: a Worker is what its entry exports by default.
export default worker;
