/** What stands in a page of the desk, as a browser without scripts would send it back. */

const texts: Record<string, string> = { "&#39;": "'", "&quot;": '"', "&lt;": "<", "&gt;": ">", "&amp;": "&" };
const unescaped = (html: string): string => html.replace(/&(?:#39|quot|lt|gt|amp);/g, (entity) => texts[entity] ?? entity);

/** The hidden fields of a page, as a browser would post those of its last form. */
export const carriedIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [
      name,
      unescaped(value),
    ]),
  );

/** The fields beside which something is said to be wrong. */
export const faultsIn = (html: string): string[] =>
  [...html.matchAll(/<p class="field-error" id="([^"]+)-error">/g)].map(([, id = ""]) => id);
