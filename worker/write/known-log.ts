/** What a writer knows of a story: as much of its fold as the events touch that are to be recorded. */
import { type Folded, foldFromZero, projectionsTouchedBy } from "../../projections/fold.ts";
import { type ProjectionName, projectionNames } from "../../projections/registry.ts";
import type { MeteredDatabase, Row } from "../store/d1.ts";
import { emptyHead } from "../store/log.ts";
import { type KnownStory, knownStoryOf, selectKnownStory } from "../store/snapshots.ts";
import { type Posting, versionsNamedBy } from "./posting.ts";

/** Parts of a story's fold: projections, and perhaps its amendments, besides the story itself. */
export type FoldParts = { names: readonly ProjectionName[]; amendments: boolean };

/** All of a fold. */
export const allParts: FoldParts = { names: projectionNames, amendments: true };

/**
 * A story as its writer knows it; without a fold where none could be had but from the log. `parts`: what of the fold is known. `bytes`: about
 * how much JSON it is.
 */
export type KnownLog = KnownStory & { parts: FoldParts; bytes: number };

/** What of a fold has to be known to judge these requests and to move it on by them. */
export const partsFor = (postings: readonly Pick<Posting, "drafts" | "isRehearsal">[]): FoldParts => ({
  names: projectionsTouchedBy(postings.flatMap(({ drafts }) => drafts.map(({ type }) => type))),
  amendments: postings.some((posting) => posting.isRehearsal || versionsNamedBy(posting).length > 0),
});

/** Both together. */
export const joinParts = (a: FoldParts, b: FoldParts): FoldParts => ({
  names: projectionNames.filter((name) => a.names.includes(name) || b.names.includes(name)),
  amendments: a.amendments || b.amendments,
});

/** Whether all of `wanted` is known. */
export const coversParts = ({ parts }: KnownLog, wanted: FoldParts): boolean =>
  wanted.names.every((name) => parts.names.includes(name)) && (parts.amendments || !wanted.amendments);

/** Reads what has to be known of a story. */
export const selectKnownLog = (d1: MeteredDatabase, story: string, { names, amendments }: FoldParts): D1PreparedStatement =>
  selectKnownStory(d1, story, names, { amendments });

/** What `selectKnownLog` found, asked for the same parts. */
export const knownLogOf = async (rows: readonly Row[], parts: FoldParts): Promise<KnownLog> => {
  const known = await knownStoryOf(rows, parts.names, parts);
  if (!known) return { head: emptyHead, folded: unopenedFold(), isCurrent: true, parts: allParts, bytes: 0 };
  const folded = known.folded?.story.version === known.head.version ? known.folded : undefined;
  return { ...known, folded, parts, bytes: folded ? bytesOf(folded) : 0 };
};

const unopenedFold = (): Folded => {
  const { story, states, picks } = foldFromZero([]);
  return { story, states, picks };
};

/** About how many bytes of JSON a fold is. */
export const bytesOf = ({ story, states }: Folded): number => JSON.stringify([story, states]).length;

/** What is read for a request alongside its token. */
export const selectOpening = (
  d1: MeteredDatabase,
  posting: Pick<Posting, "story" | "drafts" | "isRehearsal">,
): D1PreparedStatement => selectKnownLog(d1, posting.story, partsFor([posting]));

/** What `selectOpening` found. */
export const openingOf = (rows: readonly Row[], posting: Pick<Posting, "drafts" | "isRehearsal">): Promise<KnownLog> =>
  knownLogOf(rows, partsFor([posting]));
