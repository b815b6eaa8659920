/** Reads projections: at the head, after a version, or as the log knew it at an instant. */
import type { LogEntry } from "../../events/registry.ts";
import type { Language } from "../../events/tell/languages.ts";
import { type StoryIn, storyIn } from "../../events/tell/story-in.ts";
import type { Folded } from "../../projections/fold.ts";
import type { Pick } from "../../projections/picks.ts";
import { type ProjectionName, projections, type ViewOf } from "../../projections/registry.ts";
import { timeline } from "../../projections/timeline.ts";
import type { MeteredDatabase, Row } from "../store/d1.ts";
import type { HeldTags } from "../store/held-tags.ts";
import { headOf, readLog, selectHead, selectVersion, selectVersionAt, versionOf } from "../store/log.ts";
import { picksOf, selectPicks } from "../store/picks.ts";
import { knownStoryOf, selectKnownStory } from "../store/snapshots.ts";
import { selectTakedowns } from "../store/stories.ts";
import { loadHead, loadPast } from "./load-fold.ts";

/** When: at the head where neither is given. */
export type PointInTime = { version?: number | undefined; asOf?: string | undefined };

/** What a reader asks of a story. `held` are the ETags that the reader has already. */
export type StoryQuery = PointInTime & { story: string; language: Language; held?: readonly string[] | undefined };

/** What a reader asks for: some projections, told together. */
export type ProjectionsQuery<Name extends ProjectionName = ProjectionName> = StoryQuery & { projections: readonly Name[] };

/** The views of some projections, by name. */
export type Views<Name extends ProjectionName> = { [One in Name]: ViewOf<One> };

/** What came of it: `unmodified` before anything was folded. `head` is the newest version, whatever the view's. */
export type ReadResult<View> =
  | { kind: "view"; version: number; head: number; etag: string; view: View }
  | { kind: "unmodified"; version: number; etag: string }
  | { kind: "no-story" }
  | { kind: "no-version"; version: number };

/** What a view is made of besides the log: its ETag changes with the revision of each. */
export type Revision = { name: string; revision: number };

const namesOf = (made: readonly Revision[]): string => made.map(({ name, revision }) => `${name}.${revision}`).join("_");

/** Where a log stands, as a tag tells of it: a story's version, or the position of the newest event of all and where else it hangs on; and that event's hash. */
type TaggedPoint = { version: number | string; hash: string };

/** So many digits of a hash tell one log from another that was restored to the same version. */
const digits = 12;

/** How the ETag of a view is written around the point that it shows. */
const tagOf = (made: readonly Revision[], language: Language, takedowns: number): Omit<HeldTags, "tags"> => ({
  before: `"${namesOf(made)}.`,
  between: `.${language}.`,
  digits,
  after: takedowns > 0 ? `.${takedowns}"` : '"',
});

/**
 * The strong ETag of a view: it changes with the version of the log, the log itself (one that was restored to another past has other hashes),
 * what the view is made of, and the language; where it shows the past, also with each takedown since.
 */
export const etagOf = (made: readonly Revision[], at: TaggedPoint | number, language: Language, takedowns = 0): string => {
  const { before, between, after } = tagOf(made, language, takedowns);
  const { version, hash } = typeof at === "number" ? { version: at, hash: "" } : at;
  return before + version + between + hash.slice(0, digits) + after;
};

/** The version that a view's ETag tells of; 0 where it is no such ETag. */
export const versionOfEtag = (etag: string): number => Number(/\.(\d{1,15})\.[a-z]+\.[0-9a-f]*(?:\.\d+)?"$/.exec(etag)?.[1] ?? 0);

/** What the reader of a view at the head holds, for statements that are to tell nothing then. */
export const heldOf = (made: readonly Revision[], { held = [], language }: StoryQuery): HeldTags => ({
  tags: held,
  ...tagOf(made, language, 0),
});

/**
 * A story as it stood then: its fold, the rows of the caller's own statements (of the past, of those that are for it), its log, and the picks of
 * its timeline, read once and only where they are wanted; no picks where they do not serve. `isIndexed`: whether the index has the places of
 * today's story order.
 */
export type LoadedStory = {
  folded: Folded & { story: StoryIn };
  rows: Row[][];
  log: () => Promise<readonly LogEntry[]>;
  picks: () => Promise<Pick[] | undefined>;
  isIndexed: boolean;
};

/**
 * What to read of a story: the projections to fold, what the view is made of, and statements for the same round trip. `amendments`: whether
 * the view tells of them. Of the past, a view that is made of the timeline is read with what that is found by. `ofPast`: statements that are
 * read then instead.
 */
type Wanted = {
  names: readonly ProjectionName[];
  made: readonly Revision[];
  statements?: readonly D1PreparedStatement[];
  ofPast?: readonly D1PreparedStatement[];
  amendments?: boolean;
};

type Tell<View> = (found: LoadedStory) => View | Promise<View>;

const foldedIn = (folded: Folded, language: Language) => ({ ...folded, story: storyIn(folded.story, language) });

/** Reads a story and has its view told, unless the reader has it. At the head, with its parts, it takes one round trip; of the past, two. */
export const loadStory = <View>(
  d1: MeteredDatabase,
  query: StoryQuery,
  wanted: Wanted,
  tell: Tell<View>,
): Promise<ReadResult<View>> =>
  query.version === undefined && query.asOf === undefined
    ? loadStoryAtHead(d1, query, wanted, tell)
    : loadStoryThen(d1, query, wanted, tell);

const isHeldBy = ({ held = [] }: StoryQuery, etag: string): boolean => held.includes(etag) || held.includes("*");

const once = <Value>(make: () => Promise<Value>): (() => Promise<Value>) => {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

const loadStoryAtHead = async <View>(
  d1: MeteredDatabase,
  query: StoryQuery,
  { names, made, statements = [], amendments = true }: Wanted,
  tell: Tell<View>,
): Promise<ReadResult<View>> => {
  const { story, language } = query;
  const held = heldOf(made, query);
  const [own, ...rows] = await d1.batch(selectKnownStory(d1, story, names, { amendments, held }), ...statements);
  const [first] = own ?? [];
  if (!first) return { kind: "no-story" };
  const head = headOf(first);
  const { version } = head;
  const etag = etagOf(made, head, language);
  if (isHeldBy(query, etag)) return { kind: "unmodified", version, etag };
  const known = await knownStoryOf(own, names, { amendments });
  if (!known) return { kind: "no-story" };
  const log = once(() => readLog(d1, story, { until: version }));
  const { folded, isIndexed } = await loadHead(d1, story, known, log);
  const picks = once(async () => picksOf((await d1.batch(selectPicks(d1, story)))[0], folded));
  return {
    kind: "view",
    version,
    head: version,
    etag,
    view: await tell({ folded: foldedIn(folded, language), rows, log, picks, isIndexed }),
  };
};

const loadStoryThen = async <View>(
  d1: MeteredDatabase,
  query: StoryQuery,
  { names, made, ofPast = [] }: Wanted,
  tell: Tell<View>,
): Promise<ReadResult<View>> => {
  const { story, language, version: asked, asOf } = query;
  const statement = asOf === undefined ? selectVersion(d1, story, asked ?? 0) : selectVersionAt(d1, story, asOf);
  const [[first] = [], then, [counted] = [], ...rows] = await d1.batch(
    selectHead(d1, story),
    statement,
    selectTakedowns(d1, story),
    ...ofPast,
  );
  if (!first) return { kind: "no-story" };
  const head = headOf(first);
  const at = versionOf(then);
  if (!at) return asOf === undefined ? { kind: "no-version", version: head.version } : { kind: "no-story" };
  const { version } = at;
  const etag = etagOf(made, at, language, Number(counted?.takedowns ?? 0));
  if (isHeldBy(query, etag)) return { kind: "unmodified", version, etag };
  const log = () => readLog(d1, story, { until: version });
  const withPicks = made.some(({ name }) => name === timeline.name);
  const past = await loadPast(d1, story, { version, head: head.version, names, withPicks, log });
  const { folded } = past;
  const found = {
    folded: foldedIn(folded, language),
    rows,
    log: once(async () => past.log ?? (await log())),
    // Of a log that was read whole, nothing needs to be picked.
    picks: async () => (past.log ? undefined : picksOf(past.rows, folded)),
    isIndexed: false,
  };
  return { kind: "view", version, head: head.version, etag, view: await tell(found) };
};

/** Reads projections of a story, all of them in the same round trip. */
export const readProjections = <Name extends ProjectionName>(
  d1: MeteredDatabase,
  reading: ProjectionsQuery<Name>,
): Promise<ReadResult<Views<Name>>> => {
  const { projections: names, language } = reading;
  const wanted = { names, made: revisionsOf(names), amendments: names.some((name) => projections[name].tellsAmendments) };
  return loadStory(d1, reading, wanted, ({ folded }) => viewsOf(folded, names, language));
};

/** What the views of projections are made of. */
export const revisionsOf = (names: readonly ProjectionName[]): Revision[] => names.map((name) => projections[name]);

/** Tells the views of projections that were folded. */
export const viewsOf = <Name extends ProjectionName>(
  { story, states }: Folded,
  names: readonly Name[],
  language: Language,
): Views<Name> =>
  // Each name's view is that projection's own.
  Object.fromEntries(names.map((name) => [name, projections[name].view(states[name], story, language)])) as Views<Name>;
