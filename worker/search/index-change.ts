/** What a part of the log changes in the index of the search. */
import { hasPlace, targetOf } from "../../events/amend.ts";
import { definitionOf, eventTypes, isTakenDown } from "../../events/registry.ts";
import type { Amendment } from "../../events/story.ts";
import { schema, upcast } from "../../events/upcast.ts";
import { wordsOf } from "../../events/words.ts";
import { loadStory } from "../read/projections.ts";
import { DatabaseUnreachable, type MeteredDatabase, type Row } from "../store/d1.ts";
import { entryOfRow, type StoredEvent } from "../store/rows.ts";
import {
  type IndexEntry,
  type IndexStep,
  type LeftOut,
  type LeftOutReason,
  positionsOf,
  selectPositions,
} from "../store/search-index.ts";
import { between, entryTermsOf } from "./entry-terms.ts";

/** Entries that are new or say something else, those that are gone, and the events that could not be taken. */
export type IndexChange = Pick<IndexStep, "entries" | "gone" | "leftOut">;

/**
 * What rows of the log change. Each is taken by itself: one that cannot be read keeps no other out. `again`: other events may have amended
 * these since.
 */
export const indexChangeBy = async (d1: MeteredDatabase, rows: readonly Row[], { again = false } = {}): Promise<IndexChange> => {
  const leftOut: LeftOut[] = [];
  const events: StoredEvent[] = [];
  for (const row of rows) {
    const read = readEvent(row);
    if (typeof read === "string") leftOut.push({ position: Number(row.position), reason: read });
    else if (read) events.push(read);
  }
  const known = await newestAmendments(d1, events, again);
  const entries = new Map<number, IndexEntry>();
  const gone = new Set<number>();
  for (const event of events) {
    try {
      if (known.unreadable.has(event.story) && (again || targetOf(event) !== undefined)) throw new StoryUnreadable();
      takeIn(event, known, entries, gone);
    } catch (error) {
      leftOut.push({ position: event.position, reason: error instanceof StoryUnreadable ? "story-unreadable" : "unreadable" });
      // What it may have retracted or corrected is not told as if it stood.
      const position = known.positions.get(keyOf(event.story, targetOf(event) ?? event.version));
      if (position === undefined) continue;
      entries.delete(position);
      gone.add(position);
    }
  }
  if (leftOut.length > 0) console.error(JSON.stringify({ notIndexed: leftOut }));
  return { entries: [...entries.values()], gone: [...gone], leftOut };
};

/** The event of a row; nothing where it was taken down, and a reason where it cannot be read. What is wrong with it is not told: it may say it. */
const readEvent = (row: Row): StoredEvent | undefined | LeftOutReason => {
  if (row.body === null) return undefined;
  if (!eventTypes.some((type) => type === row.type) || Number(row.schema) > schema) return "newer";
  try {
    const entry = entryOfRow(row);
    if (isTakenDown(entry)) return undefined;
    targetOf(entry);
    return typeof entry.data === "object" && entry.data !== null ? entry : "unreadable";
  } catch {
    return "unreadable";
  }
};

/** The story of an amendment cannot be folded. */
class StoryUnreadable extends Error {}

const takeIn = (event: StoredEvent, known: Amendments, entries: Map<number, IndexEntry>, gone: Set<number>): void => {
  const target = targetOf(event);
  const key = keyOf(event.story, target ?? event.version);
  const amendment = known.newest.get(key);
  const position = target === undefined ? event.position : known.positions.get(key);
  // An amendment that was taken down since it was read is followed by its takedown.
  if (position === undefined || (target !== undefined && !amendment)) return;
  const type = definitionOf(amendment?.type ?? event.type).type;
  const said = amendment ? amendment.after : upcast(event);
  // What has no place in story order has no address of its own that a search could lead to.
  if (said && hasPlace({ type })) {
    const { occurredAt, precision } = said;
    const { name, text } = wordsOf(type, said.data);
    const words = { names: name.join(between), texts: text.join(between) };
    const version = amendment?.version ?? event.version;
    entries.set(position, { position, said: version, occurredAt, precision, ...words, ...entryTermsOf(words) });
    gone.delete(position);
  } else {
    entries.delete(position);
    gone.add(position);
  }
};

const keyOf = (story: string, version: number): string => `${story} ${version}`;

/** The newest amendments of the events that a part of the log is about, and where these stand; and the stories of which none can be told. */
type Amendments = { newest: Map<string, Amendment>; positions: Map<string, number>; unreadable: Set<string> };

const newestAmendments = async (d1: MeteredDatabase, events: readonly StoredEvent[], again: boolean): Promise<Amendments> => {
  const known: Amendments = { newest: new Map(), positions: new Map(), unreadable: new Set() };
  const asking = events.filter((event) => again || targetOf(event) !== undefined);
  for (const [story, about] of Map.groupBy(asking, (event) => event.story)) {
    const wanted = about.map((event) => targetOf(event) ?? event.version);
    const positions = selectPositions(d1, story, wanted);
    try {
      const query = { story, language: "en" as const };
      const reading = await loadStory(d1, query, { names: [], made: [], statements: [positions] }, ({ folded, rows }) => {
        notePositions(known, story, rows[0]);
        for (const amendment of folded.story.amendments) known.newest.set(keyOf(story, amendment.event), amendment);
      });
      if (reading.kind !== "view") known.unreadable.add(story);
    } catch (error) {
      if (error instanceof DatabaseUnreachable) throw error;
      known.unreadable.add(story);
      const [rows] = await d1.batch(positions);
      notePositions(known, story, rows);
    }
  }
  return known;
};

const notePositions = ({ positions }: Amendments, story: string, rows: readonly Row[] | undefined): void => {
  for (const [version, position] of positionsOf(rows)) positions.set(keyOf(story, version), position);
};
