// @ts-check
/** Makes elements: text goes in as text, whatever stands in it. */

/**
 * An element with its attributes and what stands in it.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag @param {Record<string, string | number | boolean | undefined>} [attributes] @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : String(value));
  element.append(...children);
  return element;
};

/** A button. @param {string} text @param {() => void} act @param {string} [look] */
export const makeButton = (text, act, look = "quiet") => {
  const button = make("button", { type: "button", class: look }, text);
  button.addEventListener("click", act);
  return button;
};
