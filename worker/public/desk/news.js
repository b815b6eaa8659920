// @ts-check
/** Who else works at the story, and what colleagues post, as it comes. What is being typed is never touched. */
import { mendInPlace } from "../mend.js";
import { sitDown } from "./presence.js";

/** @typedef {import("./presence.js").Present} Present */
/** @typedef {{ atEntry: string, atOffer: string, news: string, offers: Record<string, string> }} Words */

const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-presence]"));

/** @param {string} sentence @param {Record<string, string>} values */
const fill = (sentence, values) => sentence.replaceAll(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

/** The parts of a story's page that tell what is recorded. */
const parts = ["main > .desk-sentence", 'section[aria-labelledby="entries"]', "#line-context"];

/** @param {HTMLElement} at */
const follow = (at) => {
  /** @type {Words} */
  const words = JSON.parse(at.dataset.words ?? "{}");
  const { presence = "", story = "", name = "" } = at.dataset;
  const [line, news] = [at.querySelector("p"), at.querySelector(".desk-news")];
  let version = Number(at.dataset.version);
  let wanted = version;

  /** @param {Present} present */
  const placeOf = ({ at: open }) => {
    const [kind, which = ""] = (open ?? "").split(" ");
    if (kind === "entry") return ` ${fill(words.atEntry, { entry: which })}`;
    return kind === "offer" ? ` ${fill(words.atOffer, { offer: words.offers[which] ?? which })}` : "";
  };

  /** @param {Present[]} here */
  const show = (here) => {
    const names = here.flatMap((one, index) => {
      const who = document.createElement("bdi");
      who.textContent = one.name;
      return [index > 0 ? ", " : "", who, placeOf(one)];
    });
    at.querySelector(".desk-here")?.replaceChildren(...names);
    if (line) line.hidden = here.length === 0;
  };

  /** Says who posted what since a version, of those that are not one's own. @param {Document} page @param {number} since */
  const tell = (page, since) => {
    const changed = /** @type {HTMLElement[]} */ ([...page.querySelectorAll(".desk-entries > [data-changed]")])
      .filter(({ dataset }) => Number(dataset.changed) > since && dataset.by !== name)
      .sort((a, b) => Number(b.dataset.changed) - Number(a.dataset.changed));
    const [newest] = changed;
    if (!newest || !news) return;
    news.textContent = fill(words.news, {
      who: newest.dataset.by ?? "",
      what: newest.querySelector("h3")?.textContent?.trim() ?? "",
    });
  };

  /** Takes the story's page anew until it shows what there is. */
  const bring = async (failures = 0) => {
    const told = wanted;
    try {
      const answer = await fetch(story, { headers: { Accept: "text/html" }, cache: "no-store" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = /** @type {HTMLElement | null} */ (page.querySelector("[data-presence]"));
      // Nobody is signed in any more: there is nothing to show.
      if (answer.ok && fresh?.dataset.name !== name) return;
      const shown = Number(fresh?.dataset.version);
      if (!(shown >= told)) throw new Error("This page is an older one");
      if (shown <= version) return;
      tell(page, version);
      version = shown;
      at.dataset.version = String(shown);
      if (location.pathname === new URL(story, location.href).pathname)
        for (const part of parts) {
          const [old, next] = [document, page].map((one) => one.querySelector(part));
          if (old && next) mendInPlace(old, next);
        }
      // The line reads by what the page tells of the story.
      document.dispatchEvent(new CustomEvent("desk:news", { detail: { version } }));
    } catch {
      if (told === wanted) setTimeout(bring, Math.min(2 ** failures, 60) * 500, failures + 1);
    }
  };

  const seat = sitDown(presence, {
    onHere: show,
    onVersion: (told) => {
      if (told <= wanted) return;
      wanted = told;
      void bring();
    },
    onBack: () => void bring(),
  });

  // An entry's page has the entry open; a form has the offer open that it names.
  const form = /** @type {HTMLElement | null} */ (document.querySelector("form[data-open]"));
  const offerIn = () =>
    /** @type {HTMLSelectElement[]} */ ([...document.querySelectorAll('select[name$=".offer"], select[name$=".inReplyTo"]')])
      .map(({ value }) => value)
      .find((value) => value !== "");
  const say = () => {
    const offer = offerIn();
    seat.open(form?.dataset.open ?? (offer === undefined ? null : `offer ${offer}`));
  };
  say();
  document.addEventListener("change", say);
  // What scripts open without a form, the line for instance, they say by this.
  document.addEventListener("desk:open", (event) => seat.open(/** @type {CustomEvent<string | null>} */ (event).detail));
};

if (place) follow(place);
