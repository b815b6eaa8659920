// @ts-check
/** Sources on a form: once an address is pasted, publisher and title are proposed in fields that nobody has filled. */

/** The text of a page's title: one line of what can be seen. @param {string} [html] */
const plain = (html = "") =>
  (new DOMParser().parseFromString(html, "text/html").body.textContent ?? "")
    .replace(/[\p{C}\p{Z}\s]+/gu, " ")
    .normalize("NFC")
    .trim()
    .slice(0, 300);

/** @param {HTMLInputElement} address */
const propose = async (address) => {
  const { form, name, value } = address;
  if (!form || !/^https?:\/\/\S+$/.test(value)) return;
  const field = (/** @type {string} */ other) =>
    /** @type {HTMLInputElement | null} */ (form.elements.namedItem(name.replace(/url$/, other)));
  const [publisher, title] = [field("publisher"), field("title")];
  const forgery = /** @type {HTMLInputElement | null} */ (form.elements.namedItem("forgery"));
  if (publisher?.value !== "" || !forgery) return;
  try {
    const answer = await fetch("/desk/source", {
      method: "POST",
      body: new URLSearchParams({ forgery: forgery.value, url: value }),
    });
    if (!answer.ok || address.value !== value) return;
    /** @type {{ publisher?: string, title?: string, html?: string }} */
    const proposed = await answer.json();
    if (publisher.value === "") publisher.value = proposed.publisher ?? "";
    if (title?.value === "") title.value = plain(proposed.html) || (proposed.title ?? "");
  } catch {
    // Without an answer the address itself is read once the form is sent.
  }
};

document.addEventListener("change", async ({ target }) => {
  if (target instanceof HTMLInputElement && /(?:^|\.)sources\.\d+\.url$/.test(target.name)) await propose(target);
});
