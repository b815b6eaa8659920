/** Keeps the index of the search up with the log, off the path of whoever writes: what is in it is what holds true at its position. */
import { targetOf } from "../../events/amend.ts";
import { definitionOf, type EventType, isTakenDown } from "../../events/registry.ts";
import { upcast, upcastData } from "../../events/upcast.ts";
import { wordsOf } from "../../events/words.ts";
import { type Bindings, d1Of } from "../env.ts";
import type { Meter } from "../store/d1.ts";
import { selectUnindexed } from "../store/log.ts";
import { eventOf, type Logged, type Stored } from "../store/rows.ts";
import {
  type Entry,
  type Indexed,
  indexedOf,
  type Progress,
  progressOf,
  type Step,
  selectIndexed,
  selectProgress,
  takeStep,
} from "../store/search.ts";

/** How far one request goes, or one cron: the platform bounds its time and its statements. Of large events a step takes fewer. */
const bounds = { steps: 5, events: 400 };

/**
 * Goes on from where the index stands until it has the whole log, or has gone as far as one request may. Two at once do no harm: one of
 * them takes each step, and the other goes on from there.
 */
export const indexOn = async (d1: Meter, { steps, events } = bounds): Promise<Progress> => {
  for (let step = 0; ; step += 1) {
    const [progress, rows = []] = await d1.ask(selectProgress(d1), selectUnindexed(d1, events));
    const { indexed, head } = progressOf(progress);
    const log = rows.map(eventOf);
    const last = log.at(-1);
    if (!last || step === steps) return { indexed, head };
    const change = await changeBy(d1, log);
    const [taken = []] = (await d1.ask(...takeStep(d1, { from: indexed, to: last.position, ...change }))).slice(-1);
    if (taken.length > 0 && last.position >= head) return { indexed: head, head };
  }
};

/** Follows a write. */
export const followIndex = async (env: Bindings): Promise<void> => {
  await indexOn(d1Of(env));
};

/** How texts that an event says apart are kept apart where they are shown in a row. */
const between = " · ";

/** What the data of an event says in words. */
const tell = (type: EventType, data: unknown): Pick<Entry, "names" | "texts"> => {
  const { name, text } = wordsOf(type, data);
  return { names: name.join(between), texts: text.join(between) };
};

/** What a part of the log changes: entries that are new or say something else, and those that are gone. */
const changeBy = async (d1: Meter, log: readonly Logged[]): Promise<Pick<Step, "entries" | "gone">> => {
  const events = log.filter((entry): entry is Stored => !isTakenDown(entry));
  const known = await knownBy(d1, log, events);
  const entries = new Map<number, Entry>();
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
const knownBy = async (d1: Meter, log: readonly Logged[], events: readonly Stored[]): Promise<Map<string, Indexed>> => {
  const known = new Map<string, Indexed>(log.map((entry) => [keyOf(entry.story, entry.version), entry]));
  const wanted = events.flatMap((event) => {
    const version = targetOf(event);
    return version === undefined || known.has(keyOf(event.story, version)) ? [] : [{ story: event.story, version }];
  });
  const [rows = []] = wanted.length > 0 ? await d1.ask(selectIndexed(d1, wanted)) : [];
  for (const indexed of rows.map(indexedOf)) known.set(keyOf(indexed.story, indexed.version), indexed);
  return known;
};

/** Stands for data that no amendment has replaced. */
const kept = {};

/** What the index is to have of an event of that type once it was amended; undefined where it is left out. */
const amend = (amendment: Stored, type: string, entry: Entry): Entry | undefined => {
  // `never` stands for the definition's own data: see `definitionOf`.
  const said = definitionOf(amendment.type).editorial?.amend({ ...entry, data: kept }, amendment.data as never);
  if (!said) return undefined;
  const { occurredAt, precision, data } = said;
  if (data === kept) return { ...entry, occurredAt, precision };
  const words = tell(definitionOf(type).type, upcastData(type, data, amendment.schema));
  return { ...entry, occurredAt, precision, said: amendment.position, ...words };
};
