/** What stands in a form, and how it comes back there. */

/** What a draft holds of a form. @typedef {{ story: string, line?: string, form?: Record<string, string[]> }} Content */

/** @param {string} name */
const isKept = (name) => name === "line" || /^\d+\./.test(name);

/** What was typed in a form. @param {HTMLFormElement} form @returns {Content} */
export const readFields = (form) => {
  /** @type {Record<string, string[]>} */
  const fields = {};
  for (const [name, value] of new FormData(form))
    if (isKept(name) && typeof value === "string" && value !== "") fields[name] = [...(fields[name] ?? []), value];
  const { line, ...typed } = fields;
  return { story: form.dataset.keep ?? "", ...(line ? { line: line[0] ?? "" } : {}), form: typed };
};

/** Whether both hold the same. @param {Content} a @param {Content} b */
export const isSame = (a, b) => JSON.stringify([a.line, a.form ?? {}]) === JSON.stringify([b.line, b.form ?? {}]);

/** Whether nothing is typed: a line without a word. @param {Content} content */
export const isBlank = ({ line = "", form = {} }) => line.trim() === "" && Object.keys(form).length === 0;

/** Puts what was typed back. What has no field in this form stays where it is kept. @param {HTMLFormElement} form @param {Content} content */
export const fillFields = (form, { line, form: typed = {} }) => {
  const values = new Map([...Object.entries(typed), ["line", line === undefined ? [] : [line]]]);
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement))
      continue;
    if (!isKept(field.name)) continue;
    const given = values.get(field.name) ?? [];
    if (field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio"))
      field.checked = given.includes(field.value);
    else field.value = given[0] ?? "";
    if (given.length > 0) field.closest("details")?.setAttribute("open", "");
  }
};
