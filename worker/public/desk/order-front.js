// @ts-check
/** The front page's order, by hand: pinned stories are dragged, and what readers will see follows at once. */

const list = document.getElementById("ordered");
const shown = document.getElementById("shown");
const ranks = ["lead", "pinned", "", "hidden"];

/** @param {Element} row */
const placeOf = (row) => row.querySelector("select")?.value ?? "";
/** @param {Element} row */
const storyOf = (row) => /** @type {HTMLInputElement | null} */ (row.querySelector('[name="story"]'))?.value ?? "";

/** @param {Element} row */
const sectionOf = (row) => /** @type {HTMLInputElement | null} */ (row.querySelector('input[name^="section."]'))?.value ?? "";

/** Puts the rows in their order, and the stories beside them in the same one. */
const arrange = () => {
  if (!list || !shown) return;
  const rows = [...list.children].sort((a, b) => ranks.indexOf(placeOf(a)) - ranks.indexOf(placeOf(b)));
  const focused = document.activeElement;
  for (const [at, row] of rows.entries()) {
    if (list.children[at] !== row) list.insertBefore(row, list.children[at] ?? null);
    row.toggleAttribute("draggable", placeOf(row) === "pinned");
    const seen = [...shown.children].find((one) => one instanceof HTMLElement && one.dataset.story === storyOf(row));
    if (!(seen instanceof HTMLElement)) continue;
    seen.hidden = placeOf(row) === "hidden";
    const section = seen.querySelector("small");
    if (section) section.textContent = sectionOf(row);
    shown.append(seen);
  }
  if (focused instanceof HTMLElement) focused.focus();
};

/** @type {Element | undefined} */
let dragged;
list?.addEventListener("dragstart", ({ target }) => {
  dragged = target instanceof Element ? (target.closest("li") ?? undefined) : undefined;
});
list?.addEventListener("dragover", (event) => {
  const over = event.target instanceof Element ? event.target.closest("li") : null;
  if (!dragged || !over || over === dragged || placeOf(over) !== placeOf(dragged)) return;
  event.preventDefault();
  const { top, height } = over.getBoundingClientRect();
  over[event.clientY < top + height / 2 ? "before" : "after"](dragged);
});
list?.addEventListener("dragend", () => {
  dragged = undefined;
  arrange();
});
list?.addEventListener("change", arrange);
arrange();
