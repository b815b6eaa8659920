/** A search in what the stories say. */
import * as z from "zod/mini";
import { instant, precision } from "../../events/values.ts";
import { clientHas, json, keep, unmodified } from "../http/answer.ts";
import { nextLink, rankAt, rankCursor, ranked } from "../http/links.ts";
import { defineRoute, lang, limit } from "../http/route.ts";
import { listedStory } from "../http/shapes.ts";
import { etagOf } from "../read/projections.ts";
import { mostLetters, mostMatches, search, searchMade } from "../search/search.ts";
import { progressOf, selectProgress } from "../store/search.ts";

const most = 20;

const hit = z
  .strictObject({
    version: z.int(),
    occurredAt: instant,
    precision,
    excerpt: z.array(z.strictObject({ text: z.string(), hit: z.boolean() })),
    page: z.string().check(z.meta({ description: "The entry’s own address, which leads to where it is shown." })),
  })
  .check(z.meta({ id: "Hit" }));

const answer = z
  .strictObject({
    stories: z.array(z.strictObject({ ...listedStory.shape, hits: z.array(hit), found: z.int() })),
    found: z.int().check(z.meta({ description: `The entries that were found, ${mostMatches} at the most.` })),
    more: z.boolean().check(z.meta({ description: "Whether there are more than were counted." })),
    next: z.nullable(z.string()),
  })
  .check(z.meta({ id: "Found" }));

export const searchStories = defineRoute({
  method: "get",
  path: "/api/search",
  name: "searchStories",
  summary: "Search the stories’ titles, names and texts",
  description:
    "Finds entries that have all of the words, the last of them as the beginning of a word, and words in quotation marks as a phrase. Neither capitals nor diacritics matter. What was corrected is found by what it says now; what was retracted or taken down is not found. Stories come by their best entries.",
  query: z.strictObject({
    q: z
      .string()
      .check(
        z.minLength(1, "must not be empty"),
        z.maxLength(mostLetters, `must be at most ${mostLetters} characters long`),
        z.meta({ description: "What to search for." }),
      ),
    cursor: ranked,
    limit: limit(most),
    lang,
  }),
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
  problems: ["invalid", "unavailable"],
  handle: async (c, { query: { q, cursor, limit = 10 } }) => {
    const language = c.var.language;
    const [rows] = await c.var.d1.ask(selectProgress(c.var.d1));
    const progress = progressOf(rows);
    const etag = etagOf(searchMade(progress), progress.head, language);
    if (clientHas(c, etag)) return unmodified(c, etag, keep.briefly);
    const { next: rank, ...found } = await search(c.var.d1, { q, from: rankAt(cursor) ?? 0, limit, language });
    const next = rank === undefined ? null : rankCursor(rank);
    const headers = { ETag: etag, "Cache-Control": keep.briefly, ...(next ? nextLink(c.req.url, { cursor: next }) : {}) };
    return json(c, { ...found, next }, headers);
  },
});
