/** Keeps the index of the search up with the log, off the path of whoever writes: what is in it is what holds true at its position. */
import { targetOf } from "../../events/amend.ts";
import { definitionOf, type EventType, isTakenDown } from "../../events/registry.ts";
import { upcast, upcastData } from "../../events/upcast.ts";
import { wordsOf } from "../../events/words.ts";
import { type Bindings, d1Of } from "../env.ts";
import type { MeteredDatabase } from "../store/d1.ts";
import { selectUnindexedEvents } from "../store/log.ts";
import { entryOfRow, type StoredEntry, type StoredEvent } from "../store/rows.ts";
import {
  type IndexEntry,
  type IndexedEvent,
  type IndexProgress,
  type IndexStep,
  indexedEventOf,
  indexProgressOf,
  indexStepStatements,
  selectIndexedEvents,
  selectIndexProgress,
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
const tell = (type: EventType, data: unknown): Pick<IndexEntry, "names" | "texts"> => {
  const { name, text } = wordsOf(type, data);
  return { names: name.join(between), texts: text.join(between) };
};

/** What a part of the log changes: entries that are new or say something else, and those that are gone. */
const changeBy = async (d1: MeteredDatabase, log: readonly StoredEntry[]): Promise<Pick<IndexStep, "entries" | "gone">> => {
  const events = log.filter((entry): entry is StoredEvent => !isTakenDown(entry));
  const known = await knownBy(d1, log, events);
  const entries = new Map<number, IndexEntry>();
  const gone = new Set<number>();
  for (const event of events) {
    const target = targetOf(event);
    if (target === undefined) {
      const { position, occurredAt, precision } = event;
      entries.set(position, { position, said: position, occurredAt, precision, ...tell(event.type, upcast(event).data) });
      continue;
    }
    const amended = known.get(keyOf(event.story, target));
    if (!amended) throw new Error(`Event ${event.version} of ${event.story} amends event ${target}, which is not there`);
    const { position, type, occurredAt, precision } = amended;
    const entry = amend(event, type, entries.get(position) ?? { position, said: position, occurredAt, precision });
    if (entry) entries.set(position, entry);
    else {
      entries.delete(position);
      gone.add(position);
    }
  }
  return { entries: [...entries.values()], gone: [...gone] };
};

const keyOf = (story: string, version: number): string => `${story} ${version}`;

/** The events of a part of the log, and those before it that they amend. */
const knownBy = async (
  d1: MeteredDatabase,
  log: readonly StoredEntry[],
  events: readonly StoredEvent[],
): Promise<Map<string, IndexedEvent>> => {
  const known = new Map<string, IndexedEvent>(log.map((entry) => [keyOf(entry.story, entry.version), entry]));
  const wanted = events.flatMap((event) => {
    const version = targetOf(event);
    return version === undefined || known.has(keyOf(event.story, version)) ? [] : [{ story: event.story, version }];
  });
  const [rows = []] = wanted.length > 0 ? await d1.batch(selectIndexedEvents(d1, wanted)) : [];
  for (const indexed of rows.map(indexedEventOf)) known.set(keyOf(indexed.story, indexed.version), indexed);
  return known;
};

/** Stands for data that no amendment has replaced. */
const kept = {};

/** What the index is to have of an event of that type once it was amended; undefined where it is left out. */
const amend = (amendment: StoredEvent, type: string, entry: IndexEntry): IndexEntry | undefined => {
  // `never` stands for the definition's own data: see `definitionOf`.
  const said = definitionOf(amendment.type).editorial?.amend({ ...entry, data: kept }, amendment.data as never);
  if (!said) return undefined;
  const { occurredAt, precision, data } = said;
  if (data === kept) return { ...entry, occurredAt, precision };
  const words = tell(definitionOf(type).type, upcastData(type, data, amendment.schema));
  return { ...entry, occurredAt, precision, said: amendment.position, ...words };
};
