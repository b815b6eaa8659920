/** What was typed in this browser and has not reached the desk yet. It stands here until it has, and no longer. */

/** `revision`: that of the draft which it was typed over, 0 for none; `path`: where; `sent`: what was on its way to the desk then. @typedef {{ id: string, revision: number, path: string, at: number, content: import("./form-fields.js").Content, sent?: import("./form-fields.js").Content }} Left */

/** @param {string} editor */
const prefix = (editor) => `riposte-typed ${editor} `;

/** Leaves it. A storage that is full or closed keeps nothing; the desk does. @param {string} editor @param {Left} left */
export const leaveBehind = (editor, left) => {
  try {
    localStorage.setItem(prefix(editor) + left.id, JSON.stringify(left));
  } catch {
    // Then it stands on the page alone until it is sent.
  }
};

/** Forgets it. @param {string} editor @param {string} id */
export const forget = (editor, id) => {
  try {
    localStorage.removeItem(prefix(editor) + id);
  } catch {
    // There is nothing to forget.
  }
};

/** What an editor has left, the newest last. @param {string} editor @returns {Left[]} */
export const leftBehind = (editor) => {
  try {
    return Object.entries(localStorage)
      .filter(([name]) => name.startsWith(prefix(editor)))
      .map(([, value]) => /** @type {Left} */ (JSON.parse(value)))
      .sort((a, b) => a.at - b.at);
  } catch {
    return [];
  }
};
