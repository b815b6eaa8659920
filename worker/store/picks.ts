/** What the timeline's picks are found by, on D1: a line of JSON for each entry, in log order, in a few long rows that grow at their end. */
import type { Folded, Kept } from "../../projections/fold.ts";
import type { Pick } from "../../projections/picks.ts";
import type { MeteredDatabase, Row } from "./d1.ts";
import { type HeldTags, heldParameters, isHeldAtHead, noTags } from "./held-tags.ts";

/** A row is at most so long, in characters, before the next one begins. */
const rowLength = 400_000;

type Appended = { statements: D1PreparedStatement[]; kept: Kept["picks"]; open: Pick[] };

/** Puts the picks of a fold to those that are kept, where there are more than `most`, or nothing says that any are kept; the rest stay open. */
export const appendPicks = (d1: MeteredDatabase, story: string, { picks = [], kept }: Folded, most: number): Appended => {
  if (kept && picks.length <= most) return { statements: [], kept: kept.picks, open: picks };
  let { chunk, bytes } = kept?.picks ?? { chunk: 0, bytes: 0 };
  const lines = new Map<number, string[]>();
  for (const [index, pick] of picks.entries()) {
    const line = `${JSON.stringify(pick)}\n`;
    // Those that come to others go to one row together.
    if (bytes + line.length > rowLength && bytes > 0 && !(kept && index > 0)) {
      chunk += 1;
      bytes = 0;
    }
    bytes += line.length;
    const added = lines.get(chunk) ?? [];
    lines.set(chunk, added);
    added.push(line);
  }
  const upTo = picks.at(-1)?.[0] ?? kept?.picks.upTo ?? 0;
  const statements = [...lines].map(([number, added]) => appendLines(d1, story, number, upTo, added.join("")));
  return { statements, kept: { upTo, chunk, bytes }, open: [] };
};

const appendLines = ({ sql }: MeteredDatabase, story: string, chunk: number, upTo: number, lines: string): D1PreparedStatement =>
  sql(
    `INSERT INTO parts (story, part, chunk, version, hash, revision, digest, state) VALUES (?1, 'picks', ?2, ?3, '', '', '', ?4)
    ON CONFLICT (story, part, chunk) DO UPDATE SET version = excluded.version, state = parts.state || excluded.state`,
    story,
    chunk,
    upTo,
    lines,
  );

/** Reads the picks that are kept, unless the reader has it all: a row for every few thousand events. */
export const selectPicks = ({ sql }: MeteredDatabase, story: string, held: HeldTags = noTags): D1PreparedStatement => {
  const holds = held.tags.length > 0;
  // A condition would be looked at row by row, and each would count.
  const unlessHeld = holds ? `LIMIT iif(${isHeldAtHead("?1", 2)}, 0, -1)` : "";
  return sql(
    `SELECT state FROM parts WHERE story = ?1 AND part = 'picks' ORDER BY chunk ${unlessHeld}`,
    story,
    ...(holds ? heldParameters(held) : []),
  );
};

/**
 * The picks of a fold: those that `selectPicks` found, up to where the fold's own begin. A line may be there twice, where somebody has made
 * the rows anew while somebody else went on with them. Undefined where the last one is missing, or a line cannot be read.
 */
export const picksOf = (rows: readonly Row[] | undefined, { picks, kept }: Folded): Pick[] | undefined => {
  if (!picks) return undefined;
  const upTo = kept?.picks.upTo ?? 0;
  const found = new Map<number, Pick>();
  try {
    for (const line of (rows ?? []).flatMap(({ state }) => String(state).split("\n")).filter((text) => text !== "")) {
      // Each line was written from a `Pick`.
      const pick = JSON.parse(line) as Pick;
      if (pick[0] <= upTo) found.set(pick[0], pick);
    }
  } catch {
    return undefined;
  }
  if (upTo > 0 && !found.has(upTo)) return undefined;
  return [...[...found.values()].sort(([a], [b]) => a - b), ...picks];
};
