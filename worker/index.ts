/** The Worker's entry. */
import { app } from "./app.ts";
import { type Bindings, d1Of } from "./env.ts";
import { updatePeople } from "./search/people-index.ts";
import { maintainSearchIndex } from "./search/search-index.ts";
import { purgePictures } from "./store/media.ts";
import { eraseOldSessions } from "./store/sessions.ts";

export { StoryHub } from "./live/hub.ts";
export { StoryWriter } from "./write/writer.ts";

const worker: ExportedHandler<Bindings> = {
  fetch: app.fetch,
  // What a follower could not do is done now.
  scheduled: async (_, env) => {
    const d1 = d1Of(env);
    const pictures = env.MEDIA ? purgePictures(d1, env.MEDIA) : undefined;
    await Promise.all([maintainSearchIndex(d1), updatePeople(d1), eraseOldSessions(d1), pictures]);
  },
};

export default worker;
