// @ts-check
/** The front page's order, by hand: pinned stories are dragged, and what readers will see follows at once. */

const list = document.getElementById("ordered");
const shown = document.querySelector("#seen ol");
const ranks = ["lead", "pinned", "latest", "hidden"];

/** What a row says: its `story`, `place` or `section`. @param {Element} row @param {string} name */
const said = (row, name) => {
  const field = row.querySelector(`[name$=".${name}"]`);
  return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.value : "";
};
/** @param {Element} row */
const rankOf = (row) => ranks.indexOf(said(row, "place"));

/** Puts the rows in their order, each under its number, and the stories beside them in the same one. */
const arrange = () => {
  if (!list || !shown) return;
  const focused = document.activeElement;
  for (const [number, row] of [...list.children].sort((a, b) => rankOf(a) - rankOf(b)).entries()) {
    list.append(row);
    row.toggleAttribute("draggable", false);
    if (said(row, "place") === "pinned") row.setAttribute("draggable", "true");
    for (const field of row.querySelectorAll('[name^="stories."]'))
      field.setAttribute("name", (field.getAttribute("name") ?? "").replace(/\d+/, String(number)));
    const seen = [...shown.children].find((one) => one instanceof HTMLElement && one.dataset.story === said(row, "story"));
    if (!(seen instanceof HTMLElement)) continue;
    seen.hidden = said(row, "place") === "hidden";
    const [label, section] = [seen.querySelector("small")?.firstChild, seen.querySelector("span")];
    if (label) label.textContent = `${row.querySelector("select")?.selectedOptions[0]?.text ?? ""} `;
    if (section) section.textContent = said(row, "section");
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
  if (!dragged || !over || over === dragged || rankOf(over) !== rankOf(dragged)) return;
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
