// @ts-check
/** What a line was understood as, part by part: each can be opened as a field, taken out, and says what is wrong with it. */
import { typedOf, withPart } from "./edit-line.js";
import { make } from "./element.js";
import { fillIn, language, nameOf, words } from "./words.js";

/**
 * @typedef {import("../../desk/line/chip.ts").Chip} Chip
 * @typedef {import("../../desk/line/chip.ts").UnderstoodClause} UnderstoodClause
 * @typedef {import("../../desk/line/line-context.ts").LineContext} LineContext
 * @typedef {{ clause: number, kind: string, detail: string }} Remark What the rules have against a part.
 */

const { script, line: told, form } = words;

/** @param {Chip} chip @param {LineContext} context */
const saidBy = ({ kind, text, given, problem }, { parties, zone }) => {
  if (kind === "act" && !problem) return nameOf(text);
  if (kind === "who" && !given)
    return text
      .split(", ")
      .map((slug) => parties.find(({ party }) => party === slug)?.name ?? slug)
      .join(", ");
  if (kind !== "when") return text;
  if (!given) return script.now;
  const at = new Date(text);
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : "fr-FR", {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: zone,
  }).format(at);
};

/** What may stand in a part, as the story knows it. @param {Chip} chip @param {LineContext} context @returns {(readonly [string, string])[]} */
const choicesFor = ({ kind, candidates }, { parties, offers, publishers }) => {
  if (kind === "offer")
    return offers
      .filter(({ offer }) => !candidates || candidates.includes(offer))
      .map(({ offer, label }) => /** @type {const} */ ([offer, label]));
  if (kind === "who" || kind === "whom" || kind === "target")
    return parties
      .filter(({ party }) => !candidates || candidates.includes(party))
      .map(({ party, name }) => /** @type {const} */ ([party, name]));
  return kind === "source" ? publishers.map((publisher) => /** @type {const} */ ([publisher, publisher])) : [];
};

/**
 * Shows chips in `place`. `rewrite` is called with a line that a chip has changed; `leave`, to go back to the line.
 *
 * @param {HTMLElement} place @param {{ context: () => LineContext, rewrite: (line: string) => void, leave: () => void }} hooks
 */
export const chipsIn = (place, { context, rewrite, leave }) => {
  const help = make("p", { id: "chip-help", class: "unseen" }, script.chipHelp);
  const bar = make("div", { role: "toolbar", "aria-label": script.understood, "aria-describedby": help.id });
  place.append(help, bar);
  /** @type {{ button: HTMLButtonElement, chip: Chip, chips: readonly Chip[] }[]} */
  let shown = [];
  let line = "";
  /** Whether a chip is a field now, and what is to be shown once it is none: nothing takes a field from under the fingers. */
  let isOpen = false;
  /** @type {(() => void) | undefined} */
  let showLater;

  /** @param {number} index */
  const focus = (index) => {
    const wanted = shown[Math.max(0, Math.min(index, shown.length - 1))];
    for (const { button } of shown) button.tabIndex = button === wanted?.button ? 0 : -1;
    if (wanted) wanted.button.focus();
    else leave();
  };

  /** Makes a chip a field until it is left. @param {number} index */
  const open = (index) => {
    const one = shown[index];
    if (!one) return;
    const { chip, chips, button } = one;
    const choices = choicesFor(chip, context());
    const id = "chip-field";
    const field = make("input", {
      id,
      class: "desk-chip-field",
      "aria-label": told.kinds[chip.kind],
      autocomplete: "off",
      dir: "auto",
      list: choices.length > 0 ? `${id}-choices` : undefined,
    });
    field.value = typedOf(line, chip);
    const options = make(
      "datalist",
      { id: `${id}-choices` },
      ...choices.map(([value, label]) => make("option", { value, label })),
    );
    button.replaceWith(field, options);
    field.focus();
    field.select();
    isOpen = true;
    /** @param {boolean} isKept */
    const close = (isKept) => {
      if (!isOpen) return;
      isOpen = false;
      options.remove();
      field.replaceWith(button);
      const show = showLater;
      showLater = undefined;
      if (isKept && field.value !== typedOf(line, chip)) rewrite(withPart(line, chips, chip, field.value));
      else show?.();
    };
    field.addEventListener("blur", () => close(true));
    field.addEventListener("keydown", (event) => {
      if (event.isComposing || (event.key !== "Enter" && event.key !== "Escape") || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      close(event.key === "Enter");
      focus(index);
    });
  };

  bar.addEventListener("keydown", (event) => {
    const index = shown.findIndex(({ button }) => button === event.target);
    const one = shown[index];
    if (!one || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    if (key === "ArrowRight") focus(index + 1);
    else if (key === "ArrowLeft") focus(index - 1);
    else if (key === "Home") focus(0);
    else if (key === "End") focus(shown.length - 1);
    else if (key === "Escape" || key === "ArrowUp") leave();
    else if (key === "Backspace" || key === "Delete") {
      if (one.chip.given) rewrite(withPart(line, one.chips, one.chip, ""));
      focus(index);
    } else return;
    event.preventDefault();
  });

  /** @param {Chip} chip @param {readonly Chip[]} chips @param {readonly Remark[]} remarks @param {number} index */
  const makeChip = (chip, chips, remarks, index) => {
    const { kind, given, problem } = chip;
    const details = remarks.map(({ detail }) => detail);
    const button = make("button", {
      type: "button",
      class: problem || details.length > 0 ? "desk-chip desk-chip-open" : "desk-chip",
      tabindex: index === 0 ? 0 : -1,
    });
    button.append(make("span", { class: "aside" }, told.kinds[kind]), " ", make("bdi", {}, saidBy(chip, context())));
    if (problem) button.append(" ", make("strong", {}, told.problems[problem]));
    else if (!given && kind !== "act") button.append(" ", make("small", {}, form.notes.proposed));
    for (const detail of details) button.append(" ", make("strong", { lang: "en" }, detail));
    button.addEventListener("click", () => open(index));
    shown.push({ button, chip, chips });
    return button;
  };

  /** Shows a line. @param {string} text @param {readonly UnderstoodClause[]} clauses @param {readonly Remark[]} [remarks] */
  const show = (text, clauses, remarks = []) => {
    if (isOpen) {
      showLater = () => show(text, clauses, remarks);
      return;
    }
    const focused = shown.findIndex(({ button }) => button === document.activeElement);
    [line, shown] = [text, []];
    const groups = clauses.map(({ chips }, at) => {
      const own = remarks.filter(({ clause }) => clause === at);
      const group = make("div", { role: "group", class: "desk-chips", "aria-label": fillIn(script.event, { n: at + 1 }) });
      for (const chip of chips)
        group.append(
          makeChip(
            chip,
            chips,
            own.filter(({ kind }) => kind === chip.kind),
            shown.length,
          ),
        );
      const others = own.filter(({ kind }) => chips.every((chip) => chip.kind !== kind));
      group.append(...others.map(({ detail }) => make("p", { class: "field-error", lang: "en" }, detail)));
      return group;
    });
    bar.replaceChildren(...groups);
    bar.hidden = groups.length === 0;
    if (focused >= 0) focus(focused);
  };

  return {
    /** Goes to the first chip. */
    enter: () => focus(shown.findIndex(({ button }) => button.tabIndex === 0)),
    show,
  };
};
