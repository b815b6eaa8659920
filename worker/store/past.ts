/** A story as it stood: its parts, copied every few hundred events and after what changed its midst, so that the past is folded on from near by. */
import { catchUp, type Folded, foldFromZero } from "../../projections/fold.ts";
import type { ProjectionName } from "../../projections/registry.ts";
import type { MeteredDatabase, Row } from "./d1.ts";
import { mostOpenPicks, partsOf } from "./keep-fold.ts";
import { demandHead, openParts, partColumns, writePastParts } from "./parts.ts";
import { eventColumns, type StoredEntry } from "./rows.ts";
import { foldedOf } from "./snapshots.ts";

/** From a state that is kept to the next one it is at most so far, in events, and the size of one append. */
const stride = 300;
/** Between those, the states after changes in the midst are kept, the newest so many, and so many characters of them. */
const mostKept = 2_000;
const mostLength = 128_000_000;
/** So many events are folded on from a state, or read as a whole log: what is farther is folded from zero. */
const mostTail = 500;

/**
 * Copies the parts as they stand, in the transaction that writes them, where these entries make it worth it. `isErased`: nothing is
 * kept of the past any more. `length`: the parts' own, in characters.
 */
export const keepPast = (
  { sql }: MeteredDatabase,
  story: string,
  {
    first,
    last,
    isWithin,
    isErased,
    length,
  }: { first: number; last: number; isWithin: boolean; isErased: boolean; length: number },
): D1PreparedStatement[] => {
  const isStride = Math.floor(last / stride) > Math.floor((first - 1) / stride);
  if (!isStride && !isWithin) return [];
  const copy = sql(
    `INSERT OR REPLACE INTO past_parts (story, kept_at, ${partColumns})
    SELECT story, ?2, ${partColumns} FROM parts WHERE story = ?1 AND part <> 'picks'`,
    story,
    last,
  );
  if (isStride) return [copy];
  return [...(isErased ? [] : dropOldest(sql, story, length)), copy, noteKept(sql, story, last)];
};

type Sql = MeteredDatabase["sql"];

/** Deletes the oldest of the states between, where there are as many as a story may have. */
const dropOldest = (sql: Sql, story: string, length: number): D1PreparedStatement[] => {
  const most = Math.max(8, Math.min(mostKept, Math.floor(mostLength / length)));
  return [
    sql(
      `DELETE FROM past_parts WHERE story = ?1 AND kept_at IN (
        SELECT value FROM stories, json_each(stories.kept) WHERE slug = ?1 AND json_array_length(stories.kept) - key >= ?2
      )`,
      story,
      most,
    ),
    sql(
      `UPDATE stories SET kept = (
        SELECT json_group_array(value) FROM json_each(stories.kept) WHERE json_array_length(stories.kept) - key < ?2
      ) WHERE slug = ?1 AND json_array_length(stories.kept) >= ?2`,
      story,
      most,
    ),
  ];
};

const noteKept = (sql: Sql, story: string, version: number): D1PreparedStatement =>
  sql("UPDATE stories SET kept = json_insert(kept, '$[#]', CAST(?2 AS INTEGER)) WHERE slug = ?1", story, version);

/**
 * Keeps a state that was folded from the whole log, for who comes next: where the log goes simply on from it, that of the last stride. Fails
 * where the story has moved on from the version `head` since the log was read.
 */
export const keepPastAnew = async (
  d1: MeteredDatabase,
  story: string,
  log: readonly StoredEntry[],
  head: number,
): Promise<void> => {
  const whole = foldFromZero(log);
  const recorded = new Map(whole.picks?.map(([version, place]) => [version, place]));
  const start = log.length - (log.length % stride);
  const goesOn = start > 0 && catchUp(foldFromZero(log.slice(0, start)), log.slice(start), (version) => recorded.get(version));
  const kept = goesOn ? log.slice(0, start) : log;
  const folded = goesOn ? foldFromZero(kept) : whole;
  const last = kept.at(-1);
  if (!last) return;
  const all = folded.picks ?? [];
  const open = all.slice(-mostOpenPicks);
  const picks = { open, kept: { upTo: all.at(-1 - open.length)?.[0] ?? 0, chunk: 0, bytes: 0 } };
  const { parts } = await partsOf(folded, { version: last.version, hash: last.seal.hash }, { types: [], picks });
  const length = parts.reduce((sum, { text }) => sum + text.length, 0);
  await d1.batch(
    demandHead(d1, story, head),
    // What was kept between did not serve.
    d1.sql("DELETE FROM past_parts WHERE story = ?1 AND kept_at > ?2 AND kept_at <= ?3", story, last.version, log.length),
    ...(goesOn ? [] : dropOldest(d1.sql, story, length)),
    ...(await writePastParts(d1, story, last.version, parts)),
    ...(goesOn ? [] : [noteKept(d1.sql, story, last.version)]),
  );
};

/** Forgets how a story stood: what it says of then is another since a takedown. */
export const forgetPast = ({ sql }: MeteredDatabase, story: string): D1PreparedStatement[] => [
  sql("DELETE FROM past_parts WHERE story = ?1", story),
  sql("UPDATE stories SET kept = '[]' WHERE slug = ?1", story),
];

/** Reads the parts of a story as they were kept last up to a version: a row each, and one more. */
export const selectPastParts = ({ sql }: MeteredDatabase, story: string, version: number): D1PreparedStatement =>
  sql(
    `SELECT kept_at, ${partColumns} FROM past_parts
    WHERE story = ?1 AND kept_at = (SELECT max(kept_at) FROM past_parts WHERE story = ?1 AND kept_at <= ?2)`,
    story,
    version,
  );

/** Reads the log from there up to that version, the event that the parts were kept after included, with the places in the index: a row each. */
export const selectPastTail = ({ sql }: MeteredDatabase, story: string, version: number): D1PreparedStatement =>
  sql(
    `SELECT ${eventColumns}, place FROM events WHERE story = ?1 AND version <= ?2
    AND version >= coalesce((SELECT max(kept_at) FROM past_parts WHERE story = ?1 AND kept_at <= ?2), 1)
    ORDER BY version LIMIT ${mostTail}`,
    story,
    version,
  );

/** The fold that `selectPastParts` found, and the hash of the event that it was kept after; the fold of nothing, where nothing is kept. */
export const pastFoldOf = async (
  rows: readonly Row[] | undefined,
  story: string,
  names: readonly ProjectionName[],
): Promise<{ folded: Folded; hash: string } | undefined> => {
  const parts = await openParts(story, rows ?? []);
  const part = parts.get("story");
  const folded = part && part.version === Number(rows?.[0]?.kept_at) ? foldedOf(parts, names, true) : undefined;
  return part && folded && { folded, hash: part.hash };
};
