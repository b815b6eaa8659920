/** What a writer knows of a story: as much of its fold as the events touch that are to be recorded. */
import { type Folded, foldFromZero, projectionsTouchedBy } from "../../projections/fold.ts";
import { type ProjectionName, projectionNames } from "../../projections/registry.ts";
import type { MeteredDatabase, Row } from "../store/d1.ts";
import { emptyHead } from "../store/log.ts";
import type { TokenSought } from "../store/sign-in.ts";
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
const joinParts = (a: FoldParts, b: FoldParts): FoldParts => ({
  names: projectionNames.filter((name) => a.names.includes(name) || b.names.includes(name)),
  amendments: a.amendments || b.amendments,
});

/** What was read of a story, with what was remembered of the same story at the same event. */
export const joinKnown = (read: KnownLog, remembered: KnownLog | undefined): KnownLog => {
  if (!read.folded || !remembered?.folded || remembered.head.hash !== read.head.hash) return read;
  const { story } = remembered.parts.amendments ? remembered.folded : read.folded;
  const folded = { ...read.folded, story, states: { ...remembered.folded.states, ...read.folded.states } };
  return { ...read, folded, parts: joinParts(read.parts, remembered.parts), bytes: bytesOf(folded) };
};

/** Whether all of `wanted` is known. */
export const coversParts = ({ parts }: KnownLog, wanted: FoldParts): boolean =>
  wanted.names.every((name) => parts.names.includes(name)) && (parts.amendments || !wanted.amendments);

/** Reads what has to be known of a story; where a token is named, with its holder, and nothing where it is not good. */
export const selectKnownLog = (
  d1: MeteredDatabase,
  story: string,
  { names, amendments }: FoldParts,
  asker?: TokenSought,
): D1PreparedStatement => selectKnownStory(d1, story, names, { amendments, asker });

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
