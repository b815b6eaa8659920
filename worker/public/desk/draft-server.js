/** The desk's side of a draft. */

/** What the desk said: at which revision it has it now, or why not. @typedef {{ kind: "kept", revision: number } | { kind: "changed" | "none" | "erased" | "signed-out" | "unreachable" } | { kind: "refused", detail: string }} Said */

/** The token against forgery of whoever is signed in. */
const forgery = () => /** @type {HTMLInputElement | null} */ (document.querySelector("input[name=forgery]"))?.value ?? "";

/**
 * Sends what was typed, over the revision that it was typed over, 0 for none. `isLast`: the page is going.
 *
 * @param {{ id: string, revision: number, content: import("./form-fields.js").Content }} left @param {boolean} [isLast] @returns {Promise<Said>}
 */
export const sendDraft = async ({ id, revision, content }, isLast = false) => {
  try {
    const answer = await fetch(`/api/drafts/${id}`, {
      method: "PUT",
      keepalive: isLast,
      headers: {
        "Content-Type": "application/json",
        "X-Riposte-Forgery": forgery(),
        ...(revision === 0 ? { "If-None-Match": "*" } : { "If-Match": `"${revision}"` }),
      },
      body: JSON.stringify(content),
    });
    const body = await answer.json();
    if (answer.ok) return { kind: "kept", revision: body.revision };
    if (answer.status === 401 || body.code === "forged") return { kind: "signed-out" };
    if (answer.status === 412) return { kind: "changed" };
    if (answer.status === 404) return { kind: "none" };
    if (answer.status === 410) return { kind: "erased" };
    if (answer.status === 429 || answer.status >= 500) return { kind: "unreachable" };
    return { kind: "refused", detail: body.detail };
  } catch {
    return { kind: "unreachable" };
  }
};

/** A draft as the desk has it; undefined where it cannot be had. @param {string} id @returns {Promise<(import("./form-fields.js").Content & { revision: number }) | undefined>} */
export const fetchDraft = async (id) => {
  const answer = await fetch(`/api/drafts/${id}`).catch(() => undefined);
  return answer?.ok ? answer.json() : undefined;
};

/** Deletes a draft, at whatever revision it is. @param {string} id */
export const deleteDraft = async (id) => {
  await fetch(`/api/drafts/${id}`, { method: "DELETE", keepalive: true, headers: { "X-Riposte-Forgery": forgery() } }).catch(
    () => undefined,
  );
};

/** Whether that editor has signed in again meanwhile; every form of the page can be sent then. @param {string} editor */
export const findSession = async (editor) => {
  const page = await fetch("/desk/sessions").then(
    (answer) => answer.text(),
    () => "",
  );
  const there = new DOMParser().parseFromString(page, "text/html");
  const token = /** @type {HTMLInputElement | null} */ (there.querySelector("input[name=forgery]"))?.value;
  if (!token || there.querySelector(".desk-person bdi")?.textContent !== editor) return false;
  for (const field of document.querySelectorAll("input[name=forgery]")) /** @type {HTMLInputElement} */ (field).value = token;
  return true;
};
