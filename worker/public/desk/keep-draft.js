// @ts-check
/** Where what is typed goes besides this browser: whoever keeps drafts elsewhere is told of every change. */

/**
 * @typedef {{ story: string, form: string, text: string }} TypedDraft What stands in a form of a story (its fields as JSON), or in its line
 * (`form` is `line`); an empty text says that it was recorded or given up.
 */

/** @type {Set<(draft: TypedDraft) => void>} */
const keepers = new Set();

/** Is called with each change from now on. @param {(draft: TypedDraft) => void} keeper */
export const onDraft = (keeper) => keepers.add(keeper);

/** Tells of a change. @param {TypedDraft} draft */
export const keepDraft = (draft) => {
  for (const keeper of keepers) keeper(draft);
};
