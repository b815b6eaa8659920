// @ts-check
/**
 * Remembers, in this browser alone, how far a reader has read each story.
 *
 * @typedef {{ version: number, recorded?: string | undefined }} Shown What a page shows: a version, and when that was recorded, by the log's clock.
 * @typedef {Shown & { at: number }} Seen When it was last on the reader's screen, in milliseconds.
 * @typedef {Seen & { before?: Seen | undefined }} Kept With it, what the visit before this one ended with.
 */

const key = "riposte.seen";
const mostStories = 50;
/** Who comes back sooner, in milliseconds, has not been away. */
const away = 30 * 60_000;

/** Storage may be forbidden, full, or hold what somebody else wrote. @returns {[string, Kept][]} */
const read = () => {
  try {
    return Object.entries(JSON.parse(localStorage.getItem(key) ?? "{}")).filter(([, kept]) => kept?.version > 0 && kept.at > 0);
  } catch {
    return [];
  }
};

/** @param {string} story @param {Kept} kept */
const write = (story, kept) => {
  const others = read().filter(([name]) => name !== story);
  const newest = others.sort(([, a], [, b]) => b.at - a.at).slice(0, mostStories - 1);
  try {
    localStorage.setItem(key, JSON.stringify(Object.fromEntries([[story, kept], ...newest])));
  } catch {
    // Then nothing is remembered.
  }
};

/** @param {string} story */
const keptOf = (story) => read().find(([name]) => name === story)?.[1];

/** What of a story was on this browser's screen last. @param {string} story @returns {Seen | undefined} */
export const seenLast = (story) => keptOf(story);

/** The newer of what was kept and what is shown now. @param {Kept | undefined} kept @param {Shown} shown @returns {Seen} */
const newest = (kept, shown) => {
  const { version, recorded } = kept && kept.version > shown.version ? kept : shown;
  return { version, recorded, at: Date.now() };
};

/** Begins a visit, or goes on with one; answers with what the visit before it ended with. @param {string} story @param {Shown} shown */
export const visit = (story, shown) => {
  const kept = keptOf(story);
  const isBack = kept && Date.now() - kept.at > away;
  const before = isBack ? { version: kept.version, recorded: kept.recorded, at: kept.at } : kept?.before;
  write(story, { ...newest(kept, shown), before });
  return before;
};

/**
 * Notes what the reader has seen by now. `done`: also what was told of the visit before.
 *
 * @param {string} story @param {Shown} shown @param {boolean} [done]
 */
export const leave = (story, shown, done = false) => {
  const kept = keptOf(story);
  const before = done ? undefined : kept?.before;
  write(story, { ...newest(kept, shown), before });
};
