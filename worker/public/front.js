// @ts-check
/** The front page in the reader's browser: how long ago each story moved, and how much of it is new since the reader was there last. */
import "./keep.js";
import { agoOf } from "./clock.js";
import { seenLast } from "./seen.js";

const front = document.getElementById("front");
const { lang } = document.documentElement;
/** So many news are told of a story: what is more is not counted. */
const most = 20;

/** @param {number} at */
const startOfDay = (at) => new Date(at).setHours(0, 0, 0, 0);

/** When that was, as one speaks of it after “since”; a date apart from a word. @param {number} at */
const since = (at) => {
  const days = Math.round((startOfDay(Date.now()) - startOfDay(at)) / 86_400_000);
  if (days <= 0) return { word: new Intl.DateTimeFormat(lang, { hour: "numeric", minute: "2-digit" }).format(at) };
  if (days === 1) return { word: new Intl.RelativeTimeFormat(lang, { numeric: "auto" }).format(-1, "day") };
  if (days < 7) return { word: new Intl.DateTimeFormat(lang, { weekday: "long" }).format(at) };
  return { date: new Intl.DateTimeFormat(lang, { day: "numeric", month: "long" }).format(at) };
};

/** @param {Record<"one" | "other" | "date" | "more", string>} words */
const tell = (words) => {
  const plural = new Intl.PluralRules(lang);
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".fresh"))) {
    const seen = seenLast(place.dataset.story ?? "");
    if (!seen) continue;
    const n = (place.dataset.news ?? "").split(" ").filter((version) => Number(version) > seen.version).length;
    const { word, date } = since(seen.at);
    const when = word ?? words.date.replace("{when}", date ?? "");
    const sentence = words[plural.select(n) === "one" ? "one" : "other"].replace("{n}", String(n)).replace("{when}", when);
    place.textContent = n === 0 ? "" : (n >= most ? words.more : "") + sentence;
    place.hidden = n === 0;
  }
};

/** How long ago each story moved, where it was within a day. */
const tellTimes = () => {
  for (const time of /** @type {NodeListOf<HTMLTimeElement>} */ (document.querySelectorAll(".listed > .aside time"))) {
    const ago = agoOf(new Date(time.dateTime));
    if (ago) time.textContent = ago;
  }
};

tellTimes();
if (front) tell(JSON.parse(front.dataset.words ?? "{}"));
