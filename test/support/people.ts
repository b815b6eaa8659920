/** The rows that pages of people are read from, as they follow the log. */
import { setTimeout as wait } from "node:timers/promises";
import type { Server } from "./server.ts";

/** Waits until people are told by the whole log: no answer waits for it. */
export const untilPeopleTold = async ({ db }: Pick<Server, "db">): Promise<void> => {
  const behind = "SELECT (SELECT coalesce(max(position), 0) FROM events) - position AS behind FROM people_progress";
  for (let tries = 0; tries < 1000; tries += 1) {
    if ((await db.prepare(behind).first("behind")) === 0) return;
    await wait(10);
  }
  throw new Error("The people did not follow the log");
};

/** All that stands there. */
export const peopleRows = async ({ db }: Pick<Server, "db">): Promise<unknown> =>
  (
    await db.batch([
      db.prepare("SELECT * FROM people ORDER BY story, party"),
      db.prepare("SELECT * FROM people_ids ORDER BY id, story, party"),
    ])
  ).map(({ results }) => results);
