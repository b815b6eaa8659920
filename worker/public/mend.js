// @ts-check
/** Makes one part of a page into another, and leaves what is the same where it is: focus, selection and what was opened stay. */

/** What readers and scripts do to an element; the server knows nothing of it. */
const own = new Set(["open", "tabindex"]);

/** @param {Node} node */
const nameOf = (node) => (node instanceof Element ? node.id || node.getAttribute("aria-labelledby") : null) || node.nodeName;

/** Makes `old` into `fresh`, which is used up. @param {Node} old @param {Node} fresh */
const mend = (old, fresh) => {
  if (old.isEqualNode(fresh)) return;
  if (!(old instanceof Element && fresh instanceof Element)) {
    old.nodeValue = fresh.nodeValue;
    return;
  }
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name) && !own.has(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  let next = old.firstChild;
  for (const child of [...fresh.childNodes]) {
    let same = next;
    // What has a name of its own may stand further on; what has none is taken for what stands in its place.
    while (same && nameOf(same) !== nameOf(child)) same = nameOf(child) === child.nodeName ? null : same.nextSibling;
    if (!same) {
      old.insertBefore(child, next);
      continue;
    }
    while (next && next !== same) next = remove(next);
    next = same.nextSibling;
    mend(same, child);
  }
  while (next) next = remove(next);
};

/** @param {ChildNode} node */
const remove = (node) => {
  const next = node.nextSibling;
  node.remove();
  return next;
};

/** Makes `old` into `fresh` without moving what the reader is looking at. @param {Element} old @param {Element} fresh */
export const mendInPlace = (old, fresh) => {
  const inSight = [...old.querySelectorAll("[id]")]
    .map(({ id }) => ({ id, top: topOf(id) }))
    .filter(({ top }) => top !== undefined && top >= 0);
  mend(old, fresh);
  // Who has not scrolled looks at the top.
  const held = scrollY > 0 && inSight.find(({ id }) => topOf(id) !== undefined);
  if (held) scrollBy({ top: (topOf(held.id) ?? 0) - (held.top ?? 0), behavior: "instant" });
};

/** What a page's head says of the page, to machines too. */
const told = 'title, meta[name="description"], meta[property], link[rel="alternate"], script[type="application/ld+json"]';

/** Makes this page say of itself, in its head and where it is shared, what a fresh one does, which is used up. @param {Document} page */
export const mendAround = (page) => {
  const fresh = page.head.querySelectorAll(told);
  for (const old of document.head.querySelectorAll(told)) old.remove();
  document.head.append(...fresh);
  const [share, freshShare] = [document, page].map((one) => one.querySelector("details.share"));
  if (share && freshShare) mend(share, freshShare);
};

/** @param {string} id */
const topOf = (id) => document.getElementById(id)?.getBoundingClientRect().top;
