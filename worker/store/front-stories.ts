/** The stories that the front page shows, as statements. */
import type { MeteredDatabase } from "./d1.ts";
import { type HeldTags, heldParameters, isHeld, noTags } from "./held-tags.ts";
import { listingColumns } from "./stories.ts";

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
const lookedAt = 200;

const own = listingColumns.replaceAll(/\w+/g, "s.$&");
const latest = "ORDER BY s.active_at DESC, s.slug DESC";
/** After the story before: parameters 6 and 7, on pages after the first. */
const earlier = "s.active_at <= ?6 AND (s.active_at < ?6 OR s.slug < ?7)";
/** The newest event of all: one row, or none in an empty log. */
const end = "SELECT position || '.' || hash FROM events ORDER BY position DESC LIMIT 1";

/**
 * The newest setting, the newest event of all, and whether the reader has what they tell of: parameters 1 to 5. Two rows. It stands with all
 * parameters, since every statement names all of them, whichever it needs.
 */
const now = `WITH asked AS (VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)), point AS MATERIALIZED (
    SELECT revision AS setting, stories, placed, set_at, set_by, (${end}) AS newest FROM front_page ORDER BY revision DESC LIMIT 1
  ), front AS (
    SELECT *, coalesce(${isHeld("substr(newest, 1, instr(newest, '.') - 1) || '-' || setting", "substr(newest, instr(newest, '.') + 1)", 1)}, false) AS held
    FROM point
  )`;

const isPicked = ({ section, language, party }: FrontPageQuery): boolean => (section ?? language ?? party) !== undefined;

/** None where the reader has them. */
const bound = (most: number): string => `LIMIT iif((SELECT held FROM front), 0, ${Math.trunc(most)})`;

const parametersOf = ({ held = noTags, before }: FrontPageQuery) =>
  [...heldParameters(held), before?.activeAt ?? null, before?.slug ?? null] as const;

/**
 * A front page, in one statement. Its first row has the setting and `newest`, the newest event's position and hash; on the first page, without a
 * pick, the stories that editors have put before the others stand in it and in those that follow. Then the others, latest activity first: two
 * rows each. Of a section, all of its stories are looked at; of a language or with a party, the latest `lookedAt`. No story where the reader
 * has the page.
 */
export const selectFront = ({ sql }: MeteredDatabase, query: FrontPageQuery): D1PreparedStatement => {
  const { before, limit, section, language, party } = query;
  const isFirst = !isPicked(query) && !before;
  // The setting is one text, whose members stand in one order: to look into it reads no row.
  const isSet = (place: string) => `instr((SELECT stories FROM point), '"story":"' || s.slug || '","place":"${place}') > 0`;
  const picks =
    "(?8 IS NULL OR s.language = ?8 OR s.language LIKE ?8 || '-%') AND (?9 IS NULL OR instr(s.parties, ' ' || ?9 || ' ') > 0)";
  const later = before ? `AND ${earlier}` : "";
  const others =
    section !== undefined
      ? `SELECT ${own} FROM front CROSS JOIN json_each(iif(front.held, '[]', front.stories)) AS j
        CROSS JOIN stories AS s ON s.slug = j.value ->> 'story'
        WHERE j.value ->> 'section' = ?10 AND j.value ->> 'place' IS NOT 'hidden' AND ${picks} ${later} ${latest} LIMIT ${Math.trunc(limit)}`
      : isPicked(query)
        ? `SELECT * FROM (SELECT ${own} FROM stories AS s ${before ? `WHERE ${earlier}` : ""} ${latest} ${bound(lookedAt)}) AS s
          WHERE ${picks} AND NOT ${isSet("hidden")} LIMIT ${Math.trunc(limit)}`
        : `SELECT ${own} FROM stories AS s WHERE NOT ${isSet("")} ${later} ${latest} ${bound(limit)}`;
  return sql(
    `${now} SELECT front.setting, iif(coalesce(j.key, 0) = 0, front.stories, NULL) AS stories, front.set_at, front.set_by, front.newest, ${own}
    FROM front LEFT JOIN json_each(iif(${isFirst ? "front.held" : "true"}, '[]', front.placed)) AS j LEFT JOIN stories AS s ON s.slug = j.value
    UNION ALL SELECT NULL, NULL, NULL, NULL, NULL, * FROM (${others})`,
    ...parametersOf(query),
    ...(isPicked(query) ? [language ?? null, party ?? null] : []),
    ...(section === undefined ? [] : [section]),
  );
};

/** Where the stories that were looked at for a page end: after the last of them another page begins. None where all of them were. */
export const selectLookedAtEnd = ({ sql }: MeteredDatabase, query: FrontPageQuery): D1PreparedStatement[] =>
  query.section !== undefined || !isPicked(query)
    ? []
    : [
        sql(
          `${now} SELECT s.slug, s.active_at FROM stories AS s ${query.before ? `WHERE ${earlier}` : ""} ${latest}
          ${bound(1)} OFFSET ${lookedAt - 1}`,
          ...parametersOf(query),
        ),
      ];
