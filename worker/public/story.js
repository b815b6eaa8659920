// @ts-check
/** A story's page in the reader's browser: news as they come, and what is new since the last visit. Pages of the past stay as they are. */
import "./keep.js";
import "./past.js";
import { tellTimes } from "./entry.js";
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
  const seen = () => ({ version: version(), recorded: story.dataset.recorded });
  const news = newsOf(story, bar, () => {
    tellTimes();
    leave(slug, seen(), true);
  });
  if (live)
    onceVisible(() => {
      const before = visit(slug, seen());
      if (before && before.version < version() && !document.getElementById("since")) void news.tellSince(before);
      const note = () => leave(slug, seen());
      document.addEventListener("visibilitychange", note);
      addEventListener("pagehide", note);
    });
  if (live) follow(live, version(), news.bring);
}
