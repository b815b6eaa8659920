/** Story order: by when it happened, then by version. */

/**
 * An instant (RFC 3339) as a text that sorts as time does: in UTC, with nanoseconds.
 * `2025-02-10T22:11:04+01:00` becomes `2025-02-10T21:11:04.000000000Z`.
 */
export const orderKey = (instant: string): string => {
  const utc = instant.endsWith("Z") ? instant : new Date(instant).toISOString();
  const fraction = instant[19] === "." ? (/\d+/.exec(instant.slice(20))?.[0] ?? "") : "";
  return `${utc.slice(0, 19)}.${fraction.padEnd(9, "0")}Z`;
};

/** A place in story order. */
export type Place = { at: string; version: number };

/** Negative where `a` comes before `b` in story order. Never 0 for two events of one story. */
export const inStoryOrder = (a: Place, b: Place): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.version - b.version);
