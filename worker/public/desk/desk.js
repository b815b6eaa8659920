// @ts-check
/** What every page of the desk gets better with: posts that are on their way, fields that are kept, keys. */
import { announce } from "./announce.js";
import { keepForms } from "./keep-fields.js";
import { writeLine } from "./line.js";
import { openQueue } from "./post-queue.js";
import { postsIn } from "./posts-view.js";
import { personOn } from "./session.js";
import { listenForShortcuts } from "./shortcuts.js";
import { contextOnPage, refreshStoryPage } from "./story-page.js";
import { fillIn, words } from "./words.js";

/** @typedef {import("./post-queue.js").Post} Post */

const person = personOn();
const context = contextOnPage();

/** @type {ReturnType<typeof writeLine> | undefined} */
let line;

const queue = openQueue(person, {
  show: (posts) => show(posts),
  onRecorded: (post, version) => {
    announce(fillIn(words.script.posts.recorded, { version }));
    void bringUp(post);
  },
  onMoved: (post) => void bringUp(post),
});

const know = () => {
  const fresh = contextOnPage();
  if (fresh) line?.know(fresh);
};

/** Shows on the page of a story what is recorded by now. @param {Post} post */
const bringUp = async ({ story }) => {
  if (story === context?.story && (await refreshStoryPage())) know();
};

/** @param {Post} post */
const change = async (post) => {
  await queue.drop(post);
  line?.putBack(post.text);
};

const undo = () => {
  const held = queue.posts().findLast(({ state }) => state === "held");
  if (held) void queue.takeBack(held);
};

const show = postsIn(
  (section) => {
    const form = context && document.querySelector("form.desk-line");
    if (form) form.after(section);
    else document.querySelector("main")?.prepend(section);
  },
  {
    send: () => void queue.hurry(),
    undo: (post) => void queue.takeBack(post),
    change: (post) => void change(post),
    drop: (post) => void queue.drop(post),
    anyway: (post) => void queue.postAnyway(post),
  },
  context?.story,
);

// Colleagues' posts are brought to the page by whoever listens for them.
document.addEventListener("desk:news", know);
if (context) line = writeLine(context, { person, queue });
listenForShortcuts({ undo, send: () => (line ? line.record() : void queue.hurry(({ state }) => state === "held")) });
keepForms(person);
void queue.resume();
