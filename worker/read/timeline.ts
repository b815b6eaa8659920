/** Reads a page of the timeline: at the head through the index on story order, picks and the past by what they are found by, else from the log. */
import type { EventType } from "../../events/registry.ts";
import type { Place, Story } from "../../events/story.ts";
import {
  amendmentsByEvent,
  byPlace,
  isAsked,
  isListed,
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
import { type Pick, pickedPlaces } from "../../projections/picks.ts";
import { type Entry, entriesOf, timeline } from "../../projections/timeline.ts";
import type { MeteredDatabase, Row } from "../store/d1.ts";
import { selectEvents, selectVersionAt, versionOf } from "../store/log.ts";
import { picksOf, selectPicks } from "../store/picks.ts";
import { entryOfRow, type PlacedEntry, placedEntryOfRow, type StoredEntry } from "../store/rows.ts";
import { selectEventsInOrder, selectPlacedEvents, selectPlacedEventsAfter } from "../store/story-order.ts";
import { entryBefore } from "./amended-entry.ts";
import {
  heldOf,
  type LoadedStory,
  loadStory,
  type PointInTime,
  type ReadResult,
  type Revision,
  type StoryQuery,
} from "./projections.ts";

/** What a reader asks for; `sinceInstant`: what was added or amended since then, instead of since a version. */
export type TimelineQuery = StoryQuery & PageQuery & { sinceInstant?: string | undefined };

/**
 * A page: its entries, where each of them stands, and where the next page begins. `news`, where what is new was asked for: since which version,
 * and how many entries were added since in all, on whatever page they stand.
 */
export type TimelinePage = {
  order: PageQuery["order"];
  entries: Entry[];
  places: Place[];
  next: Place | null;
  news?: { since: number; added: number } | undefined;
};

/**
 * A few rows more than a page: an entry that a correction has moved stands elsewhere than where the index has it. Where the reader has tags,
 * looking at them costs some of these rows.
 */
const rowsRead = ({ held = [] }: StoryQuery): number => pageSize + (held.length > 0 ? 3 : 6);
/** Where those were not enough: so many at a time. */
const scanRows = 200;

/** Reads a page. At the head it takes one round trip and a row an entry; a pick takes two, and the past three. */
export const readTimeline = (d1: MeteredDatabase, reading: TimelineQuery): Promise<ReadResult<TimelinePage>> => {
  const made = [timeline];
  const statements = selectTimelinePage(d1, reading, made);
  const { story, sinceInstant } = reading;
  const ofPast = sinceInstant === undefined ? [] : [selectVersionAt(d1, story, sinceInstant)];
  return loadStory(d1, reading, { names: [], made, statements, ofPast }, (found) => timelinePageOf(d1, reading, found));
};

/**
 * Reads one entry by the version of its event, or of the correction, retraction or takedown that changed it last: one round trip.
 * Undefined where the story has no such entry.
 */
export const readTimelineEntry = async (d1: MeteredDatabase, slug: string, version: number): Promise<Told | undefined> => {
  const wanted = { names: [], made: [timeline], statements: [selectPlacedEvents(d1, slug, [version])] };
  const reading = await loadStory(d1, { story: slug, language: "en" }, wanted, (found) => toldEntryOf(slug, version, found));
  return reading.kind === "view" ? reading.view : undefined;
};

/** Tells one entry, likewise, of a story that was found; its first rows are those of `selectPlacedEvents` of that version. */
export const toldEntryOf = async (
  slug: string,
  version: number,
  { folded: { story }, rows, log, isIndexed }: LoadedStory,
): Promise<Told | undefined> => {
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
};

const isOfHead = ({ version, asOf }: PointInTime) => version === undefined && asOf === undefined;
const isPick = ({ kind, party, key, since, sinceInstant }: TimelineQuery) =>
  kind !== undefined || party !== undefined || key === true || since !== undefined || sinceInstant !== undefined;

/**
 * The statements that a page at the head is read by, in the round trip that reads the story: a page of the index, or what picks are found by
 * and, since a version, the first events after it. They tell nothing to a reader who has the page. None of the past.
 */
export const selectTimelinePage = (
  d1: MeteredDatabase,
  reading: TimelineQuery,
  made: readonly Revision[],
): D1PreparedStatement[] => {
  if (!isOfHead(reading)) return [];
  const { story, since, sinceInstant } = reading;
  const held = heldOf(made, reading);
  if (!isPick(reading)) return [selectEventsInOrder(d1, story, reading, rowsRead(reading), held)];
  if (sinceInstant !== undefined) return [selectPicks(d1, story, held), selectVersionAt(d1, story, sinceInstant)];
  return [
    selectPicks(d1, story, held),
    ...(since === undefined ? [] : [selectPlacedEventsAfter(d1, story, since, pageSize + 1)]),
  ];
};

/** Tells a page of a story that was found; its first rows are those of `selectTimelinePage`, where that has statements. */
export const timelinePageOf = async (d1: MeteredDatabase, reading: TimelineQuery, found: LoadedStory): Promise<TimelinePage> => {
  const { language, order } = reading;
  const { story } = found.folded;
  const { told, news } = await toldPage(d1, reading, found);
  const shown = told.slice(0, pageSize);
  const last = shown.at(-1);
  const next = told.length > pageSize && last ? placeOf(last) : null;
  return { order, entries: entriesOf(shown, story, language), places: shown.map(placeOf), next, news };
};

type ToldPage = { told: Told[]; news?: TimelinePage["news"] };

const toldPage = async (d1: MeteredDatabase, reading: TimelineQuery, found: LoadedStory): Promise<ToldPage> => {
  const { folded, log, isIndexed } = found;
  const [first, second] = found.rows;
  if (isOfHead(reading) && !isPick(reading)) {
    const told = isIndexed ? pageOfIndex(d1, reading, folded.story, first ?? []) : pageOfLog(await log(), reading, folded.story);
    return { told: await told };
  }
  const query = await sinceVersion(d1, reading, isOfHead(reading) ? second : first);
  const picks = isOfHead(reading) ? picksOf(first, folded) : await found.picks();
  const { since } = query;
  const newsOf = (all: readonly (readonly [version: number, type: string])[]): TimelinePage["news"] =>
    since === undefined
      ? undefined
      : { since, added: all.filter(([version, type]) => version > since && isListed(type as EventType, query.kind)).length };
  if (!picks) {
    const whole = await log();
    return { told: pageOfLog(whole, query, folded.story), news: newsOf(whole.map(({ version, type }) => [version, type])) };
  }
  const atHand = isOfHead(reading) && reading.since !== undefined ? (second ?? []).map(entryOfRow) : [];
  const told = await pageOfPicks(d1, reading.story, query, folded.story, picks, atHand);
  return { told, news: newsOf(picks.map(([version, , type]) => [version, type])) };
};

/** The query, with the version that stood at its instant in the place of that. */
const sinceVersion = async (
  d1: MeteredDatabase,
  reading: TimelineQuery,
  rows: readonly Row[] | undefined,
): Promise<PageQuery> => {
  const { story, sinceInstant } = reading;
  if (sinceInstant === undefined) return reading;
  const found = rows ?? (await d1.batch(selectVersionAt(d1, story, sinceInstant)))[0];
  return { ...reading, since: versionOf(found)?.version ?? 0 };
};

/** A page of what was picked: the entries are read by their versions, unless they are at hand. */
const pageOfPicks = async (
  d1: MeteredDatabase,
  slug: string,
  query: PageQuery,
  story: Story,
  picks: readonly Pick[],
  atHand: readonly StoredEntry[],
): Promise<Told[]> => {
  const places = pickedPlaces(picks, query, story, pageSize + 1);
  const entries = new Map(atHand.map((entry) => [entry.version, entry]));
  const missing = places.map(({ version }) => version).filter((version) => !entries.has(version));
  if (missing.length > 0) {
    const [rows = []] = await d1.batch(selectEvents(d1, slug, missing));
    for (const entry of rows.map(entryOfRow)) entries.set(entry.version, entry);
  }
  const amendments = amendmentsByEvent(story);
  return places.flatMap(({ version, place }) => {
    const entry = entries.get(version);
    return entry ? toldOf(entry, place, amendments) : [];
  });
};

/** A page of the index, and more of it until the page is full: what a correction has moved stands where the story says, not where it is read. */
const pageOfIndex = async (d1: MeteredDatabase, reading: TimelineQuery, story: Story, first: readonly Row[]): Promise<Told[]> => {
  const { story: slug, order } = reading;
  const amendments = amendmentsByEvent(story);
  const isMoved = ({ entry, place }: PlacedEntry): boolean => (amendments.get(entry.version)?.at(-1)?.place ?? place) !== place;
  const amended = [...amendments].flatMap(([version, [one]]) =>
    one?.place === undefined ? [] : toldOf(entryBefore(slug, version, one), one.place, amendments),
  );
  const found: Told[] = [];
  let read = first.map(placedEntryOfRow);
  for (let most = rowsRead(reading); ; most = scanRows) {
    const last = read.at(-1);
    found.push(...read.filter((row) => !isMoved(row)).map(({ entry, place }) => toldOf(entry, place, amendments)));
    const end = last && read.length === most ? { place: last.place, version: last.entry.version } : undefined;
    const versions = new Set(found.map(({ event }) => event.version));
    const moved = amended.filter(
      (told) => !versions.has(told.event.version) && (!end || byPlace(order)(placeOf(told), end) <= 0),
    );
    const page = sortedPage(
      [...found, ...moved].filter((told) => isAsked(told, reading, story)),
      reading,
    );
    if (!end || page.length > pageSize) return page;
    const [rows = []] = await d1.batch(selectEventsInOrder(d1, slug, { order, after: end }, scanRows));
    read = rows.map(placedEntryOfRow);
  }
};
