/** What a page of the desk holds, read as a browser would read it. */

const entities: Record<string, string> = { "&#39;": "'", "&quot;": '"', "&lt;": "<", "&gt;": ">", "&amp;": "&" };

const unescaped = (html: string): string => html.replace(/&(?:#39|quot|lt|gt|amp);/g, (entity) => entities[entity] ?? entity);

/** The hidden fields of a page's forms, as a browser would post them. */
export const carriedIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [
      name,
      unescaped(value),
    ]),
  );

/** The text of some HTML, its spaces put together. */
export const textOf = (html: string): string =>
  unescaped(html.replace(/<[^>]*>/g, " "))
    .replace(/\s+/g, " ")
    .trim();

/** The fields beside which something is said to be wrong. */
export const faultsIn = (html: string): string[] =>
  [...html.matchAll(/<p class="field-error" id="([^"]+)-error">/g)].map(([, id = ""]) => id);
