/** The front page as editors have set it. */
import * as z from "zod/mini";
import { storySlug, text } from "../../events/values.ts";
import { LogConflict, type MeteredDatabase, type Row } from "./d1.ts";

/** Where an editor can put a story: before all others, before those that moved last, or nowhere. */
const places = ["lead", "pinned", "hidden"] as const;

/** What an editor has said of a story: where it stands, and the section that it belongs to. */
export const setStory = z.strictObject({
  story: storySlug,
  place: z.optional(z.enum(places)),
  section: z.optional(text(40)),
});
export type SetStory = z.infer<typeof setStory>;

/** The front page at a revision: its stories in their order, and who has set it so, and when; nobody at the first. */
export type FrontPageSetting = { revision: number; stories: SetStory[]; setAt?: string; setBy?: string };

const columns = "revision AS setting, stories, set_at, set_by";
/** The newest setting: one row. */
const newest = `SELECT ${columns} FROM front_page ORDER BY revision DESC LIMIT 1`;

const settingRow = z.object({ setting: z.int(), stories: z.string(), set_at: z.string(), set_by: z.string() });

/** The setting in a row that has its columns. */
export const frontPageOf = (rows: readonly Row[] = []): FrontPageSetting => {
  const { setting: revision, stories, set_at: setAt, set_by: setBy } = settingRow.parse(rows[0]);
  return { revision, stories: z.array(setStory).parse(JSON.parse(stories)), ...(setBy === "" ? {} : { setAt, setBy }) };
};

/** Reads the newest setting, and which of these stories there are, in one round trip. */
export const readFrontPage = async (
  d1: MeteredDatabase,
  slugs: readonly string[] = [],
): Promise<{ setting: FrontPageSetting; known: ReadonlySet<string> }> => {
  const asked = d1.sql("SELECT slug FROM stories WHERE slug IN (SELECT value FROM json_each(?1))", JSON.stringify(slugs));
  const [rows, found = []] = await d1.batch(d1.sql(newest), ...(slugs.length > 0 ? [asked] : []));
  return { setting: frontPageOf(rows), known: new Set(found.map(({ slug }) => String(slug))) };
};

/** Sets the front page anew after a revision; undefined where somebody else has set it meanwhile. */
export const writeFrontPage = async (
  { batch, sql }: MeteredDatabase,
  after: number,
  stories: readonly SetStory[],
  editor: string,
): Promise<FrontPageSetting | undefined> => {
  const set = `INSERT INTO front_page (revision, stories, placed, set_at, set_by) VALUES (?1, ?2, ?3, ?4, ?5) RETURNING ${columns}`;
  try {
    const ordered = stories.map(({ story, place, section }) => ({ story, place, section }));
    const placed = stories.filter(({ place }) => place === "lead" || place === "pinned").map(({ story }) => story);
    const [rows] = await batch(
      sql(set, after + 1, JSON.stringify(ordered), JSON.stringify(placed), new Date().toISOString(), editor),
    );
    return frontPageOf(rows);
  } catch (error) {
    if (error instanceof LogConflict) return undefined;
    throw error;
  }
};
