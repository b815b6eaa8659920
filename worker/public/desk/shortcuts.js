// @ts-check
/** Keys that act at the desk, the list of them, and the settings. A key that acts alone never does while somebody types, and can be turned off. */
import { make, makeButton } from "./element.js";
import { changeSettings, settings } from "./settings.js";
import { words } from "./words.js";

const { shortcuts: told } = words.script;

/** @param {EventTarget | null} target */
const isTyping = (target) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select, [role=combobox]"));

/** @returns {HTMLElement[]} */
const entries = () => [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".desk-entries > li"))];

/** @param {number} step */
const walk = (step) => {
  const all = entries();
  const at = all.findIndex((entry) => entry.contains(document.activeElement));
  const entry = all[at < 0 ? 0 : Math.max(0, Math.min(at + step, all.length - 1))];
  entry?.setAttribute("tabindex", "-1");
  entry?.focus();
};

const toLine = () => document.getElementById("line")?.focus();

const edit = () => {
  const entry = entries().find((one) => one.contains(document.activeElement));
  /** @type {HTMLAnchorElement | null | undefined} */ (entry?.querySelector('a[href$="/edit"], a[href*="/edit/"]'))?.click();
};

/** @param {string} keys @param {string} does */
const row = (keys, does) =>
  make("div", {}, make("dt", {}, ...keys.split(" ").map((key) => make("kbd", {}, key))), make("dd", {}, does));

const makeDialog = () => {
  const { singleKeys, seconds } = settings();
  const single = make("input", { type: "checkbox", checked: singleKeys });
  single.addEventListener("change", () => changeSettings({ singleKeys: single.checked }));
  const time = make("input", {
    type: "number",
    id: "undo-seconds",
    min: 0,
    max: 60,
    value: seconds,
    "aria-describedby": "undo-kept",
  });
  time.addEventListener("change", () => {
    const wanted = Math.round(Math.min(60, Math.max(0, Number(time.value) || 0)));
    time.value = String(wanted);
    changeSettings({ seconds: wanted });
  });
  const { keys } = told;
  const dialog = make(
    "dialog",
    { class: "desk-shortcuts", "aria-labelledby": "shortcuts-title" },
    make("h2", { id: "shortcuts-title" }, told.title),
    make(
      "dl",
      {},
      row("?", keys.help),
      row("/ l", keys.line),
      row("j", keys.next),
      row("k", keys.before),
      row("e", keys.edit),
      row("z", keys.undo),
      row("Ctrl+Enter ⌘+Enter", keys.record),
      row("Tab Enter", keys.take),
      row("↓", keys.chips),
      row(";", keys.stack),
    ),
    make("p", {}, make("label", { class: "desk-choice" }, single, " ", told.single)),
    make("p", {}, make("label", { for: "undo-seconds" }, told.seconds), " ", time),
    make("p", { class: "field-help", id: "undo-kept" }, told.kept),
    makeButton(told.close, () => dialog.close()),
  );
  document.body.append(dialog);
  return dialog;
};

/**
 * Listens for them on the whole page. `undo` and `send` are for the posts on their way.
 *
 * @param {{ undo: () => void, send: () => void }} acts
 */
export const listenForShortcuts = ({ undo, send }) => {
  const dialog = makeDialog();
  const show = () => dialog.showModal();
  document.querySelector("main")?.append(make("p", { class: "desk-keys" }, makeButton(told.open, show)));
  /** @type {Record<string, () => void>} */
  const keys = { "?": show, "/": toLine, l: toLine, j: () => walk(1), k: () => walk(-1), e: edit, z: undo };
  document.addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, altKey, target, defaultPrevented, isComposing, repeat } = event;
    // A key that is held down is pressed once.
    if (defaultPrevented || isComposing || repeat) return;
    if (key === "Enter" && (ctrlKey || metaKey)) {
      event.preventDefault();
      return send();
    }
    const act = keys[key];
    if (!act || ctrlKey || metaKey || altKey || isTyping(target) || dialog.open || !settings().singleKeys) return;
    event.preventDefault();
    act();
  });
};
