/** Keeps a fold beside the entries that it folds, in the same transaction: the parts that they touch, and the picks. */
import { hashOfText } from "../../events/bytes.ts";
import type { EventType } from "../../events/registry.ts";
import type { Folded, Kept } from "../../projections/fold.ts";
import { type ProjectionName, projections } from "../../projections/registry.ts";
import type { MeteredDatabase } from "./d1.ts";
import { plainLength } from "./packing.ts";
import { deleteParts, neverFolded, type PartToWrite, projectionsApart, projectionsTogether, writeParts } from "./parts.ts";
import { appendPicks } from "./picks.ts";
import type { StoryPart } from "./snapshots.ts";

/** The statements that keep it, how many characters the parts that they write have, and what to note in the fold once they have been carried out. */
export type Keeping = { statements: D1PreparedStatement[]; length: number; done: () => void };

/** The version that a fold stands at, and that event's hash. */
export type FoldPoint = { version: number; hash: string };

/** So many picks lie in the story's part before they are put to the others. */
export const mostOpenPicks = 64;

/** Keeps what events of these types have changed of a fold; all of it, where the fold does not say what is kept already. */
export const keepFold = async (
  d1: MeteredDatabase,
  story: string,
  folded: Folded,
  at: FoldPoint,
  types: readonly EventType[],
): Promise<Keeping> => {
  const picks = appendPicks(d1, story, folded, mostOpenPicks);
  // One event writes one row besides the story's: what has no room is carried in the story's, and written with the next that leaves room.
  const most = types.length === 1 ? 1 - picks.statements.length : undefined;
  const { parts, kept } = await partsOf(folded, at, { types, picks, most });
  return {
    statements: [
      ...(folded.kept === undefined ? [deleteParts(d1, story)] : []),
      ...(await writeParts(d1, story, parts)),
      ...picks.statements,
    ],
    length: parts.reduce((sum, { text }) => sum + text.length, 0),
    done: () => {
      folded.kept = kept;
      folded.picks = picks.open;
    },
  };
};

/** Keeps nothing of a story any more: what was kept may tell what is erased with it, and nobody could fold it anew. */
export const dropFold = (d1: MeteredDatabase, story: string): Keeping => ({
  statements: [deleteParts(d1, story)],
  length: 0,
  done: () => undefined,
});

/** What was touched, where the picks are, and how many parts may be written besides the story's, of a fold that says what of it is kept. */
type Changed = {
  types: readonly EventType[];
  picks: { kept: Kept["picks"]; open: StoryPart["picks"] };
  most?: number | undefined;
};

/** The parts of a fold that are to be written, and what is kept of it then. */
export const partsOf = async (
  folded: Folded,
  at: FoldPoint,
  { types, picks, most }: Changed,
): Promise<{ parts: PartToWrite[]; kept: Kept }> => {
  const written: PartToWrite[] = [];
  const carried: ProjectionName[] = [];
  const versions: Kept["parts"] = { ...folded.kept?.parts };
  const write = (part: PartToWrite["part"], state: unknown, initial: unknown): void => {
    const text = JSON.stringify(state);
    // What holds nothing yet needs no row.
    if (text === JSON.stringify(initial)) delete versions[part];
    else {
      versions[part] = at.version;
      written.push({ part, ...at, text });
    }
  };
  for (const name of projectionsToWrite(folded.kept, types)) {
    const state = folded.states[name];
    // What was touched and was not folded is made anew when it is asked for.
    if (state === undefined) versions[name] = neverFolded;
    else if (folded.kept && written.length >= (most ?? Number.POSITIVE_INFINITY)) {
      versions[name] = at.version;
      carried.push(name);
    } else write(name, state, projections[name].initial());
  }
  // Amendments come with a fold from zero: an event that amends another is never simply the next one.
  if (!folded.kept) write("amendments", folded.story.amendments, []);
  const beside = await offersBeside(folded, types);
  const kept: Kept = { parts: versions, picks: picks.kept, offers: beside?.hash, ...(carried.length > 0 ? { carried } : {}) };
  // The amendments are not even looked at: they may not have been read.
  const apart = ["amendments", ...(beside ? ["offers"] : [])];
  const story = Object.fromEntries(Object.entries(folded.story).filter(([name]) => !apart.includes(name))) as StoryPart["story"];
  const states = Object.fromEntries([...projectionsTogether, ...carried].map((name) => [name, folded.states[name]]));
  const own: StoryPart = { story, states, kept, picks: picks.open };
  written.push({ part: "story", ...at, text: JSON.stringify(own), rest: beside?.text });
  return { parts: written, kept };
};

/** The projections that have a part of their own and are to be written: those that were touched, and then those that were carried. */
const projectionsToWrite = (kept: Kept | undefined, types: readonly EventType[]): ProjectionName[] => {
  const touched = projectionsApart.filter((name) => !kept || types.some((type) => projections[name].touchedBy(type)));
  return [...touched, ...(kept?.carried ?? []).filter((name) => !touched.includes(name))];
};

/**
 * The story's offers as they are kept beside it: their hash, and what is to be written, where these events touch them. They are most of a story,
 * and few events touch them. Undefined where there are so many that they have to be compressed with the story.
 */
const offersBeside = async (
  { story: { offers }, kept }: Folded,
  types: readonly EventType[],
): Promise<{ hash: string; text?: string } | undefined> => {
  if (kept?.offers !== undefined && !types.some(touchesOffers)) return { hash: kept.offers };
  const text = JSON.stringify(offers);
  return text.length > plainLength ? undefined : { hash: await hashOfText(text), text };
};

/** Whether events of a type can change a story's offers. */
export const touchesOffers = (type: EventType): boolean => projections.offers.touchedBy(type);
