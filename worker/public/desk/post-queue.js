// @ts-check
/**
 * Posts on their way. Each waits for some seconds in which it can be taken back; then it is sent, again and again with the same key until it is
 * answered, in the order of its story. What is kept in the browser is the truth of it: another tab, or the next visit, takes up where this one
 * stopped.
 */
import { findAll, forget, keep } from "./kept.js";
import { leftPosts as left } from "./left-posts.js";
import { sendPost } from "./send-post.js";

/**
 * @typedef {import("./send-post.js").Newest} Newest
 * @typedef {"held" | "sending" | "waiting" | "moved" | "refused" | "signed-out" | "taken-back"} PostState
 * @typedef {{ key: string, person: string, story: string, text: string, body: string, count: number, version: number, at: number, due: number,
 *   state: PostState, why?: string, newest?: Newest, tries?: number, seen?: string[] }} Post `text`: the line as it was typed. `body`: the events
 * as they are sent, so many. `version`: what its editor has seen. `at`: when it was recorded; `due`: when it is to be sent. `seen`: what readers
 * will see, in the editor's language.
 */

/** Those that stand in the way of the next one of their story. @type {readonly PostState[]} */
const blocking = ["held", "sending", "waiting", "moved", "refused", "signed-out"];
const slowest = 60;

/**
 * The posts of a person. `show` is called whenever one has changed, `onRecorded` with each that was recorded, and the version that the story has
 * since; `onMoved`, with each that stopped because its story has moved on.
 *
 * @param {string} person
 * @param {{ show: (posts: Post[]) => void, onRecorded: (post: Post, version: number) => void,
 *   onMoved: (post: Post) => void }} hooks
 */
export const openQueue = (person, { show, onRecorded, onMoved }) => {
  /** @type {Post[]} */
  let posts = [];
  let isSending = false;
  let timer = 0;

  const read = async () => {
    const all = /** @type {Post[]} */ (await findAll("posts"));
    const gone = left.all();
    posts = all
      .filter((post) => post.person === person)
      .map((post) =>
        post.state === "held" && gone.includes(post.key) ? { ...post, state: /** @type {const} */ ("sending"), due: 0 } : post,
      )
      .sort((a, b) => a.at - b.at);
  };

  /** @param {Post} post @param {Partial<Post>} [changed] */
  const change = async (post, changed) => {
    if (changed) await keep("posts", post.key, { ...post, ...changed });
    else await forget("posts", post.key);
    left.remove(post.key);
    await refresh();
  };

  /** Whether it is the turn of a post, of those that could be sent. @param {Post} post */
  const isNext = (post) =>
    ["held", "sending", "waiting", "signed-out"].includes(post.state) &&
    post.due <= Date.now() &&
    posts.find(({ story, state }) => story === post.story && blocking.includes(state)) === post;

  /** @param {Post} post */
  const send = async (post) => {
    if (post.state !== "signed-out") await change(post, { state: post.tries ? "waiting" : "sending" });
    const outcome = await sendPost(post);
    if (outcome.kind === "recorded") {
      await change(post);
      onRecorded(post, outcome.version);
    } else if (outcome.kind === "unreachable") {
      const tries = (post.tries ?? 0) + 1;
      const seconds = Math.max(outcome.after, Math.min(2 ** (tries - 1), slowest) * (0.75 + Math.random() / 2));
      await change(post, { state: "waiting", tries, due: Date.now() + seconds * 1000 });
    } else if (outcome.kind === "moved") {
      await change(post, { state: "moved", newest: outcome.newest });
      onMoved(post);
    } else if (outcome.kind === "refused") await change(post, { state: "refused", why: outcome.why });
    else await change(post, { state: "signed-out", due: Date.now() + slowest * 1000 });
  };

  /** One tab sends at a time. */
  const flush = async () => {
    if (isSending) return;
    isSending = true;
    try {
      await navigator.locks.request(`riposte-desk-${person}`, { ifAvailable: true }, async (lock) => {
        for (let next = lock && posts.find(isNext); next; next = posts.find(isNext)) await send(next);
      });
    } finally {
      isSending = false;
    }
  };

  const refresh = async () => {
    await read();
    show(posts);
    clearTimeout(timer);
    const isGoing = posts.some(({ state }) => ["held", "sending", "waiting", "signed-out"].includes(state));
    if (isGoing) timer = setTimeout(() => void turn(), 250);
  };

  const turn = async () => {
    await refresh();
    await flush();
  };

  /** Sends at once what can be. @param {(post: Post) => boolean} [which] */
  const hurry = async (which = () => true) => {
    await read();
    for (const post of posts)
      if (["held", "waiting", "signed-out"].includes(post.state) && which(post))
        await keep("posts", post.key, { ...post, due: 0 });
    await turn();
  };

  addEventListener("online", () => void hurry(({ state }) => state === "waiting"));
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) void hurry(({ state }) => state === "signed-out");
  });
  // What waits in its seconds is sent by a page that is closed; what comes of it, the next page learns by the same key.
  addEventListener("pagehide", () => {
    for (const post of posts) {
      if (post.state !== "held") continue;
      left.add(post.key);
      void sendPost(post, true);
    }
  });

  return {
    /** All of them, as they stand. */
    posts: () => posts,
    /** Takes up what an earlier page has left: whoever loads a page is signed in, and has a network. */
    resume: () => hurry(({ state }) => state === "waiting" || state === "signed-out"),
    /** Adds one; those before it are sent at once. @param {Post} post */
    add: async (post) => {
      await keep("posts", post.key, post);
      await hurry(({ key, state }) => key !== post.key && state === "held");
      await turn();
    },
    hurry,
    /** Takes one back that was not sent: nothing of it is recorded. @param {Post} post */
    takeBack: (post) => change(post, { state: "taken-back" }),
    /** Has no more of it. @param {Post} post */
    drop: (post) => change(post),
    /** Sends one after what others have recorded meanwhile, and what its editor posted after it, after that. @param {Post} post */
    postAnyway: async (post) => {
      const { newest } = post;
      if (!newest) return;
      const step = newest.version - post.version;
      for (const later of posts)
        if (later.story === post.story && later.at > post.at)
          await keep("posts", later.key, { ...later, version: later.version + step });
      const { newest: _, ...rest } = post;
      await keep("posts", post.key, { ...rest, version: newest.version, state: "waiting", due: 0 });
      await turn();
    },
  };
};
