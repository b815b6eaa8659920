// @ts-check
/** A story's page in the reader's browser: news as they come, and what is new since the last visit. Pages of the past stay as they are. */
import "./keep.js";
import "./past.js";
import { follow } from "./live.js";
import { newsOf } from "./news.js";
import { leave, visit } from "./seen.js";

const story = document.getElementById("story");
const bar = document.getElementById("news");

/** @param {() => void} run */
const onceVisible = (run) => {
  if (!document.hidden) run();
  else document.addEventListener("visibilitychange", run, { once: true });
};

if (story && bar) {
  const { live, story: slug = "" } = story.dataset;
  const version = () => Number(story.dataset.version);
  const news = newsOf(story, bar, () => leave(slug, version(), true));
  if (live)
    onceVisible(() => {
      const before = visit(slug, version());
      if (before && before.version < version() && !document.getElementById("since")) void news.tellSince(before);
      const note = () => leave(slug, version());
      document.addEventListener("visibilitychange", note);
      addEventListener("pagehide", note);
    });
  if (live) follow(live, version(), news.bring);
}
