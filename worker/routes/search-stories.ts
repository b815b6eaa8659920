/** A search in what the stories say. */

import * as z from "zod/mini";
import { describes } from "../../events/describes.ts";
import { instant, precision } from "../../events/values.ts";
import { answerJson, answerNotModified, cacheControl, clientHasEtag } from "../http/answer.ts";
import { decodeRankCursor, encodeRankCursor, nextLink, rankCursorParam } from "../http/links.ts";
import { answerIfTooManySearches } from "../http/middleware/rate-limits.ts";
import { defineRoute, langParam, limitParam } from "../http/route.ts";
import { listedStory } from "../http/shapes.ts";
import { etagOf } from "../read/projections.ts";
import { maxMatches, maxQueryLength, searchRevisions, searchStories } from "../search/search.ts";
import { logEndOf, selectLogEnd } from "../store/log.ts";
import { indexProgressOf, selectIndexProgress } from "../store/search-index.ts";

const most = 20;

const hit =
  describes &&
  z
    .strictObject({
      version: z.int(),
      occurredAt: instant,
      precision,
      excerpt: z.array(z.strictObject({ text: z.string(), hit: z.boolean() })),
      page: z.string().check(z.meta({ description: describes && "The entry’s own address, which leads to where it is shown." })),
    })
    .check(z.meta({ id: "Hit" }));

const answer =
  describes &&
  z
    .strictObject({
      stories: z.array(z.strictObject({ ...listedStory.shape, hits: z.array(hit), found: z.int() })),
      found: z.int().check(z.meta({ description: describes && `The entries that were found, ${maxMatches} at the most.` })),
      more: z.boolean().check(z.meta({ description: describes && "Whether there are more than were counted." })),
      leftOut: z
        .array(z.string())
        .check(z.meta({ description: describes && "The slugs of stories that were found and cannot be read at the moment." })),
      next: z.nullable(z.string()),
    })
    .check(z.meta({ id: "Found" }));

/** The route `GET /api/search`. */
export const searchStoriesRoute = defineRoute({
  method: "get",
  path: "/api/search",
  name: "searchStories",
  query: z.strictObject({
    q: z
      .string()
      .check(
        z.minLength(1, "must not be empty"),
        z.maxLength(maxQueryLength, `must be at most ${maxQueryLength} characters long`),
        z.meta({ description: describes && "What to search for." }),
      ),
    cursor: rankCursorParam,
    limit: limitParam(most),
    lang: langParam,
  }),
  described: describes && {
    summary: "Search the stories’ titles, names and texts",
    description:
      "Finds entries that have all of the words, the last of them as the beginning of a word, and words in quotation marks as a phrase. Neither capitals nor diacritics matter, nor apostrophes (“osullivan” finds O’Sullivan); Chinese, Japanese, Korean and Thai are found by letters in a row. What was corrected is found by what it says now; what was retracted or taken down is not found. Stories come by their best entries: what is so named before what says so, then the newest.",
    answers: {
      200: {
        description: "A page of stories, each with its best entries.",
        content: { "application/json": answer },
        headers: {
          ETag: "It changes with every event that is recorded or indexed, and the language.",
          Link: 'The next page: rel="next".',
        },
      },
      304: { description: "You have it." },
    },
    problems: ["invalid", "too-many-requests", "unavailable"],
  },
  handle: async (c, { query: { q, cursor, limit = 10 } }) => {
    const limited = await answerIfTooManySearches(c);
    if (limited) return limited;
    const language = c.var.language;
    const [rows, end] = await c.var.d1.batch(selectIndexProgress(c.var.d1), selectLogEnd(c.var.d1));
    const progress = indexProgressOf(rows);
    const { position: version, hash } = logEndOf(end);
    const etag = etagOf(searchRevisions(progress), { version, hash }, language);
    if (clientHasEtag(c, etag)) return answerNotModified(c, etag, cacheControl.briefly);
    const { next: rank, ...found } = await searchStories(c.var.d1, { q, from: decodeRankCursor(cursor) ?? 0, limit, language });
    const next = rank === undefined ? null : encodeRankCursor(rank);
    const headers = { ETag: etag, "Cache-Control": cacheControl.briefly, ...(next ? nextLink(c.req.url, { cursor: next }) : {}) };
    return answerJson(c, { ...found, next }, headers);
  },
});
