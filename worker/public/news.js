// @ts-check
/** Tells the reader what is new on a page, and puts it there when the reader wants it. */
import { clockOf, dateOf, isoDay } from "./clock.js";
import { mendAround, mendInPlace } from "./mend.js";

/**
 * @typedef {{ entry: HTMLElement, fate: string }} Piece An entry, and what has become of it.
 * @typedef {Record<string, { one: string, other: string }> & { changed: string, since: string, when: string, marks: Record<string, string> }} Words
 * @typedef {Awaited<ReturnType<typeof load>>} Loaded A page that was read.
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

/** The heading of an entry. @param {HTMLElement | undefined} entry @returns {HTMLElement | null | undefined} */
const headingOf = (entry) => entry?.querySelector(".entry-what > :is(h1, h3, h4)");

/** The day on which that was, in words: “yesterday”. @param {string} language @param {Date} at */
const dayOf = (language, at) => {
  const days = Math.round((Date.parse(isoDay(at)) - Date.parse(isoDay(new Date()))) / 86_400_000);
  return days < -6 ? dateOf(at) : new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(days, "day");
};

/** What changed last first. @param {Piece[]} pieces */
const newestOf = (pieces) => pieces.toSorted((a, b) => Number(b.entry.dataset.changed) - Number(a.entry.dataset.changed));

/** The news of a story's page. `onRead` is called when the reader has read them, or wants to hear no more of them. @param {HTMLElement} story @param {HTMLElement} bar @param {() => void} onRead */
export const newsOf = (story, bar, onRead) => {
  /** @param {string} name */
  const part = (name) => /** @type {HTMLElement} */ (bar.querySelector(`.news-${name}`));
  const [show, since, changed, elsewhere] = [part("show"), part("since"), part("changed"), part("elsewhere")];
  const said = document.getElementById("news-told");
  /** @type {Words} */
  const words = JSON.parse(bar.dataset.words ?? "{}");
  const { lang } = document.documentElement;
  const plural = new Intl.PluralRules(lang);
  const version = () => Number(story.dataset.version);
  let { title } = document;
  /** The newest version that there is, and the page that shows it once it was read. */
  let wanted = 0;
  /** @type {Loaded | undefined} */
  let waiting;
  /** What is new on whatever page of the timeline it stands, where that is more than the page which waits has. @type {Loaded | undefined} */
  let whole;

  /** @param {string} fate @param {number} n */
  const counted = (fate, n) => fill(words[fate]?.[plural.select(n) === "one" ? "one" : "other"] ?? "", { n });

  /** How many of them have that fate; more were added than one page holds, where it says so. @param {Piece[]} pieces @param {string} fate @param {number} [added] */
  const countOf = (pieces, fate, added = 0) =>
    Math.max(pieces.filter((piece) => piece.fate === fate).length, fate === "added" ? added : 0);

  /** @param {Piece[]} pieces @param {number} [added] */
  const sumOf = (pieces, added) =>
    Object.keys(words.marks)
      .map((name) => ({ name, n: countOf(pieces, name, added) }))
      .flatMap(({ name, n }) => (n > 0 ? counted(name, n) : []))
      .join(", ") || words.changed;

  /** Names entries, each with the way to it. @param {HTMLElement} list @param {Piece[]} pieces */
  const list = (list, pieces) => {
    list.replaceChildren(
      ...pieces.slice(0, 3).map(({ entry }) => {
        const [item, link] = [document.createElement("li"), document.createElement("a")];
        link.textContent = headingOf(entry)?.textContent ?? "";
        link.href = document.getElementById(entry.id) ? `#${entry.id}` : (entry.querySelector("a")?.getAttribute("href") ?? "");
        item.append(link);
        return item;
      }),
    );
    list.hidden = pieces.length === 0;
  };

  /** This page's address, with what was new after a version or an instant. @param {string} after */
  const addressSince = (after) => {
    const address = new URL(location.pathname, location.href);
    const asked = new URL(location.href).searchParams.get("lang");
    if (asked) address.searchParams.set("lang", asked);
    address.searchParams.set("since", after);
    return address;
  };

  /** @param {string} text */
  const say = (text) => {
    if (said) said.textContent = text;
  };

  const close = () => {
    document.title = title;
    for (const one of [bar, show, since, changed, elsewhere]) one.hidden = true;
    // What it told may be taken down.
    for (const child of show.children) child.textContent = "";
    for (const told of bar.querySelectorAll("ul")) told.replaceChildren();
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
    // What stands on another page is not put on this one: the bar leads to it.
    list(elsewhere, whole ? piecesIn(whole.part, before).filter(({ entry }) => !document.getElementById(entry.id)) : []);
    bar.hidden = elsewhere.hidden;
    whole = undefined;
    return pieces;
  };

  const offer = () => {
    if (!waiting) return;
    const pieces = piecesIn((whole ?? waiting).part, version());
    const added = Number(whole?.since?.added ?? 0);
    const [newest] = newestOf(pieces);
    const texts = [sumOf(pieces, added), headingOf(newest?.entry)?.textContent ?? ""];
    const count = Math.max(pieces.length, added);
    for (const [index, child] of [...show.children].entries()) child.textContent = texts[index] ?? "";
    document.title = count > 0 ? `(${count}) ${title}` : title;
    bar.hidden = false;
    show.hidden = false;
    say(texts.filter(Boolean).join(": "));
  };

  show.addEventListener("click", () => {
    const [first] = put();
    const place = headingOf(first?.entry) ?? elsewhere.querySelector("a") ?? story.closest("main");
    if (!(place instanceof HTMLAnchorElement)) place?.setAttribute("tabindex", "-1");
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
      // More may have come than stands on this page: too much, or what happened long ago.
      const more = told - version() > piecesIn(page.part, version()).length;
      const asked = addressSince(story.dataset.version ?? "0");
      asked.searchParams.set("at", String(told));
      const all = more ? await load(asked) : undefined;
      if (told < wanted) return;
      [waiting, whole] = [page, all];
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
      const address = addressSince(before.recorded ?? String(before.version));
      const page = await load(address).catch(() => undefined);
      const [added, amended] = [Number(page?.since?.added ?? 0), Number(page?.since?.amended ?? 0)];
      if (!page || added + amended === 0) return;
      const pieces = piecesIn(page.part, before.version);
      const here = piecesIn(story, before.version);
      mark(here);
      const at = new Date(before.at);
      const when = fill(words.when, { day: dayOf(lang, at), clock: clockOf(at) });
      const sentence = fill(words.since, { when, what: sumOf(pieces, added) });
      const [text, headlines, link] = since.children;
      if (text) text.textContent = sentence;
      if (headlines instanceof HTMLElement) list(headlines, newestOf(pieces));
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
