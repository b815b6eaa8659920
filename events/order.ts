/** Story order: by when it happened, then by version. */

/**
 * An instant (RFC 3339) as a text that sorts as time does: in UTC, to the nanosecond, with no zeros at its end and no zone.
 * `2025-02-10T22:11:04.50+01:00` becomes `2025-02-10T21:11:04.5`.
 */
export const orderKey = (instant: string): string => {
  const seconds = (instant.endsWith("Z") ? instant : new Date(instant).toISOString()).slice(0, 19);
  const fraction = instant[19] === "." ? /^\.\d*[1-9]/.exec(instant.slice(19)) : null;
  return fraction ? seconds + fraction[0] : seconds;
};

/** A place in story order. */
export type Place = { at: string; version: number };

/** Negative where `a` comes before `b` in story order. Never 0 for two events of one story. */
export const inStoryOrder = (a: Place, b: Place): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.version - b.version);
