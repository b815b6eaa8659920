/** Reads a story's entries by when they were recorded or changed last: what feeds hold, page after page. */
import { definitionOf } from "../../events/registry.ts";
import { type Amendment, get, type Story } from "../../events/story.ts";
import { amendmentsByEvent, isListed, pageSize, placesOfLog, type Told, toldOf } from "../../projections/pages.ts";
import { type Entry, entriesOf } from "../../projections/timeline.ts";
import type { MeteredDatabase, Row } from "../store/d1.ts";
import { placedEntryOfRow } from "../store/rows.ts";
import { firstHashOf, selectPlacedEvents, selectPlacedEventsBefore } from "../store/story-order.ts";
import { entryBefore } from "./amended-entry.ts";
import { heldOf, type LoadedStory, type Revision, type StoryQuery } from "./projections.ts";

/**
 * Where a page begins: with what was changed last before the version `before`, of what the log told up to the version `until`. All pages of
 * one walk have the same `until`: whatever is recorded meanwhile, each entry stands on one of them.
 */
export type ChangesStart = { until: number; before: number };

/** What a reader asks for: the first page where no start is named. */
export type ChangesQuery = StoryQuery & { start?: ChangesStart | undefined };

/** An entry, and when it was recorded or changed last. */
export type ChangedEntry = { entry: Entry; changedAt: string };

/** A page, the newest change first; `firstHash`: that of the story's first event. */
export type ChangesPage = { entries: ChangedEntry[]; next: ChangesStart | undefined; firstHash: string };

/** So far back a page is looked for: in most stories it is full by then. */
const firstSpan = 300;
/** Introductions and edits are no entries: where they are many it is looked for so many times further, in a round trip more. */
const widening = 8;
const everything = Number.MAX_SAFE_INTEGER;

/** A few rows more than a page, for entries that a later change has put on an earlier one; looking at the reader's tags costs some of these. */
const rowsRead = ({ held = [] }: StoryQuery): number => pageSize + (held.length > 0 ? 1 : 3);

/** The statement that a page is read by, in the round trip that reads the story. */
export const selectChanges = (d1: MeteredDatabase, asked: ChangesQuery, made: readonly Revision[]): D1PreparedStatement => {
  const span = { before: asked.start?.before ?? everything, span: firstSpan };
  return selectPlacedEventsBefore(d1, asked.story, span, rowsRead(asked), heldOf(made, asked));
};

/** Tells a page of a story that was found; its rows are those of `selectChanges`. */
export const changesPageOf = async (d1: MeteredDatabase, asked: ChangesQuery, found: LoadedStory): Promise<ChangesPage> => {
  const { story } = found.folded;
  const { until, before } = asked.start ?? { until: story.version, before: story.version + 1 };
  const changes = changesUntil(story, until);
  const told = amendedEntries(asked.story, story);
  const recordedAt = new Map(story.amendments.map((one) => [one.version, one.recordedAt]));
  const put = await putter(found, told, recordedAt);

  let [rows, most, span, low] = [found.rows[0] ?? [], rowsRead(asked), firstSpan, before];
  const firstHash = () => firstHashOf(rows[0]) ?? "";
  let hash = firstHash();
  const wanted = () =>
    [...new Set([...told.keys(), ...changes.keys()])]
      .map((version) => ({ version, changed: changes.get(version) ?? version }))
      .filter(({ version, changed }) => version <= until && changed >= low && changed < before)
      .sort((a, b) => b.changed - a.changed);
  for (;;) {
    put(rows);
    hash ||= firstHash();
    const last = rows.length === most ? Number(rows.at(-1)?.version) : low - span;
    low = Math.max(1, last);
    if (low === 1 || wanted().length > pageSize) break;
    [span, most] = [span * widening, pageSize + 1];
    [rows = []] = await d1.batch(selectPlacedEventsBefore(d1, asked.story, { before: low, span }, most));
  }
  const page = wanted();
  const shown = page.slice(0, pageSize);
  // What was confirmed or taken back long after it was recorded was not read yet.
  const missing = shown.map(({ version }) => version).filter((version) => !told.has(version));
  if (missing.length > 0) put((await d1.batch(selectPlacedEvents(d1, asked.story, missing)))[0] ?? []);
  const last = shown.at(-1);
  return {
    entries: shown.flatMap(({ version, changed }) => {
      const one = told.get(version);
      if (!one || !isListed(one.event.type, undefined)) return [];
      const changedAt = recordedAt.get(changed) ?? one.event.recordedAt;
      return entriesOf([one], story, asked.language).map((entry) => ({ entry, changedAt }));
    }),
    next: page.length > pageSize && last ? { until, before: last.changed } : undefined,
    firstHash: hash,
  };
};

/** The version that changed each changed entry last, of those up to `until`. Minor edits are told nowhere, and change nothing for readers. */
const changesUntil = (story: Story, until: number): Map<number, number> => {
  const changes = new Map<number, number>();
  const note = (event: number, version: number): void => {
    if (event <= until && version <= until && version > (changes.get(event) ?? event)) changes.set(event, version);
  };
  const isTold = ({ edit, type }: Amendment) => edit !== "minor" && isListed(definitionOf(type).type, undefined);
  for (const amendment of story.amendments.filter(isTold)) note(amendment.event, amendment.version);
  for (const event of Object.keys(story.remarks))
    for (const { version } of get(story.remarks, event) ?? []) note(Number(event), version);
  return changes;
};

/** The entries that were amended: the story keeps all of them. */
const amendedEntries = (slug: string, story: Story): Map<number, Told> => {
  const amendments = amendmentsByEvent(story);
  const told = new Map<number, Told>();
  for (const [version, [first]] of amendments)
    if (first?.place !== undefined && isListed(definitionOf(first.type).type, undefined))
      told.set(version, toldOf(entryBefore(slug, version, first), first.place, amendments));
  return told;
};

/** Puts rows to what is told already, and notes when they were recorded. */
const putter = async (
  { folded, log, isIndexed }: LoadedStory,
  told: Map<number, Told>,
  recordedAt: Map<number, string>,
): Promise<(rows: readonly Row[]) => void> => {
  const amendments = amendmentsByEvent(folded.story);
  const placeIn = isIndexed ? undefined : placesOfLog(await log());
  return (rows) => {
    for (const { entry, place: indexed } of rows.map(placedEntryOfRow)) {
      const { version, type } = entry;
      recordedAt.set(version, entry.recordedAt);
      const place = placeIn ? placeIn(version) : indexed;
      if (place !== undefined && isListed(type, undefined) && !told.has(version))
        told.set(version, toldOf(entry, place, amendments));
    }
  };
};
