/** Reads a page of the timeline: at the head through the index on story order, else from the log. */
import type { Place } from "../../events/story.ts";
import { definitionOf, type LogEntry, type StoryEvent } from "../../events/registry.ts";
import type { Amendment, Story } from "../../events/story.ts";
import type { Language } from "../../events/tell/languages.ts";
import { schema } from "../../events/upcast.ts";
import {
  amendmentsByEvent,
  byPlace,
  type Entry,
  entriesOf,
  isAsked,
  offersOf,
  type PageQuery,
  pageOfLog,
  pageSize,
  placeOf,
  type Told,
  timeline,
  toldOf,
} from "../../projections/timeline.ts";
import type { MeteredDatabase } from "../store/d1.ts";
import { selectEvent, selectEventsAfter } from "../store/log.ts";
import { entryOfRow } from "../store/rows.ts";
import { selectEventsInOrder } from "../store/story-order.ts";
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

/** A few rows more than a page: entries whose time was corrected stand elsewhere than the index says. */
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
  const statements = [selectEvent(d1, slug, version)];
  const wanted = { names: [], made: [timeline], statements };
  const reading = await loadStory(d1, { story: slug, language: "en" }, wanted, ({ folded: { story }, rows }) => {
    const [row] = rows[0] ?? [];
    const amendments = amendmentsByEvent(story);
    const target = story.amendments.find((amendment) => amendment.version === version)?.event ?? version;
    const first = amendments.get(target)?.[0];
    const entry = first ? entryBefore(slug, target, first) : row && entryOfRow(row);
    return entry && !definitionOf(entry.type).editorial ? toldOf(entry, amendments) : undefined;
  });
  return reading.kind === "view" ? reading.view : undefined;
};

/**
 * The statement that a page at the head is read by, in the round trip that reads the story; none where the log has to be read, or where the
 * story has to be known first to tell what is about a party.
 */
export const selectTimelinePage = (
  d1: MeteredDatabase,
  reading: TimelineQuery,
  made: readonly Revision[],
): D1PreparedStatement[] => (isSelected(reading) ? [selectPage(d1, reading.story, reading, heldVersion(made, reading))] : []);

const isSelected = (reading: TimelineQuery) => isOfHead(reading) && reading.party === undefined;
const isOfHead = ({ version, asOf }: PointInTime) => version === undefined && asOf === undefined;

/** Tells a page of a story that was found; its first rows are those of `selectTimelinePage`, where that has a statement. */
export const timelinePageOf = async (
  d1: MeteredDatabase,
  reading: TimelineQuery,
  { folded, rows, log }: LoadedStory,
): Promise<TimelinePage> => {
  const { story: slug, language, order } = reading;
  const { story } = folded;
  const told = isOfHead(reading)
    ? await pageOfIndex(d1, slug, story, reading, isSelected(reading) ? rows[0]?.map(entryOfRow) : undefined)
    : pageOfLog(await log(), reading, story);
  return pageOf(told, story, language, order);
};

const pageOf = (told: readonly Told[], story: Story, language: Language, order: PageQuery["order"]): TimelinePage => {
  const shown = told.slice(0, pageSize);
  const last = shown.at(-1);
  return { order, entries: entriesOf(shown, story, language), next: told.length > pageSize && last ? placeOf(last) : null };
};

/** The first statement's worth of a page: rows in story order, or, since a version, the newest of the log. */
const selectPage = (d1: MeteredDatabase, story: string, query: PageQuery, unless: number): D1PreparedStatement =>
  query.since === undefined
    ? selectEventsInOrder(d1, story, query, { limit: rowsRead, unless })
    : selectEventsAfter(d1, story, query.since, rowsRead);

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
  rows?: LogEntry[],
): Promise<Told[]> => {
  const amendments = amendmentsByEvent(story);
  const tell = (entry: LogEntry): Told => toldOf(entry, amendments);
  const isWanted = (told: Told) => isAsked(told, query, story);
  const isShown = (told: Told) =>
    !amendments.has(told.event.version) && !definitionOf(told.event.type).editorial && isWanted(told);
  const amended = [...amendments]
    .flatMap(([version, [head]]) => (head ? tell(entryBefore(slug, version, head)) : []))
    .filter(isWanted);

  if (query.since !== undefined && rows && rows.length < rowsRead)
    return sorted([...rows.map(tell).filter(isShown), ...amended], query);

  // Through the index, until the page is full: what stands beyond the last row read may have others before it.
  const first = query.since === undefined ? rows : undefined;
  const found: Told[] = [];
  let read = first ?? (await nextRows(d1, slug, story, query, query.after));
  for (let most = first ? rowsRead : scanRows; ; most = scanRows) {
    const last = read.at(-1);
    found.push(...read.map(tell).filter(isShown));
    const end = last && read.length === most ? placeOf({ event: last, amendments: [] }) : undefined;
    const within = [...found, ...amended].filter((told) => !end || byPlace(query.order)(placeOf(told), end) <= 0);
    const page = sorted(within, query);
    if (!end || page.length > pageSize) return page;
    read = await nextRows(d1, slug, story, query, end);
  }
};

/** A party with more offers than this is looked for in every row. */
const mostNames = 50;

type After = Place | undefined;
const nextRows = async (d1: MeteredDatabase, slug: string, story: Story, query: PageQuery, after: After): Promise<LogEntry[]> => {
  const about = query.party === undefined ? [] : [query.party, ...offersOf(query.party, story)];
  const names = about.length > mostNames ? [] : about;
  const [rows = []] = await d1.batch(selectEventsInOrder(d1, slug, { ...query, after }, { limit: scanRows, names }));
  return rows.map(entryOfRow);
};

const sorted = (told: Told[], { order, after }: PageQuery): Told[] => {
  const compare = byPlace(order);
  return told
    .map((one) => ({ one, place: placeOf(one) }))
    .filter(({ place }) => !after || compare(place, after) > 0)
    .sort((a, b) => compare(a.place, b.place))
    .slice(0, pageSize + 1)
    .map(({ one }) => one);
};
