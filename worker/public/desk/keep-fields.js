// @ts-check
/** Keeps what is typed in the forms of events: it is there again after a crash, and gone once it was recorded. */
import { make, makeButton } from "./element.js";
import { find, forget, keep } from "./kept.js";
import { words } from "./words.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} FormField @typedef {[string, string, boolean][]} Typed */

const recording = "riposte-desk-recording";

/** The fields that somebody fills. @param {HTMLFormElement} form @returns {FormField[]} */
const fieldsOf = (form) =>
  [.../** @type {Iterable<FormField>} */ (/** @type {unknown} */ (form.elements))].filter(
    (field) => field.name !== "" && field.matches('input:not([type="hidden"], [type="password"]), textarea, select'),
  );

/** @param {FormField} field */
const isChecked = (field) => field instanceof HTMLInputElement && field.checked;

/** @param {HTMLFormElement} form @returns {Typed} */
const typedIn = (form) => fieldsOf(form).map((field) => [field.name, field.value, isChecked(field)]);

/** What a form is kept under: whose, of which story, of which events. @param {string} person @param {HTMLFormElement} form */
const keyOf = (person, form) => {
  const types = [.../** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll('input[type="hidden"][name$=".type"]'))];
  return [person, new URL(form.action).pathname, ...types.map(({ value }) => value)].join(" ");
};

/** @param {HTMLFormElement} form @param {Typed} typed */
const fill = (form, typed) => {
  const left = [...typed];
  for (const field of fieldsOf(form)) {
    const at = left.findIndex(([name, value]) => name === field.name && (!isToTick(field) || value === field.value));
    const [kept] = at < 0 ? [] : left.splice(at, 1);
    if (!kept) continue;
    if (isToTick(field)) field.checked = kept[2];
    else field.value = kept[1];
    if (kept[1] !== "" || kept[2]) field.closest("details")?.setAttribute("open", "");
  }
};

/** @param {FormField} field @returns {field is HTMLInputElement} */
const isToTick = (field) => field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio");

/** Keeps one form. A page that was asked for anew has what was typed before; one that answers a form has what that says. @param {string} person @param {HTMLFormElement} form */
const keepForm = async (person, form) => {
  const key = keyOf(person, form);
  const first = JSON.stringify(typedIn(form));
  let isWriting = false;
  let isStale = false;
  const write = async () => {
    if (isWriting) {
      isStale = true;
      return;
    }
    isWriting = true;
    do {
      isStale = false;
      await keep("typed", key, typedIn(form));
    } while (isStale);
    isWriting = false;
  };
  form.addEventListener("input", write);
  form.addEventListener("change", write);
  const isAnswer = location.pathname === new URL(form.action).pathname;
  if (isAnswer) return write();
  const typed = /** @type {Typed | undefined} */ (await find("typed", key));
  if (!typed || JSON.stringify(typed) === first || JSON.stringify(typedIn(form)) !== first) return;
  fill(form, typed);
  const notice = make("p", { class: "desk-notice", role: "status" }, words.script.found, " ");
  notice.append(
    makeButton(words.script.afresh, () => {
      fill(form, JSON.parse(first));
      void forget("typed", key);
      notice.remove();
      form.querySelector("input, textarea, select")?.scrollIntoView({ block: "nearest" });
    }),
  );
  form.before(notice);
};

/** Keeps every form of events on the page, and has no more of those that were recorded. @param {string} person */
export const keepForms = (person) => {
  const done = document.getElementById("recorded") && sessionStorage.getItem(recording);
  if (done) {
    void forget("typed", done);
    sessionStorage.removeItem(recording);
  }
  for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll('form.desk-form[method="post"]'))) {
    form.addEventListener("submit", ({ submitter }) => {
      if (submitter instanceof HTMLButtonElement && submitter.value === "record")
        sessionStorage.setItem(recording, keyOf(person, form));
    });
    // Forms that keep themselves as drafts need nobody else to.
    if (form.dataset.keep === undefined && fieldsOf(form).length > 0 && form.querySelector('input[type="hidden"][name$=".type"]'))
      void keepForm(person, form);
  }
};
