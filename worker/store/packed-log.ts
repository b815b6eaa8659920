/** A story's log up to a while ago, packed: thousands of events a row, so that what has to be folded from zero is read in a few rows. */
import * as z from "zod/mini";
import type { LogEntry } from "../../events/registry.ts";
import type { MeteredDatabase, Row } from "./d1.ts";
import { readLog } from "./log.ts";
import { packFor, unpackFrom } from "./packing.ts";
import { eventColumns, type StoredEntry } from "./rows.ts";
import { selectTakedowns } from "./stories.ts";

/** A group has at most so many events, and ends where it has so many characters. */
const mostEvents = 2_000;
const mostLength = 4_000_000;
/** One run packs at most so many groups: whoever writes next goes on. */
const mostSteps = 20;
/** So many events are read besides what is packed. */
const mostRest = 500;

const groupRow = z.object({ first: z.int(), last: z.int(), hash: z.string(), digest: z.string(), events: z.string() });

/** The last event that is packed in a group that begins at the version `?2` or before; 0 without any. Of the story `?1`. */
export const packedUntil =
  "coalesce((SELECT last FROM packed_log WHERE story = ?1 AND first <= ?2 ORDER BY first DESC LIMIT 1), 0)";

/** A group of events, from a version to another: their JSON, a line each. */
type Group = { first: number; last: number; text: string };

const groupColumns = "first, chunk, last, hash, digest, events";

/** The groups that rows hold, in their order; those that are not as they were written are left out. */
const groupsOf = async (story: string, rows: readonly Row[]): Promise<Group[]> => {
  const groups: Group[] = [];
  const chunked = Map.groupBy(
    rows.flatMap((row) => groupRow.safeParse(row).data ?? []),
    ({ first }) => first,
  );
  for (const [first, chunks] of chunked) {
    const [{ last, hash, digest } = { last: 0, hash: "", digest: "" }] = chunks;
    const text = await unpackFrom([story, first, last, hash], { digest, chunks: chunks.map(({ events }) => events) });
    if (text !== undefined) groups.push({ first, last, text });
  }
  return groups;
};

/**
 * Reads what is packed of a log up to a version, a row a group and one more for its last event; and the events between that and the version
 * `before`, a row each.
 */
export const selectPackedLog = (
  { sql }: MeteredDatabase,
  story: string,
  version: number,
  before: number,
): [groups: D1PreparedStatement, rest: D1PreparedStatement] => [
  sql(
    `SELECT ${groupColumns.replaceAll(/\w+/g, "p.$&")} FROM packed_log AS p
    CROSS JOIN events AS e ON e.story = ?1 AND e.version = p.last AND e.hash = p.hash
    WHERE p.story = ?1 AND p.first <= ?2 ORDER BY p.first, p.chunk`,
    story,
    version,
  ),
  sql(
    `SELECT ${eventColumns} FROM events WHERE story = ?1 AND version < ?3
    AND version > ${packedUntil}
    ORDER BY version LIMIT ${mostRest}`,
    story,
    version,
    before,
  ),
];

/** The log up to a version: what `selectPackedLog` found, and the entries that are at hand besides; undefined where any is missing. */
export const packedLogOf = async (
  story: string,
  version: number,
  rows: readonly Row[] | undefined,
  more: readonly StoredEntry[],
): Promise<LogEntry[] | undefined> => {
  const log: LogEntry[] = [];
  for (const { first, text } of await groupsOf(story, rows ?? [])) {
    if (first !== log.length + 1) return undefined;
    // Each line was written from an entry.
    for (const line of text.split("\n")) log.push(JSON.parse(line) as LogEntry);
  }
  log.splice(version);
  for (const entry of more) if (entry.version === log.length + 1 && entry.version <= version) log.push(entry);
  return log.length === version && log.every((entry, index) => entry.version === index + 1) ? log : undefined;
};

/** Packs the log on, up to a version. What was taken down meanwhile is not packed. */
export const packLog = async (d1: MeteredDatabase, story: string, until: number): Promise<void> => {
  for (let step = 0; step < mostSteps; step += 1) {
    const [rows = [], [counted] = []] = await d1.batch(selectLastGroup(d1, story), selectTakedowns(d1, story));
    const end = Number(rows[0]?.last ?? 0);
    if (end >= until || !counted) return;
    const [group] = await groupsOf(story, rows);
    const isFull = group && (group.last - group.first + 1 >= mostEvents || group.text.length >= mostLength);
    // One that is not as it was written is made anew.
    const first = group ? (isFull ? end + 1 : group.first) : Number(rows[0]?.first ?? 1);
    const lines = group && !isFull ? [group.text] : [];
    const after = lines.length > 0 ? end : first - 1;
    const entries = await readLog(d1, story, { after, until: Math.min(until, first - 1 + mostEvents) });
    const last = takeLines(lines, entries);
    if (!last) return;
    await d1.batch(...(await writeGroup(d1, story, { first, last, text: lines.join("\n") }, Number(counted.takedowns))));
  }
};

/** Puts the lines of entries to those that are there, until there are as many characters as a group may have; answers with the last entry. */
const takeLines = (lines: string[], entries: readonly StoredEntry[]): StoredEntry | undefined => {
  let length = lines[0]?.length ?? 0;
  let last: StoredEntry | undefined;
  for (const entry of entries) {
    if (length >= mostLength) break;
    const { seal, position, ...packed } = entry;
    const line = JSON.stringify(packed);
    length += line.length;
    lines.push(line);
    last = entry;
  }
  return last;
};

const selectLastGroup = ({ sql }: MeteredDatabase, story: string): D1PreparedStatement =>
  sql(
    `SELECT ${groupColumns} FROM packed_log
    WHERE story = ?1 AND first = (SELECT first FROM packed_log WHERE story = ?1 ORDER BY first DESC LIMIT 1) ORDER BY chunk`,
    story,
  );

/** Writes a group, unless the story has had more takedowns since it was read. */
const writeGroup = async (
  { sql }: MeteredDatabase,
  story: string,
  { first, last, text }: { first: number; last: StoredEntry; text: string },
  takedowns: number,
): Promise<D1PreparedStatement[]> => {
  const [version, hash] = [last.version, last.seal.hash];
  const { chunks, digest } = await packFor([story, first, version, hash], text);
  const isSame = "(SELECT takedowns FROM stories WHERE slug = ?1)";
  return [
    sql(`DELETE FROM packed_log WHERE story = ?1 AND first = ?2 AND ?3 = ${isSame}`, story, first, takedowns),
    ...chunks.map((events, chunk) =>
      sql(
        `INSERT INTO packed_log (story, ${groupColumns}) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE ?8 = ${isSame}`,
        story,
        first,
        chunk,
        version,
        hash,
        digest,
        events,
        takedowns,
      ),
    ),
  ];
};

/** Forgets what is packed of a log from a version on. */
export const forgetPacked = ({ sql }: MeteredDatabase, story: string, version: number): D1PreparedStatement =>
  sql("DELETE FROM packed_log WHERE story = ?1 AND last >= ?2", story, version);
