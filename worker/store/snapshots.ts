/** Snapshots: what a story's log has come to, so that nobody has to fold it again. A convenience, never the truth. */

import * as z from "zod/mini";
import { genesis } from "../../events/seal.ts";
import { type Story, storyRevision } from "../../events/story.ts";
import type { Folded } from "../../projections/fold.ts";
import { type ProjectionName, projectionNames, projections } from "../../projections/registry.ts";
import type { MeteredDatabase, Row } from "./d1.ts";

/** The head of a story's log: its newest event. */
export type LogHead = { version: number; hash: string; recordedAt: string; recordedBy: string; type: string };

/** The head of a log that has nothing in it yet. */
export const emptyHead: LogHead = { version: 0, hash: genesis, recordedAt: "", recordedBy: "", type: "" };

/** The head of a story, and what a snapshot tells of it; no fold where there is none of today's revisions.
 * `isCurrent`: whether the story was last written to by the code of its state's revision. */
export type KnownStory = { head: LogHead; folded?: Folded | undefined; isCurrent: boolean };

/** D1 takes at most two million bytes a row: what does not fit is folded from the log when it is asked for. */
const mostBytes = 1_900_000;

const headRow = z.object({
  head: z.int(),
  hash: z.string(),
  recorded_at: z.string(),
  recorded_by: z.string(),
  type: z.string(),
  at: z.nullable(z.int()),
});
const part = z.object({ revision: z.int(), state: z.unknown() });
const revisionOf = (name: ProjectionName | "story") => (name === "story" ? storyRevision : projections[name].revision);

/** Reads the head of a story and the snapshot of some of its projections: two rows. */
export const selectKnownStory = (
  { sql }: MeteredDatabase,
  story: string,
  names: readonly ProjectionName[],
): D1PreparedStatement =>
  sql(
    `SELECT e.version AS head, e.hash, e.recorded_at, e.recorded_by, e.type, s.version AS at,
      ${["story", ...names].map((name) => `s.state -> '$.${name}' AS "${name}"`).join(", ")}
    FROM (SELECT version, hash, recorded_at, recorded_by, type FROM events WHERE story = ?1 ORDER BY version DESC LIMIT 1) AS e
    LEFT JOIN snapshots AS s ON s.story = ?1`,
    story,
  );

/** What `selectKnownStory` found; undefined where there is no such story. */
export const knownStoryOf = (row: Row | undefined, names: readonly ProjectionName[]): KnownStory | undefined => {
  if (!row) return undefined;
  const { head, hash, recorded_at, recorded_by, type, at } = headRow.parse(row);
  return {
    head: { version: head, hash, recordedAt: recorded_at, recordedBy: recorded_by, type },
    folded: at === null ? undefined : foldedOf(row, names),
    isCurrent: String(row.story).startsWith(`{"revision":${storyRevision},`),
  };
};

/** The fold that a row's columns hold; undefined where any of them is missing or of another revision. */
const foldedOf = (row: Row, names: readonly ProjectionName[]): Folded | undefined => {
  const story = stateOf(row, "story");
  if (story === undefined) return undefined;
  // A snapshot of this revision was made from a `Story` and from this projection's states.
  const folded: Folded = { story: story as Story, states: {} };
  for (const name of names) {
    const state = stateOf(row, name);
    if (state === undefined) return undefined;
    folded.states[name] = state;
  }
  return folded;
};

const stateOf = (row: Row, name: ProjectionName | "story"): unknown => {
  const column = row[name];
  if (typeof column !== "string") return undefined;
  const { revision, state } = part.parse(JSON.parse(column));
  return revision === revisionOf(name) ? state : undefined;
};

/** Keeps a fold of a story's whole log as its snapshot: one row, in the same batch as the events that it folds. */
export const saveSnapshot = ({ sql }: MeteredDatabase, story: string, folded: Folded): D1PreparedStatement => {
  const state = fitting(folded);
  if (state === undefined) return sql("DELETE FROM snapshots WHERE story = ?1", story);
  return sql(
    `INSERT INTO snapshots (story, version, state) VALUES (?1, ?2, ?3)
    ON CONFLICT (story) DO UPDATE SET version = excluded.version, state = excluded.state`,
    story,
    folded.story.version,
    state,
  );
};

/** The snapshot's JSON, without the largest of its projections where all of them do not fit a row. */
const fitting = ({ story, states }: Folded): string | undefined => {
  const parts = [
    { name: "story" as const, state: story as unknown },
    ...projectionNames.map((name) => ({ name, state: states[name] })),
  ]
    .map(({ name, state }) => `"${name}":${JSON.stringify({ revision: revisionOf(name), state })}`)
    .map((text, index) => ({ text, index, bytes: new TextEncoder().encode(text).length }));
  const kept: typeof parts = [];
  let room = mostBytes;
  for (const candidate of parts.toSorted((a, b) => (a.index === 0 ? -1 : b.index === 0 ? 1 : a.bytes - b.bytes))) {
    room -= candidate.bytes + 1;
    if (room < 0) break;
    kept.push(candidate);
  }
  return kept[0]?.index === 0 ? `{${kept.map(({ text }) => text).join(",")}}` : undefined;
};
