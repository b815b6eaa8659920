// @ts-check
/** A field that completes what is typed: the combobox with a list of the ARIA Authoring Practices. Enter and Tab take what is chosen. */
import { announce } from "./announce.js";
import { make } from "./element.js";
import { fillIn, words } from "./words.js";

/**
 * @typedef {import("../../desk/line/complete-line.ts").Completion} Completion
 */

const { script } = words;

/**
 * Makes `input` one. `complete`: what may be put in at a place. Its `input` event tells of what was taken, as of what is typed.
 *
 * @param {HTMLInputElement} input @param {(text: string, cursor: number) => Completion[]} complete
 */
export const completeIn = (input, complete) => {
  const list = make("ul", {
    id: `${input.id}-options`,
    role: "listbox",
    class: "desk-options",
    "aria-label": script.suggestions,
    hidden: true,
  });
  input.after(list);
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": list.id,
    autocapitalize: "none",
    spellcheck: "false",
  }))
    input.setAttribute(name, value);

  /** @type {Completion[]} */
  let found = [];
  let chosen = -1;

  const cursor = () => input.selectionStart ?? input.value.length;

  const close = () => {
    [found, chosen] = [[], -1];
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  /** @param {number} index */
  const choose = (index) => {
    chosen = index;
    for (const [at, option] of [...list.children].entries()) option.setAttribute("aria-selected", String(at === index));
    const option = list.children[index];
    if (!option) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };

  /** @param {Completion} completion */
  const take = ({ from, to, insert }) => {
    const { value } = input;
    const rest = value.slice(to).trimStart();
    input.value = `${value.slice(0, from)}${insert} ${rest}`;
    input.setSelectionRange(from + insert.length + 1, from + insert.length + 1);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const open = () => {
    close();
    const at = cursor();
    found = complete(input.value, at);
    for (const [index, { label, kind }] of found.entries()) {
      const option = make("li", { id: `${list.id}-${index}`, role: "option", "aria-selected": "false" });
      option.append(make("bdi", {}, label), " ", make("small", {}, script.completions[kind]));
      // The field keeps the focus.
      option.addEventListener("mousedown", (event) => event.preventDefault());
      option.addEventListener("click", () => {
        const taken = found[index];
        if (taken) take(taken);
      });
      list.append(option);
    }
    if (found.length === 0) return;
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    // Where a word was begun, its first completion is one key away; else the keys do what they do everywhere.
    if (found.some(({ from }) => from < at)) choose(0);
    announce(fillIn(script.count[found.length === 1 ? "one" : "other"], { n: found.length }));
  };

  // A line that a script has written asks for nothing.
  input.addEventListener("input", (event) => (event instanceof CustomEvent ? close() : open()));
  input.addEventListener("click", open);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    const taken = found[chosen];
    if (key === "ArrowDown" && found.length === 0) open();
    else if (key === "ArrowDown") choose((chosen + 1) % found.length);
    else if (key === "ArrowUp" && found.length > 0) choose((chosen <= 0 ? found.length : chosen) - 1);
    else if (key === "Escape" && found.length > 0) close();
    else if ((key === "Tab" && !event.shiftKey && taken) || (key === "Enter" && taken)) take(taken);
    else if (key !== "Enter") return;
    // Enter alone never sends anything.
    if (key !== "ArrowDown" || found.length > 0) event.preventDefault();
  });
  return { close, isOpen: () => found.length > 0 };
};
