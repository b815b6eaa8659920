/** The stories, latest activity first. */
import * as z from "zod";
import type { Language } from "../../events/tell.ts";
import { instant } from "../../events/values.ts";
import { json, keep } from "../answer.ts";
import { cursor, endsOf, nextLink, toCursor } from "../links.ts";
import { listStories } from "../read-stories.ts";
import { defineRoute, lang, limit } from "../route.ts";

const most = 50;

export const listed = z
  .strictObject({
    story: z.string(),
    title: z.string(),
    language: z.string(),
    version: z.int(),
    stage: z.string(),
    headline: z.string(),
    lastActivity: instant,
  })
  .meta({ id: "ListedStory" });

export const listStoriesRoute = defineRoute({
  method: "get",
  path: "/api/stories",
  name: "listStories",
  summary: "The stories, latest activity first",
  query: z.strictObject({ cursor, limit: limit(most), lang }),
  answers: {
    200: {
      description: "A page of stories.",
      content: {
        "application/json": z.strictObject({ stories: z.array(listed), next: z.string().nullable() }).meta({ id: "Stories" }),
      },
      headers: { Link: 'The next page: rel="next".' },
    },
  },
  problems: ["invalid", "unavailable"],
  handle: async (c, { query }) => {
    const ends = endsOf(query.cursor);
    const before = ends && { activeAt: ends[0], slug: String(ends[1]) };
    const wanted = query.limit ?? 20;
    const stories = await listStories(c.var.d1, { before, limit: wanted + 1, language: c.var.language as Language });
    const shown = stories.slice(0, wanted);
    const last = shown.at(-1);
    const next = stories.length > wanted && last ? toCursor(last.lastActivity, last.story) : null;
    return json(
      c,
      { stories: shown, next },
      { "Cache-Control": keep.briefly, ...(next ? nextLink(c.req.url, { cursor: next }) : {}) },
    );
  },
});
