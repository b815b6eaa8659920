// @ts-check
/** Tells the reader what is new on a page, and puts it there when the reader wants it. */
import { mendAround, mendInPlace } from "./mend.js";

/**
 * @typedef {{ entry: HTMLElement, fate: string }} Piece An entry, and what has become of it.
 * @typedef {Record<string, { one: string, other: string }> & { changed: string, since: string, marks: Record<string, string> }} Words
 */

/** What a part of a page has that came after a version. @param {ParentNode} place @param {number} since @returns {Piece[]} */
const piecesIn = (place, since) =>
  [.../** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll("[data-changed]"))]
    .filter(({ dataset }) => Number(dataset.changed) > since)
    .map((entry) => ({ entry, fate: Number(entry.dataset.version) > since ? "added" : (entry.dataset.fate ?? "amended") }));

/** @param {string} sentence @param {Record<string, string | number>} values */
const fill = (sentence, values) => sentence.replaceAll(/\{(\w+)\}/g, (_, name) => String(values[name]));

/** Reads a page and takes it apart. @param {URL} address */
const load = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const part = page.getElementById("story");
  if (!part) throw new Error("This is no story's page");
  return { page, title: page.title, part, since: page.getElementById("since")?.dataset };
};

/** How long ago that was, in words. @param {string} language @param {number} at */
const ago = (language, at) => {
  const minutes = Math.round((Date.now() - at) / 60_000);
  const in_ = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  if (minutes < 60) return in_.format(-minutes, "minute");
  return minutes < 48 * 60 ? in_.format(-Math.round(minutes / 60), "hour") : in_.format(-Math.round(minutes / 1440), "day");
};

/** The news of a story's page. `onRead` is called when the reader has read them, or wants to hear no more of them. @param {HTMLElement} story @param {HTMLElement} bar @param {() => void} onRead */
export const newsOf = (story, bar, onRead) => {
  /** @param {string} name */
  const part = (name) => /** @type {HTMLElement} */ (bar.querySelector(`.news-${name}`));
  const [show, since, changed] = [part("show"), part("since"), part("changed")];
  const said = document.getElementById("news-told");
  /** @type {Words} */
  const words = JSON.parse(bar.dataset.words ?? "{}");
  const { lang } = document.documentElement;
  const plural = new Intl.PluralRules(lang);
  const version = () => Number(story.dataset.version);
  let { title } = document;
  /** The newest version that there is, and the page that shows it once it was read. */
  let wanted = 0;
  /** @type {Awaited<ReturnType<typeof load>> | undefined} */
  let waiting;

  /** @param {string} fate @param {number} n */
  const counted = (fate, n) => fill(words[fate]?.[plural.select(n) === "one" ? "one" : "other"] ?? "", { n });

  /** @param {Piece[]} pieces */
  const sumOf = (pieces) =>
    Object.keys(words.marks)
      .map((name) => ({ name, n: pieces.filter(({ fate }) => fate === name).length }))
      .flatMap(({ name, n }) => (n > 0 ? counted(name, n) : []))
      .join(", ") || words.changed;

  /** @param {string} text */
  const say = (text) => {
    if (said) said.textContent = text;
  };

  const close = () => {
    document.title = title;
    for (const one of [bar, show, since, changed]) one.hidden = true;
    // What it told may be taken down.
    for (const child of show.children) child.textContent = "";
  };

  /** Marks entries, in words. A mark stands beside the text and moves none of it. @param {Piece[]} pieces */
  const mark = (pieces) => {
    for (const { entry, fate } of pieces) {
      // The page itself may have marked it.
      if (entry.querySelector(".mark")) continue;
      const label = document.createElement("span");
      label.className = "flag";
      label.textContent = words.marks[fate] ?? "";
      entry.prepend(label);
    }
  };

  /** Puts the page that waits where the old one is, and answers with what is new on it. */
  const put = () => {
    if (!waiting) return [];
    const before = version();
    for (const old of story.querySelectorAll(".flag")) old.remove();
    mendInPlace(story, waiting.part);
    mendAround(waiting.page);
    title = waiting.title;
    waiting = undefined;
    const pieces = piecesIn(story, before);
    mark(pieces);
    close();
    onRead();
    return pieces;
  };

  const offer = () => {
    if (!waiting) return;
    const pieces = piecesIn(waiting.part, version());
    const newest = pieces.toSorted((a, b) => Number(b.entry.dataset.changed) - Number(a.entry.dataset.changed))[0]?.entry;
    const texts = [sumOf(pieces), newest?.querySelector("h3")?.textContent ?? ""];
    for (const [index, child] of [...show.children].entries()) child.textContent = texts[index] ?? "";
    document.title = pieces.length > 0 ? `(${pieces.length}) ${title}` : title;
    bar.hidden = false;
    show.hidden = false;
    say(texts.filter(Boolean).join(": "));
  };

  show.addEventListener("click", () => {
    const [first] = put();
    const place = first?.entry.querySelector("h3") ?? story.closest("main");
    place?.setAttribute("tabindex", "-1");
    place?.focus({ preventScroll: true });
    first?.entry.scrollIntoView({ block: "nearest" });
  });
  part("close").addEventListener("click", () => {
    close();
    onRead();
    story.closest("main")?.focus({ preventScroll: true });
  });

  /** @param {number} told @param {number} failures */
  const fetchAt = async (told, failures) => {
    const address = new URL(location.href);
    address.hash = "";
    address.searchParams.set("at", String(told));
    try {
      const page = await load(address);
      if (told < wanted) return;
      if (Number(page.part.dataset.version) < told) throw new Error("This page is an older one");
      waiting = page;
      // What was taken down does not wait for a click.
      if (Number(page.part.dataset.erased ?? 0) > version()) say(sumOf(put()));
      else offer();
    } catch {
      if (told === wanted) setTimeout(fetchAt, Math.min(2 ** failures, 60) * (750 + Math.random() * 500), told, failures + 1);
    }
  };

  return {
    /** Reads the page of a version that there is now. All readers are told at the same moment: they do not all come at once. @param {number} told */
    bring: (told) => {
      wanted = told;
      setTimeout(fetchAt, Math.random() * 600, told, 0);
    },

    /** Says what came since the reader's last visit, and marks it. @param {import("./seen.js").Seen} before */
    tellSince: async (before) => {
      const address = new URL(location.pathname, location.href);
      const asked = new URL(location.href).searchParams.get("lang");
      if (asked) address.searchParams.set("lang", asked);
      address.searchParams.set("since", String(before.version));
      const page = await load(address).catch(() => undefined);
      const [added, amended] = [Number(page?.since?.added ?? 0), Number(page?.since?.amended ?? 0)];
      if (!page || added + amended === 0) return;
      const pieces = piecesIn(page.part, before.version);
      const counts = [added && counted("added", added), amended && counted("amended", amended)].filter(Boolean).join(", ");
      const what = pieces.length === added + amended ? sumOf(pieces) : counts;
      const here = piecesIn(story, before.version);
      mark(here);
      const sentence = fill(words.since, { when: ago(lang, before.at), what });
      const [text, link] = since.children;
      if (text) text.textContent = sentence;
      link?.setAttribute("href", address.href);
      const touched = here.find(({ fate }) => fate !== "added");
      changed.firstElementChild?.setAttribute("href", touched ? `#${touched.entry.id}` : address.href);
      changed.hidden = amended === 0;
      since.hidden = false;
      bar.hidden = false;
      say(sentence);
    },
  };
};
