/**
 * The parts that a story's fold is kept in. One holds the story itself and the projections that look at every event; each other projection
 * has one of its own, and so have the amendments: what an event does not touch is neither read nor written for it.
 */
import * as z from "zod/mini";
import { hashOfText } from "../../events/bytes.ts";
import { storyRevision } from "../../events/story.ts";
import { type ProjectionName, projectionNames, projections } from "../../projections/registry.ts";
import type { MeteredDatabase, Row } from "./d1.ts";
import { packFor, unpackFrom } from "./packing.ts";

/** The name of a part: the story's, the amendments', or a projection's own. */
export type PartName = "story" | "amendments" | ProjectionName;

/** The projections that lie in the story's part, since every event touches them. */
export const projectionsTogether: readonly ProjectionName[] = projectionNames.filter((name) => projections[name].looksAtAll);

/** The projections that have a part of their own. */
export const projectionsApart: readonly ProjectionName[] = projectionNames.filter((name) => !projections[name].looksAtAll);

const revisionsOf = (names: readonly ProjectionName[]): string[] => names.map((name) => `${name}.${projections[name].revision}`);

/** The code that makes a part today: a part of another is left aside. */
export const revisionOf = (part: PartName): string =>
  part === "story"
    ? [`story.${storyRevision}`, ...revisionsOf(projectionsTogether)].join("+")
    : part === "amendments"
      ? `amendments.${storyRevision}`
      : revisionsOf([part]).join();

/** The version of a part that was touched by an event, and was not there to be folded. */
export const neverFolded = 0;

/**
 * A part that was read and is what was written: at which version of the story, after which event's hash, and its JSON. `rest`: what lies beside
 * it, for which its state has to vouch by its SHA-256.
 */
export type OpenedPart = {
  version: number;
  hash: string;
  revision: string;
  text: string;
  rest?: { text: string; hash: string } | undefined;
};

const partRow = z.object({
  part: z.string(),
  version: z.int(),
  hash: z.string(),
  revision: z.string(),
  digest: z.string(),
  state: z.string(),
  rest: z.nullable(z.string()),
});

/** The columns of a part, as `openParts` wants them. */
export const partColumns = "part, chunk, version, hash, revision, digest, state, rest";

/** The parts that rows hold, chunks put together; those that are not as they were written are left out. */
export const openParts = async (story: string, rows: readonly Row[]): Promise<Map<string, OpenedPart>> => {
  const chunked = Map.groupBy(
    rows.flatMap((row) => partRow.safeParse(row).data ?? []),
    ({ part }) => part,
  );
  const opened = new Map<string, OpenedPart>();
  for (const [part, chunks] of chunked) {
    const [first] = chunks;
    if (!first) continue;
    const { version, hash, revision, digest, rest } = first;
    const packed = { digest, chunks: chunks.map(({ state }) => state) };
    const text = await unpackFrom([story, part, version, hash, revision], packed);
    if (text === undefined) continue;
    const beside = rest === null ? undefined : { text: rest, hash: await hashOfText(rest) };
    opened.set(part, { version, hash, revision, text, rest: beside });
  }
  return opened;
};

/**
 * A part to be written: its JSON, and the version of the story and that event's hash. `rest`: what lies beside it; what lies there already stays,
 * where nothing is given.
 */
export type PartToWrite = { part: PartName; version: number; hash: string; text: string; rest?: string | undefined };

/** The values of a part's rows, a row each chunk, in the order of `partColumns`. */
const rowsOf = async (story: string, { part, version, hash, text, rest }: PartToWrite): Promise<(string | number | null)[][]> => {
  const revision = revisionOf(part);
  const { chunks, digest } = await packFor([story, part, version, hash, revision], text);
  return chunks.map((state, chunk) => [part, chunk, version, hash, revision, digest, state, chunk === 0 ? (rest ?? null) : null]);
};

/** Writes parts: a row each, and more of what is very large. */
export const writeParts = async (
  { sql }: MeteredDatabase,
  story: string,
  parts: readonly PartToWrite[],
): Promise<D1PreparedStatement[]> =>
  (await Promise.all(parts.map((part) => rowsOf(story, part)))).flat().map((row) =>
    sql(
      `INSERT INTO parts (story, ${partColumns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
      ON CONFLICT (story, part, chunk) DO UPDATE SET version = excluded.version, hash = excluded.hash, revision = excluded.revision,
        digest = excluded.digest, state = excluded.state, rest = coalesce(excluded.rest, rest)`,
      story,
      ...row,
    ),
  );

/** Writes parts as they stood after a version. */
export const writePastParts = async (
  { sql }: MeteredDatabase,
  story: string,
  version: number,
  parts: readonly PartToWrite[],
): Promise<D1PreparedStatement[]> =>
  (await Promise.all(parts.map((part) => rowsOf(story, part))))
    .flat()
    .map((row) =>
      sql(
        `INSERT OR REPLACE INTO past_parts (story, kept_at, ${partColumns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)`,
        story,
        version,
        ...row,
      ),
    );

/** Deletes all parts of a story. */
export const deleteParts = ({ sql }: MeteredDatabase, story: string): D1PreparedStatement =>
  sql("DELETE FROM parts WHERE story = ?1", story);

/** Fails, and the transaction with it, unless the story stands at that version: what was folded meanwhile is not kept, for a takedown may have come. */
export const demandHead = ({ sql }: MeteredDatabase, story: string, version: number): D1PreparedStatement =>
  sql(
    `INSERT INTO parts (story) SELECT ?1
    WHERE ?2 <> (SELECT version FROM events WHERE story = ?1 ORDER BY version DESC LIMIT 1)`,
    story,
    version,
  );
