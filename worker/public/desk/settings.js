// @ts-check
/** How somebody likes the desk in this browser. */

const name = "riposte-desk-settings";
/** Seconds in which a post can be taken back, and whether keys act alone (WCAG 2.1.4). */
const usual = { seconds: 10, singleKeys: true };

/** The settings as they are now. @returns {typeof usual} */
export const settings = () => {
  try {
    return { ...usual, ...JSON.parse(localStorage.getItem(name) ?? "{}") };
  } catch {
    return usual;
  }
};

/** Changes some of them. @param {Partial<typeof usual>} changed */
export const changeSettings = (changed) => {
  try {
    localStorage.setItem(name, JSON.stringify({ ...settings(), ...changed }));
  } catch {
    // A browser that keeps nothing has the usual ones.
  }
};
