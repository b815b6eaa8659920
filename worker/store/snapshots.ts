/** Snapshots: what a story's log has come to, so that nobody has to fold it again. A convenience, never the truth. */
import type { Amendment, Story } from "../../events/story.ts";
import type { Folded, Kept } from "../../projections/fold.ts";
import type { Pick } from "../../projections/picks.ts";
import { type ProjectionName, projections } from "../../projections/registry.ts";
import type { MeteredDatabase, Row } from "./d1.ts";
import { type HeldTags, heldParameters, isHeld, noTags } from "./held-tags.ts";
import { headColumns, headOf, type LogHead } from "./log.ts";
import { neverFolded, type OpenedPart, openParts, type PartName, partColumns, projectionsApart, revisionOf } from "./parts.ts";
import { isGood, type TokenSought } from "./sign-in.ts";

/**
 * The head of a story, and what its parts tell of it; no fold where they do not serve. `hash`: that of the event up to which the fold goes,
 * to be compared with the log's where that is not the head. `isCurrent`: whether the story was last written to by the code of today's states,
 * so that the index of story order has today's places.
 */
export type KnownStory = { head: LogHead; folded?: Folded | undefined; hash?: string | undefined; isCurrent: boolean };

/** What to read besides the story itself: projections; its amendments, unless they are not wanted; nothing where the reader has it all. */
type Wanted = { amendments?: boolean; held?: HeldTags };

/** Who asks, where that is to be said with the story: no row at all for a token that is not good. */
type Asker = { asker?: TokenSought | undefined };

/** The parts that hold the story and some of its projections. */
const partsFor = (names: readonly ProjectionName[], amendments: boolean): PartName[] => [
  "story",
  ...projectionsApart.filter((name) => names.includes(name)),
  ...(amendments ? (["amendments"] as const) : []),
];

/** A part has at most so many chunks: no Worker could hold what more of them would come to. */
const mostChunks = 16;

/**
 * Reads the head of a story and the parts that hold some of its projections: a row, and one a part; the head alone where one of the tags
 * that the reader holds is its own. `knownStoryOf` takes all of its rows. `asker`: a token whose holder is to be told in each of them. Each chunk is sought by its whole key, for a range would count the
 * row after it too; those that there are not cost nothing.
 */
export const selectKnownStory = (
  { sql }: MeteredDatabase,
  story: string,
  names: readonly ProjectionName[],
  { amendments = true, held = noTags, asker }: Wanted & Asker = {},
): D1PreparedStatement => {
  const parts = partsFor(names, amendments);
  const head =
    asker === undefined
      ? "SELECT * FROM events WHERE story = ?1 ORDER BY version DESC LIMIT 1"
      : `SELECT e.*, t.editor, t.role, t.signed_in_at FROM tokens AS t LEFT JOIN events AS e ON e.story = ?1
        WHERE t.hash = ?${parts.length + 7} AND t.kind = ?${parts.length + 8} AND ${isGood} ORDER BY e.version DESC LIMIT 1`;
  const chunks = parts.flatMap((_, index) => Array.from({ length: mostChunks }, (_, chunk) => `(?${index + 7}, ${chunk})`));
  return sql(
    `SELECT ${headColumns("e")}, ${partColumns.replaceAll(/\w+/g, "p.$&")}${asker ? ", e.editor, e.role, e.signed_in_at" : ""}
    FROM (${head}) AS e
    LEFT JOIN (SELECT column1 AS part, column2 AS chunk FROM (VALUES ${chunks.join()})) AS wanted
      ON NOT ${isHeld("e.version", "e.hash", 2)}
    LEFT JOIN parts AS p ON p.story = ?1 AND p.part = wanted.part AND p.chunk = wanted.chunk
    WHERE p.chunk IS NOT NULL OR coalesce(wanted.chunk, 0) = 0`,
    story,
    ...heldParameters(held),
    ...parts,
    ...(asker ? [asker.tokenHash, asker.kind] : []),
  );
};

/** What `selectKnownStory` found, asked for the same; undefined where there is no such story. */
export const knownStoryOf = async (
  rows: readonly Row[] | undefined,
  names: readonly ProjectionName[],
  { amendments = true }: Wanted = {},
): Promise<KnownStory | undefined> => {
  const [first] = rows ?? [];
  if (!rows || !first || first.head === null) return undefined;
  const head = headOf(first);
  const parts = await openParts(String(first.story), rows);
  const part = parts.get("story");
  const isCurrent = part?.revision === revisionOf("story");
  if (!part || part.version > head.version || (part.version === head.version && part.hash !== head.hash))
    return { head, isCurrent };
  return { head, isCurrent, folded: foldedOf(parts, names, amendments), hash: part.hash };
};

/** What lies in the story's part. */
export type StoryPart = {
  /** Without its offers, where they lie beside it. */
  story: Omit<Story, "amendments" | "offers"> & { offers?: Story["offers"] };
  states: Folded["states"];
  kept: Kept;
  picks: Pick[];
};

/** The fold that parts hold; undefined where one that is wanted is missing, of another revision, or not the one that the story's goes with. */
export const foldedOf = (
  parts: ReadonlyMap<string, OpenedPart>,
  names: readonly ProjectionName[],
  amendments: boolean,
): Folded | undefined => {
  const until = parts.get("story")?.version ?? 0;
  // What was touched last at a version is the same in every state from then on.
  const stateOf = (name: PartName, from: number): unknown => {
    const part = parts.get(name);
    if (!part || part.revision !== revisionOf(name) || part.version < from || part.version > until || from === neverFolded)
      return undefined;
    try {
      return JSON.parse(part.text);
    } catch {
      return undefined;
    }
  };
  // A part of this revision, with the digest of what was written, is what `snapshotStatements` made.
  const own = stateOf("story", until) as StoryPart | undefined;
  if (!own) return undefined;
  const { states, kept, picks } = own;
  const offers = own.story.offers ?? offersBeside(parts.get("story"), kept);
  if (!offers) return undefined;
  // The amendments are added below.
  const story = { ...own.story, offers } as Story;
  const folded: Folded = { story, states: { ...states }, kept, picks };
  for (const name of projectionsApart.filter((one) => names.includes(one) && !kept.carried?.includes(one))) {
    const version = kept.parts[name];
    const state = version === undefined ? projections[name].initial() : stateOf(name, version);
    if (state === undefined) return undefined;
    folded.states[name] = state;
  }
  if (!amendments) return withoutAmendments(folded);
  const version = kept.parts.amendments;
  const told = version === undefined ? [] : (stateOf("amendments", version) as Amendment[] | undefined);
  if (!told) return undefined;
  folded.story.amendments = told;
  return folded;
};

/** The offers that lie beside a story; undefined where they are not those that it was kept with. */
const offersBeside = (part: OpenedPart | undefined, { offers }: Kept): Story["offers"] | undefined =>
  // What has the hash of what was written is what was written.
  part?.rest && part.rest.hash === offers ? (JSON.parse(part.rest.text) as Story["offers"]) : undefined;

/** A story whose amendments were not read: who asks for them all the same is told so, and takes nothing for none. */
const withoutAmendments = (folded: Folded): Folded => {
  Object.defineProperty(folded.story, "amendments", {
    get: () => {
      throw new Error("The amendments of this story were not read");
    },
  });
  return folded;
};
