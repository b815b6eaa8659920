// @ts-check
/**
 * Draws the API's description where the page has a place for it, from this origin alone.
 *
 * @typedef {{ React: { createElement: (...parts: unknown[]) => unknown } }} System
 * @typedef {{ getComponent: (name: string, container?: true) => unknown }} Parts
 */

/** @type {typeof globalThis & { SwaggerUIBundle?: (settings: Record<string, unknown>) => unknown }} */
const { SwaggerUIBundle } = globalThis;

const place = document.getElementById("docs");
const dark = matchMedia("(prefers-color-scheme: dark)");
const shade = () => document.documentElement.classList.toggle("dark-mode", dark.matches);

/**
 * The page has a title and a main part of its own: of Swagger UI it wants the operations and the schemas.
 *
 * @param {System} system
 */
const withLayout = ({ React: { createElement } }) => ({
  components: {
    /** @param {Parts} parts */
    Operations: ({ getComponent }) =>
      createElement(
        "div",
        { className: "swagger-ui" },
        createElement(getComponent("SvgAssets")),
        createElement(getComponent("errors", true)),
        createElement("div", { className: "scheme-container" }, createElement(getComponent("AuthorizeBtnContainer", true))),
        createElement(getComponent("operations", true)),
        createElement(getComponent("Models", true)),
      ),
  },
});

shade();
dark.addEventListener("change", shade);

SwaggerUIBundle?.({
  url: place?.dataset.description,
  domNode: place,
  plugins: [withLayout],
  layout: "Operations",
  defaultModelsExpandDepth: 0,
  // Nothing is asked of another origin.
  validatorUrl: null,
});
