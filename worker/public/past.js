// @ts-check
/** The slider through a story's versions: it says where it stands, and goes there once the pointer lets it go. Keys go by the button. */

const slider = ".back input[type=range]";
let held = false;

document.addEventListener("pointerdown", ({ target }) => {
  held = target instanceof Element && target.matches(slider);
});
document.addEventListener("keydown", () => {
  held = false;
});
document.addEventListener("input", ({ target }) => {
  if (!(target instanceof HTMLInputElement && target.matches(slider))) return;
  const output = target.form?.querySelector("output");
  if (output) output.textContent = target.value;
});
document.addEventListener("change", ({ target }) => {
  if (held && target instanceof HTMLInputElement && target.matches(slider)) target.form?.requestSubmit();
});
