// @ts-check
/** Shows the posts on their way, and what may be done with each. */
import { announce } from "./announce.js";
import { make, makeButton } from "./element.js";
import { fillIn, nameOf, words } from "./words.js";

/** @typedef {import("./post-queue.js").Post} Post @typedef {import("./post-queue.js").PostState} PostState */

/**
 * @typedef {{ send: () => void, undo: (post: Post) => void, change: (post: Post) => void, drop: (post: Post) => void,
 *   anyway: (post: Post) => void }} Acts
 */

const { posts: told } = words.script;

/** @param {Post} post @param {boolean} isBehind */
const stateOf = ({ state, why = "", newest }, isBehind) => {
  if (state === "held") return "";
  if (isBehind) return told.behind;
  if (state === "moved" && newest)
    return fillIn(told.moved, { who: newest.recordedBy, what: nameOf(newest.type), version: newest.version });
  if (state === "refused") return fillIn(told.refused, { why });
  if (state === "signed-out") return told.signedOut;
  if (state === "taken-back") return told.takenBack;
  return state === "waiting" ? told.waiting : told.sending;
};

/** @param {Post} post @param {Acts} acts @param {boolean} hasLine */
const buttonsOf = (post, { send, undo, change, drop, anyway }, hasLine) => {
  const { state } = post;
  const putAway = makeButton(told.discard, () => drop(post));
  const changing = hasLine ? [makeButton(told.change, () => change(post))] : [];
  if (state === "held") return [makeButton(told.send, send, ""), makeButton(told.undo, () => undo(post)), ...changing];
  if (state === "waiting") return [makeButton(told.retry, send)];
  if (state === "moved") return [makeButton(told.anyway, () => anyway(post), ""), ...changing, putAway];
  if (state === "refused") return [...changing, putAway];
  if (state === "taken-back") return [...(hasLine ? [makeButton(told.putBack, () => change(post))] : []), putAway];
  if (state !== "signed-out") return [];
  const next = encodeURIComponent(location.pathname);
  return [make("a", { href: `/desk/sign-in?next=${next}`, class: "button", target: "_blank" }, told.signIn)];
};

/** @param {Post} post */
const saidOf = ({ text, seen }) => (seen?.length ? seen.join(" ") : text);

/**
 * Shows them in a section of their own, at `place`. `story`: the one whose page this is.
 *
 * @param {(section: HTMLElement) => void} place @param {Acts} acts @param {string} [story]
 */
export const postsIn = (place, acts, story) => {
  const list = make("ol", { class: "plain" });
  const section = make("section", { class: "desk-posts", "aria-label": told.title, hidden: true }, list);
  place(section);
  /** @type {Map<string, { item: HTMLLIElement, said: string, seconds: HTMLElement }>} */
  const items = new Map();

  /** @param {readonly Post[]} posts */
  return (posts) => {
    for (const [key, { item }] of items)
      if (posts.every((post) => post.key !== key)) {
        item.remove();
        items.delete(key);
      }
    for (const [index, post] of posts.entries()) {
      const isBehind = posts
        .slice(0, index)
        .some((other) => other.story === post.story && other.state !== "held" && other.state !== "taken-back");
      const state = stateOf(post, isBehind && post.state !== "taken-back");
      const said = `${post.state} ${state}`;
      const old = items.get(post.key);
      const left = Math.max(0, Math.ceil((post.due - Date.now()) / 1000));
      if (old?.said === said) {
        if (post.state === "held") old.seconds.textContent = fillIn(told.held, { seconds: left });
        continue;
      }
      const isOpen = old?.item.contains(document.activeElement);
      const seconds = make("span", { class: "desk-seconds", "aria-hidden": "true" });
      if (post.state === "held") seconds.textContent = fillIn(told.held, { seconds: left });
      const item = make(
        "li",
        { class: `desk-post desk-post-${post.state}` },
        make("p", { dir: "auto" }, saidOf(post)),
        make(
          "p",
          { class: "aside" },
          seconds,
          state,
          story === post.story ? "" : ` ${fillIn(told.other, { story: post.story })}`,
        ),
        make("div", { class: "desk-inline" }, ...buttonsOf(post, acts, story === post.story)),
      );
      if (old) old.item.replaceWith(item);
      else list.append(item);
      if (isOpen) item.querySelector("button")?.focus();
      items.set(post.key, { item, said, seconds });
      announce(post.state === "held" ? `${saidOf(post)} ${fillIn(told.heldSaid, { seconds: left })}` : state);
    }
    section.hidden = posts.length === 0;
  };
};
