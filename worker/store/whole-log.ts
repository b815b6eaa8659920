/** A story's log read whole, with what its reader has to know of the story besides: what wants all of it is one round trip. */
import type { MeteredDatabase, Row } from "./d1.ts";
import { emptyHead, headOf, type LogHead, readLogChunksAs, selectHead, selectSpan } from "./log.ts";
import { revisionOf } from "./parts.ts";
import { entryOfRow, maybeEntryOfRow, type StoredEntry, type UnreadableEntry } from "./rows.ts";
import { keyedDigest } from "./write.ts";

/**
 * The log up to its head, which is read when it is asked for where it is very large, and parsed then anyway; `maybeLog`: for who can do
 * without the entries that cannot be read. `isCurrent`: whether the story was
 * last written to by the code of today's states, so that the index has the places of today's story order. `telling`: see `versionsTelling`;
 * undefined where nobody has looked. `besides`: the rows of the other statements.
 */
export type WholeLog = {
  head: LogHead;
  log: () => Promise<StoredEntry[]>;
  maybeLog: () => Promise<(StoredEntry | UnreadableEntry)[]>;
  isCurrent: boolean;
  telling: (event: number) => number[] | undefined;
  besides: Row[][];
};

/** Reads it: a row an event, and three more. A story that there is not has the head of an empty log. */
export const readWholeLog = async (
  d1: MeteredDatabase,
  story: string,
  ...statements: readonly D1PreparedStatement[]
): Promise<WholeLog> => {
  const [[own] = [], [part] = [], rows = [], ...besides] = await d1.batch(
    selectHead(d1, story),
    d1.sql("SELECT revision FROM parts WHERE story = ?1 AND part = 'story' AND chunk = 0", story),
    selectSpan(d1, story, {}, leftByRequest),
    ...statements,
  );
  const head = own ? headOf(own) : emptyHead;
  const readAs = async <Entry>(read: (row: Row) => Entry): Promise<Entry[]> =>
    rows.length > 0 || !own
      ? rows.map(read)
      : (await Array.fromAsync(readLogChunksAs(d1, story, { until: head.version }, read))).flat();
  return {
    head,
    log: () => readAs(entryOfRow),
    maybeLog: () => readAs(maybeEntryOfRow),
    isCurrent: part?.revision === revisionOf("story"),
    telling: (event) => (rows.length > 0 ? versionsTelling(rows, event) : undefined),
    besides,
  };
};

/** How many events the request had that has left something with its first event which a takedown erases. */
const leftByRequest = `, iif(request_remarks IS NOT NULL OR request_digest NOT GLOB '${keyedDigest}*', request_events, NULL) AS left_by_request`;

/**
 * The versions with which a request has left what may tell of an event: that of the event's own request and those of all after it. What was
 * said before the event was recorded cannot name it.
 */
const versionsTelling = (rows: readonly Row[], event: number): number[] =>
  rows.flatMap(({ version, left_by_request: events }) =>
    events !== null && Number(version) + Number(events) > event ? [Number(version)] : [],
  );
