/** People over all stories, as they are kept and read: a row for each party of each story, and one for each of its addresses. */
import * as z from "zod/mini";
import type { MeteredDatabase, Row } from "./d1.ts";
import { jsonBatchesOf } from "./parameters.ts";
import { listedRowOf, listingColumns, type StoryRow } from "./stories.ts";

/** A party of a story: what is told of it, what that was made of, and the ids of its addresses. */
export type PersonRow = { party: string; told: string; madeOf: string; ids: readonly string[] };

/** How far the log was looked at, and the stories of the events after that: at most `limit` events, a row each. */
export const selectChangedStories = ({ sql }: MeteredDatabase, limit: number): D1PreparedStatement[] => [
  sql(
    `SELECT coalesce((SELECT position FROM people_progress), 0) AS done, (SELECT coalesce(max(position), 0) FROM events) AS head`,
  ),
  sql(
    `SELECT position, story FROM events WHERE position > coalesce((SELECT position FROM people_progress), 0)
    ORDER BY position LIMIT ${Math.trunc(limit)}`,
  ),
];

const progressRow = z.object({ done: z.int(), head: z.int() });
const changedRow = z.object({ position: z.int(), story: z.string() });

/** What `selectChangedStories` found. */
export const changedStoriesOf = ([progress = [], changed = []]: readonly Row[][]) => ({
  ...progressRow.parse(progress[0]),
  events: changed.map((row) => changedRow.parse(row)),
});

/** Notes how far the log was looked at, unless another was first. */
export const movePeopleProgress = ({ sql }: MeteredDatabase, from: number, to: number): D1PreparedStatement =>
  sql(
    `INSERT INTO people_progress (id, position) SELECT 1, ?2 WHERE coalesce((SELECT position FROM people_progress), 0) = ?1
    ON CONFLICT (id) DO UPDATE SET position = excluded.position`,
    from,
    to,
  );

/** Sends it back to the beginning of the log: each row is looked at anew. */
export const resetPeople = ({ sql }: MeteredDatabase): D1PreparedStatement =>
  sql("INSERT INTO people_progress (id, position) VALUES (1, 0) ON CONFLICT (id) DO UPDATE SET position = 0");

/** Reads what the parties of a story were told from: a row each. */
export const selectPeopleMadeOf = ({ sql }: MeteredDatabase, story: string): D1PreparedStatement =>
  sql("SELECT party, made_of FROM people WHERE story = ?1", story);

const madeOfRow = z.object({ party: z.string(), made_of: z.string() });

/** What `selectPeopleMadeOf` found, by party. */
export const peopleMadeOf = (rows: readonly Row[] = []): Map<string, string> =>
  new Map(rows.map((row) => madeOfRow.parse(row)).map(({ party, made_of }) => [party, made_of]));

/** Where the story has moved on since it was read, and something of it may have been taken down, nothing is written. */
const stands = "?2 = (SELECT version FROM events WHERE story = ?1 ORDER BY version DESC LIMIT 1)";

/** Writes parties of a story that stands at a version, and drops those that are no more of it. */
export const writePeople = (
  { sql }: MeteredDatabase,
  { story, version }: { story: string; version: number },
  changed: readonly PersonRow[],
  gone: readonly string[],
): D1PreparedStatement[] => {
  const parties = JSON.stringify([...gone, ...changed.map(({ party }) => party)]);
  const where = `story = ?1 AND party IN (SELECT value FROM json_each(?3)) AND ${stands}`;
  return [
    sql(`DELETE FROM people WHERE ${where}`, story, version, parties),
    sql(`DELETE FROM people_ids WHERE ${where}`, story, version, parties),
    ...jsonBatchesOf(changed).flatMap((json) => [
      sql(
        `INSERT INTO people (story, party, told, made_of)
        SELECT ?1, value ->> 'party', value ->> 'told', value ->> 'madeOf' FROM json_each(?3) WHERE ${stands}`,
        story,
        version,
        json,
      ),
      sql(
        `INSERT INTO people_ids (id, story, party)
        SELECT id.value, ?1, person.value ->> 'party' FROM json_each(?3) AS person, json_each(person.value, '$.ids') AS id WHERE ${stands}`,
        story,
        version,
        json,
      ),
    ]),
  ];
};

/** Erases all that is told of these parties of a story, or of all: a takedown may have taken any of it down. It is made anew behind the log. */
export const erasePeople = (
  { sql }: MeteredDatabase,
  story: string,
  parties: readonly string[] | undefined,
): D1PreparedStatement[] => {
  // A statement takes a hundred parameters; a list in JSON would be read row by row.
  const named = parties && parties.length < 90 ? [...new Set(parties)] : undefined;
  const which = named ? `AND party IN (${named.map((_, index) => `?${index + 2}`).join()})` : "";
  return ["people", "people_ids"].map((table) => sql(`DELETE FROM ${table} WHERE story = ?1 ${which}`, story, ...(named ?? [])));
};

/** So many parties may be one person, and of so many stories is told. */
const most = { parties: 200, stories: 100 };

/**
 * Reads a person over all stories, the story that was last active first: the parties that share an address, and those that share one with
 * these. `own`: the party of a story that the id names by itself.
 */
export const selectPerson = (
  { sql }: MeteredDatabase,
  id: string,
  own: { story: string; party: string } | undefined,
): D1PreparedStatement =>
  sql(
    `WITH RECURSIVE same (story, party) AS (
      SELECT story, party FROM people_ids WHERE id = ?1
      UNION
      SELECT story, party FROM people WHERE story = ?2 AND party = ?3
      UNION
      SELECT other.story, other.party FROM same
      JOIN people_ids AS one ON one.story = same.story AND one.party = same.party
      JOIN people_ids AS other ON other.id = one.id
      LIMIT ${most.parties}
    )
    SELECT p.story, p.party, p.told,
      (SELECT group_concat(i.id, ' ') FROM people_ids AS i WHERE i.story = p.story AND i.party = p.party) AS ids,
      ${listingColumns.replaceAll(/\w+/g, "s.$&")}
    FROM same CROSS JOIN people AS p ON p.story = same.story AND p.party = same.party
    JOIN stories AS s ON s.slug = p.story
    ORDER BY s.active_at DESC, p.story, p.party LIMIT ${most.stories}`,
    id,
    own?.story ?? null,
    own?.party ?? null,
  );

const personRow = z.object({ party: z.string(), told: z.string(), ids: z.nullable(z.string()) });

/** What `selectPerson` found. */
export const personRowsOf = (rows: readonly Row[] = []): { party: string; told: string; ids: string[]; story: StoryRow }[] =>
  rows.map((row) => {
    const { party, told, ids } = personRow.parse(row);
    return { party, told, ids: ids?.split(" ") ?? [], story: listedRowOf(row) };
  });
