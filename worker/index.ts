/** The Worker's entry. */
import { app } from "./app.ts";
import { type Bindings, d1Of } from "./env.ts";
import { updatePeople } from "./search/people-index.ts";
import { maintainSearchIndex } from "./search/search-index.ts";
import { eraseOldDrafts } from "./store/drafts.ts";
import { purgePictures } from "./store/media.ts";
import { eraseOldSessions } from "./store/sessions.ts";
import { postDueDrafts } from "./write/record-draft.ts";

export { StoryHub } from "./live/hub.ts";
export { StoryWriter } from "./write/writer.ts";

/** The cron of `wrangler.toml` that posts what is due; the other does all the rest. */
const everyMinute = "* * * * *";

const worker: ExportedHandler<Bindings> = {
  fetch: app.fetch,
  scheduled: async ({ cron }, env) => {
    const d1 = d1Of(env);
    if (cron === everyMinute) return postDueDrafts(env, d1);
    // What a follower could not do is done now.
    const pictures = env.MEDIA ? purgePictures(d1, env.MEDIA) : undefined;
    await Promise.all([maintainSearchIndex(d1), updatePeople(d1), eraseOldSessions(d1), eraseOldDrafts(d1), pictures]);
  },
};

export default worker;
