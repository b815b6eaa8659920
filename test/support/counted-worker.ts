/**
 * The Worker over a D1 whose round trips are counted, those of its objects too: `GET /counted` tells them. A request with `X-Alone` is answered
 * by a Worker without objects: what it writes, no hub is told of.
 */
import { app } from "../../worker/app.ts";
import type { Bindings } from "../../worker/env.ts";
import { StoryHub as Hub } from "../../worker/live/hub.ts";
import { StoryWriter as Writer } from "../../worker/write/writer.ts";

const counted = { trips: 0, read: 0 };

const counting = (db: D1Database): D1Database => {
  const batch = async <Row>(statements: D1PreparedStatement[]): Promise<D1Result<Row>[]> => {
    counted.trips += 1;
    const results = await db.batch<Row>(statements);
    for (const { meta } of results) counted.read += meta.rows_read;
    return results;
  };
  // The app prepares statements and runs them in batches, and does nothing else.
  return { prepare: (text: string) => db.prepare(text), batch } as D1Database;
};

/** The hub, over the D1 that is counted. */
export class StoryHub extends Hub {
  constructor(state: DurableObjectState, env: Bindings) {
    super(state, { ...env, DB: counting(env.DB) });
  }
}

/** The writer, over the D1 that is counted. */
export class StoryWriter extends Writer {
  constructor(state: DurableObjectState, env: Bindings) {
    super(state, { ...env, DB: counting(env.DB) });
  }
}

const worker: ExportedHandler<Bindings> = {
  fetch: (request, { HUB, WRITER, ...env }, context) => {
    if (new URL(request.url).pathname === "/counted") return Response.json(counted);
    const objects = HUB && WRITER && !request.headers.has("X-Alone") ? { HUB, WRITER } : {};
    return app.fetch(request, { ...env, ...objects, DB: counting(env.DB) }, context);
  },
};

// biome-ignore lint/style/noDefaultExport: a Worker is what its entry exports by default.
export default worker;
