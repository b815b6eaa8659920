/** The Worker where its static assets cannot be read, as long as a header of the request says so. */
import { app } from "../../worker/app.ts";
import type { Bindings } from "../../worker/env.ts";

export { StoryHub } from "../../worker/live/hub.ts";
export { StoryWriter } from "../../worker/write/writer.ts";

const away = { fetch: async () => new Response(null, { status: 503 }) } as unknown as Fetcher;

const worker: ExportedHandler<Bindings> = {
  fetch: (request, env, context) => {
    const ASSETS = request.headers.has("X-Assets-Away") ? away : env.ASSETS;
    return app.fetch(request, { ...env, ASSETS }, context);
  },
};

// biome-ignore lint/style/noDefaultExport: a Worker is what its entry exports by default.
export default worker;
