/** Drafts in D1. Whoever may not see one is told of none: what they are given is looked up by who asks. */
import type { MeteredDatabase, Row } from "./d1.ts";
import {
  type Draft,
  type DraftContent,
  type DraftReason,
  type DraftState,
  type DraftStep,
  draftColumns,
  draftOf,
  type ListedDraft,
  listedDraftOf,
  mostDrafts,
} from "./draft.ts";

const month = 30 * 24 * 60 * 60 * 1_000;
const whole = `${draftColumns}, content, key, permit`;

/** Its owner, whom it was handed to, and who records it; and all of the desk where it is shared, or waits there. `?1`: who asks. */
const seenBy =
  "state <> 'erased' AND (owner = ?1 OR handed_to = ?1 OR recorder = ?1 OR shared = 1 OR state IN ('submitted', 'scheduled', 'recording'))";

/** What lists show of what was typed. */
export type Gist = Pick<ListedDraft, "types" | "text">;

const contentJson = ({ story: _, ...typed }: DraftContent): string => JSON.stringify(typed);

/** A new draft: whose it is, what it holds, and what its trail begins with. */
export type NewDraft = { id: string; owner: string; content: DraftContent; gist: Gist };

/** Keeps a new draft, unless its id is taken, or its owner has too many. */
export const insertDraft = async (
  d1: MeteredDatabase,
  { id, owner, content, gist }: NewDraft,
): Promise<Draft | "taken" | "too-many"> => {
  const now = new Date();
  const [[row] = [], taken = []] = await d1.batch(
    d1.sql(
      `INSERT INTO drafts (id, story, owner, content, gist, key, created_at, updated_at, expires_at)
      SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, ?8
      WHERE (SELECT count(*) FROM drafts WHERE owner = ?3 AND content IS NOT NULL) < ${mostDrafts}
      ON CONFLICT DO NOTHING RETURNING ${whole}`,
      id,
      content.story,
      owner,
      contentJson(content),
      JSON.stringify(gist),
      crypto.randomUUID(),
      now.toISOString(),
      new Date(now.getTime() + month).toISOString(),
    ),
    d1.sql("SELECT 1 FROM drafts WHERE id = ?1", id),
  );
  return row ? draftOf(row) : taken.length > 0 ? "taken" : "too-many";
};

/** A draft that an editor may see; undefined where there is none. `erased`: what it held was taken down, and it was theirs. */
export const readDraft = async (d1: MeteredDatabase, id: string, editor: string): Promise<Draft | "erased" | undefined> => {
  const [[row] = [], erased = []] = await d1.batch(
    d1.sql(`SELECT ${whole} FROM drafts WHERE id = ?2 AND ${seenBy}`, editor, id),
    d1.sql("SELECT 1 FROM drafts WHERE id = ?2 AND state = 'erased' AND (owner = ?1 OR handed_to = ?1)", editor, id),
  );
  return row ? draftOf(row) : erased.length > 0 ? "erased" : undefined;
};

/** The drafts that an editor may see, of all stories or of one: those that are still to be recorded, then the others; the newest of each first. */
export const listDrafts = async (d1: MeteredDatabase, editor: string, story?: string): Promise<ListedDraft[]> => {
  const [rows = []] = await d1.batch(
    d1.sql(
      `SELECT ${draftColumns} FROM drafts WHERE ${seenBy} AND story = coalesce(?2, story) ORDER BY state = 'recorded', updated_at DESC LIMIT 200`,
      editor,
      story ?? null,
    ),
  );
  return rows.map(listedDraftOf);
};

/** What is changed of a draft. What is not named stays; null takes it away. */
export type DraftChange = {
  content?: DraftContent | null;
  gist?: Gist;
  state?: DraftState;
  shared?: boolean;
  handedTo?: string | null;
  dueAt?: string | null;
  expectedVersion?: number | null;
  recorder?: string | null;
  permit?: string | null;
  version?: number;
  reason?: DraftReason | null;
};

const columnsOf = ({ content, gist, shared, reason, ...change }: DraftChange): [string, string | number | null][] => {
  const names = { state: "state", handedTo: "handed_to", dueAt: "due_at", expectedVersion: "expected_version" } as const;
  const columns: [string, string | number | null | undefined][] = [
    ...Object.entries({ ...names, recorder: "recorder", permit: "permit", version: "version" } as const).map(
      ([name, column]) => [column, change[name as keyof typeof change]] as [string, string | number | null | undefined],
    ),
    ["content", content && contentJson(content)],
    ["gist", gist && JSON.stringify(gist)],
    ["shared", shared === undefined ? undefined : Number(shared)],
    ["reason", reason && JSON.stringify(reason)],
  ];
  return columns.flatMap(([column, value]) => (value === undefined ? [] : [[column, value]]));
};

/** Its first line stays in a trail, and the newest ones. */
const trailWith = (step: string): string =>
  `json_insert(iif(json_array_length(trail) < 40, trail, json_remove(trail, '$[1]')), '$[#]', json(${step}))`;

/**
 * Changes a draft at its revision, and notes who did what; undefined where it has another by now: of two who change it at once, one does.
 * `besides`: statements of the same transaction.
 */
export const changeDraft = async (
  d1: MeteredDatabase,
  { id, revision }: Pick<Draft, "id" | "revision">,
  change: DraftChange,
  step?: Omit<DraftStep, "at">,
  ...besides: D1PreparedStatement[]
): Promise<Draft | undefined> => {
  const now = new Date();
  const columns = columnsOf(change);
  const [[row] = []] = await d1.batch(
    d1.sql(
      `UPDATE drafts SET revision = revision + 1, updated_at = ?3, expires_at = max(?4, coalesce(due_at, '')),
      trail = iif(?5 IS NULL, trail, ${trailWith("coalesce(?5, 'null')")})${columns.map(([column], at) => `, ${column} = ?${at + 6}`).join("")}
      WHERE id = ?1 AND revision = ?2 AND state <> 'erased' RETURNING ${whole}`,
      id,
      revision,
      now.toISOString(),
      new Date(now.getTime() + month).toISOString(),
      step ? JSON.stringify({ at: now.toISOString(), ...step }) : null,
      ...columns.map(([, value]) => value),
    ),
    ...besides,
  );
  return row && draftOf(row);
};

/** Deletes a draft at its revision; answers whether it was. */
export const deleteDraft = async (d1: MeteredDatabase, { id, revision }: Pick<Draft, "id" | "revision">): Promise<boolean> => {
  const [rows = []] = await d1.batch(
    d1.sql("DELETE FROM drafts WHERE id = ?1 AND revision = ?2 AND state <> 'recording' RETURNING id", id, revision),
  );
  return rows.length > 0;
};

/** For how many milliseconds whoever records a draft has it to themselves; who takes longer has died of something. */
const patience = 60_000;

/** The drafts that are due at that time, those first that are longest; and those whose recording was broken off. */
export const readDueDrafts = async (d1: MeteredDatabase, now: number): Promise<Draft[]> => {
  const [rows = []] = await d1.batch(
    d1.sql(
      `SELECT ${whole} FROM drafts WHERE (state = 'scheduled' AND due_at <= ?1) OR (state = 'recording' AND updated_at <= ?2)
      ORDER BY due_at LIMIT 50`,
      new Date(now).toISOString(),
      new Date(now - patience).toISOString(),
    ),
  );
  return rows.map(draftOf);
};

/** Erases the drafts whose time is over. */
export const eraseOldDrafts = async (d1: MeteredDatabase): Promise<void> => {
  await d1.batch(d1.sql("DELETE FROM drafts WHERE expires_at < ?1 AND state <> 'recording'", new Date().toISOString()));
};

/** Finds a draft that holds anything: one row, or none. */
export const selectAnyDraft = ({ sql }: MeteredDatabase): D1PreparedStatement =>
  sql("SELECT 1 FROM drafts WHERE content IS NOT NULL LIMIT 1");

/** All that drafts hold, some megabytes at a time: the id, the story, and every word of it as JSON. */
export async function* readHeldWords({ batch, sql }: MeteredDatabase): AsyncGenerator<Row[]> {
  const statement =
    "SELECT rowid, id, story, json_array(json(content), reason, trail) AS held FROM drafts WHERE rowid > ?1 AND content IS NOT NULL ORDER BY rowid LIMIT 50";
  for (let last = 0; ; ) {
    const [rows = []] = await batch(sql(statement, last));
    if (rows.length === 0) return;
    yield rows;
    last = Number(rows.at(-1)?.rowid);
  }
}

/** Erases what drafts hold. That they were there is known for as long as they would have been: a browser forgets them then too. */
export const eraseDrafts = ({ sql }: MeteredDatabase, ids: readonly string[]): D1PreparedStatement =>
  sql(
    `UPDATE drafts SET state = 'erased', content = NULL, gist = '{}', reason = NULL, trail = '[]', revision = revision + 1
    WHERE id IN (SELECT value FROM json_each(?1))`,
    JSON.stringify(ids),
  );
