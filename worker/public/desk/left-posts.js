// @ts-check
/** Which posts were sent by a page that was being closed: it had no time to write down more, and nobody is to take them back. */

const name = "riposte-desk-left";

/** @returns {string[]} */
const read = () => {
  try {
    return JSON.parse(localStorage.getItem(name) ?? "[]");
  } catch {
    return [];
  }
};

/** @param {string[]} keys */
const write = (keys) => {
  try {
    localStorage.setItem(name, JSON.stringify(keys));
  } catch {
    // Then they are sent again in their time, by the same keys.
  }
};

/** Their keys, written and read at once. */
export const leftPosts = {
  all: read,
  /** @param {string} key */
  add: (key) => write([...read(), key]),
  /** @param {string} key */
  remove: (key) => {
    const keys = read();
    if (keys.includes(key)) write(keys.filter((one) => one !== key));
  },
};
