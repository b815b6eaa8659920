/** What who shows a story wants to know of its takedowns. */
import type { MeteredDatabase, Row } from "./d1.ts";

/** The version of a story's newest takedown: one row. */
export const selectNewestTakedown = ({ sql }: MeteredDatabase, story: string): D1PreparedStatement =>
  sql("SELECT max(version) AS version FROM events WHERE story = ?1 AND type = 'EventTakenDown'", story);

/** What `selectNewestTakedown` found; 0 where there is none. */
export const newestTakedownOf = (rows: readonly Row[] = []): number => Number(rows[0]?.version ?? 0);
