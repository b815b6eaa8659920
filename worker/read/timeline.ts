/** Reads a page of the timeline: at the head through the index on story order, else from the log. */
import { definitionOf, type LogEntry, type StoryEvent } from "../../events/registry.ts";
import type { Amendment, Place, Story } from "../../events/story.ts";
import type { Language } from "../../events/tell/languages.ts";
import { schema } from "../../events/upcast.ts";
import {
  amendmentsByEvent,
  byPlace,
  isAsked,
  isListed,
  offersOf,
  type PageQuery,
  pageOfLog,
  pageSize,
  peoplePlaces,
  placeOf,
  placesOfLog,
  sortedPage,
  type Told,
  toldOf,
} from "../../projections/pages.ts";
import { type Entry, entriesOf, timeline } from "../../projections/timeline.ts";
import type { MeteredDatabase } from "../store/d1.ts";
import { selectEvents } from "../store/log.ts";
import { entryOfRow, type PlacedEntry, placedEntryOfRow } from "../store/rows.ts";
import { selectEventsInOrder, selectPlacedEvents, selectPlacedEventsAfter } from "../store/story-order.ts";
import {
  heldVersion,
  type LoadedStory,
  loadStory,
  type PointInTime,
  type ReadResult,
  type Revision,
  type StoryQuery,
} from "./projections.ts";

/** What a reader asks for. */
export type TimelineQuery = StoryQuery & PageQuery;

/** A page: its entries, and where the next one begins. */
export type TimelinePage = { order: PageQuery["order"]; entries: Entry[]; next: Place | null };

/** A few rows more than a page: entries that were amended are told by what the story keeps of them, and stand where that says. */
const rowsRead = pageSize + 6;
/** Where those were not enough: so many at a time. */
const scanRows = 500;

/** Reads a page. At the head, with a snapshot, it takes one round trip and a row an entry. */
export const readTimeline = (d1: MeteredDatabase, reading: TimelineQuery): Promise<ReadResult<TimelinePage>> => {
  const made = [timeline];
  const statements = selectTimelinePage(d1, reading, made);
  return loadStory(d1, reading, { names: [], made, statements }, (found) => timelinePageOf(d1, reading, found));
};

/**
 * Reads one entry by the version of its event, or of the correction, retraction or takedown that changed it last: one round trip.
 * Undefined where the story has no such entry.
 */
export const readTimelineEntry = async (d1: MeteredDatabase, slug: string, version: number): Promise<Told | undefined> => {
  const wanted = { names: [], made: [timeline], statements: [selectPlacedEvents(d1, slug, [version])] };
  const reading = await loadStory(
    d1,
    { story: slug, language: "en" },
    wanted,
    async ({ folded: { story }, rows, log, isIndexed }) => {
      const target = story.amendments.find((amendment) => amendment.version === version)?.event ?? version;
      const amendments = amendmentsByEvent(story);
      const first = amendments.get(target)?.[0];
      const [row] = rows[0] ?? [];
      const entry = first ? entryBefore(slug, target, first) : row && entryOfRow(row);
      if (!entry || !isListed(entry.type, "people")) return undefined;
      const place =
        first?.place ??
        peoplePlaces(story, { order: "asc" }).find((one) => one.version === target)?.place ??
        (isIndexed ? String(row?.place) : placesOfLog(await log())(target));
      return place === undefined ? undefined : toldOf(entry, place, amendments);
    },
  );
  return reading.kind === "view" ? reading.view : undefined;
};

/**
 * The statement that a page at the head is read by, in the round trip that reads the story; none where the log has to be read, or where the
 * story has to be known first to tell what is about a party, or who came into it.
 */
export const selectTimelinePage = (
  d1: MeteredDatabase,
  reading: TimelineQuery,
  made: readonly Revision[],
): D1PreparedStatement[] => (isSelected(reading) ? [selectPage(d1, reading.story, reading, heldVersion(made, reading))] : []);

const isSelected = (reading: TimelineQuery) => isOfHead(reading) && reading.party === undefined && reading.kind !== "people";
const isOfHead = ({ version, asOf }: PointInTime) => version === undefined && asOf === undefined;

/** Tells a page of a story that was found; its first rows are those of `selectTimelinePage`, where that has a statement. */
export const timelinePageOf = async (
  d1: MeteredDatabase,
  reading: TimelineQuery,
  { folded, rows, log, isIndexed }: LoadedStory,
): Promise<TimelinePage> => {
  const { story: slug, language, order } = reading;
  const { story } = folded;
  const first = isSelected(reading) ? rows[0]?.map(placedEntryOfRow) : undefined;
  const told =
    isOfHead(reading) && isIndexed ? await pageOfIndex(d1, slug, story, reading, first) : pageOfLog(await log(), reading, story);
  return pageOf(told, story, language, order);
};

const pageOf = (told: readonly Told[], story: Story, language: Language, order: PageQuery["order"]): TimelinePage => {
  const shown = told.slice(0, pageSize);
  const last = shown.at(-1);
  return { order, entries: entriesOf(shown, story, language), next: told.length > pageSize && last ? placeOf(last) : null };
};

/** The first statement's worth of a page: rows in story order, or, since a version, the first of the log after it. */
const selectPage = (d1: MeteredDatabase, story: string, query: PageQuery, unless: number): D1PreparedStatement =>
  query.since === undefined
    ? selectEventsInOrder(d1, story, query, { limit: rowsRead, unless })
    : selectPlacedEventsAfter(d1, story, query.since, rowsRead);

/** An event as it was before its amendments, or what is left of it: the first of them tells. */
const entryBefore = (story: string, version: number, first: Amendment): LogEntry => {
  const { type, before, eventRecordedAt: recordedAt, eventRecordedBy: recordedBy } = first;
  const envelope = { story, version, type: definitionOf(type).type, schema, recordedAt, recordedBy };
  // It was an event of that type when it was amended, and amendments tell of today's shapes.
  return "data" in before ? ({ ...envelope, ...before } as StoryEvent) : { ...envelope, ...before, takenDown: true };
};

const pageOfIndex = async (
  d1: MeteredDatabase,
  slug: string,
  story: Story,
  query: PageQuery,
  rows?: PlacedEntry[],
): Promise<Told[]> => {
  const amendments = amendmentsByEvent(story);
  const isWanted = (told: Told) => isAsked(told, query, story);
  const toldRows = (placed: readonly PlacedEntry[]): Told[] =>
    placed
      .map(({ entry, place }) => toldOf(entry, place, amendments))
      .filter((told) => !amendments.has(told.event.version) && isWanted(told));
  const amended = [...amendments]
    .flatMap(([version, [first]]) =>
      first?.place === undefined ? [] : toldOf(entryBefore(slug, version, first), first.place, amendments),
    )
    .filter(isWanted);
  const isKept = ({ version }: Pick<Place, "version">): boolean => !amendments.has(version);

  if (query.kind === "people") {
    const places = peoplePlaces(story, query).filter(isKept);
    const read = await readPlaced(d1, slug, query.key ? places : places.slice(0, pageSize + 1));
    return sortedPage([...toldRows(read), ...amended], query);
  }
  if (query.since !== undefined && rows && rows.length < rowsRead) {
    const remarked = remarkedSince(story, query.since).filter(isKept);
    const before = remarked.length > 0 ? await readIndexed(d1, slug, remarked) : [];
    return sortedPage([...toldRows([...rows, ...before]), ...amended], query);
  }

  // Through the index, until the page is full: what stands beyond the last row read may have others before it.
  const first = query.since === undefined ? rows : undefined;
  const found: Told[] = [];
  let read = first ?? (await nextRows(d1, slug, story, query, query.after));
  for (let most = first ? rowsRead : scanRows; ; most = scanRows) {
    const last = read.at(-1);
    found.push(...toldRows(read));
    const end = last && read.length === most ? { place: last.place, version: last.entry.version } : undefined;
    const within = [...found, ...amended].filter((told) => !end || byPlace(query.order)(placeOf(told), end) <= 0);
    const page = sortedPage(within, query);
    if (!end || page.length > pageSize) return page;
    read = await nextRows(d1, slug, story, query, end);
  }
};

/** The events up to a version whose words were taken back, or that were confirmed or denied, after it. */
const remarkedSince = ({ remarks }: Story, since: number): { version: number }[] =>
  Object.entries(remarks).flatMap(([version, all]) =>
    // Remarks stand in story order: the newest in the log is not the last.
    Number(version) <= since && all.some((remark) => remark.version > since) ? { version: Number(version) } : [],
  );

/** Reads events whose places are known. */
const readPlaced = async (d1: MeteredDatabase, slug: string, places: readonly Place[]): Promise<PlacedEntry[]> => {
  if (places.length === 0) return [];
  const placeBy = new Map(places.map(({ version, place }) => [version, place]));
  const [rows = []] = await d1.batch(selectEvents(d1, slug, [...placeBy.keys()]));
  return rows.map(entryOfRow).map((entry) => ({ entry, place: placeBy.get(entry.version) ?? "" }));
};

/** Reads events that stand in the index. */
const readIndexed = async (d1: MeteredDatabase, slug: string, wanted: readonly { version: number }[]): Promise<PlacedEntry[]> => {
  const versions = wanted.map(({ version }) => version);
  const [rows = []] = await d1.batch(selectPlacedEvents(d1, slug, versions));
  return rows.filter(({ place }) => place !== null).map(placedEntryOfRow);
};

/** A party with more offers than this is looked for in every row. */
const mostNames = 50;

type After = Place | undefined;
const nextRows = async (
  d1: MeteredDatabase,
  slug: string,
  story: Story,
  query: PageQuery,
  after: After,
): Promise<PlacedEntry[]> => {
  const about = query.party === undefined ? [] : [query.party, ...offersOf(query.party, story)];
  const names = about.length > mostNames ? [] : about;
  const [rows = []] = await d1.batch(selectEventsInOrder(d1, slug, { ...query, after }, { limit: scanRows, names }));
  return rows.map(placedEntryOfRow);
};
