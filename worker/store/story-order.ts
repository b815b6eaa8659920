/** The log by story order: through the index on the places that events have in it. Introductions are not in the index. */
import type { Kind } from "../../events/define.ts";
import { definitionOf, eventTypes } from "../../events/registry.ts";
import type { Place } from "../../events/story.ts";
import type { MeteredDatabase } from "./d1.ts";
import { eventColumns } from "./rows.ts";

/** Events by their versions, with their places in the index. */
export const selectPlacedEvents = ({ sql }: MeteredDatabase, story: string, versions: readonly number[]): D1PreparedStatement =>
  sql(
    `SELECT ${eventColumns}, place FROM events WHERE story = ?1 AND version IN (SELECT value FROM json_each(?2))`,
    story,
    JSON.stringify(versions),
  );

/** At most `limit` events of the index after a version, in log order. */
export const selectPlacedEventsAfter = (
  { sql }: MeteredDatabase,
  story: string,
  after: number,
  limit: number,
): D1PreparedStatement =>
  sql(
    `SELECT ${eventColumns}, place FROM events WHERE story = ?1 AND version > ?2 AND place IS NOT NULL ORDER BY version LIMIT ${limit}`,
    story,
    after,
  );

/** Which events, and from where on: those after a place, of a kind where one is named. */
type Ordered = { order: "asc" | "desc"; after?: Place | undefined; kind?: Kind | undefined; key?: boolean | undefined };

/**
 * At most `limit` events in story order; none where the story stands at the version `unless`, which the reader has. Of a kind, only these;
 * of `names`, only rows with one of them in their JSON: it may stand there as something else, and whoever takes the rows has to look;
 * of `key`, only key moments.
 */
export const selectEventsInOrder = (
  { sql }: MeteredDatabase,
  story: string,
  { order, after, kind, key }: Ordered,
  { limit, unless = 0, names = [] }: { limit: number; unless?: number; names?: readonly string[] },
): D1PreparedStatement => {
  const [beyond, direction] = order === "asc" ? [">", "ASC"] : ["<", "DESC"];
  const bound = after ? `AND place ${beyond}= ?5 AND (place ${beyond} ?5 OR version ${beyond} ?6)` : "AND place IS NOT NULL";
  const values = after ? [after.place, after.version] : [];
  const ofKind = kind && JSON.stringify(eventTypes.filter((type) => definitionOf(type).kind === kind));
  const naming = names.length > 0 && JSON.stringify(names.map((name) => JSON.stringify(name)));
  return sql(
    `SELECT ${eventColumns}, place FROM events
    WHERE story = ?1 ${bound}
    AND (?3 IS NULL OR type IN (SELECT value FROM json_each(?3)))
    AND (?4 IS NULL OR EXISTS (SELECT 1 FROM json_each(?4) WHERE instr(body, value) > 0))
    ${key ? "AND body ->> '$.key'" : ""}
    ORDER BY place ${direction}, version ${direction}
    LIMIT CASE ?2 WHEN (SELECT max(version) FROM events WHERE story = ?1) THEN 0 ELSE ${limit} END`,
    story,
    unless,
    ofKind || null,
    naming || null,
    ...values,
  );
};
