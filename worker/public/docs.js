// @ts-check
/** Draws the API's description where the page has a place for it, from this origin alone. */

/** @type {{ SwaggerUIBundle?: (settings: Record<string, unknown>) => unknown }} */
const { SwaggerUIBundle } = /** @type {any} */ (globalThis);

const place = document.getElementById("docs");
const dark = matchMedia("(prefers-color-scheme: dark)");
const shade = () => document.documentElement.classList.toggle("dark-mode", dark.matches);

shade();
dark.addEventListener("change", shade);

SwaggerUIBundle?.({
  url: place?.dataset.description,
  domNode: place,
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  // Nothing is asked of another origin.
  validatorUrl: null,
});
