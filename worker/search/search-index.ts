/** Keeps the index of the search up with the log, off the path of whoever writes: what is in it is what holds true at its position. */
import { hasPlace, targetOf } from "../../events/amend.ts";
import { definitionOf, isTakenDown } from "../../events/registry.ts";
import type { Amendment } from "../../events/story.ts";
import { upcast } from "../../events/upcast.ts";
import { wordsOf } from "../../events/words.ts";
import { type Bindings, d1Of } from "../env.ts";
import { loadStory } from "../read/projections.ts";
import type { MeteredDatabase } from "../store/d1.ts";
import { selectUnindexedEvents } from "../store/log.ts";
import { entryOfRow, type StoredEntry, type StoredEvent } from "../store/rows.ts";
import {
  type IndexEntry,
  type IndexProgress,
  type IndexStep,
  indexProgressOf,
  indexStepStatements,
  positionsOf,
  selectIndexProgress,
  selectPositions,
} from "../store/search.ts";

/** How far one request goes, or one cron: the platform bounds its time and its statements. Of large events a step takes fewer. */
const bounds = { steps: 5, events: 400 };

/**
 * Goes on from where the index stands until it has the whole log, or has gone as far as one request may. Two at once do no harm: one of
 * them takes each step, and the other goes on from there.
 */
export const updateSearchIndex = async (d1: MeteredDatabase, { steps, events } = bounds): Promise<IndexProgress> => {
  for (let step = 0; ; step += 1) {
    const [progress, rows = []] = await d1.batch(selectIndexProgress(d1), selectUnindexedEvents(d1, events));
    const { indexed, head } = indexProgressOf(progress);
    const log = rows.map(entryOfRow);
    const last = log.at(-1);
    if (!last || step === steps) return { indexed, head };
    const change = await changeBy(d1, log);
    const [taken = []] = (await d1.batch(...indexStepStatements(d1, { from: indexed, to: last.position, ...change }))).slice(-1);
    if (taken.length > 0 && last.position >= head) return { indexed: head, head };
  }
};

/** Follows a write. */
export const indexWrite = async (env: Bindings): Promise<void> => {
  await updateSearchIndex(d1Of(env));
};

/** How texts that an event says apart are kept apart where they are shown in a row. */
const between = " · ";

/** What the data of an event says in words. */
const tell = ({ type, data }: Pick<StoredEvent, "type"> & { data: unknown }): Pick<IndexEntry, "names" | "texts"> => {
  const { name, text } = wordsOf(type, data);
  return { names: name.join(between), texts: text.join(between) };
};

/** What a part of the log changes: entries that are new or say something else, and those that are gone. */
const changeBy = async (d1: MeteredDatabase, log: readonly StoredEntry[]): Promise<Pick<IndexStep, "entries" | "gone">> => {
  const events = log.filter((entry): entry is StoredEvent => !isTakenDown(entry));
  const amendments = await amendmentsOf(d1, events);
  const entries = new Map<number, IndexEntry>();
  const gone = new Set<number>();
  for (const event of events) {
    const target = targetOf(event);
    if (target === undefined) {
      const { position, occurredAt, precision } = event;
      // What has no place in story order has no address of its own that a search could lead to.
      if (hasPlace(event)) entries.set(position, { position, said: position, occurredAt, precision, ...tell(upcast(event)) });
      continue;
    }
    const amendment = amendments.get(keyOf(event.story, event.version));
    // One that was taken down since it was read is followed by its takedown.
    if (!amendment) continue;
    const { position, type, after } = amendment;
    if (after) {
      const { occurredAt, precision, data } = after;
      const { type: known } = definitionOf(type);
      entries.set(position, { position, said: event.position, occurredAt, precision, ...tell({ type: known, data }) });
      gone.delete(position);
    } else {
      entries.delete(position);
      gone.add(position);
    }
  }
  return { entries: [...entries.values()], gone: [...gone] };
};

const keyOf = (story: string, version: number): string => `${story} ${version}`;

/** What the amendments of a part of the log make of the events that they name, and the positions of those. */
const amendmentsOf = async (
  d1: MeteredDatabase,
  events: readonly StoredEvent[],
): Promise<Map<string, Amendment & { position: number }>> => {
  const stories = [...new Set(events.flatMap((event) => (targetOf(event) === undefined ? [] : event.story)))];
  const found = new Map<string, Amendment & { position: number }>();
  for (const story of stories) {
    const wanted = events.flatMap((event) => (event.story === story ? (targetOf(event) ?? []) : []));
    const reading = await loadStory(
      d1,
      { story, language: "en" },
      { names: [], made: [], statements: [selectPositions(d1, story, wanted)] },
      ({ folded, rows }) => ({ amendments: folded.story.amendments, positions: positionsOf(rows[0]) }),
    );
    if (reading.kind !== "view") continue;
    const { amendments, positions } = reading.view;
    for (const amendment of amendments) {
      const position = positions.get(amendment.event);
      if (position !== undefined) found.set(keyOf(story, amendment.version), { ...amendment, position });
    }
  }
  return found;
};
