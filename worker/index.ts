/** The Worker's entry. */
import { app } from "./app.ts";
import { type Bindings, d1Of } from "./env.ts";
import { maintainSearchIndex } from "./search/search-index.ts";

export { StoryHub } from "./live/hub.ts";
export { StoryWriter } from "./write/writer.ts";

const worker: ExportedHandler<Bindings> = {
  fetch: app.fetch,
  // What a follower could not do is done now.
  scheduled: async (_, env) => {
    await maintainSearchIndex(d1Of(env));
  },
};

export default worker;
