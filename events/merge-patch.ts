/** JSON Merge Patch, RFC 7396. */

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * The value once it is patched (RFC 7396, section 2): members that the patch names are replaced, those that it gives as null are taken
 * away, and all others stay. Neither value is changed.
 */
export const mergePatch = (target: unknown, patch: unknown): unknown => {
  if (!isObject(patch)) return patch;
  const members = new Map(isObject(target) ? Object.entries(target) : []);
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) members.delete(name);
    else members.set(name, mergePatch(members.get(name), value));
  }
  // Own members alone, whatever they are called.
  return Object.fromEntries(members);
};
