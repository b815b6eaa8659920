// @ts-check
/** Takes what was taken down off a page that changes by nothing else: a story as it was, its corrections. */
import { follow } from "./live.js";
import { mendAround, mendInPlace } from "./mend.js";

const main = /** @type {HTMLElement} */ (document.querySelector("main"));
/** The version that the story stood at when this page was made, and the address that tells where it stands. @param {ParentNode} page */
const made = (page) => /** @type {HTMLElement | null} */ (page.querySelector("[data-erasures]"))?.dataset;
const { erasures = "", head = "0" } = made(document) ?? {};
let known = Number(head);

/** Reads the page anew, where something was taken down after it was made. @param {number} erased */
const renew = async (erased) => {
  const answer = await fetch(location.href, { cache: "no-store" });
  if (!answer.ok) throw new Error(answer.statusText);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("main");
  const now = Number(made(page)?.head ?? 0);
  if (!fresh || now < erased) throw new Error("This page is an older one");
  mendInPlace(main, fresh);
  mendAround(page);
  known = now;
};

/** Asks whether something was taken down by a version, until the answer is as new as that. @param {number} version @param {number} failures */
const look = async (version, failures) => {
  try {
    const answer = await fetch(erasures, { headers: { Accept: "application/json" }, cache: "no-store" });
    if (!answer.ok) throw new Error(answer.statusText);
    const live = await answer.json();
    if (live.version < version) throw new Error("This answer is an older one");
    if (live.erased > known) await renew(live.erased);
  } catch {
    setTimeout(look, Math.min(2 ** failures, 60) * (750 + Math.random() * 500), version, failures + 1);
  }
};

if (erasures) {
  void look(known, 0);
  // All readers are told at the same moment: they do not all come at once.
  follow(erasures, known, (version) => setTimeout(look, Math.random() * 600, version, 0));
}
