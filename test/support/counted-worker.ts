/**
 * The Worker over a D1 whose round trips are counted, those of its hubs too: `GET /counted` tells them. A request with `X-Alone` is answered
 * by a Worker without hubs: what it writes, no hub is told of.
 */
import { app } from "../../worker/app.ts";
import type { Bindings } from "../../worker/env.ts";
import { StoryHub as Hub } from "../../worker/live/hub.ts";

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

const worker: ExportedHandler<Bindings> = {
  fetch: (request, { HUB, ...env }, context) => {
    if (new URL(request.url).pathname === "/counted") return Response.json(counted);
    const hub = HUB && !request.headers.has("X-Alone") ? { HUB } : {};
    return app.fetch(request, { ...env, ...hub, DB: counting(env.DB) }, context);
  },
};

// biome-ignore lint/style/noDefaultExport: a Worker is what its entry exports by default.
export default worker;
