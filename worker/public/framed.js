// @ts-check
/** A part of a story in a frame of another site: it changes as the story does, in its place, and tells the page around how high it is. */
import { follow } from "./live.js";
import { mendInPlace } from "./mend.js";

const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const { live, erasures, version = "0" } = document.body.dataset;
let known = Number(version);

/** The frame's own address, read anew: what the document calls its base is the story's. @param {RequestCache} cache */
const read = async (cache) => {
  const answer = await fetch(location.href, { cache, credentials: "omit" });
  if (!answer.ok) throw new Error(answer.statusText);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
};

/** @param {Document} page */
const show = (page) => {
  const fresh = page.querySelector("main");
  if (!fresh) throw new Error("This page shows no part of a story");
  mendInPlace(main, fresh);
  document.title = page.title;
};

/** Tries until it is done. @param {() => Promise<void>} run @param {number} [failures] */
const insist = async (run, failures = 0) => {
  try {
    await run();
  } catch {
    setTimeout(insist, Math.min(2 ** failures, 60) * (750 + Math.random() * 500), run, failures + 1);
  }
};

/** Shows the part as it is at a version, or later. @param {number} wanted */
const renew = async (wanted) => {
  if (known >= wanted) return;
  const page = await read("no-cache");
  const now = Number(page.body.dataset.version);
  if (now < wanted) throw new Error("This page is an older one");
  show(page);
  known = now;
};

/** What stays as it was changes by a takedown alone: the browser may have kept it from before. @param {number} wanted */
const takeOff = async (wanted) => {
  const answer = await fetch(erasures ?? "", { headers: { Accept: "application/json" }, cache: "no-cache" });
  if (!answer.ok) throw new Error(answer.statusText);
  const { erased, version: now } = await answer.json();
  if (now < wanted) throw new Error("This answer is an older one");
  if (erased <= known) return;
  show(await read("reload"));
  known = erased;
};

/** All readers are told at the same moment: they do not all come at once. @param {() => Promise<void>} run */
const soon = (run) => setTimeout(insist, Math.random() * 600, run);
if (live) follow(live, known, (newer) => soon(() => renew(newer)));
if (erasures) {
  void insist(() => takeOff(known));
  follow(erasures, known, (newer) => soon(() => takeOff(newer)));
}

/** The origin of the page around, once that has said who it is: nobody else is told anything but that there is something to be told. */
let around = "";

const tellHeight = () => {
  const { height } = document.documentElement.getBoundingClientRect();
  if (around) parent.postMessage({ riposte: "height", height: Math.ceil(height) }, around);
};

/** The page around may be listening already, or only later. @param {number} seconds */
const announce = (seconds) => {
  if (around || seconds > 100) return;
  parent.postMessage({ riposte: "ready" }, "*");
  setTimeout(announce, seconds * 1000, 2 * seconds);
};

if (parent !== window) {
  addEventListener("message", ({ source, origin, data }) => {
    if (source !== parent || data?.riposte !== "hello" || !/^https?:/.test(origin)) return;
    around = origin;
    tellHeight();
  });
  new ResizeObserver(tellHeight).observe(document.documentElement);
  announce(0.5);
}
