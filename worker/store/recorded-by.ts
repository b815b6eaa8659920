/** What somebody recorded last. */
import type { MeteredDatabase } from "./d1.ts";

/** An event that somebody recorded: where it stands, and of which type it is. */
export type RecordedEvent = { story: string; version: number; type: string; recordedAt: string };

/** How many of the log's newest events are looked at: no index finds events by who recorded them, and none is worth its writes. */
export const mostLookedAt = 2_000;
const mostTold = 20;

/** The newest 20 events that somebody recorded, among the newest 2 000 of all; of those as many rows are read. */
export const listRecordedBy = async (d1: MeteredDatabase, editor: string): Promise<RecordedEvent[]> => {
  const [rows = []] = await d1.batch(
    d1.sql(
      `SELECT story, version, type, recorded_at FROM events WHERE recorded_by = ?1
      AND position > (SELECT coalesce(max(position), 0) FROM events) - ${mostLookedAt} ORDER BY position DESC LIMIT ${mostTold}`,
      editor,
    ),
  );
  return rows.map(({ story, version, type, recorded_at }) => ({
    story: String(story),
    version: Number(version),
    type: String(type),
    recordedAt: String(recorded_at),
  }));
};
