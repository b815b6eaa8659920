/** Reads a projection: at the head, after a version, or as the log knew it at an instant. */
import type { Language } from "../events/tell.ts";
import { catchUp, type Folded, foldFromZero } from "../projections/fold.ts";
import { type ProjectionName, projections } from "../projections/registry.ts";
import type { Meter } from "./store/d1.ts";
import { readLog } from "./store/log.ts";
import type { Stored } from "./store/rows.ts";
import { type Known, knownOf, selectKnown } from "./store/snapshots.ts";

/** When: at the head where neither is given. */
export type Then = { version?: number | undefined; asOf?: string | undefined };

/** What a reader asks for. `isKnown` tells of an ETag whether the reader has it already. */
export type Reading<Name extends ProjectionName = ProjectionName> = Then & {
  story: string;
  projection: Name;
  language: Language;
  isKnown?: (etag: string) => boolean;
};

/** What came of it: `unmodified` before anything was folded. */
export type Read<View> =
  | { kind: "view"; version: number; etag: string; view: View }
  | { kind: "unmodified"; version: number; etag: string }
  | { kind: "no-story" }
  | { kind: "no-version"; version: number };

/** The strong ETag of a view: it changes with the story's version, the projection's revision and the language. */
export const etagOf = (name: string, revision: number, version: number, variant: string): string =>
  `"${name}.${revision}.${version}.${variant}"`;

/** Reads one projection of a story. At the head, with a snapshot, it takes one round trip. */
export const read = async <Name extends ProjectionName>(
  d1: Meter,
  reading: Reading<Name>,
): Promise<Read<ReturnType<(typeof projections)[Name]["view"]>>> => {
  const { story, projection, language, isKnown, version, asOf } = reading;
  const { revision, view } = projections[projection];
  const [[row] = []] = await d1.ask(selectKnown(d1, story, [projection]));
  const known = knownOf(row, [projection]);
  if (!known) return { kind: "no-story" };
  const then = await versionThen(d1, story, known, { version, asOf });
  if (then.kind !== "version") return then;
  const etag = etagOf(projection, revision, then.version, language);
  if (isKnown?.(etag)) return { kind: "unmodified", version: then.version, etag };
  const folded = then.log ? foldFromZero(then.log, [projection]) : await foldTo(d1, story, known, then.version, [projection]);
  const told = view(folded.states[projection], folded.story, language);
  return { kind: "view", version: then.version, etag, view: told as ReturnType<(typeof projections)[Name]["view"]> };
};

/** The version that a reader asks for, and the log up to it where it had to be read to know. */
export type VersionThen =
  | { kind: "version"; version: number; log?: Stored[] }
  | { kind: "no-story" }
  | { kind: "no-version"; version: number };

/** Finds the version that stood then. */
export const versionThen = async (d1: Meter, story: string, { head }: Known, { version, asOf }: Then): Promise<VersionThen> => {
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
export const foldTo = async (
  d1: Meter,
  story: string,
  { folded }: Known,
  version: number,
  names: readonly ProjectionName[],
): Promise<Folded> => {
  const at = folded?.story.version ?? 0;
  if (folded && at === version) return folded;
  if (folded && at < version && catchUp(folded, await readLog(d1, story, { after: at, until: version }))) return folded;
  return foldFromZero(await readLog(d1, story, { until: version }), names);
};
