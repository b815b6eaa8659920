/** The index of the search, as it stands in D1. */
import { setTimeout as wait } from "node:timers/promises";
import type { Server } from "./server.ts";

/** A row of the index. */
export type IndexRow = { story: string; version: number; occurred_at: string; precision: string; names: string; texts: string };

/** Waits until the index has the whole log: it follows writes, and no answer waits for it. */
export const untilIndexed = async ({ db }: Pick<Server, "db">): Promise<void> => {
  const behind = "SELECT (SELECT coalesce(max(position), 0) FROM events) - position AS behind FROM search_progress";
  for (let tries = 0; tries < 1000; tries += 1) {
    if ((await db.prepare(behind).first("behind")) === 0) return;
    await wait(10);
  }
  throw new Error("The index did not follow the log");
};

/** All rows of the index, by story and version. */
export const indexRows = async ({ db }: Pick<Server, "db">): Promise<IndexRow[]> =>
  (
    await db
      .prepare("SELECT story, version, occurred_at, precision, names, texts FROM search ORDER BY story, version")
      .all<IndexRow>()
  ).results;

/** Every term that stands in the index, and whatever else can be read in its bytes: what was deleted must not be among them. */
export const termsIn = async ({ db }: Pick<Server, "db">): Promise<string[]> => {
  const { results: blocks } = await db.prepare("SELECT block FROM search_data").all<{ block: number[] }>();
  // In the bytes a term stands without what it has in common with the one before it.
  await db.prepare("CREATE VIRTUAL TABLE search_terms USING fts5vocab(search, row)").run();
  const { results: terms } = await db.prepare("SELECT term FROM search_terms").all<{ term: string }>();
  await db.prepare("DROP TABLE search_terms").run();
  return [
    ...blocks.flatMap(
      ({ block }) =>
        Buffer.from(block)
          .toString("latin1")
          .match(/[a-z]{3,}/g) ?? [],
    ),
    ...terms.map(({ term }) => term),
  ];
};
