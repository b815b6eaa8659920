/** What a takedown wants to know of a story, and who shows a story of its takedowns. */
import type { MeteredDatabase, Row } from "./d1.ts";
import { selectSpan } from "./log.ts";
import { revisionOf } from "./parts.ts";
import { keyedDigest } from "./write.ts";

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

/** A story's log, with what its requests have left that a takedown erases: a row an event, and one more; none where it is very large. */
export const selectErasableLog = (d1: MeteredDatabase, story: string): D1PreparedStatement =>
  selectSpan(
    d1,
    story,
    {},
    `, iif(request_remarks IS NOT NULL OR request_digest NOT GLOB '${keyedDigest}*', request_events, NULL) AS left_by_request`,
  );

/**
 * The versions, of what `selectErasableLog` found, with which a request has left what may tell of an event: those of the event's own request
 * and of all after it. What was said before the event was recorded cannot name it.
 */
export const versionsTelling = (rows: readonly Row[], event: number): number[] =>
  rows.flatMap(({ version, left_by_request: events }) =>
    events !== null && Number(version) + Number(events) > event ? [Number(version)] : [],
  );
