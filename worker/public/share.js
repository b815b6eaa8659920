// @ts-check
/** Shares an entry: by the phone's own sheet where there is one, else its address is copied. */

document.addEventListener("click", async ({ target }) => {
  const button = target instanceof Element ? target.closest("[data-share]") : null;
  if (!(button instanceof HTMLElement)) return;
  const url = new URL(button.dataset.share ?? "", location.href).href;
  const title = document.getElementById(button.getAttribute("aria-describedby") ?? "")?.textContent ?? document.title;
  try {
    if (navigator.share) await navigator.share({ title, url });
    else {
      await navigator.clipboard.writeText(url);
      say(button);
    }
  } catch {
    // The reader has thought better of it, or the browser lets nobody copy: the address is that of the time beside it.
  }
});

/** @param {HTMLElement} button */
const say = (button) => {
  /** @type {{ copied: string }} */
  const { copied } = JSON.parse(/** @type {HTMLElement | null} */ (document.querySelector(".zones"))?.dataset.words ?? "{}");
  const before = button.textContent;
  button.textContent = copied;
  const told = document.getElementById("news-told");
  if (told) told.textContent = copied;
  setTimeout(() => {
    button.textContent = before;
  }, 2_000);
};
