/** What is kept of a story's past, as it stands in D1. */
import { setTimeout as wait } from "node:timers/promises";
import { stride } from "../../worker/store/past.ts";
import type { Server } from "./server.ts";

/** Waits until the past is kept as far as it ever is: it follows writes, and no answer waits for it. */
export const untilPastIsKept = async ({ db }: Pick<Server, "db">, story: string): Promise<void> => {
  const behind = `SELECT (SELECT max(version) FROM events WHERE story = ?1)
    - (SELECT coalesce(max(last), 0) FROM packed_log WHERE story = ?1) AS behind`;
  for (let tries = 0; tries < 1000; tries += 1) {
    const found = await db.prepare(behind).bind(story).first<number>("behind");
    if (found !== null && found < stride) return;
    await wait(10);
  }
  throw new Error("What is kept of the past did not follow the log");
};

/** The versions at which states are kept. */
export const keptAt = async ({ db }: Pick<Server, "db">, story: string): Promise<number[]> => {
  const { results } = await db
    .prepare("SELECT DISTINCT kept_at FROM past_parts WHERE story = ? ORDER BY 1")
    .bind(story)
    .all<{ kept_at: number }>();
  return results.map(({ kept_at }) => kept_at);
};
