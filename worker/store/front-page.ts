/** The front page as editors have set it, and the stories that it shows. */
import * as z from "zod/mini";
import { storySlug, text } from "../../events/values.ts";
import { LogConflict, type MeteredDatabase, type Row } from "./d1.ts";
import { type HeldTags, heldParameters, isHeld, noTags } from "./held-tags.ts";
import { listingColumns } from "./stories.ts";

/** Where an editor can put a story: before all others, before those that moved last, or nowhere. */
export const places = ["lead", "pinned", "hidden"] as const;

/** What an editor has said of a story: where it stands, and the section that it belongs to. */
export const setStory = z.strictObject({
  story: storySlug,
  place: z.optional(z.enum(places)),
  section: z.optional(text(40)),
});
export type SetStory = z.infer<typeof setStory>;

/** The front page at a revision: its stories in their order, and who has set it so, and when; nobody at the first. */
export type FrontPageSetting = { revision: number; stories: SetStory[]; setAt?: string; setBy?: string };

const columns = "revision, stories, set_at, set_by";
const newest = `SELECT ${columns} FROM front_page ORDER BY revision DESC LIMIT 1`;

/** The newest setting: one row. */
export const selectFrontPage = ({ sql }: MeteredDatabase): D1PreparedStatement => sql(newest);

const settingRow = z.object({ revision: z.int(), stories: z.string(), set_at: z.string(), set_by: z.string() });

/** What `selectFrontPage` found. */
export const frontPageOf = (rows: readonly Row[] = []): FrontPageSetting => {
  const { revision, stories, set_at: setAt, set_by: setBy } = settingRow.parse(rows[0]);
  return { revision, stories: z.array(setStory).parse(JSON.parse(stories)), ...(setBy === "" ? {} : { setAt, setBy }) };
};

/** Reads the newest setting, and which of these stories there are, in one round trip. */
export const readFrontPage = async (
  d1: MeteredDatabase,
  slugs: readonly string[] = [],
): Promise<{ setting: FrontPageSetting; known: ReadonlySet<string> }> => {
  const asked = d1.sql("SELECT slug FROM stories WHERE slug IN (SELECT value FROM json_each(?1))", JSON.stringify(slugs));
  const [rows, found = []] = await d1.batch(selectFrontPage(d1), ...(slugs.length > 0 ? [asked] : []));
  return { setting: frontPageOf(rows), known: new Set(found.map(({ slug }) => String(slug))) };
};

/** Sets the front page anew after a revision; undefined where somebody else has set it meanwhile. */
export const writeFrontPage = async (
  { batch, sql }: MeteredDatabase,
  after: number,
  stories: readonly SetStory[],
  editor: string,
): Promise<FrontPageSetting | undefined> => {
  const set = `INSERT INTO front_page (${columns}) VALUES (?1, ?2, ?3, ?4) RETURNING ${columns}`;
  try {
    const [rows] = await batch(sql(set, after + 1, JSON.stringify(stories), new Date().toISOString(), editor));
    return frontPageOf(rows);
  } catch (error) {
    if (error instanceof LogConflict) return undefined;
    throw error;
  }
};

/** What a front page is to show: at most so many stories, of those that were active before another, of a section, a language or with a party alone. */
export type FrontPageQuery = {
  before?: { activeAt: string; slug: string } | undefined;
  limit: number;
  section?: string | undefined;
  language?: string | undefined;
  party?: string | undefined;
  held?: HeldTags | undefined;
};

/** Where stories are picked by what is in their rows, so many are looked at for a page: the next page goes on after them. */
export const lookedAt = 200;

/** How a tag tells of the newest event of all and of the setting, as SQL. */
const point = "e.position || '-' || f.revision";

/**
 * The stories of a front page, latest activity first: two rows each. Without a pick, those that lead or are pinned come besides, by their
 * `place`, on the first page; of a section, all of its stories are looked at; of a language or a party, the latest `lookedAt`. None where the
 * reader has them.
 */
export const selectFrontStories = ({ sql }: MeteredDatabase, query: FrontPageQuery): D1PreparedStatement => {
  const { before, limit, section, language, party, held = noTags } = query;
  const own = listingColumns.replaceAll(/\w+/g, "s.$&");
  const isPicked = section !== undefined || language !== undefined || party !== undefined;
  const settings = "json_each((SELECT stories FROM front)) AS j";
  const place = "j.value ->> 'place'";
  const earlier = before ? "AND s.active_at <= ?7 AND (s.active_at < ?7 OR s.slug < ?8)" : "";
  const left = isPicked || before ? "('hidden')" : "('hidden', 'lead', 'pinned')";
  const unplaced = `s.slug NOT IN (SELECT j.value ->> 'story' FROM ${settings} WHERE ${place} IN ${left})`;
  const bound = (most: number) => `LIMIT iif((SELECT held FROM front), 0, ${most})`;
  const latest = "ORDER BY s.active_at DESC, s.slug DESC";
  const picks = `(?9 IS NULL OR s.language = ?9 OR s.language LIKE ?9 || '-%') AND (?10 IS NULL OR instr(s.parties, ' ' || ?10 || ' ') > 0)`;
  const others =
    section === undefined
      ? isPicked
        ? `SELECT * FROM (SELECT ${own}, NULL AS place FROM stories AS s WHERE true ${earlier} ${latest} ${bound(lookedAt)}) AS s
          WHERE ${picks} AND ${unplaced} LIMIT ?1`
        : `SELECT ${own}, NULL AS place FROM stories AS s WHERE ${unplaced} ${earlier} ${latest} ${bound(limit)}`
      : `SELECT ${own}, NULL AS place FROM ${settings} CROSS JOIN stories AS s ON s.slug = j.value ->> 'story'
        WHERE j.value ->> 'section' = ?11 AND ${place} IS NOT 'hidden' AND ${picks} ${earlier} ${latest} ${bound(limit)}`;
  const placed = `SELECT ${own}, ${place} AS place FROM ${settings} CROSS JOIN stories AS s ON s.slug = j.value ->> 'story'
    WHERE NOT (SELECT held FROM front) AND ${place} IN ('lead', 'pinned')`;
  return sql(
    `WITH front AS MATERIALIZED (SELECT f.stories, coalesce(${isHeld(point, "e.hash", 2)}, false) AS held FROM (${newest}) AS f
      LEFT JOIN (SELECT position, hash FROM events ORDER BY position DESC LIMIT 1) AS e)
    ${isPicked || before ? "" : `${placed} UNION ALL`} SELECT * FROM (${others})`,
    limit,
    ...heldParameters(held),
    before?.activeAt ?? null,
    before?.slug ?? null,
    language ?? null,
    party ?? null,
    section ?? null,
  );
};

/** Where the stories that were looked at for a page end: after the last of them another page begins. */
export const selectLookedAtEnd = ({ sql }: MeteredDatabase, before: FrontPageQuery["before"]): D1PreparedStatement =>
  sql(
    `SELECT slug, active_at FROM stories ${before ? "WHERE active_at <= ?1 AND (active_at < ?1 OR slug < ?2)" : ""}
    ORDER BY active_at DESC, slug DESC LIMIT 1 OFFSET ${lookedAt - 1}`,
    ...(before ? [before.activeAt, before.slug] : []),
  );
