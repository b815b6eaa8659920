/** What tests of made-up requests share: each is answered, and soon. */
import { expect } from "vitest";

/** As long as anybody waits, in milliseconds, on a machine that does other things besides. */
const most = 2_000;

/** Waits for an answer, and expects it soon. */
export const soon = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
  const start = performance.now();
  const answer = await ask();
  expect(performance.now() - start).toBeLessThan(most);
  return answer;
};

/** The statuses that requests, one after another, were answered with, each soon: every status once, and in order. */
export const statusesOf = async <Item>(
  items: readonly Item[],
  ask: (item: Item) => Promise<{ status: number }>,
): Promise<number[]> => {
  const found = new Set<number>();
  for (const item of items) found.add((await soon(() => ask(item))).status);
  return [...found].sort();
};

/** Those of the statuses that are not among them. */
export const otherThan = (allowed: readonly number[], found: readonly number[]): number[] =>
  found.filter((status) => !allowed.includes(status));
