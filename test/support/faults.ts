/** How the D1 of `faulty-worker.ts` is told to fail. */

/**
 * How a round trip fails:
 * - `before`: it throws, and nothing was done;
 * - `after`: it throws, and all of it was done: only the answer is lost;
 * - `never`: it never answers, and nothing was done;
 * - `late`: it is done so late that nobody waits any more.
 */
export const failures = ["before", "after", "never", "late"] as const;
export type Failure = (typeof failures)[number];

/** The header of a request that makes one of its round trips fail: the first is 1. */
export const failing = (trip: number, failure: Failure): Record<string, string> => ({ "X-Failing": `${trip} ${failure}` });

/** The header of a request whose first round trip D1 answers with that error. */
export const refusing = (text: string): Record<string, string> => ({ "X-Failing": `1 says:${encodeURIComponent(text)}` });

/** What D1 says when it throws, and no answer may tell. */
export const inside = "D1_ERROR: disk I/O error at /var/secret/riposte.sqlite: SELECT body FROM events";

/** How many milliseconds the Worker waits for a round trip that does not answer, and how many a late one takes. */
export const patience = 400;
export const lateness = 4_000;
