// @ts-check
/** The form that opens a story: the zone of this browser stands in it, and the name in the address follows the title as it is typed. */

const title = /** @type {HTMLInputElement | null} */ (document.getElementById("title"));
const slug = /** @type {HTMLInputElement | null} */ (document.getElementById("story"));
const zone = /** @type {HTMLSelectElement | null} */ (document.getElementById("zone"));

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone && !zone.dataset.isChosen && [...zone.options].some(({ value }) => value === here)) zone.value = here;

/** As the desk itself makes a name of a title. @param {string} text */
const slugOf = (text) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/['’]s\b/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");

title?.addEventListener("input", () => {
  if (slug) slug.placeholder = slugOf(title.value);
});
