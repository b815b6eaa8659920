/** A story as it stood: its parts, copied every few hundred events and after what changed its midst, so that the past is folded on from near by. */
import type { LogEntry } from "../../events/registry.ts";
import { type Folded, foldFromZero } from "../../projections/fold.ts";
import type { ProjectionName } from "../../projections/registry.ts";
import type { MeteredDatabase, Row } from "./d1.ts";
import { mostOpenPicks, partsOf } from "./keep-fold.ts";
import { forgetPacked, packedUntil, packLog } from "./packed-log.ts";
import { demandHead, openParts, partColumns, writePastParts } from "./parts.ts";
import { eventColumns } from "./rows.ts";
import { foldedOf } from "./snapshots.ts";

/** From a state that is kept to the next one it is about so far, in events: at most so much more as is written until somebody looks. */
export const stride = 250;
/** Between those, the states after changes in the midst are kept, the newest so many, and so many characters of them. */
const mostKept = 2_000;
const mostLength = 128_000_000;
/** So many events are folded on from a state, or read as a whole log: what is farther is folded from what is packed. */
const mostTail = 500;

/**
 * Keeps the past up with the log, off the path of whoever writes: every few hundred events the parts are copied as they stand, and the log is
 * packed that far. One round trip where nothing is to be done, and none in a story whose version is small.
 */
export const keepPast = async (d1: MeteredDatabase, story: string, written: number): Promise<void> => {
  if (written < stride) return;
  const [[standing] = []] = await d1.batch(
    d1.sql(
      `SELECT version, coalesce((SELECT last FROM packed_log WHERE story = ?1 ORDER BY first DESC LIMIT 1), 0) AS packed
      FROM parts WHERE story = ?1 AND part = 'story' AND chunk = 0`,
      story,
    ),
  );
  const { version, packed } = { version: Number(standing?.version ?? 0), packed: Number(standing?.packed ?? 0) };
  if (version - packed < stride) return;
  await d1.batch(copyParts(d1, story));
  await packLog(d1, story, version);
};

/** Copies the parts as they stand. */
const copyParts = ({ sql }: MeteredDatabase, story: string): D1PreparedStatement =>
  sql(
    `INSERT OR REPLACE INTO past_parts (story, kept_at, ${partColumns})
    SELECT story, (SELECT version FROM parts WHERE story = ?1 AND part = 'story' AND chunk = 0), ${partColumns}
    FROM parts WHERE story = ?1 AND part <> 'picks'`,
    story,
  );

/**
 * Copies the parts as they stand after a change in the midst, in the transaction that writes them. `isErased`: nothing is kept of the past any
 * more. `length`: the parts' own, in characters.
 */
export const keepBetween = (
  d1: MeteredDatabase,
  story: string,
  { last, isErased, length }: { last: number; isErased: boolean; length: number },
): D1PreparedStatement[] => [
  ...(isErased ? [] : dropOldest(d1.sql, story, length)),
  copyParts(d1, story),
  noteKept(d1.sql, story, last),
];

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
 * Keeps a state that was not as it was written anew: it is what the log up to there comes to, whose last event has that hash. Fails where the
 * story has moved on from the version `head` since the log was read.
 */
export const keepPastAnew = async (
  d1: MeteredDatabase,
  story: string,
  log: readonly LogEntry[],
  { hash, head }: { hash: string; head: number },
): Promise<void> => {
  const folded = foldFromZero(log);
  const all = folded.picks ?? [];
  const open = all.slice(-mostOpenPicks);
  const picks = { open, kept: { upTo: all.at(-1 - open.length)?.[0] ?? 0, chunk: 0, bytes: 0 } };
  const { parts } = await partsOf(folded, { version: log.length, hash }, { types: [], picks });
  await d1.batch(
    demandHead(d1, story, head),
    d1.sql("DELETE FROM past_parts WHERE story = ?1 AND kept_at = ?2", story, log.length),
    ...(await writePastParts(d1, story, log.length, parts)),
  );
};

/** Packs a log anew, up to its head: what was packed did not serve. */
export const packAnew = async (d1: MeteredDatabase, story: string, head: number): Promise<void> => {
  await d1.batch(forgetPacked(d1, story, 1));
  await packLog(d1, story, head);
};

/** Forgets how a story stood: what it says of then is another since a takedown, whose first event is that. */
export const forgetPast = (d1: MeteredDatabase, story: string, erased: readonly number[]): D1PreparedStatement[] => [
  d1.sql("DELETE FROM past_parts WHERE story = ?1", story),
  forgetPacked(d1, story, erased.length > 0 ? Math.min(...erased) : 1),
  d1.sql("UPDATE stories SET kept = '[]' WHERE slug = ?1", story),
];

/** Reads the parts of a story as they were kept last up to a version: a row each, and one more. */
export const selectPastParts = ({ sql }: MeteredDatabase, story: string, version: number): D1PreparedStatement =>
  sql(
    `SELECT kept_at, ${partColumns} FROM past_parts
    WHERE story = ?1 AND kept_at = (SELECT max(kept_at) FROM past_parts WHERE story = ?1 AND kept_at <= ?2)`,
    story,
    version,
  );

/**
 * Reads the log from there up to that version, the event that the parts were kept after included, with the places in the index: a row each.
 * Where they are too far, what is not packed.
 */
export const selectPastTail = ({ sql }: MeteredDatabase, story: string, version: number): D1PreparedStatement =>
  sql(
    `SELECT ${eventColumns}, place FROM events WHERE story = ?1 AND version <= ?2 AND version >= (
      SELECT iif(?2 - kept < ${mostTail}, kept, packed + 1) FROM (SELECT
        coalesce((SELECT max(kept_at) FROM past_parts WHERE story = ?1 AND kept_at <= ?2), 1) AS kept,
        ${packedUntil} AS packed)
    ) ORDER BY version LIMIT ${mostTail}`,
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
