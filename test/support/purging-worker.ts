/** The Worker with a cache before it, of which `GET /purged` tells what it was asked to purge. It fails as often as the variable `PURGE_FAULTS` says. */
import { app } from "../../worker/app.ts";
import type { Bindings } from "../../worker/env.ts";

export { StoryHub } from "../../worker/live/hub.ts";

const purged: unknown[] = [];

const worker: ExportedHandler<Bindings & { PURGE_FAULTS?: string }> = {
  fetch: (request, env, context) => {
    if (new URL(request.url).pathname === "/purged") return Response.json(purged);
    const cache = {
      purge: async (asked: CachePurgeOptions): Promise<CachePurgeResult> => {
        purged.push(asked);
        if (purged.length > Number(env.PURGE_FAULTS ?? 0)) return { success: true, errors: [] };
        if (purged.length % 2 === 1) throw new Error("The cache cannot be reached");
        return { success: false, errors: [{ code: 429, message: "Too many purges" }] };
      },
    };
    const passed = {
      waitUntil: (work: Promise<unknown>) => context.waitUntil(work),
      passThroughOnException: () => {},
      props: {},
      cache,
    };
    return app.fetch(request, env, passed);
  },
};

// biome-ignore lint/style/noDefaultExport: a Worker is what its entry exports by default.
export default worker;
