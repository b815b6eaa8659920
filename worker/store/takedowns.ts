/** What a takedown wants to know of a story, and who shows a story of its takedowns. */
import type { MeteredDatabase, Row } from "./d1.ts";
import { revisionOf } from "./parts.ts";

/** The version of a story's newest takedown: one row. */
export const selectNewestTakedown = ({ sql }: MeteredDatabase, story: string): D1PreparedStatement =>
  sql("SELECT max(version) AS version FROM events WHERE story = ?1 AND type = 'EventTakenDown'", story);

/** What `selectNewestTakedown` found; 0 where there is none. */
export const newestTakedownOf = (rows: readonly Row[] = []): number => Number(rows[0]?.version ?? 0);

/** The revision of the code that last wrote to a story: one row. */
export const selectRevision = ({ sql }: MeteredDatabase, story: string): D1PreparedStatement =>
  sql("SELECT revision FROM parts WHERE story = ?1 AND part = 'story' AND chunk = 0", story);

/** Whether `selectRevision` found today's: the index has the places of today's story order then. */
export const isOfToday = (rows: readonly Row[] = []): boolean => rows[0]?.revision === revisionOf("story");
