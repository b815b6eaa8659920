/** Where a story's log comes from: what was imported says by whom, what was recorded here says nothing. */
import type { MeteredDatabase, Row } from "./d1.ts";

/** Who imported the newest event of a story: one row. */
export const selectImporter = ({ sql }: MeteredDatabase, story: string): D1PreparedStatement =>
  sql("SELECT imported_by FROM events WHERE story = ?1 ORDER BY version DESC LIMIT 1", story);

/** What `selectImporter` found; null where it was recorded here, or there is no such story. */
export const importerOf = (rows: readonly Row[]): string | null => (rows[0]?.imported_by ?? null) as string | null;
