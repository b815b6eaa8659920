/** Reads projections: at the head, after a version, or as the log knew it at an instant. */
import type { Language } from "../../events/tell/languages.ts";
import { catchUp, type Folded, foldFromZero } from "../../projections/fold.ts";
import { type ProjectionName, projections, type ViewOf } from "../../projections/registry.ts";
import type { MeteredDatabase, Row } from "../store/d1.ts";
import { readLog } from "../store/log.ts";
import type { StoredEntry } from "../store/rows.ts";
import { type KnownStory, knownStoryOf, selectKnownStory } from "../store/snapshots.ts";
import { selectTakedowns } from "../store/stories.ts";

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

/**
 * The strong ETag of a view: it changes with the story's version, what the view is made of, and the language; where it shows the past, also
 * with each takedown since.
 */
export const etagOf = (made: readonly Revision[], version: number, language: Language, takedowns = 0): string =>
  `"${namesOf(made)}.${version}.${language}${takedowns > 0 ? `.${takedowns}` : ""}"`;

/** The version that a view's ETag tells of; 0 where it is no such ETag. */
export const versionOfEtag = (etag: string): number => Number(/\.(\d{1,15})\.[a-z]+(?:\.\d+)?"$/.exec(etag)?.[1] ?? 0);

/** The version of the view that the reader has already; 0 where there is none. */
export const heldVersion = (made: readonly Revision[], { held = [], language }: StoryQuery): number => {
  const [before, after] = [`"${namesOf(made)}.`, `.${language}"`];
  const own = held.find((tag) => tag.startsWith(before) && tag.endsWith(after));
  return Number(own?.slice(before.length, -after.length).match(/^\d{1,15}$/)?.[0] ?? 0);
};

/**
 * A story as it stood then: its fold, the rows of the caller's own statements, and its log, read once and only where it is wanted.
 * `isIndexed`: whether the index has the places of today's story order.
 */
export type LoadedStory = { folded: Folded; rows: Row[][]; log: () => Promise<StoredEntry[]>; isIndexed: boolean };

/** What to read of a story: the projections to fold, what the view is made of, and statements for the same round trip. */
type Wanted = { names: readonly ProjectionName[]; made: readonly Revision[]; statements?: readonly D1PreparedStatement[] };

/** Reads a story and has its view told, unless the reader has it. At the head, with a snapshot, it takes one round trip. */
export const loadStory = async <View>(
  d1: MeteredDatabase,
  { story, language, held = [], version, asOf }: StoryQuery,
  { names, made, statements = [] }: Wanted,
  tell: (found: LoadedStory) => View | Promise<View>,
): Promise<ReadResult<View>> => {
  const isPast = version !== undefined || asOf !== undefined;
  const counted = isPast ? [selectTakedowns(d1, story)] : [];
  const [[row] = [], ...rows] = await d1.batch(selectKnownStory(d1, story, names), ...statements, ...counted);
  const known = knownStoryOf(row, names);
  if (!known) return { kind: "no-story" };
  const then = await versionThen(d1, story, known, { version, asOf });
  if (then.kind !== "version") return then;
  const takedowns = isPast ? Number(rows.pop()?.[0]?.takedowns ?? 0) : 0;
  const etag = etagOf(made, then.version, language, takedowns);
  if (held.includes(etag) || held.includes("*")) return { kind: "unmodified", version: then.version, etag };
  let reading = then.log && Promise.resolve(then.log);
  const log = () => {
    reading ??= readLog(d1, story, { until: then.version });
    return reading;
  };
  const folded = then.log ? foldFromZero(then.log, names) : await loadFold(d1, story, known, then.version, names, log);
  return {
    kind: "view",
    version: then.version,
    head: known.head.version,
    etag,
    view: await tell({ folded, rows, log, isIndexed: known.isCurrent }),
  };
};

/** Reads projections of a story, all of them in the same round trip. */
export const readProjections = <Name extends ProjectionName>(
  d1: MeteredDatabase,
  reading: ProjectionsQuery<Name>,
): Promise<ReadResult<Views<Name>>> => {
  const { projections: names, language } = reading;
  return loadStory(d1, reading, { names, made: revisionsOf(names) }, ({ folded }) => viewsOf(folded, names, language));
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

/** The version that a reader asks for, and the log up to it where it had to be read to know. */
type VersionThen =
  | { kind: "version"; version: number; log?: StoredEntry[] }
  | { kind: "no-story" }
  | { kind: "no-version"; version: number };

/** Finds the version that stood then. */
const versionThen = async (
  d1: MeteredDatabase,
  story: string,
  { head }: KnownStory,
  { version, asOf }: PointInTime,
): Promise<VersionThen> => {
  if (asOf !== undefined) {
    if (asOf >= head.recordedAt) return { kind: "version", version: head.version };
    const log = await readLog(d1, story, { asOf });
    const newest = log.at(-1);
    return newest ? { kind: "version", version: newest.version, log } : { kind: "no-story" };
  }
  if (version === undefined) return { kind: "version", version: head.version };
  return version <= head.version ? { kind: "version", version } : { kind: "no-version", version: head.version };
};

/** The fold of a story up to a version: from its snapshot where that serves, else from its log. */
export const loadFold = async (
  d1: MeteredDatabase,
  story: string,
  { folded }: KnownStory,
  version: number,
  names: readonly ProjectionName[],
  log = () => readLog(d1, story, { until: version }),
): Promise<Folded> => {
  const at = folded?.story.version ?? 0;
  if (folded && at === version) return folded;
  if (folded && at < version && catchUp(folded, await readLog(d1, story, { after: at, until: version }))) return folded;
  return foldFromZero(await log(), names);
};
