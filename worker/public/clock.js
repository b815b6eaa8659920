// @ts-check
/** Times as the reader wants them: how long ago, and on demand in the reader's own zone. Without it, pages tell them in the story's. */

/** @typedef {{ own: string, back: string, zone: string, stamp: string, hour: string }} Words */

const key = "riposte.zone";
/** Times that stand alone: in a sentence, “5 minutes ago” would not always do. */
const relatives = ".entry-when time, .line-when time, .dateline time";
const day = 86_400_000;
const { lang } = document.documentElement;
const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
const ago = new Intl.RelativeTimeFormat(lang, { numeric: "auto" });

/** Storage may be forbidden. */
const isOwn = () => {
  try {
    return localStorage.getItem(key) === "own";
  } catch {
    return false;
  }
};

/** @param {string} zone */
const cityOf = (zone) => zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;

/** @param {string} zone @param {Intl.DateTimeFormatOptions} options */
const formatIn = (zone, options) => new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, { timeZone: zone, ...options });
const ownClock = formatIn(own, { hour: "numeric", minute: "numeric", hourCycle: "h23" });
const ownDate = formatIn(own, { day: "numeric", month: "long", year: "numeric" });

/** The time of day in the reader's zone, as the language writes it: “8.30pm”, « 20 h 30 ». @param {Date} at */
export const clockOf = (at) => {
  const [hour = 0, minute = 0] = ownClock
    .formatToParts(at)
    .filter(({ type }) => type === "hour" || type === "minute")
    .map(({ value }) => Number(value));
  if (hour === 0 && minute === 0) return lang === "fr" ? "minuit" : "midnight";
  if (lang === "fr")
    return minute ? `${hour}\u00a0h\u00a0${`${minute}`.padStart(2, "0")}` : `${hour}\u00a0${hour < 2 ? "heure" : "heures"}`;
  if (hour === 12 && minute === 0) return "noon";
  return `${hour % 12 || 12}${minute ? `.${`${minute}`.padStart(2, "0")}` : ""}${hour < 12 ? "am" : "pm"}`;
};

/** @param {Date} at */
export const dateOf = (at) => ownDate.format(at).replace(/^1 (?=\p{L}+ \d+$)/u, lang === "fr" ? "1er " : "1 ");

const swedish = new Intl.DateTimeFormat("sv-SE", { timeZone: own, dateStyle: "short" });
/** The day in the reader's zone, as `datetime` writes it. @param {Date} at */
export const isoDay = (at) => swedish.format(at);

/** How long ago that was, where it was within a day. @param {Date} at */
export const agoOf = (at) => {
  const minutes = Math.floor((Date.now() - at.getTime()) / 60_000);
  if (minutes < 0 || minutes >= day / 60_000) return undefined;
  if (minutes === 0) return ago.format(0, "second");
  return minutes < 60 ? ago.format(-minutes, "minute") : ago.format(-Math.floor(minutes / 60), "hour");
};

/** What the server has written of each time. @type {WeakMap<Element, { html: string, title: string, written: string }>} */
const known = new WeakMap();

/** @param {HTMLTimeElement} time @param {Words} words @param {boolean} inOwn */
const tell = (time, words, inOwn) => {
  const kept = known.get(time);
  // What a fresh page has put there is the server's again.
  const fresh = !kept || time.innerHTML !== kept.written ? { html: time.innerHTML, title: time.title, written: "" } : kept;
  known.set(time, fresh);
  const at = new Date(time.dateTime);
  time.innerHTML = fresh.html;
  const clock = time.querySelector(".clock");
  const date = time.querySelector(".date");
  const ownDay = dateOf(at);
  time.title = `${fresh.title} · ${words.stamp.replace("{clock}", `${clockOf(at)}, ${ownDay}`).replace("{zone}", cityOf(own))}`;
  const relative = time.matches(relatives) ? agoOf(at) : undefined;
  if (relative) time.textContent = relative;
  else if (inOwn && clock) {
    const heading = time.closest(".day")?.querySelector("h3 time")?.getAttribute("datetime");
    if (date) date.textContent = ownDay;
    clock.textContent = date || heading === isoDay(at) ? clockOf(at) : `${ownDay}, ${clockOf(at)}`;
  }
  fresh.written = time.innerHTML;
};

/** Tells all times of the page anew, and the switch between zones. */
export const tellTimes = () => {
  const zones = /** @type {HTMLElement | null} */ (document.querySelector(".zones"));
  if (!zones) return;
  /** @type {Words} */
  const words = JSON.parse(zones.dataset.words ?? "{}");
  const inOwn = isOwn();
  for (const time of document.querySelectorAll("time")) if (time.dateTime.endsWith("Z")) tell(time, words, inOwn);
  const told = zones.querySelector(".zone-told");
  const button = /** @type {HTMLButtonElement | null} */ (zones.querySelector(".zone-switch"));
  if (!told || !button) return;
  zones.dataset.told ??= told.textContent ?? "";
  told.textContent = inOwn ? words.zone.replace("{zone}", cityOf(own)) : zones.dataset.told;
  button.textContent = inOwn ? words.back : words.own;
  button.hidden = own === zones.dataset.zone;
};

document.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element && target.closest(".zone-switch"))) return;
  try {
    localStorage.setItem(key, isOwn() ? "story" : "own");
  } catch {
    // Then nothing is remembered, and nothing changes.
  }
  tellTimes();
});

setInterval(tellTimes, 30_000);
tellTimes();
